import { classify } from '../domain/intake/classify.ts'
import type { Model } from '../domain/intake/model.ts'
import type { Document } from './document.ts'

/** How well a model reads lines that it never saw. Shares of 1. */
export interface Report {
  readonly lines: number
  /** Matters seen as matters, and chatter seen as chatter, at a probability of one half. */
  readonly petitionRecall: number
  readonly petitionSpecificity: number
  readonly categoryTop1: number
  readonly categoryTop3: number
  readonly categoryMacroF1: number
  readonly kind: number
  /** Mean distance between stated and true probability (ECE, ten bins) of petition and of category. */
  readonly petitionCalibration: number
  readonly categoryCalibration: number
}

export function report(lines: readonly Document[], model: Model): Report {
  const read = lines.map((line) => ({ line, verdict: classify(line.text, model) }))
  const matters = read.filter(({ line }) => line.category !== null)
  const idle = read.filter(({ line }) => line.category === null)
  const pairs = matters.map(({ line, verdict }) => ({
    want: line.category ?? '',
    got: verdict.categories[0]?.code ?? '',
  }))
  return {
    lines: lines.length,
    petitionRecall: share(matters, ({ verdict }) => verdict.petition >= 0.5),
    petitionSpecificity: share(idle, ({ verdict }) => verdict.petition < 0.5),
    categoryTop1: share(pairs, ({ want, got }) => want === got),
    categoryTop3: share(matters, ({ line, verdict }) =>
      verdict.categories.some(({ code }) => code === line.category),
    ),
    categoryMacroF1: macroF1(pairs),
    kind: share(matters, ({ line, verdict }) => verdict.kind.value === line.kind),
    petitionCalibration: calibrationError(
      read.map(({ line, verdict }) => [verdict.petition, line.category !== null]),
    ),
    categoryCalibration: calibrationError(
      matters.map(({ line, verdict }) => [
        verdict.categories[0]?.p ?? 0,
        verdict.categories[0]?.code === line.category,
      ]),
    ),
  }
}

/** The mean over all wanted labels of F1; a label never got counts 0. */
export function macroF1(pairs: readonly { want: string; got: string }[]): number {
  const labels = [...new Set(pairs.map(({ want }) => want))]
  const sum = labels.reduce((total, label) => {
    const both = pairs.filter(({ want, got }) => want === label && got === label).length
    const either = pairs.reduce(
      (n, { want, got }) => n + Number(want === label) + Number(got === label),
      0,
    )
    return total + (2 * both) / either
  }, 0)
  return labels.length === 0 ? 0 : sum / labels.length
}

/** What was said with a probability in one tenth of the scale: how often, the sum of what was promised, what was kept. */
export interface Bin {
  readonly count: number
  readonly promised: number
  readonly kept: number
}

/** The probabilities said, and whether each came true, in ten bins of equal width. */
export function binsOf(said: readonly (readonly [number, boolean])[]): readonly Bin[] {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, promised: 0, kept: 0 }))
  for (const [p, isTrue] of said) {
    const bin = bins[Math.min(9, Math.floor(p * 10))]
    if (!bin) continue
    bin.count++
    bin.promised += p
    bin.kept += Number(isTrue)
  }
  return bins
}

/** Expected calibration error over ten bins of equal width. */
export const calibrationError = (said: readonly (readonly [number, boolean])[]): number =>
  binsOf(said).reduce((sum, { promised, kept }) => sum + Math.abs(promised - kept), 0) /
  Math.max(said.length, 1)

const share = <T>(list: readonly T[], isRight: (item: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(isRight).length / list.length
