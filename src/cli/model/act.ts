import type { Document } from '../../classifier/document.ts'
import type { FixedSets } from '../../classifier/fixed-sets.ts'
import { judge, measure } from '../../classifier/gate.ts'
import { retrain } from '../../classifier/retrain.ts'
import type { Model } from '../../domain/intake/model.ts'
import { no, ok, type Result } from '../../domain/result.ts'
import type { Desk } from '../../flows/ports.ts'
import { modelFrom } from '../../flows/understand.ts'
import { attemptText, refusedLines, versionLines, worseLines } from './lines.ts'

type Kept = Pick<Desk, 'models' | 'corrections' | 'model' | 'clock'>
/** What to print, or why nothing was changed. */
type Ending = Result<string[], string[]>

/** Trains the program's corpus with all corrections and puts it in force, if the gate lets it pass. */
export async function retrainModel(
  { models, corrections, model, clock }: Kept,
  corpus: readonly Document[],
  sets: FixedSets,
  progress: (what: string) => void,
): Promise<Ending> {
  const [learnt, others] = await Promise.all([corrections.list(), inUse({ models, model })])
  const done = retrain(corpus, learnt, others, sets, (attempt, lines) =>
    progress(`训练 training：${lines} 条更正 corrections，${attemptText(attempt)}`),
  )
  if (!done.ok) return no(refusedLines(done.problem))
  const { bytes, figures, attempt } = done.value
  const version = await models.add(
    {
      origin: 'retrained',
      corpus: model.corpus,
      taxonomy: model.taxonomy,
      corrections: learnt.length,
      figures: { ...figures, trust: attempt.trust },
      madeAt: clock(),
    },
    bytes,
  )
  return ok([
    `已启用 in force: 版本 version ${version}`,
    ...(await versionLines({ models, model })),
  ])
}

/** Puts weights from elsewhere in force, if they know our categories and the gate lets them pass. */
export async function adoptModel(
  bytes: Uint8Array,
  { models, corrections, model, clock }: Kept,
  sets: FixedSets,
): Promise<Ending> {
  const decoded = modelFrom(bytes)
  if (!decoded) return no(['这不是本程序的模型文件 not a model file of this program'])
  if (decoded.taxonomy !== model.taxonomy)
    return no(['模型的诉求类别与本程序不同 the model knows other categories than this program'])
  const others = await inUse({ models, model })
  const judged = judge(
    measure(decoded, sets),
    others.map((other) => measure(other, sets)),
  )
  if (!judged.ok) return no(['没有通过 refused：', ...worseLines(judged.problem)])
  const version = await models.add(
    {
      origin: 'adopted',
      corpus: decoded.corpus,
      taxonomy: decoded.taxonomy,
      corrections: await corrections.count(),
      figures: judged.value,
      madeAt: clock(),
    },
    bytes,
  )
  return ok([
    `已启用 in force: 版本 version ${version}`,
    ...(await versionLines({ models, model })),
  ])
}

/** Back to a version that is kept, or with 0 to the program's own weights. */
export async function useModel(
  version: number,
  { models, model }: Pick<Kept, 'models' | 'model'>,
): Promise<Ending> {
  const kept = (await models.list()).find((record) => record.version === version)
  if (kept && kept.taxonomy !== model.taxonomy)
    return no([`版本 version ${version} 的诉求类别与现在的程序不同 knows other categories`])
  if (!(await models.use(version))) return no([`没有版本 no version ${version}`])
  return ok(await versionLines({ models, model }))
}

/** Those that no newer weights may be worse than: the program's own, and what is in force. */
async function inUse({ models, model }: Pick<Kept, 'models' | 'model'>): Promise<Model[]> {
  const version = await models.inForce()
  if (version === 0) return [model]
  const stored = modelFrom(await models.bytes(version))
  return stored?.taxonomy === model.taxonomy ? [model, stored] : [model]
}
