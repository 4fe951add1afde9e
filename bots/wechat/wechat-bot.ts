import type { FileLimits } from '../../src/asking/whole-stream.ts'
import { within } from '../../src/asking/within.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Channel, Say } from '../../src/flows/ports/channels.ts'
import type { Tidings } from '../../src/flows/ports/tidings.ts'
import type { Clock, HeardMessage, Inbox, Media } from '../../src/flows/ports.ts'
import { wechatChannel } from './channel.ts'
import { deafness, isAbout } from './deafness.ts'
import { earOf } from './ear.ts'
import { groupsOf } from './groups.ts'
import { keeperOf } from './keeper.ts'
import { isLinkFault } from './link-faults.ts'
import type { LinkOptions } from './link-puppet.ts'
import { loginCode } from './login-code.ts'
import { mediaFetcher } from './media.ts'
import { namesOf } from './names.ts'
import { carefulPace, type PaceSettings, paceOf } from './pace.ts'
import { progressOf } from './progress.ts'
import { recentMessages } from './quote.ts'
import { receiptsBook } from './receipts.ts'
import { replayer } from './replay.ts'

export interface WechatOptions {
  /** Absent: `wechat`. */
  readonly name?: 'wechat' | 'wechatStandby'
  /** `host:port` of the puppet service that holds the account. */
  readonly endpoint: string
  /** Begins with a server name and an underscore, e.g. `insecure_…`. */
  readonly token: string
  readonly tls?: LinkOptions['tls']
  /** What residents call the bot, besides its own name and its name in the group. */
  readonly botNames: readonly string[]
  readonly inbox: Pick<Inbox, 'keep'>
  readonly media: Media
  readonly say: Say
  readonly clock: Clock
  /** Hears what happens to groups, and when nothing was heard. */
  readonly tidings: Tidings
  /** Shows the operator at the terminal how to log in: a code that is a secret, no log line. */
  readonly show: (text: string) => void
  /** Never hears a person's words, name or id. */
  readonly report: (what: string, fault: unknown) => void
  /** Asks the platform for what was said since: up to then all was kept before we were stopped. */
  readonly replaySince?: Date | undefined
  readonly pace?: PaceSettings
  readonly files?: FileLimits
  readonly link?: Partial<
    Pick<LinkOptions, 'keepAliveMs' | 'silenceMs' | 'backOffMs' | 'maxBackOffMs'>
  >
}

interface WechatHealth {
  readonly up: boolean
  readonly loggedIn: boolean
  /** Messages announced or loaded, but not in the inbox yet. */
  readonly waiting: number
  /** How often in a row the inbox refused. */
  readonly failures: number
  /** Milliseconds until we may speak again after "操作过于频繁". */
  readonly coolingMs: number
}

export interface WechatBot {
  readonly channel: Channel
  /** Who we are on the platform; null until the account is logged in for the first time. */
  account(): { readonly id: string; readonly name: string } | null
  health(): WechatHealth
  /** Comes back when all that was said on the platform until now is in the inbox. Throws when the link is down. */
  settled(): Promise<void>
  /** Keeps what was heard, then leaves; the account stays logged in at the puppet service. */
  stop(): Promise<void>
}

const replayMs = 60_000
/** So often it is written down that we can hear. */
const signMs = 60_000
/** After so long a gap that could not be written down is told again. */
const tellAgainMs = 5_000

/**
 * Connects the WeChat account behind a wechaty puppet service with our inbox, and answers how to speak on it. Comes
 * back after the first try to connect, be it lucky or not; goes on trying until stopped.
 */
export async function startWechat(options: WechatOptions): Promise<WechatBot> {
  const { report, clock, tidings, name = 'wechat' } = options
  const [{ WechatyBuilder, log }, { LinkPuppet }, { toHeard, chatOf, isComplaint }, { FileBox }] =
    await Promise.all([
      import('wechaty'), // seconds: only who has a WeChat account pays for it
      import('./link-puppet.ts'),
      import('./to-heard.ts'),
      import('file-box'),
    ])
  log.level('silent') // it writes tokens and texts to the console
  let scan: string | null = null
  let own: ReturnType<WechatBot['account']> = null
  const pace = paceOf(options.pace ?? carefulPace)
  const progress = progressOf(options.replaySince)
  const recent = recentMessages()
  const receipts = receiptsBook()
  let stopping = false
  const guarded = (what: string, work: () => Promise<unknown>) =>
    void work().catch((fault) => {
      if (!stopping || !isLinkFault(fault)) report(what, withoutWords(fault)) // we cut the link ourselves
    })

  const before = (await tidings.lastHeardUntil(name)) ?? options.replaySince ?? null
  // what a second account had sorted out with the first is forgotten with its process
  if (before && name === 'wechat') progress.couldHear(before)
  const deaf = deafness(before, clock, async (fromAt, untilAt) => {
    if (asked) await tidings.gap({ channel: name, fromAt, untilAt })
  })
  /** The latest message known when the platform was last asked to repeat itself; null: it never said anything to us. */
  let asked: Date | null = null
  /** The same in this process. */
  let known: HeardMessage | null = null
  const puppet = new LinkPuppet({
    ...{ endpoint: options.endpoint, token: options.token, tls: options.tls, ...options.link },
    onDown(why) {
      progress.lost()
      deaf.begins(puppet.silentMs)
      report(`wechat: link down, ${why}`, null)
    },
    onUp: () => catchUp(),
  })
  const names = namesOf(puppet)
  const upTo = () => (ear.waiting() + groups.waiting() === 0 ? progress.upTo() : null)
  const keeper = keeperOf(options.inbox, clock, report, upTo, progress.complete)
  const fetchMedia = mediaFetcher(puppet, options.media, report, options.files)
  const groups = groupsOf({
    ...{ channel: name, puppet, names, tidings, clock, guarded },
    keep: (message) => keeper.keep(message),
  })
  const around = {
    channel: name,
    puppet,
    names,
    recent,
    botNames: options.botNames,
    clock,
    fetchMedia,
  }
  const us = () => (puppet.isLoggedIn ? puppet.currentUserId : '')
  const ear = earOf({
    load: (id) => puppet.messagePayload(id),
    isUp: () => puppet.up,
    chatOf: (payload) => chatOf(payload, us()),
    isToKeep(payload) {
      if (isComplaint(payload)) {
        pace.coolDown(chatOf(payload, us()))
        report('wechat: the platform says that we speak too often', null)
        return false
      }
      if (payload.talkerId !== us()) return true
      const [chat, text] = [chatOf(payload, us()), payload.text ?? '']
      receipts.note(payload.id, { chat, text, at: new Date(payload.timestamp) })
      recent.note(chat, { id: payload.id, talker: payload.talkerId, words: text })
      return false
    },
    translate: (payload) => toHeard(payload, around),
    keep(message: HeardMessage) {
      progress.heard(message)
      if (asked && !known && isAbout(message.sentAt, asked)) deaf.repeated()
      deaf.brought(message.sentAt)
      keeper.keep(message)
    },
    report,
  })
  const askAgain = replayer(puppet)
  const replay = async (since: Date) => {
    await askAgain(since, replayMs)
    await within(replayMs, ear.settled()).catch(() => {})
  }
  /** Before the account is known, our own words look like anybody's. */
  const catchUp = () => {
    if (!puppet.up || !puppet.isLoggedIn) return
    guarded('wechat: replay', async () => {
      asked = progress.completeUpTo()
      known = progress.latest()
      try {
        await deaf.ends(async () => {
          await progress.catchUp((since) => askAgain(since, Number.POSITIVE_INFINITY))
          await within(replayMs, ear.settled()).catch(() => {})
        })
      } catch (fault) {
        if (!stopping) setTimeout(catchUp, tellAgainMs).unref() // the gap could not be written down
        throw fault
      }
      const latest = progress.latest()
      const isIdle = ear.waiting() + keeper.waiting() === 0
      if (latest && isIdle) keeper.keep(latest) // it is kept once; but only now is all before it
      await groups.tellAll()
    })
  }

  const bot = WechatyBuilder.build({ puppet })
  // wechaty's own ears load every member of a group for each message and change; nobody listens to them
  bot.on('puppet', () => {
    for (const event of ['message', 'dirty', 'room-join', 'room-leave', 'room-topic'] as const) {
      puppet.removeAllListeners(event)
    }
    puppet.on('message', ({ messageId }) => {
      if (!ear.hear(messageId) && messageId === known?.id) deaf.repeated()
    })
    groups.listen()
    puppet.on('dirty', ({ payloadId }) => names.forget(payloadId))
  })
  bot.on('scan', (code) => {
    if (code === '' || code === scan) return // scanned, confirmed or over: the code says nothing new
    if (scan === null) report('wechat: the account must be logged in by scanning a code', null)
    scan = code
    puppet.loggedOut()
    progress.lost()
    deaf.begins(0)
    options.show(loginCode(code))
  })
  bot.on('login', ({ id }) => {
    scan = null
    guarded('wechat: our own name', async () => {
      own = { id, name: (await names.of(id, null)).name }
    })
    catchUp()
  })
  bot.on('logout', () => {
    if (stopping) return
    report('wechat: the account is logged out', null)
    progress.lost()
    deaf.begins(0)
  })
  bot.on('error', (fault) => {
    if (!isLinkFault(fault) && !stopping) report('wechat: wechaty', withoutWords(fault))
  })
  const sign = async () => {
    if (!puppet.up || !puppet.isLoggedIn || deaf.isDeaf()) return
    const now = clock()
    await tidings.heardUntil(name, now)
    progress.couldHear(now)
  }
  const signing = setInterval(() => guarded('wechat: a sign of hearing', sign), signMs).unref()
  await bot.start()

  return {
    channel: wechatChannel({
      ...{ name, puppet, names, media: options.media, say: options.say },
      lastHeard: () => progress.latest()?.sentAt ?? null,
      codeToScan: () => scan,
      ...{ pace, receipts, replay, report, clock },
      listenMs: (options.pace ?? carefulPace).listenMs,
      toFile: (bytes, mime, id) =>
        FileBox.fromBuffer(
          Buffer.from(bytes),
          `${id.slice(0, 16)}.${mime.split(/[/;+]/)[1] ?? 'bin'}`,
        ),
    }),
    account: () => own,
    health: () => ({
      ...{ up: puppet.up, loggedIn: puppet.up && puppet.isLoggedIn },
      ...{ waiting: ear.waiting() + keeper.waiting(), failures: keeper.failures() },
      coolingMs: pace.coolingMs(),
    }),
    async settled() {
      await puppet.answered(60_000)
      await ear.settled()
      await keeper.settled()
    },
    async stop() {
      stopping = true
      clearInterval(signing)
      await within(5_000, ear.settled()).catch(() => {})
      ear.stop()
      await keeper.stop(5_000)
      await within(5_000, sign()).catch(() => {})
      await within(20_000, bot.stop()).catch((fault) => report('wechat: stop', withoutWords(fault)))
    },
  }
}
