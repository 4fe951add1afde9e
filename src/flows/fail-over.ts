import type { LetterId } from '../domain/ids.ts'
import type { Notice } from '../domain/notices/notice.ts'
import { withoutWords } from '../domain/without-words.ts'
import { type Bundle, idsOf, parcelOf } from './parcels.ts'
import { type Channel, type Channels, type Parcel, type Reach, wayName } from './ports/channels.ts'
import type { Desk, Letter } from './ports.ts'

/** What became of letters that are said together. */
export type Carried =
  /** `message`: the platform's id of it, where reading is told by it. */
  | { readonly kind: 'sent'; readonly message?: string }
  /** Somebody else took them meanwhile. */
  | { readonly kind: 'lost' }
  /** `at`: not before, when another way opens then. */
  | { readonly kind: 'later'; readonly why: string; readonly opensAt: Date | null }
  | { readonly kind: 'never'; readonly why: string }

/** How long a letter waits for its own way. */
interface Patience {
  /** Before it goes by another that is known to be free. In milliseconds, from when it was due. */
  readonly blockedMs: number
  /** Before it goes by another although the first may have carried it. */
  readonly doubtMs: number
}

/**
 * Danger cannot wait for a link, but most links are back within a minute, and it is better told once. A plain letter told
 * somewhere else than its reader looks is worth less than one that comes half an hour late.
 */
const urgent: Patience = { blockedMs: 60_000, doubtMs: 15 * 60_000 }
const ordinary: Patience = { blockedMs: 30 * 60_000, doubtMs: 2 * 3_600_000 }

/** Where life or a home is at stake nobody sleeps, and nobody waits. */
export const isUrgent = (notice: Notice): boolean =>
  notice.kind === 'emergency' ||
  notice.kind === 'alarm' ||
  (notice.kind === 'task' && notice.task.urgent)

/** Letters of one reader are said in order: all are in as much haste as the most urgent behind them. */
export const patienceFor = (letters: readonly Letter[]): Patience =>
  letters.some(({ notice }) => isUrgent(notice)) ? urgent : ordinary

/**
 * Carries letters by the first way that is connected and up. A way that refuses them for good gives over to the next at
 * once, one that cannot now only when `patience` is over. What may have gone out by one way goes by no other until that
 * way's channel told (`settleDoubts`) or the patience with doubt is over; by the same way it goes again where the channel
 * was asked and never can tell: not while letters of the bundle are `unasked`.
 */
export async function carry(
  bundle: Bundle,
  ways: readonly Reach[],
  patience: Patience,
  channels: Channels,
  unasked: ReadonlySet<LetterId>,
  desk: Desk,
): Promise<Carried> {
  const ids = idsOf(bundle)
  const connected = ways.filter(({ channel }) => channels[channel])
  if (connected.length === 0)
    return {
      kind: 'never',
      why: ways.length > 0 ? 'the channel is not connected' : 'nobody to reach',
    }
  const closed = new Set(bundle.flatMap((letter) => letter.closed))
  const doubt = bundle.find((letter) => letter.doubt && !letter.doubt.isOver)?.doubt ?? null
  const now = desk.clock().getTime()
  const doubtEnds = new Date((doubt?.at.getTime() ?? now) + patience.doubtMs)
  const doubted = doubt && wayName(doubt.via)
  const mayRepeat =
    doubt &&
    !bundle.some(({ id }) => unasked.has(id)) &&
    channels[doubt.via.channel]?.cannotTell?.(doubt.via)
  const isEarly = doubt !== null && now < doubtEnds.getTime()
  const isFree = (way: Reach) =>
    !closed.has(wayName(way)) && (wayName(way) === doubted ? mayRepeat : !isEarly)
  if (isEarly && !connected.some(isFree) && !connected.every((way) => closed.has(wayName(way))))
    return { kind: 'later', why: 'it may have gone out already', opensAt: doubtEnds }
  const opensAt = new Date(
    Math.min(...bundle.map(({ sendAt }) => sendAt.getTime())) + patience.blockedMs,
  )
  let why = 'refused by every way'
  let isBlocked = doubt !== null && !mayRepeat
  for (const way of connected.filter(isFree)) {
    if (isBlocked && now < opensAt.getTime()) return { kind: 'later', why, opensAt }
    const channel = channels[way.channel]
    const state = channel?.health().state ?? 'down'
    if (!channel || state !== 'up') {
      why = `the channel is ${state}`
      isBlocked = true
      continue
    }
    const setOutAt = desk.clock()
    const ours = await desk.outbox.setOut(ids, way, setOutAt)
    if (ours.length < ids.length) {
      await desk.outbox.retry(ours, setOutAt, 'a part was taken by somebody else')
      return { kind: 'lost' }
    }
    if (doubt) desk.report(`letter ${bundle[0].id} may be said twice`, null)
    const delivery = await attempt(channel, parcelOf(bundle, way))
    if (delivery.ok)
      return { kind: 'sent', ...(delivery.value !== undefined && { message: delivery.value }) }
    why = delivery.problem.why
    if (delivery.problem.kind === 'never') {
      closed.add(wayName(way))
      await desk.outbox.noteWays(ids, { doubt: doubt ?? bundle[0].doubt, closed: [...closed] })
      continue
    }
    if (delivery.problem.mayHaveGone) {
      await desk.outbox.noteWays(ids, {
        doubt: wayName(way) === doubted ? doubt : { via: way, at: setOutAt, parcel: bundle[0].id },
        closed: [...closed],
      })
      return { kind: 'later', why, opensAt: null }
    }
    isBlocked = true
  }
  if (isEarly && !connected.every((way) => closed.has(wayName(way))))
    return { kind: 'later', why, opensAt: doubtEnds }
  return isBlocked ? { kind: 'later', why, opensAt: null } : { kind: 'never', why }
}

async function attempt(channel: Channel, parcel: Parcel): ReturnType<Channel['deliver']> {
  try {
    return await channel.deliver(parcel)
  } catch (fault) {
    const why = withoutWords(fault).message
    return { ok: false, problem: { kind: 'later', why, mayHaveGone: true } }
  }
}
