import type { PetitionEvent } from './event.ts'
import type { Petition, Petitioner } from './petition.ts'

/** Whoever said so is of another door, or speaks for somebody else. */
export function withPetitioner(
  petition: Petition,
  { by, household, onBehalfOf }: Extract<PetitionEvent, { kind: 'petitionerCorrected' }>,
): Petition {
  const right = (one: Petitioner) =>
    one.person === by && household !== null ? { ...one, household } : one
  const isReporter = petition.reporter.person === by
  return {
    ...petition,
    reporter: right(petition.reporter),
    supporters: petition.supporters.map(right),
    onBehalfOf: isReporter ? (onBehalfOf ?? petition.onBehalfOf) : petition.onBehalfOf,
  }
}
