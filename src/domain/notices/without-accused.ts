import { isAccused } from '../people/accused.ts'
import { type Petition, petitioners } from '../petition/petition.ts'
import type { AddressedNotice } from './notice.ts'

/** Who is complained of hears nothing of it, unless as one whose matter it is. */
export const withoutAccused = (
  petition: Petition,
  notices: readonly AddressedNotice[],
): readonly AddressedNotice[] =>
  petition.accused
    ? notices.filter(
        ({ to }) =>
          to.kind !== 'person' ||
          !isAccused(to.person, petition) ||
          petitioners(petition).some(({ person }) => person === to.person),
      )
    : notices
