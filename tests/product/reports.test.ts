import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playWeek } from '../../src/cli/demo/play-week.ts'
import { type Stage, setStage } from '../../src/cli/demo/stage.ts'
import { week, weekOutcomes } from '../../src/cli/demo-week/week.ts'
import { report } from '../../src/cli/operator/report.ts'
import { storyUntil } from '../../src/domain/numbers/story.ts'
import { unitOf } from '../../src/domain/people/in-charge.ts'
import { households, type Petition } from '../../src/domain/petition/petition.ts'
import { communityOf } from '../../src/domain/routing/route.ts'
import { writeOwedReports } from '../../src/write-reports.ts'
import { at } from '../support/builders.ts'
import { unzipped } from '../support/unzipped.ts'

/** The reports over the week that `npm run demo` plays, written and read again. */
const folder = mkdtempSync(join(tmpdir(), 'linli-reports-'))
let stage: Stage
let petitions: Petition[]
beforeAll(async () => {
  stage = await setStage(at('2026-02-09 00:00'), 'db/sample-street')
  await playWeek(week, weekOutcomes, stage, () => {})
  petitions = await stage.desk.petitions.list({})
}, 300_000)
afterAll(async () => {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

type Sheets = Readonly<Record<string, readonly (readonly string[])[]>>

async function sheetsOf(file: string): Promise<Sheets> {
  const sheets = await readXlsxFile(file)
  return Object.fromEntries(
    sheets.map(({ sheet, data }) => [
      sheet,
      data.map((row) => row.map((cell) => (cell === null ? '' : `${cell}`))),
    ]),
  )
}
const written = async (...words: string[]): Promise<string[]> => {
  const ending = await report([...words, '--out', folder], stage.desk)
  if (!ending.ok) throw new Error(ending.problem.join('\n'))
  return ending.value
}
const xlsx = async (...words: string[]) =>
  sheetsOf((await written(...words)).find((file) => file.endsWith('.xlsx')) ?? '')
const textOf = (file: string) =>
  unzipped(readFileSync(file), 'word/document.xml').replaceAll(/<[^>]+>/g, ' ')
const row = (sheets: Sheets, sheet: string, first: string) =>
  sheets[sheet]?.find(([cell]) => cell === first) ?? []

const registered = () => petitions.filter(({ status }) => status !== 'withdrawn')
const inCommunity = (code: string) => (petition: Petition) =>
  communityOf(unitOf(petition, stage.street.book), stage.street.book)?.code === code

test('a petition told again from its timeline is the petition that is kept', async () => {
  expect(petitions.length).toBeGreaterThan(15)
  for (const petition of petitions) {
    const timeline = await stage.desk.petitions.timeline(petition.id)
    // one record may hold several events, and counts up once
    const again = storyUntil(timeline, at('2027-01-01 00:00'))?.petition
    expect({ ...again, version: petition.version }).toEqual(petition)
  }
})

test.each(['QS-XF', 'QS-HB', 'QS-ZQ', 'QS-LJ'])(
  'the weekly summary of %s agrees with its petitions',
  async (code) => {
    const sheets = await xlsx('weekly', '--week', '2026-W07', '--unit', code)
    const own = petitions.filter(inCommunity(code))
    const counted = own.filter(({ status }) => status !== 'withdrawn')
    const overview = (name: string) => row(sheets, '概况', name)[1]
    expect(overview('登记')).toBe(`${counted.length}`)
    expect(overview('涉及户数')).toBe(`${counted.reduce((sum, one) => sum + households(one), 0)}`)
    const done = counted.filter(({ status }) => status === 'resolved' || status === 'closed')
    expect(overview('办结')).toBe(`${done.length}`)
    expect(overview('期末在办')).toBe(`${counted.length - done.length}`)
    const total = sheets.分组?.find(([cell]) => cell === '合计') ?? []
    expect(total[2]).toBe(`${counted.length}`)
    const list = sheets.诉求清单?.filter(([first]) => /^\d+$/.test(first ?? '')) ?? []
    expect(list.map(([, number]) => Number(number))).toEqual(
      own.map(({ number }) => number).sort((a, b) => a - b),
    )
  },
)

test('the words follow the numbers', async () => {
  const sheets = await xlsx('weekly', '--week', '2026-W07', '--unit', 'QS')
  const text = sheets.概况?.map(([first]) => first).join('\n') ?? ''
  const all = registered().length
  expect(text).toContain(`本周登记诉求${all}件（比上周多${all}件）`)
  expect(text).toContain('数据截至2月15日24时')
  const reopenings = petitions.filter(({ reopenings: times }) => times > 0).length
  expect(text).toContain(`因没有解决而重办${reopenings}次`)
})

test('no number without its petitions: each cell of a table is in the last sheet', async () => {
  const sheets = await xlsx('monthly', '--month', '2026-02')
  const known = new Map(
    (sheets.口径 ?? []).map(([whose, measure, value, counted]) => [
      `${whose}/${measure}`,
      { value, counted },
    ]),
  )
  const beside = ['名称', '登记多少', '协办未完成', '协办超期', '未评价', '剔除', '']
  let head: readonly unknown[] = []
  let looked = 0
  for (const line of sheets.分组 ?? [])
    if (line[0] === '名称') head = line
    else if (line[2] !== '' && line[0] !== '合计')
      for (const [i, measure] of head.entries())
        if (known.has(`${line[0]}/${measure}`)) {
          looked += 1
          expect(known.get(`${line[0]}/${measure}`)?.value, `${line[0]} ${measure}`).toBe(line[i])
        } else expect(beside).toContain(measure)
  expect(looked).toBeGreaterThan(150)
  expect(known.get('青石街道 本月/登记')?.counted).toMatch(/^\d{4}[-、\d]+$/)
})

test('a week that is not over says so, and counts as of now', async () => {
  const now = at('2026-02-11 12:00')
  const desk = { ...stage.desk, clock: () => now }
  const ending = await report(
    ['weekly', '--week', '2026-W07', '--unit', 'QS', '--out', join(folder, 'now')],
    desk,
  )
  const sheets = await sheetsOf((ending.ok && ending.value[0]) || '')
  const [, count, , beside = ''] = row(sheets, '概况', '登记')
  const setAside = Number(/剔除(\d+)件/.exec(beside)?.[1] ?? 0)
  expect(Number(count) + setAside).toBe(
    petitions.filter(({ registeredAt }) => registeredAt < now).length,
  )
  expect(sheets.概况?.[1]?.[0]).toContain('数据截至2月11日12:00，本期尚未结束')
})

describe('what is written', () => {
  test('is nobody: no name, no door, no phone, no words of residents', async () => {
    const files = [
      ...(await written('daily', '--day', '2026-02-11')),
      ...(await written('weekly', '--week', '2026-W07')),
      ...(await written('register', '--half', '2026-02-1')),
      ...(await written('monthly', '--month', '2026-02')),
      ...(await written('quarterly', '--quarter', '2026-Q1')),
    ]
    const texts = await Promise.all(
      files.map(async (file) =>
        file.endsWith('.docx') ? textOf(file) : JSON.stringify(await sheetsOf(file)),
      ),
    )
    const said = texts.join('\n')
    expect(said.length).toBeGreaterThan(10_000)
    const { book, residents, members } = stage.street
    const names = [
      ...residents.map(({ nickname }) => nickname),
      ...members.map(({ alias }) => alias),
      ...book.staff.flatMap(({ name, phone }) => [name, phone]),
    ].filter((name) => [...name].length > 1)
    expect(names.length).toBeGreaterThan(100)
    expect(names.filter((name) => said.includes(name))).toEqual([])
    const words = petitions.flatMap((petition) => petition.words).filter((text) => text.length > 5)
    expect(words.filter((text) => said.includes(text))).toEqual([])
    expect(/.{9}(\d室|\d单元|\d楼|(?<![\d.])1\d{10})/.exec(said)?.[0]).toBeUndefined()
  })

  test('shows of what is confidential that it is there, and no more', async () => {
    const hidden = petitions.filter(({ confidential }) => confidential)
    expect(hidden.length).toBeGreaterThan(0)
    const sheets = await xlsx('weekly', '--week', '2026-W07', '--unit', 'QS')
    for (const { number } of hidden) {
      const line = sheets.诉求清单?.find(([, cell]) => cell === `${number}`)
      expect(line?.slice(3, 7)).toEqual(['不公开', '', expect.any(String), ''])
    }
  })

  test('is a Word document, too, with bars as pictures', async () => {
    const [file = ''] = await written('monthly', '--month', '2026-02')
    const text = textOf(file)
    expect(text).toContain('青石街道居民诉求月度报告')
    expect(text).toContain(`登记诉求${registered().length}件`)
    expect(text).toContain('不作排名')
    expect(unzipped(readFileSync(file), 'word/_rels/document.xml.rels')).toContain('.png')
  })
})

test('what is owed is written once, by itself, also what fell due while nothing ran', async () => {
  const owed = join(folder, 'owed')
  const desk = { ...stage.desk, clock: () => at('2026-02-16 00:05') }
  const files = await writeOwedReports(desk, owed)
  const { departments } = stage.street.book
  expect(readdirSync(join(owed, 'weekly')).sort()).toEqual(
    ['HB', 'LJ', 'XF', 'ZQ'].map((code) => `weekly-2026-W07-QS-${code}.xlsx`),
  )
  expect(readdirSync(join(owed, 'register'))).toHaveLength(departments.length)
  expect(existsSync(join(owed, 'daily', 'daily-2026-02-15-QS.docx'))).toBe(true)
  // the first petition came in February: of January there is nothing to tell
  expect(existsSync(join(owed, 'monthly'))).toBe(false)
  expect(files.every((file) => statSync(file).size > 3_000)).toBe(true)
  expect(await writeOwedReports(desk, owed)).toEqual([])
}, 60_000)

test.each<[string, string, RegExp]>([
  ['yearly', '', /报表种类只能是 .*daily、weekly、register、monthly、quarterly/],
  ['weekly', '--week 2026-W99', /^--week：没有“2026-W99”，应为一周，如 2026-W12/],
  ['weekly', '--week 2026-W20', /^--week：2026-W20 还没有开始/],
  ['weekly', '--month 2026-02', /^--month：weekly 用 --week 写时间/],
  ['register', '--half 2026-02-3', /^--half：没有“2026-02-3”，应为半个月/],
  ['weekly', '--unit XX', /^--unit：没有“XX”，可以是 .*QS-XF 幸福里社区.*SZ 市政建设办/],
  ['daily', '--colour red', /--colour/],
])('%s %s is refused with the field and what may stand there', async (kind, rest, says) => {
  const ending = await report([kind, ...rest.split(' ').filter(Boolean)], stage.desk)
  expect(ending.ok ? 'written' : ending.problem.join('\n')).toMatch(says)
})
