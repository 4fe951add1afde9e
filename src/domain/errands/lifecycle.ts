import { deadline } from '../deadlines/deadline.ts'
import type { Limit } from '../deadlines/limit.ts'
import type { ErrandId, PersonId } from '../ids.ts'
import { staffAt } from '../people/in-charge.ts'
import { no, ok, type Result } from '../result.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Errand, ErrandDraft, ErrandState } from './errand.ts'
import { type ErrandPolicy, errandPolicyOf } from './errand-policy.ts'

export type ErrandCommand =
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline'; readonly reason: string }
  | { readonly kind: 'report'; readonly result: string }
  | { readonly kind: 'confirm'; readonly isDone: boolean }
  | { readonly kind: 'withdraw' }
  /** What a head says of the neighbour's consent. */
  | { readonly kind: 'consent'; readonly isGiven: boolean }
  /** Its time is over; the clock's only. */
  | { readonly kind: 'lapse' }

export type ErrandRefusal = 'notYours' | 'notNow'

/** Whose it is to do the next; never empty while it is open and the street has named anybody. */
export function ownersOf(errand: Errand, book: Rulebook): readonly PersonId[] {
  switch (errand.state) {
    case 'asked':
    case 'taken':
      return errand.head ? [errand.head] : []
    case 'passed':
      return staffAt(errand.desk, book).map(({ id }) => id)
    case 'reported':
      return [errand.asker]
    case 'done':
    case 'dropped':
      return []
  }
}

/** An errand as it begins: with the head; with the desk where there is none; in hand where the head wrote it down. */
export function beginErrand(
  draft: ErrandDraft,
  { id, number, at }: { readonly id: ErrandId; readonly number: number; readonly at: Date },
  book: Rulebook,
): Errand {
  const state = draft.head === null ? 'passed' : draft.head === draft.asker ? 'taken' : 'asked'
  return {
    ...draft,
    ...{ id, number, version: 1, state, backs: 0, askedAt: at },
    dueAt: endOfState(state, at, book),
    ...{ result: '', doneBy: null, confirmed: null, overAt: null },
  }
}

/** Who may give a command, and in which states. */
const table: Readonly<
  Record<
    ErrandCommand['kind'],
    { readonly from: readonly ErrandState[]; readonly by: 'owner' | 'asker' | 'clock' }
  >
> = {
  accept: { from: ['asked'], by: 'owner' },
  decline: { from: ['asked', 'taken'], by: 'owner' },
  report: { from: ['asked', 'taken', 'passed'], by: 'owner' },
  confirm: { from: ['reported'], by: 'asker' },
  withdraw: { from: ['asked', 'taken', 'passed', 'reported'], by: 'asker' },
  consent: { from: ['asked', 'taken', 'passed', 'reported'], by: 'asker' },
  lapse: { from: ['asked', 'taken', 'passed', 'reported'], by: 'clock' },
}

/**
 * The errand after a command; `by`: null for the clock. Refuses with `notYours` when it is another's to give, with `notNow`
 * when its state does not allow it, a consent was said before, or nothing has lapsed.
 */
export function decideErrand(
  errand: Errand,
  command: ErrandCommand,
  by: PersonId | null,
  at: Date,
  book: Rulebook,
): Result<Errand, ErrandRefusal> {
  const step = table[command.kind]
  if (!isTheirs(step.by, errand, by, book)) return no('notYours')
  if (!step.from.includes(errand.state)) return no('notNow')
  const to = (state: ErrandState, but: Partial<Errand> = {}) =>
    ok(moved(errand, state, at, book, but))
  switch (command.kind) {
    case 'accept':
      return to('taken')
    case 'decline':
      return to('passed', { head: null })
    case 'report': {
      const told = { result: command.result, doneBy: by }
      return to(by === errand.asker ? 'done' : 'reported', told)
    }
    case 'confirm':
      if (command.isDone) return to('done', { confirmed: true })
      return to(...backTo(errand))
    case 'withdraw':
      return to('dropped')
    case 'consent':
      if (errand.consent !== 'open') return no('notNow')
      return ok({ ...consented(errand, command.isGiven), version: errand.version + 1 })
    case 'lapse':
      if (errand.dueAt === null || at < errand.dueAt) return no('notNow')
      return errand.state === 'reported' ? to('done') : to('passed', { head: null })
  }
}

/** To the head once, then to the desk. */
function backTo(errand: Errand): [ErrandState, Partial<Errand>] {
  const again = { confirmed: false, backs: errand.backs + 1, doneBy: null }
  const isHeads = errand.head !== null && errand.doneBy === errand.head && errand.backs === 0
  return isHeads ? ['taken', again] : ['passed', { ...again, head: null }]
}

function isTheirs(
  whose: 'owner' | 'asker' | 'clock',
  errand: Errand,
  by: PersonId | null,
  book: Rulebook,
): boolean {
  switch (whose) {
    case 'clock':
      return by === null
    case 'asker':
      return by === errand.asker
    case 'owner':
      // said to be done, it is still theirs who did it: `notNow` is the truer answer
      return (
        by !== null &&
        (ownersOf(errand, book).includes(by) || [errand.head, errand.doneBy].includes(by))
      )
  }
}

function moved(
  errand: Errand,
  state: ErrandState,
  at: Date,
  book: Rulebook,
  but: Partial<Errand>,
): Errand {
  const isOver = state === 'done' || state === 'dropped'
  return {
    ...errand,
    ...but,
    ...{ state, version: errand.version + 1 },
    dueAt: isOver ? null : endOfState(state, at, book),
    overAt: isOver ? at : null,
  }
}

/** Without consent nobody is named: what the head does stays. */
function consented(errand: Errand, isGiven: boolean): Errand {
  if (isGiven || errand.neighbour === null) return { ...errand, consent: 'given' }
  const words = errand.words.replaceAll(errand.neighbour, '一位邻居')
  return { ...errand, consent: 'withheld', neighbour: null, words }
}

const limitOf: Readonly<
  Record<Exclude<ErrandState, 'done' | 'dropped'>, (policy: ErrandPolicy) => Limit>
> = {
  asked: ({ accept }) => accept,
  taken: ({ done }) => done,
  passed: ({ done }) => done,
  reported: ({ answer }) => answer,
}

const endOfState = (
  state: Exclude<ErrandState, 'done' | 'dropped'>,
  at: Date,
  { policies, calendar }: Rulebook,
): Date => deadline(limitOf[state](errandPolicyOf(policies)), at, policies.officeHours, calendar).at
