import type { ChannelName } from '../../src/domain/people/channel-name.ts'
import { no } from '../../src/domain/result.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Channel } from '../../src/flows/ports/channels.ts'
import type { Gap } from '../../src/flows/ports/gaps.ts'
import type { HeardMessage, Inbox, People } from '../../src/flows/ports.ts'
import { ledgerOf, type Trace } from './ledger.ts'
import { likenessOf } from './likeness.ts'
import { startWechat, type WechatBot, type WechatOptions } from './wechat-bot.ts'

type WechatName = 'wechat' | 'wechatStandby'

export interface PairOptions {
  /** Its inbox and tidings are those of both. */
  readonly primary: WechatOptions
  /** How the second account is reached, and what differs from the first. */
  readonly standby: Pick<WechatOptions, 'endpoint' | 'token'> & Partial<WechatOptions>
  readonly people: Pick<People, 'roomOf'>
  /**
   * Both accounts see people and groups under the same ids, as on puppets with steady ids (wxid). False for the web
   * protocol, where each login sees its own.
   */
  readonly steadyIds: boolean
}

export interface Pair {
  readonly primary: WechatBot
  readonly standby: WechatBot
  /** `wechatStandby`: in groups it speaks only while the first account is down, silenced or not in the group. */
  readonly channel: Channel
  stop(): Promise<void>
}

const rememberedMs = 15 * 60_000
/** The first account may have been deaf for a while before that was noticed. */
const unnoticedMs = 60_000
const lateMs = 5_000
const lookMs = 1_000
/** By then both accounts have heard it. */
const settledMs = 10_000

/**
 * Starts an account and a second one in the same groups, which hears along: the last quarter of an hour is in memory, and
 * when the first account's link is down, what was said since is kept, each message once. A time in which one account was
 * deaf is told unless the other heard through and is in all its groups.
 *
 * With steady ids what the second hears is kept as if the first had heard it: the same people, groups and talks. Without,
 * it is kept as channel `wechatStandby`, and only of groups that somebody bound to a room (`npm run rooms`); which group
 * is likely which is reported, by what both heard. People are then strangers until a code binds them.
 *
 * Limits: two accounts that hear the same are told apart only by who says what within five seconds, so of two people with
 * one name who say the same at once one is lost. A restart just after the first account is back may bring a message twice,
 * for the memory of what the second kept dies with the process. A message with a file is compared without it. Private
 * chats of the second account are always kept; with steady ids the first one answers them while it is up.
 */
export async function startPair({
  primary,
  standby,
  people,
  steadyIds,
}: PairOptions): Promise<Pair> {
  const { inbox, clock, report, tidings } = primary
  const [byFirst, bySecond] = [ledgerOf(steadyIds), ledgerOf(steadyIds)]
  const likeness = likenessOf(byFirst, (group, room) =>
    report(
      `wechat: a group of the second account is likely one we know; if so: npm run rooms -- bind wechatStandby ${group} ${room}`,
      null,
    ),
  )
  const waiting = new Map<string, Trace>()
  const notIn = new Set<string>()
  const groupsOf = { wechat: new Set<string>(), wechatStandby: new Set<string>() }
  let first: WechatBot | undefined
  let second: WechatBot | undefined
  let upAt = clock()
  let outage: { readonly from: number; until: number } | null = null

  const isUp = () => first?.channel.health().state !== 'down'
  const canSpeak = () => first?.channel.health().state === 'up'
  const groupOf = async ({ channel, room }: Pick<HeardMessage, 'channel' | 'room'>) =>
    steadyIds ? room : ((await people.roomOf(channel, room ?? '')) ?? null)
  const isBySelf = ({ sender }: HeardMessage, other: WechatBot | undefined) => {
    const self = other?.account()
    return steadyIds ? sender.id === self?.id : self?.name ? sender.name === self.name : false
  }
  /** What it quotes or takes back may have been kept as the first account heard it. */
  const asKept = (message: HeardMessage): HeardMessage => ({
    ...message,
    channel: steadyIds ? 'wechat' : message.channel,
    quotes: message.quotes && (byFirst.counterpart(message.quotes) ?? message.quotes),
    recalls: message.recalls && (byFirst.counterpart(message.recalls) ?? message.recalls),
  })

  const look = () => {
    const now = clock()
    if (first && isUp()) {
      upAt = now
      if (outage?.until === Number.POSITIVE_INFINITY) outage.until = now.getTime() + lateMs
    } else if (outage?.until !== Number.POSITIVE_INFINITY)
      outage = { from: upAt.getTime() - unnoticedMs, until: Number.POSITIVE_INFINITY }
    const old = new Date(now.getTime() - rememberedMs)
    const settled = new Date(now.getTime() - settledMs)
    for (const [id, trace] of waiting) {
      const { sentAt } = trace.message
      if (sentAt < old || (sentAt < settled && byFirst.claim(trace))) waiting.delete(id)
    }
    for (const ledger of [byFirst, bySecond]) ledger.forget(old)
  }
  /** Keeps what was said while the first account was deaf. */
  const keepMissed = async () => {
    look()
    for (const [id, trace] of waiting) {
      const said = trace.message.sentAt.getTime()
      if (!outage || said < outage.from || said > outage.until) continue
      if (!byFirst.claim(trace)) {
        bySecond.note(trace)
        await inbox.keep([asKept(trace.message)], clock())
      }
      waiting.delete(id)
    }
  }
  const firstInbox: Pick<Inbox, 'keep'> = {
    async keep(messages, now, upTo) {
      const fresh: HeardMessage[] = []
      for (const message of messages) {
        const group = message.room === null ? null : await groupOf(message)
        const trace = group === null ? null : { message, group }
        if (isBySelf(message, second) || (trace && bySecond.claim(trace))) continue
        if (trace) byFirst.note(trace)
        fresh.push(message)
      }
      return inbox.keep(fresh, now, upTo)
    },
  }
  const secondInbox: Pick<Inbox, 'keep'> = {
    async keep(messages, now) {
      for (const message of messages) {
        if (isBySelf(message, first)) continue
        if (message.room === null) {
          await inbox.keep([asKept(message)], now)
          continue
        }
        const group = await groupOf(message)
        if (group === null) likeness.heard(message)
        else {
          likeness.bound(message.room)
          waiting.set(message.id, { message, group })
        }
      }
      await keepMissed()
      return []
    },
  }
  const heardThrough = (bot: WechatBot | undefined, from: Date) => {
    const health = bot?.channel.health()
    return health?.state !== undefined && health.state !== 'down' && health.since <= from
  }
  const isInAllOf = async (own: WechatName, others: WechatName) => {
    const heard = await known(others)
    return [...(await known(own))].every((group) => heard.has(group))
  }
  /** The groups of an account, by what both call them; those that are bound to nothing are no loss. */
  const known = async (channel: WechatName) => {
    const groups = await Promise.all(
      [...groupsOf[channel]].map((room) => groupOf({ channel, room })),
    )
    return new Set(groups.filter((group) => group !== null))
  }
  const tidingsOf = (own: WechatName, others: WechatName, other: () => WechatBot | undefined) => ({
    ...tidings,
    async gap(gap: Gap) {
      const isCovered =
        heardThrough(other(), gap.fromAt) &&
        (steadyIds || !likeness.isOpen()) &&
        (await isInAllOf(own, others))
      if (!isCovered) await tidings.gap(gap)
    },
    async room(channel: ChannelName, room: string, topic: string) {
      groupsOf[own].add(room)
      if (own === 'wechat' && notIn.size > 0) notIn.delete((await groupOf({ channel, room })) ?? '')
      await tidings.room(channel, room, topic)
    },
    async removed(channel: ChannelName, room: string) {
      groupsOf[own].delete(room)
      if (own === 'wechat') notIn.add((await groupOf({ channel, room })) ?? '')
      await tidings.removed(channel, room)
    },
  })

  first = await startWechat({
    ...primary,
    inbox: firstInbox,
    tidings: tidingsOf('wechat', 'wechatStandby', () => second),
  })
  try {
    second = await startWechat({
      ...primary,
      ...standby,
      ...{
        name: 'wechatStandby',
        inbox: secondInbox,
        tidings: tidingsOf('wechatStandby', 'wechat', () => first),
      },
      replaySince: undefined,
    })
  } catch (fault) {
    await first.stop()
    throw fault
  }
  const looking = setInterval(
    () =>
      void keepMissed()
        .then(() => likeness.look((room) => people.roomOf('wechat', room)))
        .catch((fault) => report('wechat: the second account', withoutWords(fault))),
    lookMs,
  ).unref()
  const [one, other] = [first, second]
  return {
    ...{ primary: one, standby: other },
    channel: {
      ...other.channel,
      async deliver(parcel) {
        const { to } = parcel
        const group =
          to.kind === 'room' ? await groupOf({ channel: 'wechatStandby', room: to.room }) : ''
        if (to.kind === 'room' && canSpeak() && !notIn.has(group ?? ''))
          return no({ kind: 'later', why: 'the first account is up' })
        return other.channel.deliver(parcel)
      },
    },
    async stop() {
      clearInterval(looking)
      await Promise.all([one.stop(), other.stop()])
    },
  }
}
