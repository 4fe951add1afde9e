import type { Bin } from '../report.ts'
import type { Measured } from './measure.ts'

const side = 320
const top = 90
const left = 70
const ink = '#222'
const rule = '#bbb'

/**
 * How far stated probabilities can be trusted, and which labels are taken for which, as an SVG file by itself: black on
 * white, nothing fetched, the same figures give the same text.
 */
export function pictureOf(measured: Measured): string {
  const names = measured.labels.map(({ label }) => label)
  const cell = names.length <= 12 ? 34 : names.length <= 30 ? 24 : 14
  const font = Math.min(13, cell - 2)
  const room = Math.max(60, ...names.map((name) => widthOf(name, font) + 10))
  const mapLeft = left + side + 60 + room
  const mapTop = top + room
  const width = Math.max(left + side + 600, mapLeft + names.length * cell + 40)
  const height = Math.max(top + side + 130, mapTop + names.length * cell + 40)
  const { accuracy, macroF1, calibrationError, rows } = measured
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif" fill="${ink}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    text(
      20,
      32,
      17,
      `${rows} 行 rows　准确率 accuracy ${percent(accuracy)}　macro-F1 ${percent(macroF1)}　ECE ${calibrationError.toFixed(3)}`,
    ),
    text(left, top - 22, 14, '说的把握与实际 Reliability'),
    ...reliability(measured.bins),
    text(
      left + side + 60,
      top - 22,
      14,
      '混淆 Confusion：横行是人给的标签 rows: given，竖列是读出的 columns: read',
    ),
    ...heatMap(names, measured.confusion, { cell, font, x: mapLeft, y: mapTop }),
    '</svg>\n',
  ].join('\n')
}

function reliability(bins: readonly Bin[]): string[] {
  const bottom = top + side
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const step = side / bins.length
  const bars = bins.flatMap(({ count, promised, kept }, i) => {
    if (count === 0) return []
    const x = left + i * step
    const height = (kept / count) * side
    const tall = Math.max(1, (count / most) * 50)
    return [
      rect(x + 2, bottom - height, step - 4, height, '#7aa6d8'),
      `<circle cx="${fine(x + step / 2)}" cy="${fine(bottom - (promised / count) * side)}" r="4" fill="#c0392b"/>`,
      rect(x + 2, bottom + 90 - tall, step - 4, tall, '#ccc'),
      text(x + step / 2, bottom + 103, 10, String(count), 'middle'),
    ]
  })
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1].flatMap((share) => [
    text(left - 8, bottom - share * side + 4, 11, percent(share), 'end'),
    text(left + share * side, bottom + 16, 11, percent(share), 'middle'),
  ])
  return [
    `<rect x="${left}" y="${top}" width="${side}" height="${side}" fill="none" stroke="${rule}"/>`,
    ...bars,
    `<line x1="${left}" y1="${bottom}" x2="${left + side}" y2="${top}" stroke="${ink}" stroke-dasharray="4 4"/>`,
    ...ticks,
    text(left, bottom + 34, 11, '蓝柱：实际对的 bars: right　红点：说的把握 dots: said'),
    text(left, bottom + 120, 11, '灰柱：行数 grey: rows'),
  ]
}

function heatMap(
  names: readonly string[],
  confusion: Measured['confusion'],
  { cell, font, x, y }: { cell: number; font: number; x: number; y: number },
): string[] {
  const middle = (at: number) => at * cell + cell / 2
  const cells = confusion.flatMap((row, i) => {
    const whole = Math.max(
      1,
      row.reduce((sum, n) => sum + n, 0),
    )
    return row.flatMap((n, j) => {
      if (n === 0) return []
      const share = n / whole
      const fill =
        i === j ? shade([33, 113, 181], share) : shade([192, 57, 43], Math.min(1, share * 3))
      const ink = share > (i === j ? 0.5 : 0.2) ? '#fff' : '#222'
      const figure = `<text x="${fine(x + middle(j))}" y="${fine(y + middle(i) + 4)}" font-size="${font - 1}" text-anchor="middle" fill="${ink}">${n}</text>`
      return [rect(x + j * cell, y + i * cell, cell, cell, fill), cell >= 24 ? figure : '']
    })
  })
  const size = names.length * cell
  const lines = [...names, ''].flatMap((_, i) => [
    `<path d="M${x} ${y + i * cell}h${size}M${x + i * cell} ${y}v${size}" stroke="${rule}" stroke-width=".5"/>`,
  ])
  const labels = names.flatMap((name, i) => [
    text(x - 6, y + middle(i) + 4, font, name, 'end'),
    `<text transform="translate(${fine(x + middle(i) + 4)} ${y - 6}) rotate(-90)" font-size="${font}">${safe(name)}</text>`,
  ])
  return [...cells.filter((part) => part !== ''), ...lines, ...labels]
}

const text = (x: number, y: number, size: number, words: string, anchor = 'start'): string =>
  `<text x="${fine(x)}" y="${fine(y)}" font-size="${size}" text-anchor="${anchor}">${safe(words)}</text>`

const rect = (x: number, y: number, width: number, height: number, fill: string): string =>
  `<rect x="${fine(x)}" y="${fine(y)}" width="${fine(width)}" height="${fine(height)}" fill="${fill}"/>`

const shade = (colour: readonly number[], strength: number): string =>
  `rgb(${colour.map((part) => Math.round(255 + (part - 255) * strength)).join(',')})`

const widthOf = (words: string, font: number): number =>
  [...words].reduce((sum, char) => sum + (char > '\u2e80' ? font : font * 0.62), 0)

const safe = (words: string): string =>
  words.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

const fine = (value: number): number => Math.round(value * 10) / 10

const percent = (share: number): string => `${fine(share * 100)}%`
