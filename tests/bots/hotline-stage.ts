import { type Hotline, type HotlineOptions, startHotline } from '../../bots/hotline/hotline.ts'
import { type FakeHotline, startFakeHotline } from '../../bots/sandbox/hotline/fake-hotline.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import type { Stage } from '../contracts/channel.ts'
import { village } from '../contracts/chat-world.ts'
import { memorySeenKeys } from '../support/memory/seen-keys.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { servedDoor } from './served-door.ts'
import { aParcel, openInbox, openMedia, say } from './stage.ts'

export const partners = {
  ...{ tenant: 'qingshi', source: 'city-12345' },
  secret: 'a-secret-of-forty-characters-for-testing',
}

export interface HotlineSet {
  readonly fake: FakeHotline
  readonly hotline: Hotline
  readonly kept: HeardMessage[]
  readonly refuse: ReturnType<typeof openInbox>['refuse']
  readonly media: ReturnType<typeof openMedia>
  readonly reports: string[]
  /** Where the web side with our door is. */
  readonly web: string
  close(): Promise<void>
}

/** A platform with the village in it, and our side as production starts it. */
export async function hotlineSet(but: Partial<HotlineOptions> = {}): Promise<HotlineSet> {
  const fake = await startFakeHotline({ ...partners, ...village })
  const { inbox, kept, refuse } = openInbox()
  const media = openMedia()
  const reports: string[] = []
  const hotline = startHotline({
    settings: { ...partners, url: fake.endpoint },
    ...{ inbox, media, say, seen: memorySeenKeys(emptyShelf()), clock: () => new Date() },
    report: (what) => reports.push(what),
    ...but,
  })
  const web = await servedDoor(hotline.doors)
  fake.webhook(`${web.url}/hotline/v1/messages`)
  return {
    ...{ fake, hotline, kept, refuse, media, reports, web: web.url },
    async close() {
      await fake.settled()
      hotline.stop()
      await web.close()
      await fake.leave().catch(() => {})
    },
  }
}

export async function hotlineStage(): Promise<Stage> {
  const { fake, hotline, kept, media, close } = await hotlineSet()
  return {
    ...{ channel: hotline.channel, bot: 'linli', close },
    say: async (what) => fake.say(what),
    recall: async (message) => void fake.recall(message),
    async stranger(person, name, room) {
      fake.addPerson(person, name)
      fake.addRoom(room, [person])
    },
    twice: async (on) => fake.twice(on),
    kept: () => kept,
    stored: async ({ media: id }) => (id ? (await media.load(id))?.bytes : undefined),
    spoken: () =>
      fake.letters().map(({ to, text, photos: [photo] }) => ({
        where: 'room' in to ? to.room : to.person,
        ...{ text, mentions: 'room' in to && to.mention !== null ? [to.mention] : [] },
        file: photo ? Buffer.from(photo.data, 'base64') : null,
      })),
    cut: fake.leave,
    mend: fake.comeBack,
    parcel: async (to, words, picture) =>
      aParcel(to, words, picture ? [await media.keep(picture, 'image/png')] : []),
  }
}
