import { masked } from '../intake/mask.ts'
import { staffAt } from '../people/in-charge.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { type Destination, isInHand, type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { AddressedNotice, Brief } from './notice.ts'
import { alarms, taskNotice } from './task-notices.ts'
import { telling } from './telling.ts'

/** What may be said of it: `brief` to who is concerned, `theirs` to the handlers, who may be the ones complained about. */
interface Said {
  readonly brief: Brief
  readonly theirs: Brief
  readonly discreet: boolean
}

/**
 * Who must know that staff put something right, or dismissed it, and that somebody insists. Petitioners hear in private;
 * of a mere change of category that sends it nowhere else they hear nothing.
 */
export function correctionNotices(
  event: Extract<PetitionEvent, { kind: 'corrected' | 'dismissed' | 'redirected' | 'insisted' }>,
  before: Petition | null,
  petition: Petition,
  { brief, theirs, discreet }: Said,
  book: Rulebook,
): readonly AddressedNotice[] {
  const tell = telling(event.by)
  const inCharge = (to: Destination) => staffAt(to, book).map(({ id }) => id)
  const all = petitioners(petition).map(({ person }) => person)
  const had = before && isInHand(before) ? inCharge(before.to) : []
  const hand = isInHand(petition) ? petition : null
  const handlers = hand ? inCharge(hand.to) : []
  const haste = petition.urgency === 'normal' ? 'news' : 'alarm'

  switch (event.kind) {
    case 'corrected': {
      const news = { kind: 'amended', brief, dueAt: hand?.resolveDueAt ?? null } as const
      if (!event.redispatch || !hand)
        return [
          ...tell(handlers, { kind: 'taskCorrected', brief: theirs }),
          ...(event.place ? tell(all, news) : []),
        ]
      return [
        ...tell(handlers, taskNotice(hand, theirs, 'corrected', '', discreet), haste),
        ...tell(
          had.filter((person) => !handlers.includes(person)),
          { kind: 'taskMovedAway', brief: theirs },
        ),
        ...tell(all, news),
      ]
    }
    case 'dismissed':
      return [
        ...tell(had, { kind: 'taskDismissed', brief: theirs, reason: event.reason }),
        ...tell(all, { kind: 'dismissed', brief, reason: event.reason }),
      ]
    case 'redirected': {
      const { kind, way, reason } = event
      // who asked hears it as an answer when nobody but we decided
      const soon = event.by === null ? 'answer' : 'news'
      return [
        ...tell(had, { kind: 'taskRedirected', brief: theirs, way }),
        ...tell(all, { kind, brief, way, reason: masked(reason) }, soon),
      ]
    }
    case 'insisted':
      return hand
        ? [
            ...tell(handlers, taskNotice(hand, theirs, 'insisted', '', discreet), haste),
            ...alarms(hand, brief, handlers, book),
            ...tell(all, { kind: 'dispatched', brief, dueAt: hand.resolveDueAt }),
          ]
        : []
  }
}
