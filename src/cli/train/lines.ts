import { type Measured, sureFrom } from '../../classifier/labels/measure.ts'
import type { LeftOut } from '../../classifier/labels/rows.ts'
import { topics } from '../../domain/intake/lexicon/topics.ts'
import { aligned } from '../bench/figures.ts'

/** Which rows were left out, reason by reason. */
export function leftOutLines(file: string, leftOut: readonly LeftOut[]): string[] {
  return [...new Set(leftOut.map(({ why }) => why))].map((why) => {
    const lines = leftOut.filter((row) => row.why === why).map(({ line }) => line)
    const listed = lines.slice(0, mostListed).join('、')
    const more = lines.length > mostListed ? ` …… 共 ${lines.length} 行 [${lines.length} rows]` : ''
    return `略过 left out ${file} 第 ${listed} 行：${why}${more}`
  })
}

const mostListed = 40

/** The scores in short. */
export function scoreLines({ byTitle, sure, ...measured }: Measured): string[] {
  return aligned([
    ['准确率 accuracy', percent(measured.accuracy)],
    ['宏平均 macro-F1', percent(measured.macroF1)],
    ['前两名中 top-2', percent(measured.top2)],
    ...(byTitle
      ? [
          ['只看标题 titles only, accuracy', percent(byTitle.accuracy)],
          ['只看标题 titles only, macro-F1', percent(byTitle.macroF1)],
        ]
      : []),
    ['校准误差 calibration error (ECE)', measured.calibrationError.toFixed(3)],
    [`把握不低于 ${sureFrom * 100}% 的占 share at p>=${sureFrom}`, percent(sure.share)],
    ['其中对的 accuracy of these', sure.share === 0 ? '–' : percent(sure.accuracy)],
  ])
}

export function labelLines({ labels }: Measured): string[] {
  const rows = labels.map(({ label, rows, precision, recall, f1 }) => [
    label,
    String(rows),
    ...(rows === 0 ? ['–', '–', '–'] : [precision, recall, f1].map(percent)),
  ])
  return aligned([['标签 label', '行 rows', '查准 precision', '查全 recall', 'F1'], ...rows])
}

/**
 * The confusion matrix; columns are numbered as the rows are. Of so many labels that no terminal is wide enough, the
 * pairs most often confused; the picture has them all.
 */
export function confusionLines(measured: Measured): string[] {
  const { labels, confusion } = measured
  if (labels.length > widest) return pairLines(measured)
  const heading = ['给的 given \\ 读出 read', ...labels.map((_, j) => String(j + 1))]
  const rows = confusion.map((row, i) => [
    `${i + 1} ${labels[i]?.label ?? ''}`,
    ...row.map((n) => (n === 0 ? '·' : String(n))),
  ])
  return aligned([heading, ...rows])
}

const widest = 24

function pairLines({ labels, confusion }: Measured): string[] {
  const pairs = confusion
    .flatMap((row, i) => row.map((n, j) => ({ n, i, j })))
    .filter(({ n, i, j }) => n > 0 && i !== j)
    .sort((a, b) => b.n - a.n || a.i - b.i || a.j - b.j)
    .slice(0, widest)
    .map(({ n, i, j }) => [`${labels[i]?.label} → ${labels[j]?.label}`, String(n)])
  return aligned([['给的 given → 读出 read（最多的 most frequent）', '行 rows'], ...pairs])
}

/** What was promised and what was kept, a bar for each tenth of the scale. */
export function calibrationLines({ bins }: Measured): string[] {
  const rows = bins.flatMap(({ count, promised, kept }, i) => {
    if (count === 0) return []
    const right = Math.round((kept / count) * barLength)
    const bar = '█'.repeat(right) + '░'.repeat(barLength - right)
    return [
      [
        `${bar}  ${i * 10}–${i * 10 + 10}%`,
        percent(kept / count),
        percent(promised / count),
        String(count),
      ],
    ]
  })
  return aligned([['把握 probability', '对的 right', '说的 said', '行 rows'], ...rows])
}

const barLength = 30

/** Whether a model of these labels speaks of our own categories; nothing when it does not at all. */
export function taxonomyLines(labels: readonly string[]): string[] {
  const codes = new Set<string>(topics.map(({ code }) => code))
  const known = labels.filter((label) => codes.has(label))
  if (known.length === 0) return []
  if (known.length === labels.length)
    return [
      '标签都是本系统的类别编号：这些数据可以采用 [all labels are codes of our categories: such a model could be adopted]',
    ]
  const others = labels.filter((label) => !codes.has(label)).join('、')
  return [
    `${labels.length} 个标签中 ${known.length} 个是本系统的类别编号，不是的有：${others} [${known.length} of ${labels.length} labels are codes of our categories]`,
  ]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`
