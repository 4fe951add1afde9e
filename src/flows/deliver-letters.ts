import { afterQuietHours } from '../domain/deadlines/quiet-hours.ts'
import type { LetterId } from '../domain/ids.ts'
import type { Notice } from '../domain/notices/notice.ts'
import type { ChannelName } from '../domain/people/channel-name.ts'
import { withoutWords } from '../domain/without-words.ts'
import { bundles, byReader, idsOf, parcelOf, together } from './parcels.ts'
import type { Channel, Parcel } from './ports/channels.ts'
import type { Desk, Letter } from './ports.ts'

const lettersAtOnce = 50
const firstPauseMs = 2_000
const longestPauseMs = 60_000
/** Tries at one a minute in the waking hours of three days: what could not go out for so long says nothing new. */
const mostAttempts = 3 * 14 * 60
/** From this delay on even an answer is news, and waits for the morning. */
const staleMs = 15 * 60_000
/** Where life or a home is at stake nobody sleeps. */
const atAnyHour = (notice: Notice): boolean =>
  notice.kind === 'emergency' ||
  notice.kind === 'alarm' ||
  (notice.kind === 'task' && notice.task.urgent)
/** Sooner than the lease of a letter ends, which then would go out again unasked. */
const settleEveryMs = 20_000
/** Platforms' clocks differ from ours. */
const clockSlackMs = 60_000

export type Channels = Readonly<Partial<Record<ChannelName, Channel>>>

/**
 * Who carries letters. Each call carries those that are due, each reader's in order, all readers at once, and answers
 * how many it dealt with. What fails waits twice as long each time, up to a minute, and after some three days is given up,
 * visibly: a link that is down for hours, or a platform that wants silence, costs no letter. What went out while the database was
 * away is remembered, and written down as sent when it is back; what was under way when a process died is settled first.
 */
export function letterCarrier(desk: Desk): (channels: Channels) => Promise<number> {
  const said = new Set<LetterId>()
  const markSaid = async () => {
    const ids = [...said]
    if (ids.length > 0) await desk.outbox.sent(ids, desk.clock())
    for (const id of ids) said.delete(id)
  }
  const sent = async (ids: readonly LetterId[]) => {
    for (const id of ids) said.add(id)
    await markSaid()
  }
  let settledAt = Number.NEGATIVE_INFINITY
  return async (channels) => {
    await markSaid()
    const now = desk.clock().getTime()
    if (now - settledAt >= settleEveryMs) {
      await settleUnsure(channels, desk)
      settledAt = now
    }
    const letters = await desk.outbox.take(lettersAtOnce, desk.clock())
    const awake = await putOffLate(letters, desk)
    const done = await Promise.allSettled(
      byReader(awake).map((theirs) => deliverInOrder(theirs, channels, desk, sent)),
    )
    const failed = done.find(({ status }) => status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    return letters.length
  }
}

/**
 * Settles letters that were under way when we, or another process at the same outbox, died: those that the platform
 * shows to have arrived are done, the others go again.
 */
async function settleUnsure(channels: Channels, desk: Desk): Promise<void> {
  const letters = await desk.outbox.unsure()
  if (letters.length === 0) return
  const firstTaken = Math.min(...letters.map(({ takenAt }) => takenAt.getTime()))
  const since = new Date(firstTaken - clockSlackMs)
  const before = await desk.outbox.sentSince(
    since,
    letters.map(({ to }) => to),
  )
  // what we know to be said comes first: it has the first claim on what the platform shows
  const all = [...before.map((one) => [one]), ...together(letters)]
  const arrived = new Set<LetterId>()
  for (const channel of Object.values(channels)) {
    const parcels = await parcelsFor(channel, all, desk)
    if (parcels.length > 0) for (const id of await channel.arrived(parcels, since)) arrived.add(id)
  }
  const [there, open] = [true, false].map((wanted) =>
    together(letters)
      .filter(([first]) => first && arrived.has(first.id) === wanted)
      .flatMap(idsOf),
  )
  if (there) await desk.outbox.sent(there, desk.clock())
  if (open) await desk.outbox.retry(open, desk.clock(), 'we stopped while sending')
}

async function parcelsFor({ name }: Channel, bundled: readonly Letter[][], desk: Desk) {
  const parcels: Parcel[] = []
  for (const bundle of bundled) {
    const parcel = await parcelOf(bundle, desk)
    if (parcel?.to.channel === name) parcels.push(parcel)
  }
  return parcels
}

/**
 * After hours in which nothing could go out, nobody is woken by what can wait: readers of such letters get theirs in the
 * morning, in order, unless danger is among them. Answers the letters that may go now.
 */
async function putOffLate(letters: readonly Letter[], desk: Desk): Promise<readonly Letter[]> {
  const now = desk.clock()
  const { policies } = await desk.rulebooks.current()
  const morning = afterQuietHours(now, policies.quietHours)
  if (morning <= now) return letters
  const isLate = ({ sendAt }: Letter) => now.getTime() - sendAt.getTime() > staleMs
  const asleep = byReader(letters).filter(
    (theirs) => theirs.some(isLate) && !theirs.some(({ notice }) => atAnyHour(notice)),
  )
  const ids = asleep.flatMap(idsOf)
  if (ids.length > 0) await desk.outbox.postpone(ids, morning)
  return letters.filter(({ id }) => !ids.includes(id))
}

async function deliverInOrder(
  letters: readonly Letter[],
  channels: Channels,
  desk: Desk,
  sent: (ids: readonly LetterId[]) => Promise<void>,
): Promise<void> {
  const waiting = bundles(letters)
  for (let bundle = waiting.shift(); bundle; bundle = waiting.shift()) {
    const ids = idsOf(bundle)
    const parcel = await parcelOf(bundle, desk)
    const channel = parcel && channels[parcel.to.channel]
    if (!parcel || !channel) {
      await desk.outbox.giveUp(ids, parcel ? 'the channel is not connected' : 'nobody to reach')
      continue
    }
    const delivery = await attempt(channel, parcel)
    if (delivery.ok) {
      await sent(ids)
      continue
    }
    const { kind, why } = delivery.problem
    const attempts = Math.max(...bundle.map((letter) => letter.attempts)) + 1
    if (kind === 'never' || attempts >= mostAttempts) {
      desk.report(`letter ${parcel.id} given up`, why)
      await desk.outbox.giveUp(ids, why)
      continue
    }
    const pause = Math.min(longestPauseMs, firstPauseMs * 2 ** (attempts - 1))
    const at = new Date(desk.clock().getTime() + pause)
    await desk.outbox.retry([...ids, ...idsOf(waiting.flat())], at, why)
    return
  }
}

async function attempt(channel: Channel, parcel: Parcel): ReturnType<Channel['deliver']> {
  try {
    return await channel.deliver(parcel)
  } catch (fault) {
    return { ok: false, problem: { kind: 'later', why: withoutWords(fault).message } }
  }
}
