import type { RatingView } from '../../domain/cards/card-view.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import { moment } from '../moments.ts'
import { ratingText } from '../timeline.ts'
import { statusWords } from '../words.ts'

export const scores = [1, 2, 3, 4, 5] as const
export type Score = (typeof scores)[number]

/** On the buttons, and in the list of the form. */
export const starWords: Readonly<Record<Score, string>> = {
  1: '★ 很不满意',
  2: '★★ 不满意',
  3: '★★★ 基本满意',
  4: '★★★★ 满意',
  5: '★★★★★ 很满意',
}

export const solvedWords = { yes: '已解决', no: '没解决，请重办' } as const

export const ratingFormWords = {
  score: '打几分',
  solved: '解决了吗',
  comment: '想说的话（没解决请写明哪里没办好）',
  submit: '提交评价',
  hint: '点一下星级就行；没解决，或想多说几句，请填下面的表。',
  why: '没有让您满意，很抱歉。请告诉我们解决了没有、哪里没办好，再按“提交评价”。',
} as const

export const ratingTitle = ({ number, status }: RatingView): string =>
  status === 'resolved' || status === 'closed'
    ? `诉求 ${number}号 · 办得怎么样？`
    : `诉求 ${number}号 · ${statusWords[status]}`

export const ratingSummary = ({ number, category }: RatingView): string =>
  `${number}号 ${category}已办结，请评价`

/** What stands above the buttons, or in their stead. */
export function ratingLines(view: RatingView): readonly string[] {
  const { category, place, handler, result, status, own, dueAt } = view
  const about = `${category}${place ? `（${place}）` : ''}，${handler}办理`
  const rated = own ? `您的评价：${ratingText({ ...own, reason: null }) || '已记下'}，谢谢。` : ''
  if (dueAt) return [about, `已重办，编号不变，${moment(dueAt)}前办结。`]
  if (status === 'withdrawn') return [about, '已撤回。']
  if (!result) return [about, '正在办理。']
  const closed = status === 'closed' ? '已结案。还有问题回一句“没解决”即可重办。' : ''
  return [about, `${moment(result.at)}办结`, rated, rated ? '' : closed].filter(Boolean)
}

export const ratingNews = (news: readonly Notice[]): string =>
  news.some(({ kind }) => kind === 'ratingReminded') ? '还想听您一句，不评也没关系。' : ''

export const resultLabel = '办理结果'
