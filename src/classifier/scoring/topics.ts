import { classify } from '../../domain/intake/classify.ts'
import type { Model } from '../../domain/intake/model.ts'
import { macroF1 } from '../report.ts'

/** Letters to a city government are sorted by topic; these are the topics, and what of ours each of them takes in. */
const topics: Readonly<Record<string, readonly string[]>> = {
  城乡建设: ['01', '02', '03', '0501', '0506', '06', '0809', '0702', '0905', '0309', '1005', '13'],
  环境保护: ['04', '05'],
  交通运输: ['07'],
  教育文体: ['11'],
  劳动和社会保障: ['1001', '1002', '1003', '1006', '1007', '0904'],
  商贸旅游: ['14', '0302', '0805', '0906', '0908'],
  卫生计生: ['1102', '1004'],
}

export interface TopicScores {
  readonly texts: number
  readonly accuracy: number
  readonly macro_f1: number
}

/** How well the model, which knows our categories only, sorts texts into topics it was never taught. */
export function scoreTopics(
  rows: readonly { readonly text: string; readonly label: string }[],
  model: Model,
): TopicScores {
  const pairs = rows.map(({ text, label }) => ({ want: label, got: topicOf(text, model) }))
  return {
    texts: rows.length,
    accuracy: pairs.filter(({ want, got }) => want === got).length / Math.max(1, rows.length),
    macro_f1: macroF1(pairs),
  }
}

/** The topic whose categories are likeliest together. */
function topicOf(text: string, model: Model): string {
  const sums = new Map<string, number>()
  for (const { code, p } of classify(text, model).categories) {
    const topic = topicByCode(code)
    if (topic !== undefined) sums.set(topic, (sums.get(topic) ?? 0) + p)
  }
  const [best] = [...sums].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? ''
}

/** A whole code before its first level: 0501 belongs to building although 05 is the environment. */
function topicByCode(code: string): string | undefined {
  for (const part of [code, code.slice(0, 2)]) {
    const found = Object.entries(topics).find(([, codes]) => codes.includes(part))
    if (found) return found[0]
  }
  return undefined
}
