import { lastEnded, type Period } from '../../../domain/numbers/period.ts'
import {
  formsOf,
  periodKindOf,
  type ReportForm,
  type ReportKind,
  reportKinds,
} from '../../../domain/numbers/report.ts'
import type { OneReport } from '../../../flows/ports/report-files.ts'
import { reportWords } from '../../../texts/reports/measure-words.ts'
import { periodName, scopeName } from '../../../texts/reports/names.ts'
import { momentText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { indents } from './choice.tsx'
import { type ReportWish, whoseReports } from './report-wish.ts'

const formWords: Readonly<Record<ReportForm, string>> = { xlsx: 'Excel', docx: 'Word' }

/** A report that is owed by somebody in one's scope, and whether it is there. */
export interface Owed {
  readonly report: OneReport
  readonly writtenAt: Date | null
}

/** What is to be handed in, and any report to fetch. */
export const ReportsPage = ({
  visit,
  owed,
  wish,
  problem,
}: {
  readonly visit: Visit
  readonly owed: readonly Owed[]
  /** As it was typed. */
  readonly wish: ReportWish
  /** Why it could not be written; null: nothing was asked for. */
  readonly problem: string | null
}) => (
  <ConsolePage visit={visit} title="报表" area="figures">
    <p class="back no-print">
      <a href="/console/figures">‹ 回到看板</a>
    </p>
    <h1>报表</h1>
    <WishForm visit={visit} wish={wish} problem={problem} />
    <section class="card" aria-labelledby="owed">
      <h2 id="owed">最近一期应报的</h2>
      <p class="lead">
        每期结束后十分钟内自动生成、通知上报人。这里取到的按现在的数据重新统计；办理结果补登以后，可能与当时生成的不同。
      </p>
      <div class="wide">
        <table class="figure-table words">
          <thead>
            <tr>
              <th scope="col">报表</th>
              <th scope="col">取用</th>
              <th scope="col">单位</th>
              <th scope="col">哪一期</th>
              <th scope="col">生成</th>
            </tr>
          </thead>
          <tbody>
            {owed.map(({ report, writtenAt }) => (
              <tr>
                <th scope="row">{reportWords[report.kind]}</th>
                <td>
                  {formsOf[report.kind].map((form) => (
                    <a class="fetch" href={fileAddress(report, form)}>
                      {formWords[form]}
                    </a>
                  ))}
                </td>
                <td>{scopeName(report.scope, visit.book)}</td>
                <td>{periodName(report.period)}</td>
                <td>{writtenAt ? momentText(writtenAt) : '尚未生成'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  </ConsolePage>
)

const fileAddress = ({ kind, period, scope }: OneReport, form: ReportForm): string =>
  `/console/figures/reports/file?${new URLSearchParams({
    kind,
    period: period.name,
    whose: scope.department ?? scope.unit,
    form,
  })}`

const WishForm = ({
  visit,
  wish,
  problem,
}: {
  readonly visit: Visit
  readonly wish: ReportWish
  readonly problem: string | null
}) => (
  <section class="card no-print" aria-labelledby="fetch">
    <h2 id="fetch">取一份报表</h2>
    <form class="wish" method="get" action="/console/figures/reports/file">
      <label>
        <span>报表</span>
        <select name="kind">
          {reportKinds.map((kind) => (
            <option value={kind} selected={kind === wish.kind}>
              {reportWords[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>单位</span>
        <select name="whose">
          {whoseReports(visit.staff, visit.book).map(({ code, name, kind }) => (
            <option value={code} selected={code === wish.whose}>
              {kind ? indents[kind] : ''}
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>哪一天所在的一期</span>
        <input
          type="date"
          name="day"
          value={wish.day ?? lastDay(lastEnded(periodKindOf[kindIn(wish)], visit.now))}
          {...(problem !== null && { 'aria-invalid': 'true', 'aria-describedby': 'wish-problem' })}
        />
      </label>
      {problem !== null && (
        <p class="problem-text" id="wish-problem" role="alert">
          {problem}
        </p>
      )}
      <div>
        <button class="button" type="submit" name="form" value="xlsx">
          取 Excel
        </button>
        <button class="button quiet" type="submit" name="form" value="docx">
          取 Word
        </button>
      </div>
    </form>
    <p class="lead">
      每日简报只有 Word；每周汇总表、半月登记表只有 Excel；月报、季度分析两种都有。
    </p>
  </section>
)

const kindIn = ({ kind }: ReportWish): ReportKind =>
  reportKinds.find((one) => one === kind) ?? 'weekly'

const lastDay = ({ until }: Period): string =>
  new Date(until.getTime() - 1 + 8 * 3_600_000).toISOString().slice(0, 10)
