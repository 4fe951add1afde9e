import type { Absence } from '../../../domain/people/absence.ts'
import { keyOf } from '../../../domain/street/sheets/changes.ts'
import { type Cells, type SheetName, sheets } from '../../../domain/street/sheets/sheet.ts'
import { sheetWords } from '../../../texts/sheets/sheet-words.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { namesIn, shown } from './labels.ts'
import { OutlineMap } from './outline-map.tsx'
import { TextsSaid } from './texts-said.tsx'

/** A line and its place among all of its table, counted from 0. */
export interface Found {
  readonly at: number
  readonly cells: Cells
}

export interface Part {
  readonly lines: readonly Found[]
  /** Of all lines that were found. */
  readonly found: number
  readonly page: number
  readonly pages: number
  readonly query: string
}

/** One table, as far as it was searched for. */
export const TablePage = ({
  visit,
  name,
  part,
  said,
}: {
  readonly visit: Visit
  readonly name: SheetName
  readonly part: Part
  /** Absences that people told the bot of; only for their table. */
  readonly said: readonly Absence[]
}) => {
  const { title, about } = sheetWords[name]
  return (
    <ConsolePage visit={visit} title={title} area="settings">
      <p class="back">
        <a href="/console/settings">‹ 设置</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{about}</p>
      <form class="find" method="get" aria-label="查找">
        <label class="hidden" for="q">
          在“{title}”里查找
        </label>
        <input id="q" type="search" name="q" value={part.query} placeholder="查找" />
        <button class="button quiet" type="submit">
          查找
        </button>
        <a class="button quiet" href={`/console/settings/tables/${name}/export.xlsx`}>
          导出
        </a>
        {name === 'shapes' && (
          <a class="button quiet" href="/console/settings/grids.geojson" download>
            导出 GeoJSON
          </a>
        )}
        <a class="button quiet" href={`/console/settings/import?sheet=${name}`}>
          导入
        </a>
        {name !== 'manners' && (
          <a class="button" href={`/console/settings/tables/${name}/line`}>
            加一行
          </a>
        )}
      </form>
      <p class="empty">
        {part.query ? `找到 ${part.found} 行` : `共 ${part.found} 行`}
        {part.pages > 1 && `，第 ${part.page}/${part.pages} 页`}
      </p>
      {name === 'shapes' && <OutlineMap book={visit.book} />}
      {part.lines.length > 0 && <Lines visit={visit} name={name} lines={part.lines} />}
      {name === 'texts' && <TextsSaid book={visit.book} />}
      <Pages name={name} part={part} />
      {said.length > 0 && <Said visit={visit} said={said} />}
    </ConsolePage>
  )
}

const Lines = ({
  visit,
  name,
  lines,
}: {
  readonly visit: Visit
  readonly name: SheetName
  readonly lines: readonly Found[]
}) => {
  const names = namesIn(visit.book)
  const columns = sheets[name].columns.filter((column) => lines.some(({ cells }) => cells[column]))
  const titleOf = (column: string) => sheetWords[name].columns[column]?.title ?? column
  return (
    <section class="scroller" tabindex={0} aria-label={sheetWords[name].title}>
      <table class="lines">
        <thead>
          <tr>
            {columns.map((column) => (
              <th scope="col">{titleOf(column)}</th>
            ))}
            <th scope="col">
              <span class="hidden">操作</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ at, cells }) => (
            <tr>
              {columns.map((column) => {
                const { text, code } = shown(name, column, cells[column] ?? '', names)
                return (
                  <td data-label={titleOf(column)} {...(text === '' && { class: 'void' })}>
                    {text}
                    {code && <small> {code}</small>}
                  </td>
                )
              })}
              <td class="change">
                <a href={`/console/settings/tables/${name}/line?at=${at}`}>
                  修改<span class="hidden"> {keyOf(name, cells)}</span>
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Pages = ({ name, part }: { readonly name: SheetName; readonly part: Part }) => {
  const at = (page: number) =>
    `/console/settings/tables/${name}?${new URLSearchParams({ q: part.query, page: String(page) })}`
  return part.pages > 1 ? (
    <nav class="pages" aria-label="翻页">
      {part.page > 1 && (
        <a class="button quiet" href={at(part.page - 1)}>
          上一页
        </a>
      )}
      {part.page < part.pages && (
        <a class="button quiet" href={at(part.page + 1)}>
          下一页
        </a>
      )}
    </nav>
  ) : null
}

const Said = ({ visit, said }: { readonly visit: Visit; readonly said: readonly Absence[] }) => {
  const nameOf = namesIn(visit.book)('staff')
  return (
    <section class="card">
      <h2>本人私信小助手说的</h2>
      <ul>
        {said.map(({ person, from, until, deputy }) => (
          <li>
            {nameOf(person) ?? person}：{from} 至 {until}
            {deputy && `，由${nameOf(deputy) ?? deputy}代办`}
          </li>
        ))}
      </ul>
    </section>
  )
}
