import { describe, expect, test } from 'vitest'
import { codeOf, eachLetterGram, type Letter } from '../../src/classifier/labels/grams.ts'
import { groupsOf } from '../../src/classifier/labels/groups.ts'
import { learnLabels } from '../../src/classifier/labels/learn.ts'
import { measure } from '../../src/classifier/labels/measure.ts'
import { decodeLabels, labelOf } from '../../src/classifier/labels/model.ts'
import { pictureOf } from '../../src/classifier/labels/picture.ts'
import { type Row, readRows } from '../../src/classifier/labels/rows.ts'
import { foldsOf, repeated, splitRows } from '../../src/classifier/labels/split.ts'
import { learnable, measurable, mostLabels } from '../../src/classifier/labels/usable.ts'
import { invented, tsvOf } from '../support/history.ts'

const rows: Row[] = invented().map((letter, i) => ({ ...letter, line: i + 2 }))
const { learnt, heldout } = splitRows(rows)
const weights = learnLabels({ rows: learnt, data: 'abc', learntAll: false })
const model = decodeLabels(weights)

describe('a file of rows', () => {
  const read = (content: string) => {
    const reading = readRows(content)
    if (!reading.ok) throw new Error(reading.problem.join())
    return reading.value
  }

  test('is read by the names of its columns, in any order, body being text', () => {
    expect(read('\ufeffLabel\tid\tBody\r\n路灯\t7\t灯不亮\r\n\r\n漏水\t8\t滴水\r\n')).toEqual({
      rows: [
        { line: 2, title: '', text: '灯不亮', label: '路灯' },
        { line: 4, title: '', text: '滴水', label: '漏水' },
      ],
      leftOut: [],
      ignored: ['id'],
    })
  })

  test('may have titles only, and empty cells behind the last column', () => {
    expect(read('title\tlabel\n灯不亮\t路灯\t\t\n').rows).toEqual([
      { line: 2, title: '灯不亮', text: '', label: '路灯' },
    ])
  })

  test('keeps quotation marks as they are', () => {
    expect(read('text\tlabel\n"灯\t路灯\n').rows[0]?.text).toBe('"灯')
  })

  test('leaves bad rows out, by their line, with every reason', () => {
    const { rows, leftOut } = read('text\tlabel\n灯不亮\n\t \n \t路灯\n灯\t路灯\t多\n滴水\t漏水\n')
    expect(rows.map(({ line }) => line)).toEqual([6])
    expect(leftOut).toEqual([
      { line: 2, why: expect.stringContaining('2 列') },
      { line: 4, why: expect.stringContaining('没有文字') },
      { line: 5, why: expect.stringContaining('2 列') },
    ])
    expect(read('id\ttext\tlabel\n1\t\t\n').leftOut.map(({ why }) => why)).toEqual([
      expect.stringContaining('label 列是空的'),
      expect.stringContaining('没有文字'),
    ])
  })

  test.each([
    ['text,label\n灯,路灯', ['缺少 label 列', 'title 和 text 列都没有']],
    ['text\tbody\tlabel', ['一回事']],
    ['text\tlabel\tlabel', ['label 列出现了两次']],
    ['', ['缺少 label 列', 'title 和 text 列都没有']],
  ])('with the heading of %j is refused, fault by fault', (content, faults) => {
    const reading = readRows(content)
    expect(reading).toEqual({
      ok: false,
      problem: faults.map((fault) => expect.stringMatching(new RegExp(`^第 1 行：.*${fault}`))),
    })
  })
})

describe('rows to learn from', () => {
  const labelled = (labels: readonly string[]): Row[] =>
    labels.map((label, i) => ({ line: i + 2, title: '', text: '灯', label }))

  test('are not those alone with their label', () => {
    const kept = learnable(labelled(['甲', '乙', '丙', '乙', '甲']))
    expect(kept.ok && kept.value.rows.map(({ line }) => line)).toEqual([2, 3, 5, 6])
    expect(kept.ok && kept.value.leftOut).toEqual([
      { line: 4, why: expect.stringContaining('只有这一行') },
    ])
  })

  test('are of two labels at least, and of no more than a byte can tell apart', () => {
    expect(learnable(labelled(['甲', '甲', '乙'])).ok).toBe(false)
    const many = Array.from({ length: mostLabels + 1 }, (_, i) => `标签${i}`)
    expect(learnable(labelled([...many, ...many])).ok).toBe(false)
    expect(learnable(labelled([...many.slice(1), ...many.slice(1)])).ok).toBe(true)
  })

  test('cannot be measured under a label that was not learnt', () => {
    const kept = measurable(labelled(['甲', '丁']), ['甲', '乙'])
    expect(kept.ok && kept.value.leftOut).toEqual([
      { line: 3, why: expect.stringContaining('甲、乙') },
    ])
    expect(measurable(labelled(['丁']), ['甲', '乙']).ok).toBe(false)
  })
})

describe('texts that are nearly the same', () => {
  const first = '东门外面的垃圾桶三天没有人来清运，夏天味道很大，路过的人都捂着鼻子'
  const second = '我家楼上卫生间漏水，天花板泡坏了一大片，找过物业两回都没有下文'

  test('are one group, whatever their numbers and a few words', () => {
    const texts = [
      first,
      second,
      first.replace('三天', '好几天'),
      `${first}，谢谢`,
      second.replace('两回', '2次'),
      '都不一样的一句话',
    ]
    expect(groupsOf(texts.map((text) => codeOf({ title: '', text })))).toEqual([0, 1, 0, 0, 1, 5])
  })

  test('are one group over several steps, and short ones when they are equal', () => {
    expect(groupsOf(['灯', '灯', '水', ''])).toEqual([0, 0, 2, 3])
    const words = '一二三四五六七八九十百千万上中下左右前后东西南北'
    const chain = [0, 2, 4, 6, 8].map((from) => words.slice(from, from + 14))
    expect(new Set(groupsOf(chain)).size).toBe(1)
    expect(new Set(groupsOf([chain[0] ?? '', chain[4] ?? ''])).size).toBe(2)
  })

  const copied = invented(20).flatMap((letter, i) =>
    ['', '。', '！！', '，第2次说了'].map((tail, copy) => ({
      row: { ...letter, text: letter.text + tail, line: i * 4 + copy + 2 },
      original: i,
    })),
  )
  const originalOf = (row: Row) => Math.floor((row.line - 2) / 4)

  test('stay on one side of a split', () => {
    const split = splitRows(copied.map(({ row }) => row))
    const learnt = new Set(split.learnt.map(originalOf))
    expect(split.heldout.length).toBeGreaterThan(20)
    expect(split.heldout.filter((row) => learnt.has(originalOf(row)))).toEqual([])
    expect(repeated(split.learnt, split.heldout)).toBe(0)
    expect(repeated(split.learnt, split.learnt.slice(0, 9))).toBe(9)
  })

  test('are in one fold', () => {
    const folds = foldsOf(
      copied.map(({ row }) => row),
      3,
    )
    expect(new Set(folds)).toEqual(new Set([0, 1, 2]))
    copied.forEach(({ original }, i) => {
      expect(folds[i]).toBe(folds[original * 4])
    })
  })
})

describe('a split', () => {
  test('takes about a fifth of each label, all rows once, and is always the same', () => {
    expect([...learnt, ...heldout].map(({ line }) => line).sort((a, b) => a - b)).toEqual(
      rows.map(({ line }) => line),
    )
    for (const label of ['路灯', '漏水', '噪音']) {
      const part = heldout.filter((row) => row.label === label).length
      expect(part).toBeGreaterThanOrEqual(5)
      expect(part).toBeLessThanOrEqual(8)
    }
    expect(splitRows(rows)).toEqual({ learnt, heldout })
  })

  test('leaves every label a row to learn', () => {
    const few = [...rows.slice(0, 2), ...rows.slice(-2)]
    const split = splitRows(few)
    expect(new Set(split.learnt.map(({ label }) => label)).size).toBe(2)
    expect(split.heldout.length).toBe(2)
  })
})

test('a title counts as part of the whole, and twice more as a title', () => {
  const countsOf = (letter: Letter) => {
    const counts = new Map<number, number>()
    eachLetterGram(letter, (hash) => counts.set(hash, (counts.get(hash) ?? 0) + 1))
    return counts
  }
  expect([...countsOf({ title: '', text: '灯坏' }).values()]).toEqual([1, 1, 1])
  const titled = countsOf({ title: '灯坏', text: '' })
  expect([...titled.values()].sort()).toEqual([1, 1, 1, 2, 2, 2])
  for (const hash of countsOf({ title: '', text: '灯坏' }).keys()) {
    expect(titled.get(hash)).toBe(1)
  }
})

describe('a model of labels', () => {
  test('is the same bytes for the same rows', () => {
    expect(
      Buffer.compare(learnLabels({ rows: learnt, data: 'abc', learntAll: false }), weights),
    ).toBe(0)
  })

  test('says what it is from', () => {
    expect(model).toMatchObject({
      data: 'abc',
      learntAll: false,
      labels: ['噪音', '漏水', '路灯'],
    })
  })

  test('knows what it has not seen', () => {
    const letter = { title: '', text: '桥头的路灯坏了，一直不亮' }
    const [first, second, third] = labelOf(letter, model)
    expect(first?.label).toBe('路灯')
    expect((first?.p ?? 0) + (second?.p ?? 0) + (third?.p ?? 0)).toBeCloseTo(1)
    expect(first?.p).toBeGreaterThan(second?.p ?? 1)
  })

  test('goes by the title too', () => {
    const about = (title: string) => labelOf({ title, text: '请看一看' }, model)[0]?.label
    expect(about('路灯不亮')).toBe('路灯')
    expect(about('屋顶漏水')).toBe('漏水')
  })

  test('has no words of a letter in it, only hashes', () => {
    const bytes = Buffer.from(weights)
    const pieces = learnt.flatMap(({ title, text }) => [title.slice(0, 5), text.slice(0, 5)])
    for (const encoding of ['utf8', 'utf16le'] as const) {
      expect(pieces.filter((piece) => bytes.includes(Buffer.from(piece, encoding)))).toEqual([])
    }
    expect(bytes.includes(Buffer.from('路灯'))).toBe(true)
  })

  test('is not read from other bytes, nor from a part of its own', () => {
    expect(() => decodeLabels(weights.subarray(0, weights.length - 1))).toThrow('too early')
    expect(() => decodeLabels(new TextEncoder().encode('LINLI-MODEL-1\nand so on'))).toThrow(
      'not a model of labels',
    )
  })
})

describe('a measurement', () => {
  const measured = measure(heldout, model)

  test('counts what labelOf says', () => {
    const right = heldout.filter((row) => labelOf(row, model)[0]?.label === row.label).length
    expect(measured.accuracy).toBe(right / heldout.length)
    expect(measured.accuracy).toBeGreaterThan(0.9)
    expect(measured.top2).toBeGreaterThanOrEqual(measured.accuracy)
  })

  test('tells precision from recall, and shows what is taken for what', () => {
    const wrong = heldout.map((row, i) => (i === 0 ? { ...row, label: '噪音' } : row))
    expect(heldout[0]?.label).toBe('路灯')
    const { labels, confusion } = measure(wrong, model)
    const before = measured.confusion
    expect(confusion[0]?.[2]).toBe((before[0]?.[2] ?? 0) + 1)
    expect(confusion[2]?.[2]).toBe((before[2]?.[2] ?? 0) - 1)
    expect(labels[0]?.recall).toBeLessThan(measured.labels[0]?.recall ?? 0)
    expect(labels[0]?.precision).toBe(measured.labels[0]?.precision)
    expect(labels[2]?.precision).toBeLessThan(measured.labels[2]?.precision ?? 0)
  })

  test('reads the titles alone where there are any', () => {
    expect(measured.byTitle?.accuracy).toBeGreaterThan(0.5)
    expect(
      measure(
        heldout.map((row) => ({ ...row, title: '' })),
        model,
      ).byTitle,
    ).toBeNull()
  })

  test('becomes a picture by itself: nothing fetched, labels made safe', () => {
    const odd = {
      ...measured,
      labels: measured.labels.map((score) => ({ ...score, label: '<a&b>' })),
    }
    const picture = pictureOf(odd)
    expect(picture).toContain('&#60;a&#38;b&#62;')
    expect(picture).not.toContain('<a&b>')
    expect(picture.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|href|<script|url\(/,
    )
    expect(picture.match(/<text/g)?.length).toBe(picture.match(/<\/text>/g)?.length)
    expect(picture).toContain('fill="#fff"')
  })
})

test('what was written for these tests is read back as it was', () => {
  const reading = readRows(tsvOf(invented()))
  expect(reading.ok && reading.value.rows).toEqual(rows)
})
