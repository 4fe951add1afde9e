import { dayOf } from '../../../domain/deadlines/calendar.ts'
import type { Figure } from '../../../domain/numbers/figure.ts'
import { periodOf } from '../../../domain/numbers/period.ts'
import { reportOf } from '../../../domain/numbers/report.ts'
import { streetOf } from '../../../domain/routing/route.ts'
import { pingPolicyOf } from '../../../domain/street/pressing-policy.ts'
import { gatherReport } from '../../../flows/gather-report.ts'
import { exposures } from '../exposure.ts'
import type { Stage } from '../stage.ts'
import { busiestDay, staffDays } from './pings.ts'

/** The month in numbers, one a line: those of the street's monthly report, and what it cost the staff in messages. */
export async function summaryOf(within: Date, stage: Stage): Promise<string[]> {
  const { desk, street, clock } = stage
  const month = periodOf('month', within)
  const kept = await gatherReport(month, desk)
  const scope = { unit: streetOf(street.book) }
  const { figures } = reportOf('monthly', scope, month, kept, clock(), street.book)
  const days = await staffDays(dayOf(within), stage)
  const most = days.toSorted((a, b) => b.calm - a.calm)[0]
  const mean = days.reduce((sum, { calm }) => sum + calm, 0) / Math.max(1, days.length)
  const { perDay } = pingPolicyOf(street.book.policies)
  const exposed = await exposures(stage)
  return [
    `登记 ${figures.registered.size} 件，另剔除 ${figures.registered.beside?.setAside?.length ?? 0} 件（撤回、并入、不受理）`,
    `响应率 ${share(figures.response)}`,
    `解决率 ${share(figures.resolution)}`,
    `满意率 ${share(figures.satisfaction)}`,
    `未评价结案 ${figures.resolution.beside?.unrated?.length ?? 0} 件，等待评价 ${figures.resolution.beside?.awaiting?.length ?? 0} 件`,
    `超期 ${figures.overdue.size} 件`,
    `工作人员每人每天收到的可缓消息：最多 ${most?.calm ?? 0} 条（${most?.name ?? '—'}，${most?.day ?? '—'}），平均 ${mean.toFixed(1)} 条，上限 ${perDay} 条`,
    `连同即时答复和紧急告警，一人一天最多 ${busiestDay(stage)} 条`,
    `发出 ${stage.parcels.length} 条消息；群里泄露个人信息 ${exposed.length} 处`,
  ]
}

const share = ({ counted, outOf }: Figure): string =>
  outOf && outOf.length > 0
    ? `${((counted.length / outOf.length) * 100).toFixed(1)}%（${counted.length}/${outOf.length}）`
    : '—'
