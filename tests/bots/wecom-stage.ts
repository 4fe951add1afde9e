import { type FakeWecom, startFakeWecom } from '../../bots/sandbox/wecom/fake-wecom.ts'
import { startWecom, type Wecom, type WecomOptions } from '../../bots/wecom/wecom.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import type { Stage } from '../contracts/channel.ts'
import { village } from '../contracts/chat-world.ts'
import { memorySeenKeys } from '../support/memory/seen-keys.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { servedDoor } from './served-door.ts'
import { aParcel, openInbox, openMedia, say } from './stage.ts'

export interface WecomSet {
  readonly fake: FakeWecom
  readonly wecom: Wecom
  readonly kept: HeardMessage[]
  readonly refuse: ReturnType<typeof openInbox>['refuse']
  readonly media: ReturnType<typeof openMedia>
  readonly reports: string[]
  /** Where the web side with our door is. */
  readonly web: string
  close(): Promise<void>
}

/** A WeCom with the village in it, and our app as production starts it. */
export async function wecomSet(but: Partial<WecomOptions> = {}): Promise<WecomSet> {
  const fake = await startFakeWecom(village)
  const { inbox, kept, refuse } = openInbox()
  const media = openMedia()
  const reports: string[] = []
  const wecom = await startWecom({
    settings: fake,
    ...{ inbox, media, say, seen: memorySeenKeys(emptyShelf()), clock: () => new Date() },
    report: (what) => reports.push(what),
    ...but,
  })
  const web = await servedDoor(wecom.doors)
  fake.callback(`${web.url}/wecom/callback`)
  return {
    ...{ fake, wecom, kept, refuse, media, reports, web: web.url },
    async close() {
      await fake.settled()
      await wecom.stop()
      await web.close()
      await fake.leave().catch(() => {})
    },
  }
}

export async function wecomStage(): Promise<Stage> {
  const { fake, wecom, kept, media, close } = await wecomSet()
  return {
    ...{ channel: wecom.channel, bot: 'linli', close },
    lacks: ['aliases', 'transcripts', 'groups heard', 'quotes', 'recalls'],
    say: async (what) => fake.say(what),
    recall: async () => {}, // WeCom tells an app nothing of it
    stranger: async (person, name) => fake.addPerson(person, name),
    twice: async (on) => fake.twice(on),
    kept: () => kept,
    stored: async ({ media: id }) => (id ? (await media.load(id))?.bytes : undefined),
    spoken: fake.shown,
    cut: fake.leave,
    mend: fake.comeBack,
    parcel: async (to, words, picture) =>
      aParcel(to, words, picture ? [await media.keep(picture, 'image/png')] : []),
  }
}
