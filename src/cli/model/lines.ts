import type { Attempt } from '../../classifier/corpus/corrections.ts'
import type { Worse } from '../../classifier/gate.ts'
import type { Refused } from '../../classifier/retrain.ts'
import type { Model } from '../../domain/intake/model.ts'
import type { ModelRecord, Models } from '../../flows/ports/learning.ts'

const names: Readonly<Record<Worse['figure'], string>> = {
  petitionRecall: '诉求查全 petition recall',
  petitionSpecificity: '闲聊放过 petition specificity',
  categoryTop1: '类别首选 category top 1',
  categoryMacroF1: '类别宏F1 category macro F1',
  conversationRecall: '群聊查全 conversation recall',
  conversationPrecision: '群聊查准 conversation precision',
  emergencyRecall: '紧急查全 emergency recall',
  dangers: '听出的险情 dangers heard',
}

const named: ReadonlyMap<string, string> = new Map([
  ...Object.entries(names),
  ['trust', '权重 trust'],
])

const origins = { retrained: '重新训练 retrained', adopted: '外来 adopted' } as const

/** What got worse, figure by figure. */
export const worseLines = (worse: readonly Worse[]): string[] =>
  worse.map(({ figure, was, is }) => `  ${names[figure]}：${shown(was)} → ${shown(is)}`)

/** 权重 1，只学类别 */
export const attemptText = ({ trust, topicsOnly }: Attempt): string =>
  `权重 trust ${trust}${topicsOnly ? '，只学类别 categories only' : ''}`

/** Why a training came to nothing. */
export function refusedLines(refused: readonly Refused[]): string[] {
  if (refused.length === 0)
    return ['没有可学的更正，什么都没有改 nothing to learn from, nothing was changed']
  return [
    '没有通过，在用的模型不变 refused, the weights in force stay：',
    ...refused.flatMap(({ attempt, worse }) => [
      ` ${attemptText(attempt)}`,
      ...worseLines(worse).map((line) => ` ${line}`),
    ]),
  ]
}

/** The versions kept, the one in force marked, the program's own last. */
export async function versionLines({
  models,
  model,
}: {
  readonly models: Models
  readonly model: Model
}): Promise<string[]> {
  const [inForce, records] = await Promise.all([models.inForce(), models.list()])
  return [
    ...records.flatMap((record) => recordLines(record, inForce, model)),
    `${mark(inForce === 0)} 0  随程序 the program's own   语料 corpus ${short(model.corpus)}`,
  ]
}

function recordLines(record: ModelRecord, inForce: number, program: Model): string[] {
  const { version, origin, madeAt, corrections, corpus, taxonomy, figures } = record
  const shares = Object.entries(figures).map(
    ([figure, value]) => `${named.get(figure) ?? figure} ${shown(value)}`,
  )
  const notes = [
    taxonomy !== program.taxonomy &&
      '类别与现在的程序不同，用不了 knows other categories, cannot be used',
    taxonomy === program.taxonomy &&
      corpus !== program.corpus &&
      '语料与现在的程序不同，可重新训练 another corpus than the program has now: retrain',
  ].filter((note) => note !== false)
  return [
    `${mark(version === inForce)} ${version}  ${origins[origin]}   ${day(madeAt)}   更正 corrections ${corrections}   语料 corpus ${short(corpus)}`,
    `     ${shares.join('，')}`,
    ...notes.map((note) => `     ${note}`),
  ]
}

const mark = (isInForce: boolean) => (isInForce ? '*' : ' ')
const short = (hash: string) => hash.slice(0, 8)
const day = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ')
const shown = (value: number) =>
  Number.isInteger(value) ? String(value) : String(Math.round(value * 10_000) / 10_000)
