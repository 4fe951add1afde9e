import type { PetitionEvent } from '../petition/event.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Who } from './card-view.ts'

/** What only those do whose matter it is. Then no office is named, lest it tell which colleague complained. */
const theirs: ReadonlySet<PetitionEvent['kind']> = new Set([
  'registered',
  'supplemented',
  'joined',
  'unjoined',
  'rated',
  'withdrawn',
  'concealed',
  'petitionerCorrected',
])

/** Who did something with a petition, as anybody may read it. Household heads count as residents, as in their groups. */
export function whoDid(
  { by, kind }: Pick<PetitionEvent, 'by' | 'kind'>,
  petition: Petition,
  book: Rulebook,
): Who {
  if (by === null) return { kind: 'clock' }
  const isReporter = petition.reporter.person === by
  const joined = petition.supporters.some(({ person }) => person === by)
  const asResident: Who = { kind: isReporter ? 'reporter' : joined ? 'supporter' : 'resident' }
  if (theirs.has(kind)) return asResident
  const staff = book.staff.find(({ id }) => id === by)
  if (!staff || staff.role === 'household_head') return asResident
  // urged, reopened, amended, merged by one of us whose own matter it is
  const isOwn =
    (isReporter || joined) &&
    ['urged', 'reopened', 'amended', 'insisted', 'merged', 'unmerged'].includes(kind)
  if (isOwn) return asResident
  const department = book.departments.find(({ code }) => code === staff.department)?.name
  const unit = book.units.find(({ code }) => code === staff.unit)?.name
  return { kind: 'staff', role: staff.role, office: department ?? unit ?? '' }
}
