import { classify } from '../domain/intake/classify.ts'
import { gazetteerOf } from '../domain/intake/gazetteer.ts'
import type { Model } from '../domain/intake/model.ts'
import { no, ok, type Result } from '../domain/result.ts'
import type { FixedSets } from './fixed-sets.ts'
import { report } from './report.ts'
import { predictConversations } from './scoring/predict.ts'
import { scoreConversations } from './scoring/score-conversations.ts'

/** Shares of 1. */
const figureNames = [
  'petitionRecall',
  'petitionSpecificity',
  'categoryTop1',
  'categoryMacroF1',
  'conversationRecall',
  'conversationPrecision',
  'emergencyRecall',
] as const
export type FigureName = (typeof figureNames)[number]
export type Figures = Readonly<Record<FigureName, number>>

/** How a model did on the fixed sets. */
export interface Measured {
  readonly figures: Figures
  /** The dangers that it heard. */
  readonly dangers: ReadonlySet<string>
}

export function measure(model: Model, sets: FixedSets): Measured {
  const { petitionRecall, petitionSpecificity, categoryTop1, categoryMacroF1 } = report(
    sets.lines,
    model,
  )
  const understanding = { book: sets.book, model, gazetteer: gazetteerOf(sets.book) }
  const scores = scoreConversations(
    sets.conversations,
    predictConversations(sets.conversations, understanding),
  )
  return {
    figures: {
      petitionRecall,
      petitionSpecificity,
      categoryTop1,
      categoryMacroF1,
      conversationRecall: scores.detect.recall,
      conversationPrecision: scores.detect.precision,
      emergencyRecall: scores.emergency_recall,
    },
    dangers: new Set(sets.dangers.filter((text) => classify(text, model).petition >= 0.5)),
  }
}

/** One thing at which a model is worse than it may be: a share, or how many dangers are lost. */
export interface Worse {
  readonly figure: FigureName | 'dangers'
  readonly was: number
  readonly is: number
}

/** What a share may lose; of emergencies nothing. The others are told, but decide nothing: they follow from these. */
const slack = {
  petitionRecall: 0.005,
  petitionSpecificity: 0.005,
  categoryMacroF1: 0.005,
  emergencyRecall: 0,
} as const satisfies Partial<Record<FigureName, number>>
const guarded = Object.keys(slack) as (keyof typeof slack)[]

/**
 * Lets a model pass that is no worse than each of those it is held against: the one in force, and the program's own, lest
 * many small losses add up. Refuses with all that got worse. No danger that any of them heard may be lost.
 */
export function judge(candidate: Measured, others: readonly Measured[]): Result<Figures, Worse[]> {
  const worse = guarded.flatMap((figure): Worse[] => {
    const was = Math.max(...others.map(({ figures }) => figures[figure]))
    const is = candidate.figures[figure]
    return is < was - slack[figure] - rounding ? [{ figure, was, is }] : []
  })
  const heard = new Set(others.flatMap(({ dangers }) => [...dangers]))
  const kept = [...heard].filter((text) => candidate.dangers.has(text)).length
  if (kept < heard.size) worse.push({ figure: 'dangers', was: heard.size, is: kept })
  return worse.length > 0 ? no(worse) : ok(candidate.figures)
}

const rounding = 1e-9
