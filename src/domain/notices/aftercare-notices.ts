import { contradicts } from '../aftercare/call-back.ts'
import type { PersonId } from '../ids.ts'
import { holders, staffAt } from '../people/in-charge.ts'
import type { StaffRole } from '../people/roles.ts'
import { asked, unheard } from '../petition/asked.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { isInHand, type Petition, petitioners } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { AddressedNotice, Brief } from './notice.ts'
import { telling } from './telling.ts'

type Of<Kind extends PetitionEvent['kind']> = Extract<PetitionEvent, { kind: Kind }>

/**
 * The result with the survey: petitioners hear it, one of each household is asked, and a head who spoke for a neighbour is
 * asked to look there first. Another head may be asked to look; those above hear when the handler had just written.
 */
export function resolvedNotices(
  event: Of<'resolved'>,
  petition: Petition,
  brief: Brief,
  book: Rulebook,
): readonly AddressedNotice[] {
  const tell = telling(event.by)
  const { result, photos, check } = event
  const notice = { kind: 'resolved', brief, result, photos } as const
  const toRate = asked(petition)
  const all = [...new Set(petitioners(petition).map(({ person }) => person))]
  const others = all.filter((person) => !toRate.includes(person))
  const isRelayed = (person: PersonId) =>
    petition.relay?.head === person ||
    petition.supporters.some((one) => one.person === person && one.relayedFor !== undefined)
  return [
    ...toRate.flatMap((person) =>
      tell([person], isRelayed(person) ? { ...notice, asks: 'onSite' } : notice),
    ),
    ...tell(others, { ...notice, asks: 'nobody' }),
    ...(check ? tell([check], checkAsked(petition, result, false, book)) : []),
    ...(event.notedBefore ? supervisors(event, petition, brief, book) : []),
  ]
}

export function notedNotices(
  event: Of<'noted'>,
  petition: Petition,
  brief: Brief,
  book: Rulebook,
): readonly AddressedNotice[] {
  const all = petitioners(petition).map(({ person }) => person)
  return [
    ...telling(event.by)(all, { kind: 'noted', brief, text: event.text, photos: event.photos }),
    ...(event.duringSurvey ? supervisors(event, petition, brief, book) : []),
  ]
}

const supervisors = (
  { by }: PetitionEvent,
  petition: Petition,
  brief: Brief,
  book: Rulebook,
): AddressedNotice[] =>
  telling(by)(idsOf('street_supervisor', petition, book), { kind: 'wroteInSurvey', brief })

/** Handlers learn who agreed to be named; nobody hears that somebody did not. */
export function consentNotices(
  event: Of<'consented'>,
  petition: Petition,
  brief: Brief,
  book: Rulebook,
): readonly AddressedNotice[] {
  if (!event.given || !isInHand(petition) || petition.confidential) return []
  const handlers = staffAt(petition.to, book).map(({ id }) => id)
  const text = `代${petition.onBehalfOf ?? '邻居'}反映，本人已同意`
  return telling(event.by)(handlers, { kind: 'taskSupplemented', brief, text, photos: [] })
}

export function followUpNotices(
  { step, by }: Of<'followedUp'>,
  petition: Petition,
  { brief, theirs }: { readonly brief: Brief; readonly theirs: Brief },
  book: Rulebook,
): readonly AddressedNotice[] {
  if (petition.status !== 'resolved' && petition.status !== 'closed') return []
  const tell = telling(by)
  const handlers = staffAt(petition.to, book).map(({ id }) => id)
  switch (step.kind) {
    case 'checked': {
      if (step.fixed) return []
      const above = idsOf('community_dispatcher', petition, book)
      const waiting = petition.status === 'resolved' ? unheard(petition) : []
      return [
        ...tell(handlers, { kind: 'doubted', brief: theirs, words: step.words }),
        ...tell(
          above.filter((id) => !handlers.includes(id)),
          { kind: 'doubted', brief, words: step.words },
        ),
        ...tell(waiting, { kind: 'doubtTold', brief }),
      ]
    }
    case 'checkPassed':
      return tell([step.to], checkAsked(petition, petition.result, true, book))
    case 'callBackAsked':
      return tell([step.of], {
        kind: 'callBackAsked',
        brief,
        why: step.why,
        dueAt: step.dueAt,
        again: false,
      })
    case 'callBackReminded': {
      const { callBack } = petition
      if (!callBack) return []
      const { why, dueAt } = callBack
      return tell([callBack.of], { kind: 'callBackAsked', brief, why, dueAt, again: true })
    }
    case 'calledBack': {
      if (step.result !== 'notFixed' && !contradicts(petition)) return []
      const { result, score, words } = step
      const notice = { kind: 'callBackTold', answer: { result, score, words } } as const
      const above = idsOf('street_supervisor', petition, book)
      return [
        ...tell(handlers, { ...notice, brief: theirs }),
        ...tell(
          above.filter((id) => !handlers.includes(id)),
          { ...notice, brief },
        ),
      ]
    }
    case 'lastingAsked':
      return tell(step.of, { kind: 'lastingAsked', brief })
    case 'lasting':
      return []
  }
}

const idsOf = (role: StaffRole, petition: Petition, book: Rulebook): PersonId[] =>
  holders(role, petition, book).map(({ id }) => id)

/** A volunteer goes to the entrance, and reads nobody's door. */
function checkAsked(petition: Petition, result: string, passed: boolean, book: Rulebook) {
  const place = { ...petition.place, floor: null, room: null }
  const brief = { ...briefOf({ ...petition, place }, book, 'concerned'), summary: '' }
  return { kind: 'checkAsked', brief, result, passed } as const
}
