import type { DueExplained } from '../domain/console/due-explained.ts'
import type { Day, Limit } from '../domain/deadlines/limit.ts'
import type { Skipped } from '../domain/deadlines/reckoning.ts'
import { moment } from './moments.ts'

const units: Readonly<Record<Limit['unit'], string>> = {
  minutes: '分钟',
  hours: '小时',
  workingHours: '个工作小时（只算办公时间）',
  days: '天',
  workingDays: '个工作日',
}
const why: Readonly<Record<Skipped['why'], string>> = { weekend: '周末', holiday: '节假日' }

/** 3月2日10:00起5个工作日，跳过3月7–8日周末，到3月9日（周一）当天结束. */
export function reckoningWords(explained: DueExplained): string {
  switch (explained.kind) {
    case 'extended':
      return `${moment(explained.at)}批准延期${explained.days}天，由${moment(explained.oldDueAt)}改为现在的时限`
    case 'promised':
      return '沿用原来答应的时限，转派不重新计算'
    case 'counted': {
      const { limit, from, at, skipped, madeUp, provisional } = explained.reckoning
      const endsWithDay = limit.unit === 'days' || limit.unit === 'workingDays'
      return [
        `${moment(from)}起${limit.amount}${units[limit.unit]}`,
        endsWithDay ? '当天不算' : '',
        ...skipped.map((span) => `跳过${spanWords(span)}${why[span.why]}`),
        madeUp.length > 0 ? `${madeUp.map(dayWords).join('、')}调休上班，照算` : '',
        `到${moment(at)}${endsWithDay ? '当天结束' : ''}`,
        provisional ? '节假日安排未公布，暂定' : '',
        explained.source ? `依据：${explained.source}` : '',
      ]
        .filter(Boolean)
        .join('，')
    }
  }
}

const spanWords = ({ from, to }: Skipped): string => {
  if (from === to) return dayWords(from)
  const [end] = [dayWords(to)]
  return from.slice(0, 7) === to.slice(0, 7)
    ? `${dayWords(from).slice(0, -1)}–${end.split('月')[1]}`
    : `${dayWords(from)}–${end}`
}

/** 3月7日 */
const dayWords = (day: Day): string => {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}
