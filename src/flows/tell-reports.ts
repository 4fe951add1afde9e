import { dayOf } from '../domain/deadlines/calendar.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import type { Period } from '../domain/numbers/period.ts'
import type { ReportKind } from '../domain/numbers/report.ts'
import type { Scope } from '../domain/numbers/scope.ts'
import { atWork } from '../domain/people/at-work.ts'
import { onDuty } from '../domain/people/on-duty.ts'
import type { Staff, StaffRole } from '../domain/people/roles.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'

/** A report that is there. */
export interface ReadyReport {
  readonly kind: ReportKind
  readonly period: Period
  readonly scope: Scope
}

/** Tells those who hand a report in, or read it, that it is there; each once, however often it is asked for. */
export async function tellReport(ready: ReadyReport, desk: Desk): Promise<boolean> {
  const { kind, period, scope } = ready
  const book = await desk.rulebooks.current()
  const code = scope.department ?? scope.unit
  const notice: Notice = {
    kind: 'reportReady',
    report: kind,
    period: period.name,
    whose: [...book.departments, ...book.units].find((one) => one.code === code)?.name ?? code,
  }
  const notices = readersOf(ready, dayOf(desk.clock()), book).map(
    ({ id }): AddressedNotice => ({ to: { kind: 'person', person: id }, notice, haste: 'news' }),
  )
  const cause = { kind: 'press', key: `report/${kind}/${period.name}/${code}` } as const
  const [written] = await desk.petitions.record(
    [
      {
        ...{ cause, outcome: 'reportReady', petition: null, events: [], timers: [] },
        letters: lettersFor(notices, book, desk),
      },
    ],
    desk.clock(),
  )
  return written === 'recorded'
}

function readersOf(
  { kind, scope }: ReadyReport,
  today: ReturnType<typeof dayOf>,
  book: Rulebook,
): readonly Staff[] {
  const having = (roles: readonly StaffRole[], is: (one: Staff) => boolean) =>
    atWork(
      book.staff.filter((one) => roles.includes(one.role) && is(one)),
      book,
    )
  switch (kind) {
    case 'daily':
      return onDuty(scope.unit, today, book)
    case 'weekly':
      return having(
        ['community_dispatcher', 'community_manager'],
        ({ unit }) => unit === scope.unit,
      )
    case 'register':
      return having(['department_officer'], ({ department }) => department === scope.department)
    case 'monthly':
    case 'quarterly':
      return having(['street_dispatcher', 'street_supervisor', 'street_leader'], () => true)
  }
}
