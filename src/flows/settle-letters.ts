import type { LetterId } from '../domain/ids.ts'
import { withoutWords } from '../domain/without-words.ts'
import { grouped, idsOf, inParcels, parcelOf } from './parcels.ts'
import type { Channel, Channels } from './ports/channels.ts'
import type { Desk, Doubt, Letter } from './ports.ts'

/** Platforms' clocks differ from ours. */
const clockSlackMs = 60_000

/**
 * Puts back what was in hand when we, or another process at the same outbox, died, and what we let fall: what had not set
 * out goes at once, what had is in doubt until its channel tells.
 */
export async function recoverUnsure(
  fallen: readonly LetterId[],
  { outbox, clock }: Desk,
): Promise<void> {
  const letters = await outbox.unsure(fallen)
  for (const { id, setOut, doubt, closed } of letters)
    if (setOut) await outbox.noteWays([id], { doubt: isOpen(doubt) ? doubt : setOut, closed })
  if (letters.length > 0) await outbox.retry(idsOf(letters), clock(), 'we stopped while sending')
}

/**
 * Asks the channels by which letters may have gone whether they did: those that arrived are sent; of the others the
 * doubt is over where the channel can tell. Where it cannot, or is down, the doubt stays. Answers what is still to be sent,
 * and which of those could not be asked after: up a moment later, their channel would say them again unasked.
 */
export async function settleDoubts(
  letters: readonly Letter[],
  channels: Channels,
  desk: Desk,
  sent: (ids: readonly LetterId[], message?: string) => Promise<void>,
): Promise<{ readonly toSend: Letter[]; readonly unasked: ReadonlySet<LetterId> }> {
  const doubtful = letters.filter(isDoubtful)
  const unasked = new Set<LetterId>()
  const there = new Set<LetterId>()
  const missing = new Set<LetterId>()
  for (const theirs of grouped(doubtful, ({ doubt }) => doubt.via.channel)) {
    const channel = channels[theirs[0].doubt.via.channel]
    const arrived = await arrivedOf(theirs, channel, desk)
    if (!arrived) {
      for (const { id } of theirs) unasked.add(id)
      continue
    }
    for (const { id, doubt } of theirs)
      if (arrived.has(id)) there.add(id)
      else if (!channel?.cannotTell?.(doubt.via)) missing.add(id)
  }
  // the way it went is written down before the doubt goes: whoever is killed in between leaves one of them
  const arrived = doubtful.filter(({ id }) => there.has(id))
  await goneBy(arrived, desk)
  for (const { id, doubt, closed } of doubtful)
    if (there.has(id)) await desk.outbox.noteWays([id], { doubt: null, closed })
    else if (missing.has(id)) await desk.outbox.noteWays([id], { doubt: over(doubt), closed })
  await Promise.all(
    grouped(arrived, ({ doubt }) => doubt.parcel).map((theirs) => {
      const { via, parcel } = theirs[0].doubt
      return sent(idsOf(theirs), channels[via.channel]?.messageOf?.(parcel))
    }),
  )
  const toSend = letters
    .filter(({ id }) => !there.has(id))
    .map((letter) =>
      letter.doubt && missing.has(letter.id) ? { ...letter, doubt: over(letter.doubt) } : letter,
    )
  return { toSend, unasked }
}

/** Who asks later what a platform shows must know that these stand there: else another of the same words is taken for them. */
async function goneBy(arrived: readonly Doubtful[], { outbox }: Desk): Promise<void> {
  for (const theirs of grouped(arrived, ({ doubt }) => doubt.parcel)) {
    const { via, at, parcel } = theirs[0].doubt
    const ids = idsOf(theirs)
    await outbox.setOut([parcel, ...ids.filter((id) => id !== parcel)], via, at)
  }
}

type Doubtful = Letter & { readonly doubt: NonNullable<Letter['doubt']> }

const isOpen = (doubt: Letter['doubt']) => doubt !== null && !doubt.isOver
const isDoubtful = (letter: Letter): letter is Doubtful => isOpen(letter.doubt)
const over = (doubt: Doubt): Doubt => ({ ...doubt, isOver: true })

/** null: the channel cannot tell now. */
async function arrivedOf(
  theirs: readonly Doubtful[],
  channel: Channel | undefined,
  { outbox, report }: Desk,
): Promise<ReadonlySet<LetterId> | null> {
  if (!channel || channel.health().state === 'down') return null
  const firstAt = Math.min(...theirs.map(({ doubt }) => doubt.at.getTime()))
  const since = new Date(firstAt - clockSlackMs)
  const before = await outbox.sentSince(
    since,
    theirs.map(({ to }) => to),
  )
  const asked = [
    // what we know to be said comes first: it has the first claim on what the platform shows
    ...before.map((one) => ({ one, by: one.setOut })),
    ...theirs.map((one) => ({ one, by: one.doubt })),
  ].flatMap(({ one, by }) => (by?.via.channel === channel.name ? [{ one, by }] : []))
  const parcels = grouped(asked, ({ by }) => by.parcel).map((group) => {
    const [{ one, by }] = group
    const [first = one, ...others] = inParcels(group.map((asked) => asked.one))
    const bundle = [first, ...others] as const
    return { bundle, parcel: { ...parcelOf(bundle, by.via), id: by.parcel } }
  })
  try {
    const arrived = await channel.arrived(
      parcels.map(({ parcel }) => parcel),
      since,
    )
    const shown = parcels.filter(({ parcel }) => arrived.includes(parcel.id))
    return new Set(shown.flatMap(({ bundle }) => idsOf(bundle)))
  } catch (fault) {
    report(`asking ${channel.name} what has arrived`, withoutWords(fault))
    return null
  }
}
