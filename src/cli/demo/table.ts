import { households, isInHand, type Petition } from '../../domain/petition/petition.ts'
import type { Stage } from './stage.ts'

/** The week in numbers. */
export async function tableOf({ kept, desk, clock, parcels, street }: Stage): Promise<string[]> {
  const petitions = await desk.petitions.list({ limit: 1_000 })
  const count = (is: (petition: Petition) => boolean) => petitions.filter(is).length
  const waits = petitions
    .flatMap(({ respondedAt, registeredAt }) =>
      respondedAt ? [respondedAt.getTime() - registeredAt.getTime()] : [],
    )
    .sort((a, b) => a - b)
  const rows: [string, string][] = [
    [
      '消息',
      `${kept.length} 条，${new Set(kept.map(({ sender }) => sender.id)).size} 人，${new Set(kept.flatMap(({ room }) => room ?? [])).size} 个群和私信`,
    ],
    [
      '登记诉求',
      `${petitions.length} 件，${petitions.reduce((sum, petition) => sum + households(petition), 0)} 户次`,
    ],
    ['邻居加入', `${petitions.reduce((sum, { supporters }) => sum + supporters.length, 0)} 人`],
    [
      '首次响应',
      waits.length > 0
        ? `中位 ${duration(waits[Math.floor(waits.length / 2)] ?? 0)}，最长 ${duration(waits.at(-1) ?? 0)}`
        : '无',
    ],
    ['已办结', `${count((p) => ['resolved', 'closed'].includes(p.status))} 件`],
    [
      '已评价结案',
      `${count((p) => p.status === 'closed' && p.rated)} 件，未评价结案 ${count((p) => p.status === 'closed' && !p.rated)} 件`,
    ],
    ['重办', `${petitions.reduce((sum, { reopenings }) => sum + reopenings, 0)} 次`],
    ['撤回', `${count((p) => p.status === 'withdrawn')} 件`],
    [
      '超期',
      `${count((p) => ('inTime' in p ? !p.inTime : isInHand(p) && p.resolveDueAt < clock()))} 件`,
    ],
  ]
  const pings = street.book.staff
    .map(({ id, name, accounts }) => ({
      who: `${name} ${id}`,
      count: parcels.filter(
        ({ parcel }) => parcel.to.kind === 'person' && parcel.to.account === accounts.wechat,
      ).length,
    }))
    .filter((ping) => ping.count > 0)
    .sort((a, b) => b.count - a.count)
  return [
    '',
    '—— 一周合计 ——',
    ...rows.map(([name, value]) => `${padded(name, 12)}${value}`),
    '',
    '工作人员收到的消息（条）',
    ...pings.map(
      ({ who, count: times }) =>
        `${padded(who, 16)}${String(times).padStart(3)}  ${'▪'.repeat(times)}`,
    ),
  ]
}

/** Chinese characters are two columns wide. */
const padded = (text: string, width: number) =>
  text +
  ' '.repeat(Math.max(1, width - [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)))

function duration(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  return minutes < 60 ? `${minutes} 分钟` : `${(minutes / 60).toFixed(1)} 小时`
}
