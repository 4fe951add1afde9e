import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exposures } from '../../src/cli/demo/exposure.ts'
import { staffDays } from '../../src/cli/demo/month/pings.ts'
import { playDays } from '../../src/cli/demo/month/play-days.ts'
import { type Stage, setStage } from '../../src/cli/demo/stage.ts'
import { report } from '../../src/cli/operator/report.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { pingPolicyOf } from '../../src/domain/street/pressing-policy.ts'
import { writeOwedReports } from '../../src/write-reports.ts'
import { at } from '../support/builders.ts'

/** Four days of the month that `npm run demo -- --scenario month` plays, a worked Sunday among them. */
const folder = mkdtempSync(join(tmpdir(), 'linli-month-'))
let stage: Stage
let files: string[]
let lives: readonly Life[]
let overview: ReadonlyMap<string, readonly string[]>
beforeAll(async () => {
  stage = await setStage(at('2026-09-18 00:00'), 'db/sample-street')
  files = await playDays(4, stage, folder)
  lives = livesOf(stage)
  const words = ['monthly', '--month', '2026-09', '--unit', 'QS', '--out', folder]
  const written = await report(words, stage.desk)
  if (!written.ok) throw new Error(written.problem.join('\n'))
  const sheets = await readXlsxFile(written.value.find((file) => file.endsWith('.xlsx')) ?? '')
  const rows = sheets.find(({ sheet }) => sheet === '概况')?.data ?? []
  overview = new Map(rows.map(([name, ...cells]) => [`${name}`, cells.map((cell) => `${cell}`)]))
}, 400_000)
afterAll(async () => {
  await stage.close()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

/** A petition as it stands, and all that was recorded of it: counted here by hand, without the domain's numbers. */
interface Life {
  readonly petition: Petition
  readonly events: readonly PetitionEvent[]
}

function livesOf({ entries }: Stage): Life[] {
  const found = new Map<string, Life>()
  for (const { petition, events } of entries)
    if (petition) {
      const before = found.get(petition.id)?.events ?? []
      found.set(petition.id, { petition, events: [...before, ...events] })
    }
  return [...found.values()]
}

const counted = () => lives.filter(({ petition }) => petition.status !== 'withdrawn')
const having = (kind: PetitionEvent['kind']) => (life: Life) =>
  life.events.some((event) => event.kind === kind)
const happened = (kind: PetitionEvent['kind']) =>
  lives.flatMap(({ events }) => events).filter((event) => event.kind === kind).length
const cell = (name: string) => overview.get(name)?.[0]

describe('the numbers of the report are those of the run', () => {
  test('how many were registered, resolved, returned and taken up again', () => {
    expect(lives.length).toBeGreaterThan(30)
    expect(cell('登记')).toBe(`${counted().length}`)
    expect(cell('办结')).toBe(`${lives.filter(having('resolved')).length}`)
    expect(cell('退回')).toBe(`${happened('returned')}`)
    expect(cell('重办')).toBe(`${happened('reopened')}`)
    const open = ['received', 'dispatched', 'handling']
    const inHand = lives.filter(({ petition }) => open.includes(petition.status))
    expect(cell('期末在办')).toBe(`${inHand.length}`)
  })

  test('how many were answered in time', () => {
    const answers = ['accepted', 'noted', 'resolved', 'helpAsked', 'extensionAsked']
    const due = counted().flatMap(({ events }) => {
      const sent = events.map((event) => (event.kind === 'registered' ? event.petition : event))
      const limit = sent.find((one) => 'acceptDueAt' in one)
      if (!limit || !('acceptDueAt' in limit) || limit.acceptDueAt >= stage.clock()) return []
      const first = events.find(({ kind }) => answers.includes(kind) || kind === 'interimAnswered')
      return [first !== undefined && first.at <= limit.acceptDueAt]
    })
    expect(due.length).toBeGreaterThan(20)
    expect(Number(cell('响应率'))).toBeCloseTo(due.filter(Boolean).length / due.length, 10)
  })

  test('how many are called solved, and how satisfied people are', () => {
    const rounds = lives.flatMap(({ events }) => {
      const starts = events.flatMap(({ kind }, i) => (kind === 'resolved' ? [i] : []))
      const ratings = starts.map((from, n) =>
        events
          .slice(from, (starts[n + 1] ?? events.length) + 0)
          .flatMap((event) => ('rating' in event && event.rating ? [event.rating] : [])),
      )
      return [ratings]
    })
    const last = (has: 'solved' | 'score') =>
      rounds.flatMap((all) => {
        const said = all
          .map((round) => round.flatMap((rating) => rating[has] ?? []))
          .findLast((values) => values.length > 0)
        return said ? [said] : []
      })
    const solved = last('solved')
    const scored = last('score') as number[][]
    expect(solved.length).toBeGreaterThan(5)
    const good = solved.filter((values) => values.every(Boolean)).length
    expect(Number(cell('解决率'))).toBeCloseTo(good / solved.length, 10)
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length
    const satisfied = scored.filter((values) => mean(values) >= 4).length
    expect(Number(cell('满意率'))).toBeCloseTo(satisfied / scored.length, 10)
  })

  test('how many were late', () => {
    const late = lives.filter(({ events }) => {
      let due: Date | null = null
      for (const event of events) {
        if (due && event.at > due) return true
        if (event.kind === 'registered')
          due = 'resolveDueAt' in event.petition ? event.petition.resolveDueAt : null
        else if ('resolveDueAt' in event) due = event.resolveDueAt
        else if ('redispatch' in event && event.redispatch) due = event.redispatch.resolveDueAt
        if (['resolved', 'withdrawn', 'dismissed', 'merged', 'redirected'].includes(event.kind))
          due = null
      }
      return due !== null && due < stage.clock()
    })
    expect(cell('超期')).toBe(`${late.length}`)
  })

  test('who was told of a result is who had one', () => {
    const told = new Set(
      stage.entries.flatMap(({ letters }) =>
        letters.flatMap(({ notice }) => (notice.kind === 'resolved' ? [notice.brief.number] : [])),
      ),
    )
    expect(told.size).toBe(Number(cell('办结')))
  })
})

test('nobody is exposed in a group, nothing failed, and nobody was called more often than the budget allows', async () => {
  expect(await exposures(stage)).toEqual([])
  expect(stage.faults).toEqual([])
  const days = await staffDays('2026-09-18', stage)
  expect(days.length).toBeGreaterThan(20)
  const { perDay } = pingPolicyOf(stage.street.book.policies)
  expect(Math.max(...days.map(({ calm }) => calm))).toBeLessThanOrEqual(perDay)
})

test('the reports of each day were written in their night, and are not written again', async () => {
  const names = files.map((file) => file.slice(folder.length + 1))
  for (const day of [18, 19, 20, 21]) expect(names).toContain(`daily/daily-2026-09-${day}-QS.docx`)
  expect(names.filter((name) => name.startsWith('weekly/'))).toHaveLength(4)
  expect(await writeOwedReports(stage.desk, folder)).toEqual([])
})
