import { type Beside, type Figure, shareOf } from '../../domain/numbers/figure.ts'
import {
  type Figures,
  type Measure,
  measures,
  quarrelMeasures,
} from '../../domain/numbers/figures.ts'
import type { Cell, Chapter } from './document.ts'
import { shareText } from './document.ts'
import { besideWords, measureWords } from './measure-words.ts'

/** Prints numbers and writes down each: nothing is printed that cannot be followed to its petitions. */
export interface Ledger {
  /** The number for a table. `whose`: 幸福里第二网格, 上周. */
  cell(whose: string, measure: Measure, figures: Figures): Cell
  /** The number in a sentence: 12件, 85.7%（7件中6件）. */
  words(whose: string, measure: Measure, figures: Figures): string
  /** Everything printed so far, each once. */
  chapter(): Chapter
}

export function openLedger(): Ledger {
  const printed = new Map<string, Map<Measure, Figure>>()
  const note = (whose: string, measure: Measure, figures: Figures): Figure => {
    const known = printed.get(whose) ?? new Map<Measure, Figure>()
    printed.set(whose, known.set(measure, figures[measure]))
    return figures[measure]
  }
  return {
    cell(whose, measure, figures) {
      const figure = note(whose, measure, figures)
      return measureWords[measure].isShare ? { kind: 'share', share: shareOf(figure) } : figure.size
    },
    words: (whose, measure, figures) => sayFigure(measure, note(whose, measure, figures)),
    chapter: () => ({
      title: '口径',
      paragraphs: [
        '表中和文中的每个数都列在这里：怎么算的、计入哪几号诉求、以哪几号为基数。另列的不折算进比率。',
      ],
      tables: [
        {
          title: '指标定义',
          columns: [
            { title: '指标', width: 8 },
            { title: '定义', width: 60 },
          ],
          rows: Object.values(measureWords).map(({ name, definition }) => [name, definition]),
        },
        {
          title: '各数的来源',
          columns: [
            { title: '范围', width: 14 },
            { title: '指标', width: 8 },
            { title: '数值', width: 7 },
            { title: '计入的诉求编号', width: 40 },
            { title: '基数的诉求编号', width: 40 },
            { title: '另列', width: 30 },
          ],
          rows: [...printed].flatMap(([whose, known]) =>
            [...measures, ...quarrelMeasures].flatMap((measure) => {
              const figure = known.get(measure)
              return figure ? [line(whose, measure, figure)] : []
            }),
          ),
        },
      ],
    }),
  }
}

function sayFigure(measure: Measure, figure: Figure): string {
  const { isShare, unit } = measureWords[measure]
  if (!isShare) return `${figure.size}${unit}`
  const share = shareOf(figure)
  return share === null
    ? '暂无数据'
    : `${shareText(share)}（${figure.outOf?.length ?? 0}件中${figure.counted.length}件）`
}

function line(whose: string, measure: Measure, figure: Figure): readonly Cell[] {
  const { name, isShare } = measureWords[measure]
  const beside = (Object.entries(figure.beside) as [Beside, readonly number[]][])
    .filter(([, numbers]) => numbers.length > 0)
    .map(([what, numbers]) => `${besideWords[what]}${numbers.length}件：${ranges(numbers)}`)
  return [
    ...[whose, name],
    isShare ? { kind: 'share', share: shareOf(figure) } : figure.size,
    ranges(figure.counted) || '无',
    figure.outOf === null ? '' : ranges(figure.outOf) || '无',
    beside.join('；'),
  ]
}

/** 1001-1003、1007 */
export function ranges(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('、')
}
