import { destinationName, placeText } from '../../domain/notices/brief.ts'
import type { Report } from '../../domain/numbers/report.ts'
import { households, isInHand, type Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { statusWords } from '../words.ts'
import type { Cell, Table } from './document.ts'
import { dayText, timeText } from './names.ts'

/**
 * Petitions line by line. Nobody's name, door, phone or words; of what is confidential only that it exists. `once`: all of them
 * were late at some time, also those that are not, or not any more.
 */
export function listing(
  title: string,
  petitions: readonly Petition[],
  { book, asOf }: Pick<Report, 'book' | 'asOf'>,
  once: 'late' | null = null,
): Table {
  return {
    title,
    columns: [
      { title: '序号', width: 4 },
      { title: '编号', width: 6 },
      { title: '登记时间', width: 11 },
      { title: '类别', width: 12 },
      { title: '地点', width: 16 },
      { title: '户数', width: 4 },
      { title: '承办', width: 16 },
      { title: '状态', width: 10 },
      { title: '办结时限', width: 9 },
      { title: '是否超期', width: 6 },
      { title: '退回次数', width: 6 },
      { title: '重办次数', width: 6 },
      { title: '评价', width: 8 },
    ],
    rows: petitions.map((petition, i) => [i + 1, ...line(petition, book, asOf, once)]),
  }
}

function line(petition: Petition, book: Rulebook, asOf: Date, once: 'late' | null): Cell[] {
  const { number, registeredAt, confidential, returns, reopenings } = petition
  const due = isInHand(petition) ? dayText(petition.resolveDueAt) : ''
  return [
    number,
    `${dayText(registeredAt)} ${timeText(registeredAt)}`,
    confidential ? '不公开' : categoryName(petition, book),
    confidential ? '' : placeName(petition, book),
    households(petition),
    confidential || !('to' in petition) ? '' : destinationName(petition.to, book),
    statusWords[petition.status],
    due,
    lateness(petition, asOf, once === 'late' ? '曾超期' : '否'),
    returns,
    reopenings,
    verdict(petition),
  ]
}

const categoryName = ({ category }: Petition, book: Rulebook): string =>
  book.categories.find(({ code }) => code === category)?.level2 ?? '其他'

/** To the building: a house number on a road or in a village is a door. */
const placeName = ({ place }: Petition, book: Rulebook): string =>
  placeText({ ...place, number: null }, book, true)

function lateness(petition: Petition, asOf: Date, inTime: string): string {
  if (isInHand(petition)) return petition.resolveDueAt < asOf ? '已超期' : inTime
  return 'inTime' in petition ? (petition.inTime ? inTime : '超期办结') : ''
}

function verdict(petition: Petition): string {
  const scores = petition.ratings.flatMap(({ score }) => score ?? [])
  if (scores.length > 0) {
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    return mean >= 4 ? '满意' : mean > 2 ? '基本满意' : '不满意'
  }
  if (petition.ratings.some(({ solved }) => solved)) return '已解决'
  if (petition.status === 'resolved') return '待评价'
  return petition.status === 'closed' ? '未评价' : ''
}
