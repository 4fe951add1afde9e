import { raw } from 'hono/html'
import { destinationName } from '../../../domain/notices/brief.ts'
import { shareOf } from '../../../domain/numbers/figure.ts'
import type { Figures } from '../../../domain/numbers/figures.ts'
import { flows, type Hours } from '../../../domain/numbers/today.ts'
import type { InHand } from '../../../domain/petition/petition.ts'
import { isSensitive } from '../../../domain/public-page/public-view.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Numbers } from '../../../flows/reckon-numbers.ts'
import { shareText } from '../../../texts/reports/document.ts'
import { measureWords } from '../../../texts/reports/measure-words.ts'
import { groupName, periodName, wholeName } from '../../../texts/reports/names.ts'
import { unitName } from '../../labels.ts'
import { Layout } from '../../layout.tsx'
import { clockText, distanceText, momentText } from '../../times.ts'
import type { Visit } from '../visit.ts'
import { lateWords, tradeName } from './alerts.tsx'
import { type Asked, scopeOf } from './asked.ts'
import type { Dashboard } from './dashboard.ts'
import { flowWords } from './day-flow.tsx'
import { GridMap } from './grid-map.tsx'
import { partsOf } from './parts-table.tsx'
import { rates } from './rates.tsx'

const rowsShown = 5

/**
 * For the wall of an office: large, dark, nothing to press. Whoever passes by reads it, so that it names nobody, says nothing
 * in residents' words, and of what is not public only that it is there.
 */
export const WallPage = ({
  visit,
  dashboard,
}: {
  readonly visit: Visit
  readonly dashboard: Dashboard
}) => {
  const { asked, numbers, figures, today, late, spots, loads, drawings } = dashboard
  const { book, at } = numbers
  const name = wholeName(scopeOf(asked), book)
  return (
    <Layout title={`${name} 大屏 · 邻里`} version={visit.version} page="wall">
      <noscript>{raw('<meta http-equiv="refresh" content="30">')}</noscript>
      <main id="wall" data-renew={renewedAt(visit, asked)} data-version={visit.version}>
        <header>
          <h1>{name} 居民诉求</h1>
          <p>
            {periodName(asked.period)} <b>{momentText(at)}</b>
          </p>
        </header>
        <ul class="wall-rates">
          {rates.map((measure) => (
            <li>
              <h2>{measureWords[measure].name}</h2>
              <b>
                {shareOf(figures[measure]) === null ? '—' : shareText(shareOf(figures[measure]))}
              </b>
              <small>
                {figures[measure].outOf?.length ?? 0}件中{figures[measure].counted.length}件
              </small>
            </li>
          ))}
          <Amounts figures={figures} late={late.length} lateName={lateWords(asked, at)} />
        </ul>
        <section>
          <h2>网格在办</h2>
          <GridMap loads={loads} shade="inHand" book={book} opens={null} />
          <h2>哪类诉求多</h2>
          <Rows none="还没有诉求" rows={mostOften(asked, numbers)} />
        </section>
        <section>
          <h2>今日动态{today && <small>{todayText(today.flow)}</small>}</h2>
          <div role="img" aria-label={today ? todayText(today.flow) : '今日没有数据'}>
            {raw(drawings.flow)}
          </div>
        </section>
        <section>
          <h2>近{dashboard.weeks.length}周三率</h2>
          <div role="img" aria-label="近几周响应率、解决率、满意率的折线图">
            {raw(drawings.shares)}
          </div>
        </section>
        <section>
          <h2>{lateWords(asked, at)}</h2>
          <Rows none="没有超期的诉求" rows={late.map((petition) => lateRow(petition, book, at))} />
        </section>
        <section>
          <h2>热点与预警</h2>
          <Rows
            none="没有热点，也没有明显增多的事项"
            rows={[
              ...spots.map((spot) => [
                `${unitName(spot.grid, book)} ${tradeName(spot.trade, book)}`,
                `${spot.numbers.length}件 ${spot.households}户`,
              ]),
              ...dashboard.warnings.map((warning) => [
                `${unitName(warning.unit, book)} ${tradeName(warning.trade, book)}`,
                `近7天${warning.numbers.length}件，平常${warning.usual}件`,
              ]),
            ]}
          />
        </section>
      </main>
      <p id="wall-stale" role="status" hidden data-since={clockText(at)}>
        连不上服务器，数据停在{clockText(at)}，正在重连
      </p>
      <p id="wall-hint">点一下屏幕，全屏显示</p>
    </Layout>
  )
}

/** The kinds that most was registered of. */
const mostOften = (asked: Asked, numbers: Numbers) =>
  partsOf(asked, { by: 'category', rank: 'registered' }, numbers, numbers.book)
    .filter(({ figures }) => figures.registered.size > 0)
    .map(({ name, figures }) => [
      groupName(name, numbers.book),
      `登记${figures.registered.size}件 办结${figures.resolved.size}件`,
    ])

/** Without the period unless one was asked for: a wall that stays on over midnight shows the new month. */
function renewedAt({ c }: Visit, { unit, department }: Asked): string {
  const period = c.req.query('period')
  const query = new URLSearchParams({
    unit,
    ...(department !== null && { department }),
    ...(period && { period }),
  })
  return `/console/figures/wall?${query}`
}

const amounts = { registered: '登记', resolved: '办结', inHand: '在办' } as const
const amountNames = ['registered', 'resolved', 'inHand'] as const

const Amounts = ({
  figures,
  late,
  lateName,
}: {
  readonly figures: Figures
  readonly late: number
  readonly lateName: string
}) => (
  <>
    {amountNames.map((measure) => (
      <li>
        <h2>{amounts[measure]}</h2>
        <b>{figures[measure].size}</b>
        <small>件</small>
      </li>
    ))}
    <li class={late > 0 ? 'alarm' : ''}>
      <h2>{lateName}</h2>
      <b>{late}</b>
      <small>件</small>
    </li>
  </>
)

const todayText = (flow: Readonly<Record<(typeof flows)[number], Hours>>): string =>
  flows.map((kind) => `${flowWords[kind]}${new Set(flow[kind].flat()).size}件`).join(' ')

/** By its number, and who has it; of what is not public not even that, of what is sensitive not its kind. */
const lateRow = (petition: InHand, book: Rulebook, at: Date): readonly [string, string] => {
  const category = book.categories.find(({ code }) => code === petition.category)
  const what = category && !isSensitive(category) ? `${category.level2} ` : ''
  return [
    petition.confidential
      ? `${petition.number}号 不公开事项`
      : `${petition.number}号 ${what}${destinationName(petition.to, book)}`,
    distanceText(petition.resolveDueAt, at),
  ]
}

const Rows = ({
  rows,
  none,
}: {
  readonly rows: readonly (readonly string[])[]
  readonly none: string
}) =>
  rows.length === 0 ? (
    <p class="none">{none}</p>
  ) : (
    <ul class="wall-rows">
      {rows.slice(0, rowsShown).map(([what, how]) => (
        <li>
          <span>{what}</span>
          <b>{how}</b>
        </li>
      ))}
      {rows.length > rowsShown && <li class="more">还有{rows.length - rowsShown}项</li>}
    </ul>
  )
