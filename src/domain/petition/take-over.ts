import type { Command } from './command.ts'
import { type Petition, type Petitioner, petitioners } from './petition.ts'

/**
 * What another petition takes over from one that is the same matter, in one with its end: people, words and gravity.
 */
export function takenOver(petition: Petition, other: Petition): readonly Command[] {
  const known = petitioners(other).map(({ person }) => person)
  const joins: Command[] = petitioners(petition)
    .filter(({ person }) => !known.includes(person))
    .map((petitioner) => ({ kind: 'join', petitioner }))
  return [...joins, ...taught(petition, other)]
}

/**
 * How the people of a petition that is parted again leave the other one; who spoke there for several households leaves as
 * the one that it is about.
 */
export function leftBy(petition: Petition, other: Petition): readonly Command[] {
  const own = petitioners(petition)
  const isOf = (one: Petitioner) =>
    own.some(({ person, household }) => person === one.person && household === one.household)
  const isOnly = ({ person, relayedFor }: Petitioner) =>
    relayedFor === undefined &&
    petitioners(other).filter((one) => one.person === person).length === 1
  return other.supporters.flatMap((one): Command[] => {
    const { person, household } = one
    if (isOnly(one))
      return own.some((mine) => mine.person === person) ? [{ kind: 'unjoin', person }] : []
    return isOf(one) ? [{ kind: 'unjoin', person, household }] : []
  })
}

/** What the other learns from it. Words of who must not become known stay where they are. */
function taught(petition: Petition, other: Petition): readonly Command[] {
  const { confidential, messages, photos } = petition
  const said = { text: petition.words.join('；'), messages }
  const raise = raised(petition, other)
  if (!raise) return confidential ? [] : [{ kind: 'supplement', ...said, photos }]
  const amend = { kind: 'amend', place: null, category: null, raise } as const
  if (confidential) return [{ ...amend, text: '并入的一件更要紧', messages: [] }]
  const shown: Command[] =
    photos.length > 0 ? [{ kind: 'supplement', text: '', messages, photos }] : []
  return [...shown, { ...amend, ...said }]
}

/** Null: the other is as grave already. */
function raised(petition: Petition, other: Petition): Extract<Command, { kind: 'amend' }>['raise'] {
  const isUrgent = petition.urgency === 'urgent' && other.urgency === 'normal'
  const isVulnerable = petition.vulnerable && !other.vulnerable
  if (!isUrgent && !isVulnerable) return null
  return {
    urgency: isUrgent ? 'urgent' : other.urgency,
    danger: other.danger ?? petition.danger,
    ...(isVulnerable && { vulnerable: true }),
  }
}
