import { before, type PeriodKind, periodOf } from '../../../domain/numbers/period.ts'
import type { UnitKind } from '../../../domain/street/rulebook.ts'
import { periodName } from '../../../texts/reports/names.ts'
import { periodKindWords } from '../../../texts/reports/period-words.ts'
import type { Visit } from '../visit.ts'
import { type Asked, addressOf, unitsOf } from './asked.ts'

const kinds = ['day', 'week', 'month', 'quarter'] as const satisfies PeriodKind[]

/** How deep a unit lies, for those who choose one out of a list. */
export const indents: Readonly<Record<UnitKind, string>> = {
  street: '',
  community: '　',
  village: '　',
  grid: '　　',
  household_group: '',
}

/** Whose numbers of when are shown, and others to look at. */
export const Choice = ({
  visit,
  asked,
  path,
}: {
  readonly visit: Visit
  readonly asked: Asked
  readonly path: string
}) => {
  const { book, now, staff } = visit
  const { period } = asked
  const next = period.until <= now ? periodOf(period.kind, period.until) : null
  return (
    <div class="choice">
      <nav aria-label="时间">
        <a href={addressOf(path, { ...asked, period: before(period) })} aria-label="上一期">
          ‹
        </a>
        {kinds.map((kind) => (
          <a
            href={addressOf(path, { ...asked, period: periodOf(kind, now) })}
            {...(kind === period.kind && !next && { 'aria-current': 'page' })}
          >
            {periodKindWords[kind]}
          </a>
        ))}
        {next && (
          <a href={addressOf(path, { ...asked, period: next })} aria-label="下一期">
            ›
          </a>
        )}
      </nav>
      <form method="get" action={`/console/figures${path}`}>
        <input type="hidden" name="period" value={period.name} />
        <label>
          <span>范围</span>
          <select name="unit">
            {unitsOf(staff, book).map(({ code, kind, name }) => (
              <option value={code} selected={code === asked.unit}>
                {indents[kind]}
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>承办部门</span>
          <select name="department">
            <option value="">全部</option>
            {book.departments.map(({ code, name }) => (
              <option value={code} selected={code === asked.department}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button class="button quiet" type="submit">
          查看
        </button>
      </form>
      <p class="lead">{periodName(period)}</p>
    </div>
  )
}
