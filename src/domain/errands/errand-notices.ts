import type { PersonId } from '../ids.ts'
import { placeText } from '../notices/brief.ts'
import type { ErrandBrief, ErrandLine, ErrandNotice } from '../notices/errand-notice.ts'
import type { AddressedNotice } from '../notices/notice.ts'
import { staffAt } from '../people/in-charge.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Errand } from './errand.ts'
import type { ErrandCommand } from './lifecycle.ts'

/** What people of an errand read of it. While a neighbour has not agreed, only the head knows the name. */
export function errandBrief(errand: Errand, reader: PersonId, book: Rulebook): ErrandBrief {
  const { number, words, place, neighbour } = errand
  const mayKnow = mayKnowFor(errand, reader)
  return {
    number,
    words: mayKnow || neighbour === null ? words : words.replaceAll(neighbour, '一位邻居'),
    place: placeText(place, book, !mayKnow),
    neighbour: mayKnow ? neighbour : null,
  }
}

/** Words of who does it, as a reader may know them: they may name the neighbour who has not agreed to it. */
export const wordsFor = (errand: Errand, words: string, reader: PersonId): string =>
  mayKnowFor(errand, reader) ? words : ''

const mayKnowFor = ({ consent, asker, head }: Errand, reader: PersonId) =>
  (consent !== 'open' && consent !== 'withheld') || reader === asker || reader === head

/** One that the reader has to do, for the list of tasks; null where nothing is theirs. */
export function errandLine(errand: Errand, reader: PersonId, book: Rulebook): ErrandLine | null {
  const { state, dueAt, head } = errand
  if (dueAt === null || (state !== 'asked' && state !== 'taken' && state !== 'passed')) return null
  const isTheirs =
    state === 'passed'
      ? staffAt(errand.desk, book).some(({ id }) => id === reader)
      : head === reader
  return isTheirs ? { errand: errandBrief(errand, reader, book), state, dueAt } : null
}

/** Who is told what when an errand begins. `from`: what who asked is called in the group. */
export function begun(errand: Errand, from: string, book: Rulebook): readonly AddressedNotice[] {
  const { asker, head, state, dueAt, consent } = errand
  if (dueAt === null) return []
  const by: 'own' | 'head' | 'desk' = state === 'taken' ? 'own' : head ? 'head' : 'desk'
  const kept = {
    kind: 'errandKept',
    ...{ errand: errandBrief(errand, asker, book), by, dueAt, asksConsent: consent === 'open' },
  } as const
  return [tell(asker, kept, 'answer'), ...handed(errand, 'noHead', '', from, book)]
}

/** Who is told what after a command. `by`: null for the clock. */
export function errandNews(
  before: Errand,
  after: Errand,
  command: ErrandCommand,
  by: PersonId | null,
  book: Rulebook,
): readonly AddressedNotice[] {
  const { asker, number } = after
  const done: AddressedNotice[] =
    by === null || command.kind === 'lapse'
      ? []
      : [
          tell(
            by,
            {
              ...{ kind: 'errandDone', number, what: command.kind },
              isAsked: after.state === 'reported',
            },
            'answer',
          ),
        ]
  return [...done, ...othersTold(before, after, command, by, book).filter(isToldTo(asker, by))]
}

/** Who just spoke is not told again as the one who asked. */
const isToldTo = (asker: PersonId, by: PersonId | null) => (told: AddressedNotice) =>
  by !== asker || told.to.kind !== 'person' || told.to.person !== asker || isWork(told)
const isWork = ({ notice }: AddressedNotice) =>
  notice.kind === 'errandTask' || notice.kind === 'errandWork'

function othersTold(
  before: Errand,
  after: Errand,
  command: ErrandCommand,
  by: PersonId | null,
  book: Rulebook,
): readonly AddressedNotice[] {
  const { asker, number, dueAt, doneBy } = after
  const brief = errandBrief(after, asker, book)
  switch (command.kind) {
    case 'accept':
      return dueAt ? [tell(asker, { kind: 'errandTaken', errand: brief, dueAt })] : []
    case 'decline':
      return [...toDesk(after, 'declined', command.reason, book)]
    case 'report':
      return after.state === 'reported'
        ? [tell(asker, { kind: 'errandReported', errand: brief, result: after.result })]
        : []
    case 'confirm':
      if (command.isDone)
        return doneBy && doneBy !== by ? [tell(doneBy, { kind: 'errandThanked', number })] : []
      return after.state === 'taken'
        ? handed(after, 'notFixed', '', '', book)
        : [...gone(before, after), ...toDesk(after, 'notFixed', before.result, book)]
    case 'withdraw': {
      const doers = before.state === 'passed' ? staffAt(before.desk, book).map(({ id }) => id) : []
      const told = before.head ? [before.head] : doers
      return told
        .filter((person) => person !== by)
        .map((person) => tell(person, { kind: 'errandGone', number, why: 'dropped' }))
    }
    case 'consent':
      return []
    case 'lapse':
      if (after.state !== 'passed') return []
      if (before.state === 'passed') return handed(after, 'late', '', '', book)
      return [
        ...gone(before, after),
        ...toDesk(after, before.state === 'asked' ? 'notAccepted' : 'notDone', '', book),
      ]
  }
}

/** To the desk, and who asked hears who comes. */
const toDesk = (
  errand: Errand,
  why: 'declined' | 'notAccepted' | 'notDone' | 'notFixed',
  reason: string,
  book: Rulebook,
): readonly AddressedNotice[] => [
  ...(errand.dueAt
    ? [
        tell(errand.asker, {
          ...{ kind: 'errandPassed', dueAt: errand.dueAt },
          errand: errandBrief(errand, errand.asker, book),
        }),
      ]
    : []),
  ...handed(errand, why, reason, '', book),
]

/** To the head that it is no longer theirs. */
const gone = (before: Errand, { number }: Errand): readonly AddressedNotice[] =>
  before.head && before.head !== before.asker
    ? [tell(before.head, { kind: 'errandGone', number, why: 'passed' })]
    : []

/** To whom it is to do next. */
function handed(
  errand: Errand,
  why: Extract<ErrandNotice, { kind: 'errandWork' }>['why'],
  reason: string,
  from: string,
  book: Rulebook,
): readonly AddressedNotice[] {
  const { state, head, dueAt } = errand
  if (dueAt === null) return []
  if (head !== null && (state === 'asked' || state === 'taken')) {
    if (state === 'taken' && head === errand.asker) return []
    const task = { kind: 'errandTask', why: state === 'asked' ? 'new' : 'again' } as const
    return [tell(head, { ...task, errand: errandBrief(errand, head, book), from, dueAt })]
  }
  // whom it is for is to be asked of the head
  const asker = book.staff.find(({ id }) => id === errand.asker)
  return staffAt(errand.desk, book).map(({ id }) =>
    tell(id, {
      ...{ kind: 'errandWork', errand: errandBrief(errand, id, book) },
      ...{ why, from: from || (asker?.name ?? ''), reason: wordsFor(errand, reason, id), dueAt },
    }),
  )
}

const tell = (
  person: PersonId,
  notice: ErrandNotice,
  haste: AddressedNotice['haste'] = 'news',
): AddressedNotice => ({ to: { kind: 'person', person }, notice, haste })
