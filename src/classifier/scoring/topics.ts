import { marginsOf } from '../../domain/intake/classify.ts'
import { sourceOf } from '../../domain/intake/features.ts'
import type { Model } from '../../domain/intake/model.ts'
import { macroF1 } from '../report.ts'

/**
 * Letters to a city government are sorted by topic; these are the topics, and what of ours each of them takes in: whole
 * codes before first levels. What is in none of them (quarrels, danger, papers, praise) says nothing of the topic.
 */
const topics: Readonly<Record<string, readonly string[]>> = {
  城乡建设: [
    ...['0101', '0102', '0104', '0105', '0106', '0201', '0202', '0203', '0204', '0303', '0304'],
    ...['0305', '0306', '0307', '0308', '0309', '04', '06', '0702', '0801', '0802', '0803'],
    ...['0804', '0806', '0809', '0903', '0905', '1005'],
  ],
  环境保护: ['05', '1301', '1303'],
  交通运输: ['0103', '0701', '0703', '0704', '1302', '1901'],
  教育文体: ['11'],
  劳动和社会保障: ['0904', '1001', '1002', '1003', '1006', '1007'],
  商贸旅游: ['0302', '0805', '0807', '0811', '0908', '14'],
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
  const { categories, calibration } = model
  const margins = marginsOf(sourceOf(text), model).subarray(1, 1 + categories.length)
  const sums = new Map<string, number>()
  categories.forEach((code, i) => {
    const topic = topicByCode(code)
    const odds = Math.exp(calibration.categorySharpness * (margins[i] ?? 0))
    if (topic !== undefined) sums.set(topic, (sums.get(topic) ?? 0) + odds)
  })
  const [best] = [...sums].sort(([, a], [, b]) => b - a)
  return best?.[0] ?? ''
}

/** A whole code before its first level: 1102 is health although 11 is education. */
function topicByCode(code: string): string | undefined {
  for (const part of [code, code.slice(0, 2)]) {
    const found = Object.entries(topics).find(([, codes]) => codes.includes(part))
    if (found) return found[0]
  }
  return undefined
}
