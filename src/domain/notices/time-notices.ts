import { endOf } from '../deadlines/calendar.ts'
import { masked } from '../intake/mask.ts'
import { askedToDecide } from '../people/above.ts'
import { holders, staffAt } from '../people/in-charge.ts'
import type { Staff } from '../people/roles.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { isInHand, type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { AddressedNotice, Brief } from './notice.ts'
import { telling } from './telling.ts'

type OfTime = Extract<
  PetitionEvent,
  {
    kind:
      | 'extensionAsked'
      | 'extensionApproved'
      | 'extensionRefused'
      | 'interimAnswered'
      | 'interimWatched'
      | 'decisionPressed'
  }
>

/**
 * Who must know that it takes longer, or was promised for a day. Petitioners hear a new limit with its reason, and never
 * that one was asked for and refused: for them nothing changed.
 */
export function timeNotices(
  event: OfTime,
  petition: Petition,
  { brief, theirs }: { readonly brief: Brief; readonly theirs: Brief },
  book: Rulebook,
): readonly AddressedNotice[] {
  if (!isInHand(petition)) return []
  const tell = telling(event.by)
  const ids = (staff: readonly Staff[]) => staff.map(({ id }) => id)
  const all = petitioners(petition).map(({ person }) => person)
  const handlers = ids(staffAt(petition.to, book))
  const { resolveDueAt: dueAt } = petition

  switch (event.kind) {
    case 'extensionAsked': {
      const { kind, days, reason } = event
      return tell(ids(askedToDecide(petition, book)), { kind, brief, days, reason, dueAt })
    }
    case 'extensionApproved':
      return [
        ...tell(handlers, { kind: event.kind, brief: theirs, days: event.days, dueAt }),
        ...tell(all, { kind: 'extended', brief, reason: masked(event.reason), dueAt }),
      ]
    case 'decisionPressed': {
      const asked = petition.extensionAsked
      if (!asked) return []
      const { days, reason, askedAt } = asked
      return tell(event.told, {
        ...{ kind: 'decisionWaiting', brief, days, reason, askedAt },
        raised: event.raised,
      })
    }
    case 'extensionRefused':
      return tell(handlers, { kind: event.kind, brief: theirs, reason: event.reason, dueAt })
    case 'interimAnswered':
      return tell(all, {
        kind: event.kind,
        brief,
        text: masked(event.text),
        untilAt: endOf(event.day),
      })
    case 'interimWatched': {
      const untilAt = endOf(event.day)
      if (!event.missed)
        return tell(handlers, {
          kind: 'interimDue',
          brief: theirs,
          text: petition.interim?.text ?? '',
        })
      const above = ids(holders('community_manager', petition, book))
      return [
        ...tell([...handlers, ...above], { kind: 'interimOverdue', brief: theirs, untilAt }),
        ...tell(all, { kind: 'interimMissed', brief, untilAt }),
      ]
    }
  }
}
