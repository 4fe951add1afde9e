import type { Child } from 'hono/jsx'
import { mayEnter } from '../../../domain/console/areas.ts'
import { type Tab, tabsOf } from '../../../domain/console/tabs.ts'
import type { StaffRole } from '../../../domain/people/roles.ts'
import type { Counts } from '../../../flows/ports/queue.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { type Asked, hrefOf, isNarrowed, queryOf } from './asked.ts'
import { DispatchBar, type Drafted } from './dispatch-bar.tsx'
import { Filters } from './filters.tsx'
import { Rows, type Shown } from './rows.tsx'

export interface QueueView {
  readonly visit: Visit
  readonly asked: Asked
  readonly shown: Shown
  readonly counts: Counts
  /** What was being sent, where it could not be. */
  readonly drafted?: Drafted
  readonly children?: Child
}

/** The queue: what there is to do, what is due first at the top. */
export const QueuePage = (view: QueueView) => (
  <ConsolePage visit={view.visit} title="诉求" area="work" carries="queue">
    <h1 class="hidden">诉求</h1>
    {view.children}
    <Filters visit={view.visit} asked={view.asked} />
    <Queue {...view} />
    <p id="toast" class="toast" role="status" hidden />
    <p id="offline" class="toast" role="status" hidden>
      网络断开了，正在重新连接…
    </p>
  </ConsolePage>
)

const Queue = ({ visit, asked, shown, counts, drafted }: QueueView) => (
  <div id="queue">
    <Tabs visit={visit} asked={asked} counts={counts} />
    <div hx-sse:connect={`/console/live?${queryOf(asked)}`} hx-swap="none" hidden />
    {asked.tab === 'late' && <p class="lead">{lateOf(visit)}</p>}
    <p id="news" class="news" role="status" hidden>
      <a href={hrefOf(asked)}>有新诉求，点这里看</a>
    </p>
    {shown.petitions.length === 0 ? (
      <Nothing asked={asked} />
    ) : (
      <>
        {asked.cursor && (
          <p>
            <a href={hrefOf(asked)}>回到开头</a>
          </p>
        )}
        <ul class="petition-rows" id="rows">
          <Rows
            visit={visit}
            asked={asked}
            shown={shown}
            picked={drafted?.picks.map(({ number }) => number) ?? []}
          />
        </ul>
      </>
    )}
    {mayEnter(visit.staff.role, 'dispatch') && shown.petitions.length > 0 && (
      <DispatchBar visit={visit} asked={asked} {...(drafted && { drafted })} />
    )}
  </div>
)

export const Tabs = ({ visit, asked, counts }: Pick<QueueView, 'visit' | 'asked' | 'counts'>) => (
  <nav class="tabs" id="tabs" aria-label="诉求分组">
    {tabsOf(visit.staff, visit.book).map((tab) => (
      <a
        href={hrefOf({ ...asked, tab })}
        {...(tab === asked.tab && { 'aria-current': 'page' as const })}
      >
        {nameOf(tab, visit.staff.role)}
        {tab !== 'all' && (
          <b class={tab === 'late' && counts.late > 0 ? 'count late' : 'count'}>{counts[tab]}</b>
        )}
      </a>
    ))}
  </nav>
)

const tabNames: Readonly<Record<Exclude<Tab, 'unit'>, string>> = {
  dispatch: '待派单',
  decide: '待审批',
  mine: '我的',
  late: '超期',
  today: '今天到期',
  rate: '待评价',
  hot: '热点',
  all: '全部',
}

const nameOf = (tab: Tab, role: StaffRole): string => {
  if (tab === 'unit') return unitTab[role] ?? '全街道'
  return tab === 'decide' && role === 'household_head' ? '待我答复' : tabNames[tab]
}

/** Those not signed for in time stand first where all that is open stands: the tab and the figures count by one limit. */
const lateOf = ({ staff, book }: Visit): string => {
  const leads = staff.role !== 'grid_worker' && tabsOf(staff, book).includes('unit')
  const where = nameOf(leads ? 'unit' : 'mine', staff.role)
  return `这里是过了办结期限的；过了签收期限还没签收的，在“${where}”里排在最前。`
}

const unitTab: Readonly<Record<string, string>> = {
  grid_worker: '本网格',
  community_dispatcher: '本社区',
  community_manager: '本社区',
}

const Nothing = ({ asked }: Pick<QueueView, 'asked'>) => (
  <div class="nothing">
    <p>{isNarrowed(asked) ? '没有找到这样的诉求。' : nothingIn[asked.tab]}</p>
    {isNarrowed(asked) && asked.tab !== 'all' && (
      <p>
        <a class="button quiet" href={hrefOf({ ...asked, tab: 'all' })}>
          在全部诉求里找
        </a>
      </p>
    )}
    {isNarrowed(asked) && (
      <p>
        <a href={`/console?tab=${asked.tab}`}>清除条件</a>
      </p>
    )}
  </div>
)

const nothingIn: Readonly<Record<Tab, string>> = {
  dispatch: '没有等待派单的诉求。',
  decide: '没有等您拿主意的。',
  mine: '您手上没有要办的诉求。',
  unit: '辖区里没有在办的诉求。',
  late: '没有超期的诉求。',
  today: '今天没有到期的诉求。',
  rate: '没有等待评价的诉求。',
  hot: '没有热点诉求。',
  all: '还没有诉求。',
}
