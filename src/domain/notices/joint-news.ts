import type { PersonId } from '../ids.ts'
import { holders } from '../people/in-charge.ts'
import type { PetitionEvent } from '../petition/event.ts'
import type { OfPart } from '../petition/joint/joint-event.ts'
import { type JointPart, owedParts } from '../petition/joint/joint-work.ts'
import type { InHand } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { destinationName } from './brief.ts'
import type { JointNotice } from './joint-notice.ts'
import { briefFor, meetingOf, peopleOf } from './joint-people.ts'
import type { AddressedNotice } from './notice.ts'
import { telling } from './telling.ts'

type News = Extract<JointNotice, { kind: 'partNews' }>

/** What who leads, who asked for a part and who owes it hear when something happens to it. */
export function jointNews(
  event: PetitionEvent,
  petition: InHand,
  book: Rulebook,
): readonly AddressedNotice[] {
  const tell = telling(event.by)
  const { joint } = petition
  const lead = peopleOf(petition.to, book)
  const brief = briefFor(petition.to, petition, book)
  const haste = petition.urgency === 'emergency' ? 'alarm' : 'news'
  const name = ({ to }: Pick<OfPart, 'to'>) => destinationName(to, book)
  const partOf = ({ part }: OfPart) => joint?.parts.find(({ id }) => id === part)
  const left = owedParts(joint).map(name)
  const dispatchers = holders('community_dispatcher', petition, book).map(({ id }) => id)
  const asking = (parts: readonly (JointPart | undefined)[]): PersonId[] => {
    const named = parts.flatMap((part) => part?.askedBy ?? [])
    return named.length > 0 ? named : dispatchers
  }
  const news = (
    what: News['what'],
    who: readonly OfPart[],
    text: string,
    but: Partial<News> = {},
  ) => ({
    kind: 'partNews' as const,
    brief,
    ...{ what, who: who.map(name), text, photos: [], left, ...but },
  })

  switch (event.kind) {
    case 'assistAsked': {
      const who = event.parts.map(({ id, to }) => ({ part: id, to }))
      const task = [...new Set(event.parts.map((part) => part.task))].join('；')
      return tell(lead, news('asked', who, task))
    }
    case 'assistReleased':
      return tell(lead, news('released', event.parts, event.reason))
    case 'partTaken':
      if (!event.attended) return []
      return tell([...lead, ...asking([partOf(event)])], news('attended', [event], ''))
    case 'partFinished': {
      const { result, photos } = event
      const people = [...lead, ...asking([partOf(event)])]
      return tell(people, news('finished', [event], result, { photos }))
    }
    case 'partRefused': {
      const people = [...lead, ...asking([partOf(event)]), ...dispatchers]
      return tell(people, news('refused', [event], event.reason))
    }
    case 'noted': {
      if (!event.of) return []
      const { text, photos } = event
      return tell(
        [...lead, ...asking([partOf(event.of)])],
        news('noted', [event.of], text, { photos }),
      )
    }
    case 'helpAsked': {
      if (!event.of) return []
      const people = [...lead, ...asking([partOf(event.of)]), ...dispatchers]
      return tell(people, news('helpAsked', [event.of], event.text))
    }
    case 'callConcluded': {
      const called = joint?.parts.filter(({ isCall }) => isCall) ?? []
      const people = [...lead, ...called.flatMap(({ to }) => peopleOf(to, book)), ...asking(called)]
      const absent = event.absent.map(name)
      return tell(people, { kind: 'callConcluded', brief, text: event.text, absent })
    }
    case 'partReminded': {
      const part = partOf(event)
      if (!part) return []
      const { task, dueAt } = part
      const own = briefFor(part.to, petition, book)
      const meeting = meetingOf(part, joint)
      return tell(
        peopleOf(part.to, book),
        { kind: 'partReminded', brief: own, task, dueAt, meeting },
        part.isCall ? 'alarm' : haste,
      )
    }
    case 'partEscalated': {
      const part = partOf(event)
      if (!part) return []
      const { task, dueAt, isCall } = part
      const above = holders(event.above, petition, book).map(({ id }) => id)
      const late = { kind: 'partEscalated', who: name(part), task, dueAt, isCall } as const
      const owing = peopleOf(part.to, book)
      return [
        ...tell(
          owing,
          { ...late, to: event.above, brief: briefFor(part.to, petition, book) },
          haste,
        ),
        ...tell(
          [...lead, ...above].filter((person) => !owing.includes(person)),
          { ...late, to: event.above, brief },
          haste,
        ),
      ]
    }
    case 'callWatched': {
      const meetAt = joint?.call?.meetAt
      const caller = joint?.call?.calledBy
      return meetAt
        ? tell([...lead, ...(caller ? [caller] : dispatchers)], { kind: 'callOpen', brief, meetAt })
        : []
    }
    default:
      return []
  }
}
