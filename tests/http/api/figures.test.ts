import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { beforeAll, expect, test } from 'vitest'
import { unitCode } from '../../../src/domain/ids.ts'
import { periodNamed } from '../../../src/domain/numbers/period.ts'
import { writeReports } from '../../../src/write-reports.ts'
import { rated, reopened, resolved, timeline } from '../../domain/numbers/told.ts'
import { at } from '../../support/builders.ts'
import { figuresOffice } from '../console/figures-office.ts'
import { someone } from '../console/someone.ts'
import { clientOf, tokenFor } from './client.ts'

const limits = { acceptDueAt: at('2026-03-02 14:00'), resolveDueAt: at('2026-03-04 18:00') }
const done = resolved('2026-03-03 10:00')
const week = [
  timeline({ number: 1, ...limits }, { kind: 'accepted', at: '2026-03-02 13:00' }),
  timeline({ number: 2, ...limits }, done, rated('2026-03-03 12:00', true, 5)),
  timeline({ number: 3, ...limits }, done, reopened('2026-03-03 12:00', '2026-03-06 12:00')),
  timeline({ number: 4, ...limits }, done, { kind: 'closedUnrated', at: '2026-03-05 10:00' }),
  timeline({ number: 6, ...limits }, { kind: 'withdrawn', at: '2026-03-02 10:00', reason: '好了' }),
  timeline(
    { number: 7, ...limits, grid: unitCode('QS-HB-01') },
    { kind: 'accepted', at: '2026-03-06 11:20' },
  ),
]

let desk: ReturnType<typeof figuresOffice>['desk']
beforeAll(async () => {
  const office = figuresOffice('2026-03-06 17:00')
  await office.happened(...week)
  desk = office.desk
})
const asked = async (person: string, query = '', unit = 'QS') =>
  clientOf(desk)
    .as(await tokenFor(person, desk, { unit }))
    .get(`/figures${query}`)

test('the three rates come with what they are out of and what stands beside them', async () => {
  const { body, status } = await asked('S042', '?period=week')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    period: { name: '2026-W10', kind: 'week', from: '2026-03-01T16:00:00.000Z' },
    ...{ at: '2026-03-06T09:00:00.000Z', unit: 'QS', department: null, parts: [] },
  })
  const of = (measure: string) => body.figures.find((one) => one.measure === measure)
  expect(of('response')).toMatchObject({ label: '响应率', size: 1, outOf: 5, share: 0.2 })
  expect(of('satisfaction')).toMatchObject({ size: 1, outOf: 2, share: 0.5 })
  expect(of('resolution')?.beside).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'unrated', size: 1 }),
      expect.objectContaining({ name: 'setAside', size: 1 }),
    ]),
  )
  expect(of('registered')).toMatchObject({ outOf: null, share: null })
})

test('they are what the report prints and what the dashboard shows, for every unit', async () => {
  const period = periodNamed('week', '2026-W10')
  if (!period) throw new Error('no such week')
  const folder = mkdtempSync(join(tmpdir(), 'linli-figures-'))
  const leader = await someone('S042', desk)
  try {
    for (const unit of ['QS', 'QS-HB-01']) {
      const scopes = [{ unit: unitCode(unit) }]
      const [file = ''] = await writeReports({ kind: 'weekly', period, scopes }, desk, folder)
      const sheet = (await readXlsxFile(file)).find(({ sheet }) => sheet === '概况')?.data ?? []
      const printed = new Map(sheet.map(([name, value]) => [`${name}`, value]))
      const page = `/console/figures?unit=${unit}&period=2026-W10`
      const shown = (await (await leader.get(page)).text()).replaceAll(/<[^>]+>|\s/g, '')
      const { body } = await asked('S042', `?unit=${unit}&period=2026-W10`)
      let compared = 0
      for (const { label, size, share } of body.figures) {
        const value = printed.get(label)
        if (value === undefined) continue
        compared += 1
        const ours = label.endsWith('率') ? share : size
        expect(typeof value === 'number' ? value : null, `${unit} ${label}`).toBe(ours)
        if (
          label.endsWith('率') &&
          share !== null &&
          ['响应率', '解决率', '满意率'].includes(label)
        )
          expect(shown).toContain(`${label}${Number((share * 100).toFixed(1))}%`)
      }
      expect(compared).toBeGreaterThan(9)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('parts share it out', async () => {
  const { body } = await asked('S042', '?period=2026-W10&by=place')
  const size = (figures: typeof body.figures) =>
    figures.find(({ measure }) => measure === 'registered')?.size ?? 0
  expect(body.parts.map(({ name }) => name)).toEqual(['幸福里社区', '河滨社区'])
  expect(body.parts.reduce((sum, part) => sum + size(part.figures), 0)).toBe(size(body.figures))
  const trades = await asked('S042', '?period=2026-W10&by=category')
  expect(trades.body.parts.length).toBeGreaterThan(0)
  const theirs = await asked('S042', '?period=2026-W10&department=WY1')
  expect(theirs.body).toMatchObject({ department: 'WY1' })
})

test('nobody reads numbers that their person does not see, and what cannot be asked is told', async () => {
  expect((await asked('S061')).status).toBe(403)
  expect((await asked('S003', '', 'QS-XF')).body.errors).toMatchObject([{ field: 'query.unit' }])
  const elsewhere = await asked('S003', '?unit=QS-XF')
  expect([elsewhere.status, elsewhere.body.errors]).toMatchObject([
    422,
    [{ field: 'query.unit', allowed: ['QS-HB', 'QS-HB-01'] }],
  ])
  expect((await asked('S042', '', 'QS-HB')).body.unit).toBe('QS-HB')
  const wrong = await asked('S042', '?period=2026-W54&department=nonsense&by=moon')
  expect(wrong.body.errors).toMatchObject([{ field: 'query.by' }])
  const later = await asked('S042', '?period=2027-01&department=nonsense')
  expect(later.body.errors).toMatchObject([
    { field: 'query.period' },
    { field: 'query.department', allowed: expect.arrayContaining(['WY1']) },
  ])
})
