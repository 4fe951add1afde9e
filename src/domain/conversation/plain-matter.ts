import { categoryCode } from '../ids.ts'
import { classify } from '../intake/classify.ts'
import { gridOf } from '../intake/gazetteer.ts'
import type { Matter } from '../intake/matter.ts'
import type { ChatMessage } from '../intake/message.ts'
import { nowhere } from '../intake/place.ts'
import { readReply } from '../intake/read-reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import { placeContext } from './place-context.ts'
import type { Situation } from './situation.ts'

/** 其他诉求: for what somebody wants registered though we cannot tell what it is. */
const other = categoryCode('1901')
const sureEnough = 0.3

/** A matter made of what somebody wants registered, whatever the reading thinks of it. Null when nothing was said. */
export function plainMatter(
  messages: readonly ChatMessage[],
  s: Situation,
  u: Understanding,
): Matter | null {
  const [first] = messages
  const text = messages
    .map((message) => message.text)
    .filter(Boolean)
    .join('，')
  if (!first || !text) return null
  const best = classify(text, u.model).categories[0]
  const code = best && best.p >= sureEnough ? best.code : other
  const category = u.book.categories.find((c) => c.code === code)
  const where = readReply(text, 'ask_place', placeContext(s), u)
  const place = where.act === 'place' ? where.place : nowhere
  const field = <Value>(value: Value, because: string) => ({ value, confidence: 0.5, because })
  return {
    messages: messages.map(({ id }) => id),
    reporter: first.from,
    supporters: [],
    summary: [...text].slice(0, 30).join(''),
    category: field(code, '本人确认登记'),
    kind: field(category?.kind ?? 'report', '随类别'),
    place: field(place, '文字'),
    grid: field(gridOf(place, u.gazetteer), '随地点'),
    urgency: field('normal', '未见紧急'),
    danger: null,
    onBehalfOf: field(null, '未说'),
    vulnerable: field(false, '未说'),
    since: field(null, '未说'),
    confidential: field(category?.confidential ?? false, '随类别'),
    settled: field(false, '未说'),
  }
}
