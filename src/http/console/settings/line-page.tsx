import type { Rulebook } from '../../../domain/street/rulebook.ts'
import { type Cells, type SheetName, sheets } from '../../../domain/street/sheets/sheet.ts'
import type { StreetFault } from '../../../domain/street/street-fault.ts'
import type { ColumnWords } from '../../../texts/sheets/column-words.ts'
import { inWords, sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { Faults } from './import-page.tsx'
import { sayFault } from './say-fault.ts'

/** One line of a table to be changed, as it is or as it was typed. */
export interface Typed {
  readonly name: SheetName
  /** Its place among the lines of the version; null: a new one. */
  readonly at: number | null
  readonly cells: Cells
}

export const LinePage = ({
  visit,
  typed: { name, at, cells },
  faults = [],
  said = null,
}: {
  readonly visit: Visit
  readonly typed: Typed
  readonly faults?: readonly StreetFault[]
  readonly said?: string | null
}) => {
  const own = faults.filter((fault) => isOwn(fault, name))
  const others = faults.filter((fault) => !isOwn(fault, name))
  const title = `${at === null && name !== 'texts' ? '加一行' : '修改'}：${sheetWords[name].title}`
  return (
    <ConsolePage visit={visit} title={title} area="settings">
      <p class="back">
        <a href={`/console/settings/tables/${name}`}>‹ {sheetWords[name].title}</a>
      </p>
      <h1>{title}</h1>
      {said && (
        <p class="card faults" role="alert">
          {said}
        </p>
      )}
      {others.length > 0 && <Faults faults={others} />}
      <form class="card fields" method="post">
        <input type="hidden" name="version" value={String(visit.book.version)} />
        <input type="hidden" name="at" value={at === null ? '' : String(at)} />
        {sheets[name].columns.map((column) => (
          <Field
            name={name}
            column={column}
            cell={cells[column] ?? ''}
            fixed={name === 'manners' && column === 'item'}
            faults={own.filter((fault) => fault.column?.split('+').includes(column))}
          />
        ))}
        <Suggestions name={name} book={visit.book} />
        <p class="actions">
          <button class="button big" type="submit" name="do" value="save">
            看看变化
          </button>
          {at !== null && name !== 'manners' && (
            <button class="button quiet" type="submit" name="do" value="remove" formnovalidate>
              删除这一行
            </button>
          )}
        </p>
      </form>
    </ConsolePage>
  )
}

const isOwn = ({ file, column }: StreetFault, name: SheetName) =>
  column !== null && (file === name || file === sheets[name].file)

const Field = ({
  name,
  column,
  cell,
  fixed,
  faults,
}: {
  readonly name: SheetName
  readonly column: string
  readonly cell: string
  readonly fixed: boolean
  readonly faults: readonly StreetFault[]
}) => {
  const words: ColumnWords = sheetWords[name].columns[column] ?? { title: column, note: '' }
  const about = [words.note && `${column}-note`, faults.length > 0 && `${column}-fault`]
  const shared = {
    id: column,
    name: `cell-${column}`,
    required: words.required === true,
    ...(about.some(Boolean) && { 'aria-describedby': about.filter(Boolean).join(' ') }),
    ...(faults.length > 0 && { 'aria-invalid': 'true' as const }),
  }
  const value = inWords(name, column, cell)
  return (
    <div class="field">
      <label for={column}>
        {words.title}
        {words.required && <b class="must"> 必填</b>}
      </label>
      {fixed ? (
        <>
          <input type="hidden" name={`cell-${column}`} value={cell} />
          <b id={column}>{value}</b>
        </>
      ) : words.words && !words.open ? (
        <select {...shared}>
          {!words.required && <option value="">（空）</option>}
          {Object.entries(words.words).map(([code, word]) => (
            <option value={code} selected={code === cell}>
              {word}
            </option>
          ))}
        </select>
      ) : words.long ? (
        <textarea {...shared} rows={4}>
          {value}
        </textarea>
      ) : (
        <input
          {...shared}
          type={words.date ? 'date' : 'text'}
          value={value}
          {...(words.refers && { list: `list-${words.refers}` })}
        />
      )}
      {faults.length > 0 && (
        <p class="fault" id={`${column}-fault`}>
          {faults.map((fault) => sayFault(fault).message).join('；')}
        </p>
      )}
      {words.note && <small id={`${column}-note`}>{words.note}</small>}
    </div>
  )
}

/** What may be typed where a column refers to lines of another table. */
const Suggestions = ({ name, book }: { readonly name: SheetName; readonly book: Rulebook }) => {
  const all: Partial<Record<SheetName, readonly (readonly [string, string])[]>> = {
    units: book.units.map((unit) => [unit.code, unit.name]),
    departments: book.departments.map((one) => [one.code, one.name]),
    staff: book.staff.map((one) => [one.id, one.name]),
    places: [...new Set(book.places.map((place) => place.name))].map((place) => [place, place]),
    categories: book.categories.map((one) => [one.code, one.level2]),
    policies: Object.keys(book.policies.byName).map((policy) => [policy, policy]),
  }
  const referred = new Set(Object.values(sheetWords[name].columns).map(({ refers }) => refers))
  return (
    <>
      {Object.entries(all)
        .filter(([sheet]) => referred.has(sheet as SheetName))
        .map(([sheet, values]) => (
          <datalist id={`list-${sheet}`}>
            {values?.map(([code, label]) => (
              <option value={code}>{label}</option>
            ))}
          </datalist>
        ))}
    </>
  )
}
