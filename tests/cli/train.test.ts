import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { measure } from '../../src/classifier/labels/measure.ts'
import { decodeLabels } from '../../src/classifier/labels/model.ts'
import { readRows } from '../../src/classifier/labels/rows.ts'
import { trainLabels } from '../../src/cli/train/labels.ts'
import { invented, tsvOf } from '../support/history.ts'

const folder = mkdtempSync(join(tmpdir(), 'train-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const run = (...args: string[]) => trainLabels(args, { LINLI_DATA: folder }, () => undefined)

function printed(...args: string[]): string {
  const ending = run(...args)
  if (!ending.ok) throw new Error(ending.problem.join('\n'))
  return ending.value.join('\n')
}

const letters = invented()
const isHeldout = (i: number) => i % 5 === 0
const history = file('history.tsv', tsvOf(letters.filter((_, i) => !isHeldout(i))))
const heldout = file('heldout.tsv', tsvOf(letters.filter((_, i) => isHeldout(i))))

describe('training on a history of one’s own', () => {
  test('prints figures that the weights it wrote give again', () => {
    const out = join(folder, 'deep', 'down', 'mine.bin')
    const said = printed('--labels', history, '--heldout', heldout, '--out', out)
    const reading = readRows(readFileSync(heldout, 'utf8'))
    if (!reading.ok) throw new Error(reading.problem.join())
    const read = measure(reading.value.rows, decodeLabels(readFileSync(out)))
    const percent = (share: number) => `${(share * 100).toFixed(1)}%`
    expect(said).toMatch(new RegExp(`准确率 accuracy +${percent(read.accuracy)}\n`))
    expect(said).toMatch(new RegExp(`宏平均 macro-F1 +${percent(read.macroF1)}\n`))
    expect(said).toMatch(
      new RegExp(`titles only, macro-F1 +${percent(read.byTitle?.macroF1 ?? 0)}`),
    )
    expect(said).toMatch(new RegExp(`\\(ECE\\) +${read.calibrationError.toFixed(3)}\n`))
    expect(said).toContain('学习 learnt 96 行，测试 held out 24 行，标签 labels 3 个')
    expect(readFileSync(join(folder, 'deep', 'down', 'mine.svg'), 'utf8')).toMatch(
      /^<svg .*<\/svg>\n$/s,
    )
  })

  test('writes into the data folder, the same bytes for the same file', () => {
    const models = join(folder, 'models')
    printed('--labels', history)
    const files = readdirSync(models).sort()
    expect(files).toEqual([
      expect.stringMatching(/^labels-[0-9a-f]{10}\.bin$/),
      expect.stringMatching(/^labels-[0-9a-f]{10}\.svg$/),
    ])
    const bytes = files.map((name) => readFileSync(join(models, name)))
    printed('--labels', history)
    expect(readdirSync(models).sort()).toEqual(files)
    expect(files.map((name) => readFileSync(join(models, name)))).toEqual(bytes)
  })

  test('shows every label, the confusion and the calibration, in aligned columns', () => {
    const lines = printed('--labels', history, '--heldout', heldout).split('\n')
    const at = lines.findIndex((line) => line.includes('given \\ 读出'))
    const table = lines.slice(at + 1, at + 4)
    expect(table.map((line) => line.trim().split(/\s+/).slice(0, 2))).toEqual([
      ['1', '噪音'],
      ['2', '漏水'],
      ['3', '路灯'],
    ])
    expect(new Set(table.map((line) => line.length)).size).toBe(1)
    const counts = table.flatMap((line) => line.trim().split(/\s+/).slice(2))
    expect(counts.reduce((sum, n) => sum + (n === '·' ? 0 : Number(n)), 0)).toBe(24)
    expect(lines.some((line) => /█.*90–100%/.test(line))).toBe(true)
  })

  test('of very many labels, shows the pairs most often confused instead of a table too wide', () => {
    const many = Array.from({ length: 30 }, (_, label) =>
      letters.slice(label * 4, label * 4 + 4).map((letter) => ({ ...letter, label: `L${label}` })),
    ).flat()
    const said = printed('--labels', file('many.tsv', tsvOf(many)))
    expect(said).toMatch(/混淆 Confusion\n {2}给的 given → 读出 read.*\n {2}L\d+ → L\d+ +\d+\n/)
    expect(said).not.toContain('given \\ 读出')
  })

  test('names rows that it leaves out, by file and line', () => {
    const broken = file(
      'broken.tsv',
      `${readFileSync(history, 'utf8')}题目\t正文\t\n只有一格\n孤单\t一行\t独一无二\n`,
    )
    const said = printed('--labels', broken, '--heldout', heldout)
    expect(said).toMatch(/broken\.tsv 第 98 行：label 列是空的/)
    expect(said).toMatch(/broken\.tsv 第 99 行：.*3 列/)
    expect(said).toMatch(/broken\.tsv 第 100 行：标签只有这一行/)
    const strange = file('strange.tsv', `${readFileSync(heldout, 'utf8')}题目\t正文\t新标签\n`)
    expect(printed('--labels', history, '--heldout', strange)).toMatch(
      /strange\.tsv 第 26 行：训练文件里没有这个标签，可用：噪音、漏水、路灯/,
    )
  })

  test('warns of held-out rows that were learnt', () => {
    const both = file('both.tsv', tsvOf(letters.slice(0, 10)))
    expect(printed('--labels', history, '--heldout', both)).toMatch(/有 8 行与学习行几乎相同/)
    expect(printed('--labels', history)).not.toContain('几乎相同，成绩')
  })

  test('says when all labels are categories of ours, or which are not', () => {
    const codes: Record<string, string> = { 路灯: '0101', 漏水: '0202', 噪音: '0501' }
    const coded = letters.map((letter) => ({ ...letter, label: codes[letter.label] ?? '' }))
    expect(printed('--labels', file('codes.tsv', tsvOf(coded)))).toContain('这些数据可以采用')
    const mixed = coded.map((letter) => ({
      ...letter,
      label: letter.label === '0501' ? '噪音' : letter.label,
    }))
    expect(printed('--labels', file('mixed.tsv', tsvOf(mixed)))).toContain('不是的有：噪音')
    expect(printed('--labels', history)).not.toContain('类别编号')
  })

  test('reads what Chinese Excel saves', () => {
    const utf16 = Buffer.from(`\ufeff${readFileSync(history, 'utf8')}`, 'utf16le')
    expect(printed('--labels', file('excel.tsv', utf16))).toContain('可用 usable 96 行')
  })
})

describe('a mistake gets a sentence', () => {
  const good = ['--labels', history]
  test.each<[string, string[], RegExp[]]>([
    ['no such file', ['--labels', 'nowhere.tsv'], [/^nowhere\.tsv：没有这个文件/]],
    ['a folder', ['--labels', folder], [/：这是一个文件夹/]],
    ['an empty file', ['--labels', file('empty.tsv', '')], [/empty\.tsv：文件是空的/]],
    [
      'no text at all',
      ['--labels', file('zip.tsv', Buffer.from([80, 75, 3, 4, 0, 0]))],
      [/认不出文字编码/],
    ],
    [
      'commas for tabs',
      ['--labels', file('commas.tsv', 'text,label\n灯,路灯\n')],
      [/第 1 行：缺少 label 列.*列名可以是 label/, /第 1 行：title 和 text 列都没有/],
    ],
    [
      'one label, and rows that are left out besides',
      ['--labels', file('one.tsv', 'text\tlabel\n灯\t路灯\n灯泡\t路灯\n水\t\n')],
      [/标签只有 1 个，要有 2 到 250 个/, /第 4 行：label 列是空的/],
    ],
    [
      'nothing to hold out',
      [
        '--labels',
        file(
          'same.tsv',
          `text\tlabel\n${'灯不亮了\t路灯\n'.repeat(9)}${'水管漏了\t漏水\n'.repeat(9)}`,
        ),
      ],
      [/分不出测试的部分；请用 --heldout/],
    ],
    ['held out what was learnt', [...good, '--heldout', history], [/是同一份数据/]],
    [
      'held out other labels',
      [...good, '--heldout', file('other.tsv', 'text\tlabel\n灯\t别的\n')],
      [/other\.tsv：没有一行的 label 是训练文件里有的标签：噪音、漏水、路灯/],
    ],
    ['an unknown option', [...good, '--check', 'x'], [/--check/, /^用法 usage/]],
    ['a file without its option', [history], [/./, /^用法 usage/]],
    ['an option without its file', ['--labels'], [/--labels/, /^用法 usage/]],
    ['no history', ['--out', 'x.bin'], [/要和 --labels FILE\.tsv 一起用/, /^用法 usage/]],
    ['weights over a table', [...good, '--out', history], [/要以 \.bin 结尾/]],
    ['weights below a file', [...good, '--out', join(history, 'x.bin')], [/写不进去（E/]],
  ])('%s', (_, args, sentences) => {
    expect(run(...args)).toEqual({
      ok: false,
      problem: sentences.map((sentence) => expect.stringMatching(sentence)),
    })
  })

  test('a folder in the way of the weights, before any work', () => {
    const inTheWay = join(folder, 'dir.bin')
    mkdirSync(inTheWay)
    expect(run(...good, '--out', inTheWay)).toMatchObject({ ok: false })
  })

  test('of the settings, too', () => {
    expect(trainLabels(good, { PORT: 'x' }, () => undefined)).toMatchObject({
      ok: false,
      problem: [expect.stringMatching(/^PORT/)],
    })
  })

  test('and the exit code 2, without a stack, from the command line', () => {
    const train = fileURLToPath(new URL('../../src/cli/train.ts', import.meta.url))
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', train, '--labels', 'nowhere.tsv'],
      { encoding: 'utf8' },
    )
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('nowhere.tsv：没有这个文件')
    expect(stderr).not.toMatch(/\n\s+at /)
  }, 60_000)
})
