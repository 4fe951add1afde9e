import { shareOf } from '../../../domain/numbers/figure.ts'
import type { Figures, Measure } from '../../../domain/numbers/figures.ts'
import { type Group, type GroupedBy, groupsOf } from '../../../domain/numbers/groups.ts'
import { hasAnything, type Part } from '../../../domain/numbers/report.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Numbers } from '../../../flows/reckon-numbers.ts'
import { measureWords } from '../../../texts/reports/measure-words.ts'
import { groupName } from '../../../texts/reports/names.ts'
import { type Asked, addressOf, groupKey, scopeOf, spanOf } from './asked.ts'
import { NumberLink } from './number-link.tsx'

const shown = [
  ...(['registered', 'resolved', 'inHand', 'response', 'onTime'] as const),
  ...(['resolution', 'satisfaction', 'overdue', 'returned', 'reopened'] as const),
] satisfies Measure[]

const ways = { place: '按片区', department: '按部门', category: '按类别' } as const
/** A share out of fewer is moved far by a single petition: it takes no place among others. */
const leastToRank = 10

/** How a table is cut and put in order. */
export interface Order {
  readonly by: GroupedBy
  /** null: as the units are coded; nobody is first. */
  readonly rank: Measure | null
}

/** Departments are no places, and a grid has no parts. */
export function orderIn(
  { by, rank }: { readonly by?: string | undefined; readonly rank?: string | undefined },
  asked: Asked,
): Order {
  const possible = waysOf(asked)
  return {
    by: possible.find((one) => one === by) ?? possible[0] ?? 'category',
    rank: shown.find((one) => one === rank) ?? null,
  }
}

const waysOf = ({ department }: Asked): GroupedBy[] =>
  department === null ? ['place', 'department', 'category'] : ['place', 'category']

/** The parts of what is asked for that have anything to show. */
export function partsOf(
  asked: Asked,
  { by, rank }: Order,
  numbers: Numbers,
  book: Rulebook,
): readonly Part<Group>[] {
  const parts = groupsOf(scopeOf(asked), by, book)
    .map((name) => ({ name, figures: numbers.figures(name.scope, spanOf(asked, numbers.at)) }))
    .filter(({ figures }) => hasAnything(figures))
  return rank === null ? parts : [...parts].sort((a, b) => placeOf(b, rank) - placeOf(a, rank))
}

/** What has too little behind it comes last. */
function placeOf({ figures }: { readonly figures: Figures }, rank: Measure): number {
  const figure = figures[rank]
  if (!measureWords[rank].isShare) return figure.size
  return (figure.outOf?.length ?? 0) < leastToRank ? -1 : (shareOf(figure) ?? -1)
}

/** The parts beside each other, in the order of their codes unless somebody wants to rank them. */
export const PartsTable = ({
  asked,
  order,
  parts,
  total,
  book,
}: {
  readonly asked: Asked
  readonly order: Order
  readonly parts: readonly Part<Group>[]
  readonly total: Figures
  readonly book: Rulebook
}) => (
  <section class="card" aria-labelledby="parts">
    <h2 id="parts">分组</h2>
    <nav class="tabs" aria-label="分组方式">
      {waysOf(asked).map((by) => (
        <a
          href={`${addressOf('', asked, { by })}#parts`}
          {...(by === order.by && { 'aria-current': 'page' })}
        >
          {ways[by]}
        </a>
      ))}
    </nav>
    <p class="lead">
      {order.rank === null ? (
        <>按编码排列，不排名：件数少时，一两件就会让先后大变。确需比较，可点表头按某一项排序。</>
      ) : (
        <>
          现在按{measureWords[order.rank].name}从高到低排。比率的基数不足{leastToRank}
          件的排在最后，不比较。
          <a href={`${addressOf('', asked, { by: order.by })}#parts`}>恢复按编码排列</a>
        </>
      )}
    </p>
    <section class="wide" tabindex={0} aria-label="分组表">
      <table class="figure-table">
        <thead>
          <tr>
            <th scope="col">名称</th>
            {shown.map((rank) => (
              <th scope="col" {...(rank === order.rank && { 'aria-sort': 'descending' })}>
                <a href={`${addressOf('', asked, { by: order.by, rank })}#parts`}>
                  {measureWords[rank].name}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, figures }) => (
            <Row
              asked={asked}
              name={groupName(name, book)}
              figures={figures}
              group={groupKey(name)}
            />
          ))}
          {order.by !== 'department' && <Row asked={asked} name="合计" figures={total} />}
        </tbody>
      </table>
    </section>
  </section>
)

const Row = ({
  asked,
  name,
  figures,
  group,
}: {
  readonly asked: Asked
  readonly name: string
  readonly figures: Figures
  readonly group?: string
}) => (
  <tr>
    <th scope="row">{name}</th>
    {shown.map((measure) => (
      <td>
        <NumberLink
          asked={asked}
          measure={measure}
          figure={figures[measure]}
          {...(group !== undefined && { group })}
        />
      </td>
    ))}
  </tr>
)
