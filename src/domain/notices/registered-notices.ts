import type { PersonId, RoomId } from '../ids.ts'
import { openParts } from '../petition/joint/joint-work.ts'
import { households, isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { AddressedNotice } from './notice.ts'

/**
 * What the reporter hears at once: the number, who and by when, or the one question; in danger the number to call first
 * of all. In a group one short line, and nothing at all there about what is confidential.
 */
export function registeredNotices(
  petition: Petition,
  where: {
    readonly room: RoomId | null
    readonly asksPlace: boolean
    readonly alike?: Petition | undefined
  },
  book: Rulebook,
): readonly AddressedNotice[] {
  const { person } = petition.reporter
  const inPrivate = (notice: AddressedNotice['notice']): AddressedNotice => ({
    to: { kind: 'person', person },
    notice,
    haste: 'answer',
  })
  const aloud = (notice: AddressedNotice['notice']): AddressedNotice => ({
    to: where.room
      ? { kind: 'room', room: where.room, mention: person }
      : { kind: 'person', person },
    notice,
    haste: 'answer',
  })
  const { number, danger } = petition
  const tell = petition.confidential ? inPrivate : aloud
  const warning =
    petition.urgency === 'emergency' ? [tell({ kind: 'emergency', danger, number })] : []
  return [...warning, ...receipt(), ...supporters()]

  function receipt(): AddressedNotice[] {
    const brief = briefOf(petition, book, 'concerned')
    const discreet = briefOf(petition, book, 'group')
    const alike = where.alike && { alike: briefOf(where.alike, book, 'group') }
    if (where.room && !petition.confidential) {
      if (where.asksPlace) return [aloud({ kind: 'groupPlaceAsked', brief: discreet })]
      if (warning.length > 0 || !isInHand(petition)) return []
      return [
        aloud({ kind: 'groupRegistered', brief: discreet, dueAt: petition.resolveDueAt, ...alike }),
      ]
    }
    if (where.asksPlace) return [inPrivate({ kind: 'placeAsked', brief })]
    if (!isInHand(petition)) return []
    const { resolveDueAt: dueAt, provisional, onBehalfOf } = petition
    const follows = petition.follows && { follows: petition.follows.number }
    const joint = openParts(petition.joint).length > 0 && { isJoint: true as const }
    return [
      inPrivate({
        kind: 'registered',
        ...{ brief, dueAt, provisional, onBehalfOf },
        ...joint,
        ...follows,
        ...alike,
      }),
    ]
  }

  function supporters(): AddressedNotice[] {
    const notice = {
      kind: 'joined',
      brief: briefOf(petition, book, 'concerned'),
      households: households(petition),
      dueAt: isInHand(petition) ? petition.resolveDueAt : null,
    } as const
    return petition.supporters.map(({ person: joiner }: { person: PersonId }) => ({
      to: { kind: 'person', person: joiner },
      notice,
      haste: 'news',
    }))
  }
}
