import { dayOf, isLikelyWorkingDay, nextWorkingMoment } from '../../../domain/deadlines/calendar.ts'
import type { PetitionId } from '../../../domain/ids.ts'
import { askedToDecide } from '../../../domain/people/above.ts'
import { staffAt } from '../../../domain/people/in-charge.ts'
import type { Staff } from '../../../domain/people/roles.ts'
import { type InHand, isInHand } from '../../../domain/petition/petition.ts'
import type { Utterance } from '../utter.ts'
import type { Play } from './play.ts'
import { staffWords } from './words.ts'

/** How a petition will fare with whoever has it now: drawn once for each time it is sent. */
type Manner = 'prompt' | 'slow' | 'late' | 'returns' | 'extends' | 'interim' | 'forgets'

const minute = 60_000
const hour = 60 * minute

/** What those do to whom something was sent: accept, note, return, ask for more time, resolve, late or never. */
export function handle(petition: InHand, play: Play): void {
  const { random, stage } = play
  const manner = mannerOf(petition, play)
  const now = stage.clock()
  const limit = petition.resolveDueAt.getTime() - now.getTime()
  const emergency = petition.urgency === 'emergency'
  const wait = emergency ? (3 + random.next() * 5) * minute : (0.2 + random.next() * 2) * hour
  const accepting = manner === 'late' ? Math.min(limit, 30 * hour) : wait
  const version = petition.dispatchedAt.getTime()
  const at = (share: number) => new Date(now.getTime() + accepting + share * (limit - accepting))
  const says = (when: Date, words: readonly string[]) =>
    play.agenda.add(
      emergency ? when : inOffice(when, play),
      () => asHandler(petition.id, version, random.pick(words), play),
      emergency,
    )
  says(
    new Date(now.getTime() + accepting),
    manner === 'returns' ? staffWords.return : staffWords.accept,
  )
  if (manner === 'returns' || manner === 'forgets') return
  if (random.next() < 0.2) says(at(0.3), staffWords.note)
  if (manner === 'interim') says(at(0.35), staffWords.interim)
  if (manner === 'extends') says(at(0.5), staffWords.extension)
  says(at(doneAt(manner, random.next())), staffWords.resolve)
}

const doneAt = (manner: Manner, chance: number): number => {
  switch (manner) {
    case 'late':
      return 1.2 + chance
    case 'extends':
      return 1 + 0.3 * chance
    case 'slow':
      return 0.6 + 0.35 * chance
    case 'prompt':
    case 'interim':
    case 'returns':
    case 'forgets':
      return 0.1 + 0.4 * chance
  }
}

function mannerOf({ urgency, returns, reopenings }: InHand, { random }: Play): Manner {
  const chance = random.next()
  if (urgency === 'emergency') return chance < 0.9 ? 'prompt' : 'slow'
  if (chance < 0.07 && returns === 0) return 'returns'
  if (chance < 0.14) return 'late'
  if (chance < 0.19 && reopenings === 0) return 'extends'
  if (chance < 0.23) return 'interim'
  if (chance < 0.25) return 'forgets'
  return chance < 0.55 ? 'slow' : 'prompt'
}

/** Whoever has it says so with its number, unless it has gone elsewhere meanwhile. */
async function asHandler(id: PetitionId, version: number, words: string, { stage }: Play) {
  const petition = await stage.desk.petitions.find(id)
  if (!petition || !isInHand(petition) || petition.dispatchedAt.getTime() !== version) return null
  const [staff] = staffAt(petition.to, stage.street.book)
  return as(staff, `${petition.number} ${words}`)
}

/** Those above hear of a wish for more time within hours, and give it more often than not. */
export function decide(petition: InHand, play: Play): void {
  const { random, stage } = play
  const [above] = askedToDecide(petition, stage.street.book)
  const words = random.pick(random.next() < 0.65 ? staffWords.approve : staffWords.refuse)
  const at = new Date(stage.clock().getTime() + (0.5 + 2 * random.next()) * hour)
  play.agenda.add(inOffice(at, play), async () => {
    const now = await stage.desk.petitions.find(petition.id)
    const waits = now && 'extensionAsked' in now && now.extensionAsked !== undefined
    return waits ? as(above, `${now.number} ${words}`) : null
  })
}

function as(staff: Staff | undefined, says: string): Utterance | null {
  const who = staff?.accounts.wechat
  return who === undefined ? null : { who, room: null, says }
}

/** At that moment, or when offices open next. */
function inOffice(at: Date, { stage }: Play): Date {
  const { policies, calendar } = stage.street.book
  const clock = new Date(at.getTime() + 8 * hour).toISOString().slice(11, 16)
  const open = policies.officeHours.some(({ from, to }) => from <= clock && clock < to)
  return open && isLikelyWorkingDay(dayOf(at), calendar)
    ? at
    : nextWorkingMoment(at, policies.officeHours, calendar)
}
