import { lookOf } from '../../../domain/console/look.ts'
import type { Numbers } from '../../../flows/reckon-numbers.ts'
import { PetitionRow } from '../petition-row.tsx'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import type { Opened } from './opened.ts'

/** The petitions behind a number, as far as whoever looks may see them. */
export const ListPage = ({
  visit,
  opened,
  numbers,
  back,
}: {
  readonly visit: Visit
  readonly opened: Opened
  readonly numbers: Numbers
  readonly back: string
}) => {
  const behind = new Set(opened.numbers)
  const petitions = numbers.kept
    .map(({ petition }) => petition)
    .filter(
      (petition) =>
        behind.has(petition.number) && lookOf(petition, visit.staff, visit.book) !== 'none',
    )
    .sort((a, b) => b.number - a.number)
  const unseen = behind.size - petitions.length
  const from = pageFrom(visit.c.req.query('page'), petitions.length)
  const shown = petitions.slice(from, from + rowsOnPage)
  return (
    <ConsolePage visit={visit} title={opened.title} area="figures">
      <p class="back no-print">
        <a href={back}>‹ 回到看板</a>
      </p>
      <h1>
        {opened.title}：{behind.size}件
      </h1>
      {opened.definition && <p class="lead">{opened.definition}</p>}
      {unseen > 0 && <p class="lead">其中{unseen}件不在您能看的范围内。</p>}
      {petitions.length === 0 ? (
        <p class="empty">没有诉求。</p>
      ) : (
        <ul class="petition-rows">
          {shown.map((petition) => (
            <PetitionRow visit={visit} petition={petition} />
          ))}
        </ul>
      )}
      {petitions.length > rowsOnPage && (
        <nav class="tabs" aria-label="翻页">
          {from > 0 && <a href={pageAddress(visit, from / rowsOnPage)}>‹ 上一页</a>}
          <span>
            第{from + 1}至{from + shown.length}件
          </span>
          {from + rowsOnPage < petitions.length && (
            <a href={pageAddress(visit, from / rowsOnPage + 2)}>下一页 ›</a>
          )}
        </nav>
      )}
    </ConsolePage>
  )
}

const rowsOnPage = 100

/** Where the page begins that an address asks for, counted from 1; the first where there is no such page. */
function pageFrom(said: string | undefined, count: number): number {
  const page = /^[1-9]\d{0,4}$/.test(said ?? '') ? Number(said) : 1
  const from = (page - 1) * rowsOnPage
  return from < count ? from : 0
}

const pageAddress = ({ c }: Visit, page: number): string =>
  `/console/figures/list?${new URLSearchParams({ ...c.req.query(), page: `${page}` })}`
