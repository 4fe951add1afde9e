import { outwardly } from '../heads/relay.ts'
import { recusing } from '../people/accused.ts'
import { holders, staffAt } from '../people/in-charge.ts'
import type { StaffRole } from '../people/roles.ts'
import { unheard } from '../petition/asked.ts'
import type { PetitionEvent } from '../petition/event.ts'
import type { JointHappening } from '../petition/joint/joint-event.ts'
import {
  type Destination,
  households,
  isInHand,
  type Petition,
  petitioners,
} from '../petition/petition.ts'
import { urgingHouseholds } from '../petition/pressing.ts'
import type { Rulebook } from '../street/rulebook.ts'
import {
  consentNotices,
  followUpNotices,
  notedNotices,
  resolvedNotices,
} from './aftercare-notices.ts'
import { briefOf } from './brief.ts'
import { correctionNotices } from './correction-notices.ts'
import { discretionFor } from './discretion.ts'
import { helpNotices } from './help-notices.ts'
import { isOfJoint, jointNotices } from './joint-notices.ts'
import { acceptedQuarrel, mediationNotices } from './mediation-notices.ts'
import { mergingNotices } from './merging-notices.ts'
import type { AddressedNotice } from './notice.ts'
import { secrecyNotices } from './secrecy-notices.ts'
import { alarms, taskNotice } from './task-notices.ts'
import { telling } from './telling.ts'
import { timeNotices } from './time-notices.ts'
import { withoutAccused } from './without-accused.ts'

/**
 * Who must be told what after an event, apart from the answer to whoever caused it: petitioners at every step of theirs,
 * the people in whose hands it is, those above who owe attention. Each person at most once; never whom it complains of.
 */
export const noticesFor = (
  event: PetitionEvent,
  before: Petition | null,
  after: Petition,
  book: Rulebook,
): readonly AddressedNotice[] => {
  const others = recusing(after, book)
  return withoutAccused(after, [
    ...(isOfJoint(event) ? [] : noticesOf(event, before, outwardly(after), others)),
    ...jointNotices(event, before && outwardly(before), outwardly(after), others),
  ])
}

function noticesOf(
  event: Exclude<PetitionEvent, { kind: JointHappening['kind'] }>,
  before: Petition | null,
  petition: Petition,
  book: Rulebook,
): readonly AddressedNotice[] {
  const brief = briefOf(petition, book, 'concerned')
  const dueAt = isInHand(petition) ? petition.resolveDueAt : null
  const tell = telling(event.by)
  const all = petitioners(petition).map(({ person }) => person)
  const inCharge = (to: Destination) => staffAt(to, book).map(({ id }) => id)
  const above = (role: StaffRole) => holders(role, petition, book).map(({ id }) => id)
  const handlers = isInHand(petition) ? inCharge(petition.to) : []
  const urgent = petition.urgency !== 'normal'
  const { discreet, brief: theirs, said } = discretionFor(petition, book)
  const leaving = petition.confidential ? briefOf(petition, book, 'group') : brief
  // while life is in danger nothing that its helpers should know waits for a digest or the morning
  const haste = petition.urgency === 'emergency' ? 'alarm' : 'news'
  const hand = isInHand(petition) ? petition : null

  switch (event.kind) {
    case 'registered':
      return hand
        ? [
            ...tell(
              handlers,
              taskNotice(hand, theirs, 'new', '', discreet),
              urgent ? 'alarm' : 'news',
            ),
            ...alarms(hand, brief, handlers, book),
          ]
        : []
    case 'dispatched':
      return hand
        ? [
            ...tell(
              handlers,
              taskNotice(hand, theirs, 'new', event.because, discreet),
              urgent ? 'alarm' : 'news',
            ),
            ...tell(all, { kind: 'dispatched', brief, dueAt: hand.resolveDueAt }),
          ]
        : []
    case 'accepted':
      return [
        ...(dueAt ? tell(all, { kind: 'accepted', brief, dueAt }) : []),
        ...acceptedQuarrel(event, petition, { brief, theirs }, book),
      ]
    case 'mediated':
      return mediationNotices(event, petition, { brief, theirs }, book)
    case 'returned':
    case 'transferred':
      if (!hand) return []
      return [
        ...tell(
          handlers,
          taskNotice(
            hand,
            theirs,
            event.kind === 'transferred' && event.designated ? 'designated' : event.kind,
            event.reason,
            discreet,
            event.kind === 'returned' ? event.photos : [],
          ),
          urgent ? 'alarm' : 'news',
        ),
        ...tell(inCharge(event.from), { kind: 'taskMovedAway', brief: leaving }),
        ...(hand.to.kind === 'street'
          ? tell(above('street_supervisor'), { kind: 'stuck', brief, reason: event.reason })
          : []),
        ...tell(all, { kind: 'moved', brief, dueAt: hand.resolveDueAt }),
      ]
    case 'helpAsked':
      if (event.of) return []
      return [
        ...tell(above('community_manager'), { kind: 'helpAsked', brief, text: event.text }, haste),
        ...tell(all, { kind: 'helpSought', brief }),
      ]
    case 'helpAnswered':
      return helpNotices(event, petition, theirs, book)
    case 'extensionAsked':
    case 'extensionApproved':
    case 'extensionRefused':
    case 'interimAnswered':
    case 'interimWatched':
    case 'decisionPressed':
      return timeNotices(event, petition, { brief, theirs }, book)
    case 'noted':
      if (event.of) return []
      return notedNotices(event, petition, brief, book)
    case 'resolved':
      // what was told of the end of a mediation says it all
      if (petition.mediation?.end?.kind === 'failed') return []
      return resolvedNotices(event, petition, brief, book)
    case 'consented':
      return consentNotices(event, petition, theirs, book)
    case 'followedUp':
      return followUpNotices(event, petition, { brief, theirs }, book)
    case 'supplemented':
      return tell(
        handlers,
        {
          kind: 'taskSupplemented',
          brief: theirs,
          text: said(event.text),
          photos: discreet ? [] : event.photos,
        },
        haste,
      )
    case 'amended': {
      if (!event.redispatch || !hand)
        return tell(
          handlers,
          { kind: 'taskSupplemented', brief: theirs, text: said(event.text), photos: [] },
          haste,
        )
      const had = before && isInHand(before) ? inCharge(before.to) : []
      const left = had.filter((person) => !handlers.includes(person))
      return [
        ...tell(
          handlers,
          taskNotice(
            hand,
            theirs,
            before && isInHand(before) ? 'amended' : 'new',
            said(event.text),
            discreet,
          ),
          urgent ? 'alarm' : 'news',
        ),
        ...tell(left, { kind: 'taskMovedAway', brief: leaving }),
        ...(event.raise ? alarms(hand, brief, handlers, book) : []),
      ]
    }
    case 'corrected':
    case 'dismissed':
    case 'redirected':
    case 'insisted':
      return correctionNotices(event, before, petition, { brief, theirs, discreet }, book)
    case 'merged':
    case 'unmerged':
      return mergingNotices(event, before, petition, { brief, theirs, discreet }, book)
    case 'concealed':
    case 'petitionerCorrected':
    case 'forgotten':
      return secrecyNotices(event, before, petition, book)
    case 'joined':
    case 'unjoined':
      return []
    case 'urged':
      return tell(
        handlers,
        {
          ...{ kind: 'taskUrged', brief: theirs, households: households(petition) },
          urging: urgingHouseholds(petition, event.at, book),
        },
        haste,
      )
    case 'rated': {
      const { solved, score, reason } = event.rating
      const rated = { kind: 'taskRated', brief, solved, score, reason } as const
      const low = score !== null && score <= 2
      const to = 'to' in petition ? inCharge(petition.to) : []
      return [
        ...tell(to, { ...rated, brief: theirs, reason: reason && said(reason) }),
        ...tell(low ? above('community_manager') : [], rated),
      ]
    }
    case 'reopened': {
      if (!hand) return []
      const over =
        (['community_manager', 'street_supervisor'] as const)[petition.reopenings - 1] ??
        'street_leader'
      return [
        ...tell(
          handlers,
          taskNotice(hand, theirs, 'reopened', said(event.reason), discreet),
          urgent ? 'alarm' : 'news',
        ),
        ...tell(above(over), { kind: 'reopenedAbove', brief, reason: event.reason }),
        ...tell(all, { kind: 'reopened', brief, dueAt: hand.resolveDueAt }),
      ]
    }
    case 'withdrawn':
      return tell(before && isInHand(before) ? inCharge(before.to) : [], {
        kind: 'taskWithdrawn',
        brief: theirs,
        reason: said(event.reason),
      })
    case 'reminded':
      if (!hand) return []
      return tell(
        handlers,
        { kind: 'reminded', brief: theirs, of: event.of, dueAt: dutyDue(hand, event.of) },
        haste,
      )
    case 'escalated': {
      if (!hand) return []
      const { of, to } = event
      const names = (event.told ?? []).flatMap(
        (id) => book.staff.find((one) => one.id === id)?.name ?? [],
      )
      const notice = {
        kind: 'escalated' as const,
        ...{ brief, of, dueAt: dutyDue(hand, of), to, names },
        ...(event.level !== undefined && { level: event.level }),
      }
      return [
        ...tell(handlers, { ...notice, brief: theirs }, haste),
        ...tell(above(to), notice, haste),
      ]
    }
    case 'ratingReminded':
    case 'closedUnrated':
      return tell(unheard(petition), { kind: event.kind, brief })
  }
}

const dutyDue = (
  petition: Extract<Petition, { status: 'dispatched' | 'handling' }>,
  of: 'accept' | 'resolve',
) => (of === 'accept' ? petition.acceptDueAt : petition.resolveDueAt)
