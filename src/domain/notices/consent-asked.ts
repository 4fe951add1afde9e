import { isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { AddressedNotice } from './notice.ts'

/** The one question to a head who speaks for a neighbour, in private; once it is known where the matter is. */
export function consentAsked(petition: Petition, book: Rulebook): readonly AddressedNotice[] {
  const { relay, onBehalfOf } = petition
  if (relay?.consent !== 'open' || onBehalfOf === null || !isInHand(petition)) return []
  const brief = briefOf(petition, book, 'concerned')
  return [
    {
      to: { kind: 'person', person: relay.head },
      notice: { kind: 'consentAsked', brief, who: onBehalfOf },
      haste: 'answer',
    },
  ]
}
