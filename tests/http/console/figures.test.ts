import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { petitionId, unitCode } from '../../../src/domain/ids.ts'
import { periodNamed } from '../../../src/domain/numbers/period.ts'
import type { Shapes } from '../../../src/domain/street/rulebook.ts'
import { writeReports } from '../../../src/write-reports.ts'
import { rated, reopened, resolved, timeline } from '../../domain/numbers/told.ts'
import { at } from '../../support/builders.ts'
import { figuresOffice, twoCommunities } from './figures-office.ts'
import { someone } from './someone.ts'

const limits = { acceptDueAt: at('2026-03-02 14:00'), resolveDueAt: at('2026-03-04 18:00') }
const done = resolved('2026-03-03 10:00')
const week = [
  timeline({ number: 1, ...limits }, { kind: 'accepted', at: '2026-03-02 13:00' }),
  timeline({ number: 2, ...limits }, done, rated('2026-03-03 12:00', true, 5)),
  timeline({ number: 3, ...limits }, done, reopened('2026-03-03 12:00', '2026-03-06 12:00')),
  timeline({ number: 4, ...limits }, done, { kind: 'closedUnrated', at: '2026-03-05 10:00' }),
  timeline({ number: 5, ...limits }, done),
  timeline({ number: 6, ...limits }, { kind: 'withdrawn', at: '2026-03-02 10:00', reason: '好了' }),
  timeline(
    { number: 7, ...limits, grid: unitCode('QS-HB-01') },
    { kind: 'accepted', at: '2026-03-06 11:20' },
  ),
  timeline({ number: 8, ...limits, grid: unitCode('QS-XF-01'), confidential: true }),
]

async function office() {
  const found = figuresOffice('2026-03-06 17:00')
  await found.happened(...week)
  return found
}

const text = (html: string) =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')

/** What a rate's card says. */
const card = (html: string, name: string) =>
  text(
    /<li class="card rate">/.test(html)
      ? (html.split('<li class="card rate">').find((part) => part.includes(`<h3>${name}</h3>`)) ??
          '')
      : '',
  )

test('three rates, with what they are out of and what stands beside them', async () => {
  const { desk } = await office()
  const page = await (await someone('S042', desk)).get('/console/figures')
  expect(page.status).toBe(200)
  const html = await page.text()
  expect(text(html)).toContain('2026年第10周（3月2日至3月8日）')
  expect(card(html, '响应率')).toMatch(
    /^响应率14\.3% ?7件中1件另列：剔除1件怎么算的首次派单的签收时限/,
  )
  expect(card(html, '解决率')).toMatch(/^解决率50% ?2件中1件另列：未评价结案1件.*待评价1件/)
  expect(card(html, '满意率')).toMatch(/^满意率50% ?2件中1件/)
})

test('what is printed is what the report prints', async () => {
  const { desk } = await office()
  const folder = mkdtempSync(join(tmpdir(), 'linli-figures-'))
  const period = periodNamed('week', '2026-W10')
  if (!period) throw new Error('no such week')
  try {
    for (const unit of ['QS', 'QS-XF', 'QS-HB', 'QS-XF-02']) {
      const scopes = [{ unit: unitCode(unit) }]
      const [file = ''] = await writeReports({ kind: 'weekly', period, scopes }, desk, folder)
      const sheet = (await readXlsxFile(file)).find(({ sheet }) => sheet === '概况')?.data ?? []
      const printed = new Map(sheet.map(([name, value]) => [`${name}`, value]))
      const html = await (
        await (await someone('S042', desk)).get(`/console/figures?unit=${unit}&period=2026-W10`)
      ).text()
      for (const name of ['响应率', '解决率', '满意率']) {
        const value = printed.get(name)
        const share =
          typeof value === 'number' ? `${Number((value * 100).toFixed(1))}%` : '暂无数据'
        expect(card(html, name), `${unit} ${name}`).toMatch(new RegExp(`^${name}${share}`))
      }
      for (const [name, unitWord] of [
        ['登记', '件'],
        ['涉及户数', '户'],
        ['办结', '件'],
        ['期末在办', '件'],
        ['超期', '件'],
        ['重办', '次'],
      ]) {
        expect(text(html), `${unit} ${name}`).toContain(
          `${printed.get(`${name}`)}${unitWord}${name}`,
        )
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('each number opens as many petitions as it says', async () => {
  const { desk } = await office()
  await desk.hotSpots.keep({
    ...{ burst: petitionId('petition-1'), grid: unitCode('QS-XF-02'), trade: '0301', level: 1 },
    ...{ numbers: [1, 2, 3], households: 8 },
    ...{ beganAt: at('2026-03-04 09:00'), lastAt: at('2026-03-06 09:00') },
  })
  const leader = await someone('S042', desk)
  const pages = ['', '?by=department', '?by=category', '?unit=QS-XF', '?department=WY1']
  const links = new Map<string, string>()
  for (const page of pages) {
    const html = await (await leader.get(`/console/figures${page}`)).text()
    for (const [, href = '', said = ''] of html.matchAll(
      /<a href="(\/console\/figures\/list\?[^"]+)">([^<]+)<\/a>/g,
    ))
      links.set(href.replaceAll('&amp;', '&'), said)
  }
  expect([...links.keys()].join()).toMatch(/of=late.*of=spot/)
  expect([...links.keys()].join()).toContain('of=hour-accepted&hour=11')
  expect(links.size).toBeGreaterThan(80)
  for (const [href, said] of links) {
    const list = await (await leader.get(href)).text()
    const rows = new Set(
      [...list.matchAll(/\/console\/petitions\/(\d+)/g)].map(([, number]) => number),
    ).size
    const [, count] = /^(\d+)件?$/.exec(said) ?? []
    // households, returns and reopenings are more than the petitions they are of
    const isSum = /of=(households|returned|reopened)/.test(href)
    if (count && !isSum) expect(rows, `${href} says ${said}`).toBe(Number(count))
    expect(rows, href).toBeGreaterThan(0)
    expect(text(list)).toContain(`：${rows}件`)
  }
})

test('nobody is ranked unless somebody asks, and then too few are not compared', async () => {
  const { desk } = await office()
  const leader = await someone('S042', desk)
  const namesIn = (html: string) =>
    [...html.matchAll(/<th scope="row">([^<]+社区|地点未明确到下一级)<\/th>/g)].map(
      ([, name]) => name,
    )
  const plain = await (await leader.get('/console/figures')).text()
  expect(namesIn(plain)).toEqual(['幸福里社区', '河滨社区'])
  expect(text(plain)).toContain('不排名')
  const ranked = await (await leader.get('/console/figures?rank=registered')).text()
  expect(namesIn(ranked)).toEqual(['幸福里社区', '河滨社区'])
  expect(text(ranked)).toContain('现在按登记从高到低排')
  expect(ranked).toContain('aria-sort="descending"')
})

test('charts are drawn by the server, told in words, and carry neither style nor script', async () => {
  const { desk } = await office()
  const html = await (await (await someone('S042', desk)).get('/console/figures')).text()
  expect(html.match(/<svg class="drawing"/g)).toHaveLength(3)
  expect(html).toContain('今日各小时登记、签收、办结件数的柱图。全天登记0件，签收1件，办结0件。')
  expect(html).not.toMatch(/ style=|<style|ecmeta|onclick|<script(?! defer="" src="\/assets)/)
})

test('a long list is turned page by page, and says how many there are in all', async () => {
  const found = figuresOffice('2026-03-06 17:00')
  await found.happened(...Array.from({ length: 130 }, (_, i) => timeline({ number: i + 1 })))
  const leader = await someone('S042', found.desk)
  const rowsOf = async (address: string) => {
    const html = await (await leader.get(address)).text()
    const numbers = [...html.matchAll(/id="row-(\d+)"/g)].map(([, number]) => Number(number))
    return { said: text(html), numbers, next: /href="([^"]+)">下一页/.exec(html)?.[1] }
  }
  const first = await rowsOf('/console/figures/list?of=registered')
  expect(first.said).toContain('登记：130件')
  expect([first.numbers.length, first.numbers[0]]).toEqual([100, 130])
  const second = await rowsOf((first.next ?? '').replaceAll('&amp;', '&'))
  expect([second.numbers.length, second.numbers.at(-1), second.next]).toEqual([30, 1, undefined])
  expect((await rowsOf('/console/figures/list?of=registered&page=99')).numbers).toEqual(
    first.numbers,
  )
})

test('grids are drawn by their outlines where there are any, the others as tiles', async () => {
  const square = (east: number) =>
    [
      [east, 36.6],
      [east + 0.01, 36.6],
      [east + 0.01, 36.61],
      [east, 36.61],
    ] as const
  const shapes = { 'QS-XF-01': [[...square(117)]], 'QS-XF-02': [[...square(117.01)]] } as Shapes
  const found = figuresOffice('2026-03-06 17:00', { ...twoCommunities, shapes })
  await found.happened(...week)
  const leader = await someone('S042', found.desk)
  const html = await (await leader.get('/console/figures?shade=late')).text()
  const map = html.split('class="grid-map"')[1]?.split('</svg>')[0] ?? ''
  expect(map.match(/<path d="M/g)).toHaveLength(2)
  expect(map).toContain('aria-label="幸福里第二网格 超期2件"')
  expect(map).toContain('unit=QS-XF-02&amp;period=2026-W10&amp;of=late')
  expect(map).not.toContain('河滨')
  expect(text(html.split('class="tiles"')[1] ?? '')).toContain('河滨新村东网格')
})

test('a community sees its own numbers and no others', async () => {
  const { desk } = await office()
  const manager = await someone('S001', desk)
  const own = await (await manager.get('/console/figures')).text()
  expect(text(own)).toContain('青石街道幸福里社区')
  expect(own).not.toContain('河滨社区')
  expect((await manager.get('/console/figures?unit=QS-XF-02')).status).toBe(200)
  const refused = ['unit=QS', 'unit=QS-HB', 'unit=QS-HB-01', 'unit=XX', 'unit=QS-XF-02-H1']
  for (const query of [...refused, 'department=XX', 'period=2026-W99', 'period=2027-W01'])
    for (const path of ['', '/list']) {
      const answer = await manager.get(`/console/figures${path}?${query}&of=registered`)
      expect(answer.status, `${path} ${query}`).toBe(404)
    }
  expect((await manager.get('/console/figures/list?of=nonsense')).status).toBe(404)
  expect((await manager.get('/console/figures/list?of=registered&group=unit:QS-HB')).status).toBe(
    404,
  )
})

test('those who look within a few seconds see one gathering, and only what changed is read again', async () => {
  const { desk, reads, itIs, happened } = await office()
  const leader = await someone('S042', desk)
  const manager = await someone('S001', desk)
  await leader.get('/console/figures')
  const first = reads()
  expect(first).toBe(week.length)
  await manager.get('/console/figures?period=2026-03')
  await leader.get('/console/figures/list?of=registered')
  expect(reads()).toBe(first)
  await happened(timeline({ number: 9, registeredAt: at('2026-03-06 16:00') }))
  itIs('2026-03-06 17:01')
  const html = await (await leader.get('/console/figures')).text()
  expect(text(html)).toContain('8件登记')
  expect(reads()).toBe(first + 1)
})
