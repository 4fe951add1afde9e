import type { Brief } from '../domain/notices/notice.ts'
import type { DailyBrief } from '../domain/notices/pressing-notice.ts'
import { dayText } from './reports/names.ts'
import { title } from './words.ts'

const shown = 5
const dayMs = 24 * 3_600_000

/** The daily brief: numbers first, then what needs a leader's eye. */
export function dailyBriefWords(brief: DailyBrief<Brief>): string {
  const { unit, registered, resolved, inHand, hotSpots } = brief
  return [
    `【每日简报】${unit} ${days(brief)}：登记${registered}件，办结${resolved}件，现在办${inHand}件。`,
    listed('已超期', brief.late),
    listed('今天到期', brief.dueToday),
    listed('紧急在办', brief.emergencies),
    listed('今天要再答复', brief.promised),
    listed('等审批', brief.undecided ?? []),
    hotSpots.length > 0 &&
      `热点：${hotSpots.map(({ grid, numbers, households }) => `${grid}${numbers.length}件${households}户（${numbers.slice(0, shown).join('、')}${numbers.length > shown ? '等' : ''}）`).join('；')}`,
  ]
    .filter(Boolean)
    .join('\n')
}

function days({ fromAt, untilAt }: DailyBrief<Brief>): string {
  const last = new Date(untilAt.getTime() - 1)
  return untilAt.getTime() - fromAt.getTime() > dayMs
    ? `${dayText(fromAt)}至${dayText(last)}`
    : dayText(fromAt)
}

const listed = (name: string, briefs: readonly Brief[]): string =>
  briefs.length === 0
    ? ''
    : `${name}${briefs.length}件：${briefs
        .slice(0, shown)
        .map((brief) => `${title(brief)}，${brief.handler}`)
        .join('；')}${briefs.length > shown ? '；等' : ''}`
