import { dayOf, momentOf } from '../domain/deadlines/calendar.ts'
import { afterThis, digestsLeft } from '../domain/deadlines/rounds.ts'
import type { LetterId, PersonId } from '../domain/ids.ts'
import { pingPolicyOf } from '../domain/street/pressing-policy.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { type Bundle, bundles, byReader, idsOf } from './parcels.ts'
import type { Desk, Letter } from './ports.ts'

/** More would be no message that anybody reads: the others come with the next digest. */
const mostTogether = 40

/**
 * What is said to each reader in this round, message by message. Calm letters to one member of staff are one message,
 * and only while the day has room for it beside its digests still to come: else they wait for the next digest. So nobody
 * ever gets more calm messages in a day than the policy gives, and every digest finds room. What was written before about
 * the same petition and still waits goes with the message that would overtake it.
 *
 * This stands here, and not where letters are written: only who hands them over knows what is one message, and how many
 * went out today. Letters once in doubt stay with their own.
 */
export async function roundsOf(
  letters: readonly Letter[],
  book: Rulebook,
  desk: Desk,
): Promise<Bundle[][]> {
  const staff = new Set<PersonId>(book.staff.map(({ id }) => id))
  const readerOf = ({ to }: Letter) =>
    to.kind === 'person' && staff.has(to.person) ? to.person : null
  const toStaff = letters.filter((letter) => readerOf(letter) !== null && letter.doubt === null)
  if (toStaff.length === 0) return byReader(letters).map((theirs) => bundles(theirs))
  const now = desk.clock()
  const people = [...new Set(toStaff.filter(isCalm).flatMap((letter) => readerOf(letter) ?? []))]
  const pings =
    people.length === 0
      ? new Map<PersonId, number>()
      : await desk.outbox.pings(people, momentOf(dayOf(now), '00:00'))
  const policy = pingPolicyOf(book.policies)
  const hasRoom = (person: PersonId) =>
    (pings.get(person) ?? 0) + digestsLeft(now, policy) < policy.perDay
  // what waits itself overtakes nothing
  const said = toStaff.filter((letter) => {
    const person = readerOf(letter)
    return !isCalm(letter) || (person !== null && hasRoom(person))
  })
  const along = said.length === 0 ? [] : await desk.outbox.takeAlong(idsOf(said), now)
  const held: LetterId[] = []
  const rounds = byReader([...letters, ...along]).map((theirs) => {
    const person = theirs[0] && readerOf(theirs[0])
    if (!person) return bundles(theirs)
    const { said, waits } = roundOf(theirs, hasRoom(person))
    held.push(...idsOf(waits))
    return said
  })
  if (held.length > 0) await desk.outbox.postpone(held, afterThis(now, book.policies))
  return rounds.filter((round) => round.length > 0)
}

const isCalm = (letter: Letter): boolean => letter.calm === true

/** What cannot wait goes first; nothing overtakes what was said before of the same petition. */
function roundOf(letters: readonly Letter[], hasRoom: boolean) {
  const settled = letters.filter(({ doubt }) => doubt !== null)
  const free = letters.filter(({ doubt }) => doubt === null)
  let calm = free.filter(isCalm).sort(asWritten)
  const loud = bundles(free.filter((letter) => !isCalm(letter))).map((bundle): Bundle => {
    const before = calm.filter((other) => bundle.some((letter) => comesBefore(other, letter)))
    calm = calm.filter((other) => !before.includes(other))
    const [first, ...others] = before
    return first ? [first, ...others, ...bundle] : bundle
  })
  const [first, ...others] = calm.slice(0, mostTogether)
  const news: Bundle[] = hasRoom && first ? [[first, ...others]] : []
  return {
    said: [...bundles(settled), ...loud, ...news],
    waits: hasRoom ? calm.slice(mostTogether) : calm,
  }
}

const comesBefore = (earlier: Letter, later: Letter): boolean =>
  earlier.id < later.id && petitionOf(earlier) !== null && petitionOf(earlier) === petitionOf(later)

const petitionOf = ({ notice }: Letter) => ('brief' in notice ? notice.brief.petition : null)

const asWritten = (a: Letter, b: Letter) => (a.id < b.id ? -1 : 1)
