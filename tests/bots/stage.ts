import { createHash } from 'node:crypto'
import { type Gateway, startGateway } from '../../bots/sandbox/gateway.ts'
import type { Faults } from '../../bots/sandbox/sim-puppet.ts'
import { type SimWorld, simWorld } from '../../bots/sandbox/sim-world.ts'
import { noPace } from '../../bots/wechat/pace.ts'
import { startWechat, type WechatBot, type WechatOptions } from '../../bots/wechat/wechat-bot.ts'
import { mediaId, petitionId } from '../../src/domain/ids.ts'
import type { Notice } from '../../src/domain/notices/notice.ts'
import type { Parcel, Reach, Say } from '../../src/flows/ports/channels.ts'
import type { HeardMessage, Inbox, Media } from '../../src/flows/ports.ts'
import { anotherLetter, type Stage } from '../contracts/channel.ts'
import { village } from '../contracts/chat-world.ts'
import { openTidings } from './tidings.ts'

/** An inbox that shows what it keeps, and can be told to refuse. */
export function openInbox() {
  const kept: HeardMessage[] = []
  const ids = new Set<string>()
  let refusing = (_: readonly HeardMessage[]) => false
  const inbox: Pick<Inbox, 'keep'> = {
    async keep(messages) {
      if (refusing(messages)) throw new Error('the inbox is closed')
      const fresh = messages.filter(({ id }) => !ids.has(id))
      for (const message of fresh) {
        ids.add(message.id)
        kept.push(message)
      }
      return fresh.map(({ id }) => id)
    },
  }
  return { inbox, kept, refuse: (which: typeof refusing) => (refusing = which) }
}

export function openMedia(): Media {
  const shelf = new Map<string, { readonly bytes: Uint8Array; readonly mime: string }>()
  return {
    async keep(bytes, mime) {
      const id = mediaId(createHash('sha256').update(bytes).digest('hex'))
      shelf.set(id, { bytes, mime })
      return id
    },
    load: async (id) => shelf.get(id),
    keptBefore: async () => [],
    forget: async (id) => shelf.delete(id),
  }
}

/** A notice whose words are given, for a channel does not care what it says. */
const saying = (text: string, photos: Parameters<typeof mediaId>[0][] = []): Notice => ({
  kind: 'noted',
  brief: {
    ...{ petition: petitionId('p'), number: 1, category: '', summary: '', place: '', handler: '' },
  },
  text,
  photos: photos.map(mediaId),
})

export const say: Say = (notices) => ({
  text: notices.map((notice) => (notice.kind === 'noted' ? notice.text : '')).join('\n'),
  photos: notices.flatMap((notice) => (notice.kind === 'noted' ? notice.photos : [])),
})

export const aParcel = (to: Reach, text: string, photos: string[] = []): Parcel => ({
  ...{ id: anotherLetter(), to, notices: [saying(text, photos)] },
})

/** For links that must notice fast. */
export const hasty = { keepAliveMs: 200, silenceMs: 1_000, backOffMs: 50, maxBackOffMs: 400 }

/** A WeChat bot as production starts it, over the wire to a simulated platform. */
export async function wechatStage(
  but: Partial<WechatOptions> = {},
  faults: Partial<Faults> = {},
): Promise<Stage & { world: SimWorld; bot: string; wechat: WechatBot; gateway(): Gateway }> {
  const world = simWorld(village, () => new Date())
  let gateway = await startGateway(world)
  Object.assign(gateway.puppet.faults, faults)
  const { endpoint, token } = gateway
  const { inbox, kept } = openInbox()
  const media = openMedia()
  const wechat = await startWechat({
    ...{ endpoint, token, inbox, media, say, botNames: ['邻里助手'], clock: () => new Date() },
    ...{ report: () => {}, pace: noPace, link: hasty },
    ...{ tidings: openTidings().tidings, show: () => {} },
    ...but,
  })
  return {
    ...{ world, wechat, gateway: () => gateway, channel: wechat.channel, bot: world.bot },
    say: async (what) => world.say(what).id,
    recall: async (message) => world.recall(message),
    async stranger(person, name, room) {
      world.addPerson({ id: person, name })
      world.addRoom({ id: room, topic: '新群', members: [] })
      world.join(room, person)
    },
    async twice(on) {
      gateway.puppet.faults.duplicate = on
    },
    kept: () => kept,
    stored: async ({ media: id }) => (id ? (await media.load(id))?.bytes : undefined),
    spoken: () =>
      world
        .happenings(new Date(0))
        .flatMap((one) => (one.kind === 'said' && one.message.from === world.bot ? [one] : []))
        .map(({ message: { room, dmWith, text, mentions, file } }) => ({
          ...{ where: room ?? dmWith ?? '', text, mentions },
          file: file ? (world.file(file)?.bytes ?? null) : null,
        })),
    async cut() {
      await gateway.stop()
    },
    async mend() {
      gateway = await startGateway(world, { port: Number(endpoint.split(':')[1]), token })
      Object.assign(gateway.puppet.faults, faults)
    },
    parcel: async (to, words, picture) =>
      aParcel(to, words, picture ? [await media.keep(picture, 'image/png')] : []),
    async close() {
      await wechat.stop()
      await gateway.stop()
    },
  }
}
