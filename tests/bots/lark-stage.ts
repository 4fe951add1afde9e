import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { expect } from 'vitest'
import { type LarkBot, type LarkOptions, startLark } from '../../bots/lark/lark-bot.ts'
import { larkPace } from '../../bots/lark/pace.ts'
import { startFakeLark } from '../../bots/sandbox/lark/fake-lark.ts'
import type {
  FakeLark,
  FakeLarkSettings,
  LarkMessage,
} from '../../bots/sandbox/lark/fake-lark-types.ts'
import { encrypted, signed } from '../../bots/sandbox/lark/push.ts'
import type { Channel, Reach } from '../../src/flows/ports/channels.ts'
import type { WorldUtterance } from '../../src/flows/ports/chat-world.ts'
import type { Door } from '../../src/flows/ports/door.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import type { Stage } from '../contracts/channel.ts'
import { village } from '../contracts/chat-world.ts'
import { memorySeenKeys } from '../support/memory/seen-keys.ts'
import { aParcel, openInbox, openMedia, say } from './stage.ts'
import { openTidings } from './tidings.ts'

const user = (id: string) => `ou_${id}`
const chat = (id: string) => `oc_${id}`

/** For links that must notice fast, and a Lark that is ours alone. */
export const hasty = {
  firstWaitMs: 50,
  longestWaitMs: 400,
  lookMs: 100,
  graceMs: 5_000,
  pongSeconds: 1,
}
export const fastPace = { ...larkPace, gapMs: 210 }

/** What a door answers, on a port of its own. */
async function servedDoor(
  door: Door | undefined,
): Promise<{ url: string; close(): Promise<void> }> {
  if (!door) throw new Error('no door')
  const server = serve({ fetch: (request) => door.answer(request), port: 0, hostname: '127.0.0.1' })
  await new Promise((done) => server.once('listening', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `http://127.0.0.1:${port}/lark/events`,
    close: () => new Promise((done) => server.close(() => done())),
  }
}

export interface LarkSet {
  /** The one that runs now. */
  readonly lark: FakeLark
  /** Kills Lark, and starts it again with all it knew. */
  cut(): Promise<void>
  mend(): Promise<void>
  readonly bot: LarkBot
  /** Another process with the same inbox. */
  restart(): Promise<void>
  /** An event of any kind, rightly signed, to the webhook; answers the status. */
  bring(type: string, event: object): Promise<number>
  readonly kept: HeardMessage[]
  readonly refuse: ReturnType<typeof openInbox>['refuse']
  readonly media: ReturnType<typeof openMedia>
  readonly reports: string[]
  readonly seen: SeenKeys
  readonly webhook: string | null
  close(): Promise<void>
}

/** A Lark of our own with the village in it, and a bot as production starts it. */
export async function larkSet(
  mode: 'socket' | 'webhook',
  fake: Partial<FakeLarkSettings> = {},
  but: Partial<LarkOptions> = {},
): Promise<LarkSet> {
  const folder = await mkdtemp(join(tmpdir(), 'lark-'))
  const settings: FakeLarkSettings = {
    users: village.people.map(({ id, name }) => ({ openId: user(id), name })),
    chats: village.rooms.map(({ id, topic, members }) => ({
      ...{ id: chat(id), name: topic, members: members.map((one) => user(one.id)) },
    })),
    ...{ mode, hearsAll: true, botName: village.bot.name, folder },
    ...fake,
  }
  let lark = await startFakeLark(settings)
  const { inbox, kept, refuse } = openInbox()
  const media = openMedia()
  const seen = memorySeenKeys({ seenKeys: new Map() })
  const reports: string[] = []
  const { appId, appSecret, encryptKey, verificationToken } = lark
  const start = () =>
    startLark({
      settings: {
        ...{ appId, appSecret, domain: lark.endpoint },
        hears: mode === 'socket' ? { by: mode } : { by: mode, encryptKey, verificationToken },
      },
      ...{ inbox, media, say, seen, botNames: ['邻里助手'], clock: () => new Date() },
      ...{ report: (what) => reports.push(what), pace: fastPace, patience: hasty },
      tidings: openTidings().tidings,
      ...but,
    })
  const serveIt = async () => {
    const web = mode === 'webhook' ? await servedDoor(bot.doors[0]) : null
    if (web) lark.webhook(web.url)
    return web
  }
  let bot = await start()
  let web = await serveIt()
  return {
    ...{ kept, refuse, media, reports, seen },
    get bot() {
      return bot
    },
    get lark() {
      return lark
    },
    get webhook() {
      return web?.url ?? null
    },
    async restart() {
      await bot.stop()
      await web?.close()
      bot = await start()
      web = await serveIt()
    },
    async bring(type, event) {
      const header = {
        ...{ event_id: randomUUID(), event_type: type, create_time: String(Date.now()) },
        ...{ token: verificationToken, app_id: appId, tenant_key: lark.tenantKey },
      }
      const envelope = JSON.stringify({ schema: '2.0', header, event })
      const body = JSON.stringify({ encrypt: encrypted(envelope, encryptKey) })
      const { headers } = signed(body, encryptKey, Date.now())
      return (await fetch(web?.url ?? '', { method: 'POST', headers, body })).status
    },
    cut: () => lark.stop(),
    async mend() {
      const port = Number(new URL(lark.endpoint).port)
      lark = await startFakeLark({ ...settings, port, ...(web && { webhookUrl: web.url }) })
      // what is said before would come only with the second try, after 15 seconds
      const connections = () => lark.connections()
      if (mode === 'socket') await expect.poll(connections, { timeout: 15_000 }).toBe(1)
    },
    async close() {
      await lark.settled()
      await bot.stop()
      await web?.close()
      await lark.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The contract's village knows people by short names; Lark's ids have a beginning that tells what they are. */
const inside = (id: string) => id.replace(/^o[uc]_/, '')
const outside = (to: Reach): Reach =>
  to.kind === 'person'
    ? { ...to, account: user(to.account) }
    : { ...to, room: chat(to.room), mention: to.mention && user(to.mention) }

export async function larkStage(mode: 'socket' | 'webhook'): Promise<Stage & { set: LarkSet }> {
  const set = await larkSet(mode, { audit: false })
  const { bot, kept, media } = set
  const { channel } = bot
  const named = (message: HeardMessage): HeardMessage => ({
    ...message,
    room: message.room && inside(message.room),
    sender: { ...message.sender, id: inside(message.sender.id) },
  })
  const outsideIn: Channel = {
    ...channel,
    deliver: (parcel) => channel.deliver({ ...parcel, to: outside(parcel.to) }),
    arrived: (parcels, since) =>
      channel.arrived(
        parcels.map((parcel) => ({ ...parcel, to: outside(parcel.to) })),
        since,
      ),
  }
  return {
    ...{ set, channel: outsideIn, bot: inside(set.lark.bot), lacks: ['aliases', 'transcripts'] },
    async say({ from, room, type, text, mentions = [], quotes, file }: WorldUtterance) {
      return set.lark.say({
        ...{ from: user(from), room: room && chat(room), text },
        type: type === 'voice' ? 'audio' : type,
        mentions: mentions.map(user),
        ...(quotes && { quotes }),
        ...(file && { file }),
      })
    },
    recall: async (message) => set.lark.recall(message),
    async stranger(person, name, room) {
      set.lark.addUser({ openId: user(person), name })
      set.lark.addChat({ id: chat(room), name: '新群', members: [user(person)] })
    },
    async twice(on) {
      set.lark.inbound.duplicate = on
    },
    kept: () => kept.map(named),
    stored: async ({ media: id }) => (id ? (await media.load(id))?.bytes : undefined),
    spoken: () =>
      allChats(set.lark).flatMap((message) => (message.from ? [] : [spoken(set.lark, message)])),
    ...{ cut: set.cut, mend: set.mend },
    parcel: async (to, words, picture) =>
      aParcel(to, words, picture ? [await media.keep(picture, 'image/png')] : []),
    close: set.close,
  }
}

const allChats = (lark: FakeLark) =>
  [...village.rooms.map(({ id }) => chat(id)), ...village.people.map(({ id }) => user(id))].flatMap(
    (where) => lark.messages(where),
  )

function spoken(lark: FakeLark, { chat: where, dmWith, text, mentions, files }: LarkMessage) {
  const [file] = files
  return {
    ...{ where: inside(dmWith ?? where), text, mentions: mentions.map(inside) },
    file: file ? (lark.file(file)?.bytes ?? null) : null,
  }
}
