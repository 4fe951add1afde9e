import { scopeOf } from '../../../domain/console/scope.ts'
import { statuses } from '../../../domain/petition/petition.ts'
import { statusWords } from '../../../texts/words.ts'
import { urgencyLabels } from '../../labels.ts'
import type { Visit } from '../visit.ts'
import { type Asked, type Field, fields, periods, urgencies } from './asked.ts'

type Option = readonly [value: string, name: string]

/** The search, and what else narrows the queue; it works by its button, and as one types where scripts run. */
export const Filters = ({ visit, asked }: { readonly visit: Visit; readonly asked: Asked }) => (
  <form
    class="queue-filters"
    method="get"
    action="/console"
    aria-label="搜索和筛选"
    hx-get="/console"
    hx-trigger="input delay:350ms from:#q, change, submit"
    hx-target="#queue"
    hx-select="#queue"
    hx-swap="outerHTML"
    hx-push-url="true"
  >
    <input type="hidden" name="tab" value={asked.tab} />
    <div class="search">
      <label class="hidden" for="q">
        搜索诉求
      </label>
      <input
        id="q"
        name="q"
        type="search"
        value={asked.typed.q}
        placeholder="编号、地点或原话"
        autocomplete="off"
        maxlength={60}
        enterkeyhint="search"
      />
      <button class="button" type="submit">
        搜索
      </button>
    </div>
    <details open={fields.some((field) => field !== 'q' && asked.typed[field] !== '')}>
      <summary>筛选</summary>
      <div class="choices">
        {choices(visit).map(({ field, name, options }) => (
          <label>
            {name}
            <select name={field}>
              <option value="">全部</option>
              {options.map(([value, text]) => (
                <option value={value} selected={value === asked.typed[field]}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  </form>
)

interface Choice {
  readonly field: Field
  readonly name: string
  readonly options: readonly Option[]
}

/** Who has one desk chooses no unit. */
function choices({ staff, book }: Visit): readonly Choice[] {
  const { own } = scopeOf(staff, book)
  const units = book.units.filter(
    ({ code, kind }) =>
      kind !== 'household_group' &&
      kind !== 'street' &&
      (own === 'everywhere' || own.units.includes(code)),
  )
  const trades = [...new Set(book.categories.map(({ level1 }) => level1))]
  const all: readonly Choice[] = [
    { field: 'status', name: '状态', options: statuses.map((one) => [one, statusWords[one]]) },
    { field: 'category', name: '类别', options: trades.map((one) => [one, one]) },
    { field: 'unit', name: '辖区', options: units.map(({ code, name }) => [code, name]) },
    {
      field: 'department',
      name: '承办单位',
      options: book.departments.map(({ code, name }) => [code, name]),
    },
    {
      field: 'urgency',
      name: '紧急程度',
      options: urgencies.map((one) => [one, urgencyLabels[one]]),
    },
    { field: 'since', name: '登记时间', options: Object.entries(periods) },
  ]
  return all.filter(
    ({ field }) =>
      (field !== 'unit' || units.length > 1) &&
      (field !== 'department' || staff.role !== 'department_officer'),
  )
}
