import { dayOf } from '../deadlines/calendar.ts'
import type { Errand } from '../errands/errand.ts'
import { headsIn } from '../heads/head.ts'
import type { HouseholdHead } from '../heads/household-head.ts'
import type { PersonId, UnitCode } from '../ids.ts'
import type { Counting } from './counting.ts'
import type { Span } from './period.ts'
import { isWithin } from './scope.ts'
import { isSetAside, type Step, type Story } from './story.ts'

/** What a head did in a span, by the numbers of the petitions. */
export interface ActiveHead {
  readonly person: PersonId
  readonly name: string
  /** Reported or joined for a neighbour. */
  readonly relayed: readonly number[]
  /** Looked at on the spot. */
  readonly looked: readonly number[]
  /** Errands run, by their own numbers; not those that were said not to be done. */
  readonly ran: readonly number[]
}

/** The heads that a community confirmed. Who did nothing that can be counted is no name, only one of `heads`. */
export interface HeadActivity {
  readonly unit: UnitCode
  /** In term at any moment of the span. */
  readonly heads: number
  /** Who did most first. */
  readonly active: readonly ActiveHead[]
}

/**
 * What household heads did, for each community of the scope that has any. Left out is what was set aside; what is
 * confidential, since who reported it must not be found out by it; and relays of which the neighbour has not agreed.
 */
export function headActivity({
  stories,
  errands,
  span,
  scope,
  book,
}: Counting & { readonly errands: readonly Errand[] }): readonly HeadActivity[] {
  if (scope.department !== undefined) return []
  const heads = headsIn(book).filter(
    (head) => isInTermDuring(head, span) && isWithin(head.confirmedBy, scope.unit, book),
  )
  const counted = stories.filter((story) => !isSetAside(story) && !story.petition.confidential)
  return [...new Set(heads.map(({ confirmedBy }) => confirmedBy))].sort().map((unit) => {
    const people = [
      ...new Set(heads.filter((one) => one.confirmedBy === unit).map(({ person }) => person)),
    ]
    const active = people
      .map((person) => ({
        person,
        name: book.staff.find(({ id }) => id === person)?.name ?? '',
        relayed: numbersOf(counted, span, (step, story) => isRelay(step, story, person)),
        looked: numbersOf(counted, span, (step) => isLook(step, person)),
        ran: ranBy(person, errands, span),
      }))
      .filter((head) => deeds(head) > 0)
      .sort((a, b) => deeds(b) - deeds(a) || (a.person < b.person ? -1 : 1))
    return { unit, heads: people.length, active }
  })
}

const deeds = ({ relayed, looked, ran }: ActiveHead): number =>
  relayed.length + looked.length + ran.length

const ranBy = (person: PersonId, errands: readonly Errand[], { from, until }: Span): number[] =>
  errands
    .filter(({ state, doneBy }) => state === 'done' && doneBy === person)
    .filter(({ overAt }) => overAt !== null && overAt >= from && overAt < until)
    .map(({ number }) => number)
    .sort((a, b) => a - b)

const isInTermDuring = ({ from, until }: HouseholdHead, span: Span): boolean =>
  from <= dayOf(new Date(span.until.getTime() - 1)) && (until === null || until >= dayOf(span.from))

const numbersOf = (
  stories: readonly Story[],
  span: Span,
  isDeed: (step: Step, story: Story) => boolean,
): number[] =>
  stories
    .filter((story) =>
      story.steps.some(
        (step) => step.event.at >= span.from && step.event.at < span.until && isDeed(step, story),
      ),
    )
    .map(({ petition }) => petition.number)
    .sort((a, b) => a - b)

function isRelay({ event }: Step, { petition }: Story, person: PersonId): boolean {
  const { relay } = petition
  if (event.kind === 'registered')
    return relay?.head === person && (relay.consent === 'given' || relay.consent === 'notNeeded')
  return (
    event.kind === 'joined' &&
    event.petitioner.person === person &&
    event.petitioner.relayedFor !== undefined
  )
}

const isLook = ({ event }: Step, person: PersonId): boolean =>
  event.kind === 'followedUp' && event.step.kind === 'checked' && event.by === person
