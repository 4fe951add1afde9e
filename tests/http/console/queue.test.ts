import { expect, test } from 'vitest'
import { departmentCode, petitionId, unitCode } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, aPetitioner, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { someone } from './someone.ts'

const grid = { kind: 'grid', code: unitCode('QS-XF-02') } as const

async function office(petitions: readonly Petition[]) {
  const stores = memory({ book: smallBook })
  const now = at('2026-03-02 12:00')
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  await stores.petitions.record(
    petitions.map((petition) =>
      anEntry({
        cause: { kind: 'press', key: petition.id },
        petition: { ...petition, version: 1 },
      }),
    ),
    now,
  )
  const who = async (person: string) => {
    const browser = await someone(person, desk)
    return { ...browser, page: async (path: string) => (await browser.get(path)).text() }
  }
  return { desk, stores, who }
}

const numbered = (number: number, petition: Petition): Petition =>
  ({ ...petition, id: petitionId(`p-${number}`), number }) as Petition

const numbersIn = (page: string) => [...page.matchAll(/id="row-(\d+)"/g)].map(([, n]) => Number(n))
const countOf = (page: string, tab: string) =>
  Number(new RegExp(`${tab}<b class="count[^"]*">(\\d+)`).exec(page)?.[1])

test('each office finds first what it has to do, with its number', async () => {
  const { who } = await office([
    numbered(1001, aPetition('dispatched', { to: grid })),
    numbered(1002, aPetition('handling', { resolveDueAt: at('2026-03-02 09:00') })),
    numbered(1003, aPetition('received')),
    numbered(1004, aPetition('resolved')),
    numbered(1005, aPetition('closed')),
  ])
  const worker = await (await who('S010')).page('/console')
  expect(numbersIn(worker)).toEqual([1001])
  expect([countOf(worker, '我的'), countOf(worker, '本网格')]).toEqual([1, 3])
  const dispatcher = await (await who('S002')).page('/console')
  expect(numbersIn(dispatcher)).toEqual([1003])
  expect([countOf(dispatcher, '超期'), countOf(dispatcher, '待评价')]).toEqual([1, 1])
  const leader = await (await who('S042')).page('/console')
  expect(leader).toContain('全街道')
  expect(numbersIn(leader)).toEqual([1002, 1003, 1001])
  expect(leader).not.toContain('待派单<b')
  expect(numbersIn(await (await who('S042')).page('/console?tab=all')).sort()).toEqual([
    1001, 1002, 1003, 1004, 1005,
  ])
})

test('a household head finds what they reported and joined, and nothing else', async () => {
  const { who } = await office([
    numbered(1001, aPetition('handling', { reporter: aPetitioner('S027') })),
    numbered(1002, aPetition('handling', { supporters: [aPetitioner('S027')] })),
    numbered(1003, aPetition('handling')),
  ])
  const page = await (await who('S027')).page('/console')
  expect(numbersIn(page).sort()).toEqual([1001, 1002])
  expect(page.match(/楼道灯不亮/g)).toHaveLength(1)
})

test('the address holds what was looked for; words, numbers and places are found', async () => {
  const { who } = await office([
    numbered(1001, aPetition('dispatched')),
    numbered(1002, aPetition('closed', { summary: '井盖破了', words: ['井盖破了'] })),
    numbered(1003, {
      ...aPetition('handling', { summary: '漏水', words: ['漏水'] }),
      place: { ...aPetition('handling').place, building: '6' },
    }),
  ])
  const leader = await who('S042')
  const find = async (query: string) => numbersIn(await leader.page(`/console?${query}`))
  expect(await find('tab=all&q=1002')).toEqual([1002])
  expect(await find(`tab=all&q=${encodeURIComponent('楼道灯不亮')}`)).toEqual([1001])
  expect(await find(`tab=all&q=${encodeURIComponent('幸福里6栋')}`)).toEqual([1003])
  expect(await find(`tab=all&q=${encodeURIComponent('!?')}`)).toEqual([])
  expect(await find('tab=all&status=handling')).toEqual([1003])
  expect(await find('tab=unit&status=nonsense&unit=x&since=9&after=x')).toHaveLength(2)
  const page = await leader.page('/console?tab=late&q=1002')
  expect(page).toContain('在全部诉求里找')
  expect(page).toContain('tab=all&amp;q=1002')
})

test('more rows come after the last one, and none is shown twice', async () => {
  const many = Array.from({ length: 45 }, (_, i) =>
    numbered(
      2000 + i,
      aPetition('handling', { resolveDueAt: at(`2026-03-${10 + (i % 9)} 10:00`) }),
    ),
  )
  const { who } = await office(many)
  const leader = await who('S042')
  const seen: number[] = []
  let path: string | undefined = '/console?tab=unit'
  while (path) {
    const answer: string = await (
      await leader.get(path, seen.length ? { 'HX-Request': 'true' } : {})
    ).text()
    expect(answer.startsWith('<li')).toBe(seen.length > 0)
    seen.push(...numbersIn(answer))
    path = /href="([^"]*after=[^"]*)"/.exec(answer)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(45)
  expect(new Set(seen).size).toBe(45)
})

test('a grid worker signs for a petition right in the list, once', async () => {
  const { who, stores } = await office([numbered(1001, aPetition('dispatched', { to: grid }))])
  const worker = await who('S010')
  expect(await worker.page('/console')).toContain('签收1001号')
  const fields = { version: '1', back: 'tab=mine' }
  const done = await worker.post('/console/petitions/1001/accept', fields)
  expect([done.status, done.headers.get('location')]).toEqual([303, '/console?tab=mine'])
  expect(await stores.petitions.findByNumber(1001)).toMatchObject({
    status: 'handling',
    version: 2,
  })
  expect((await worker.post('/console/petitions/1001/accept', fields)).status).toBe(303)
  expect(await stores.petitions.findByNumber(1001)).toMatchObject({ version: 2 })
  const row = await worker.post('/console/petitions/1001/accept', fields, { 'HX-Request': 'true' })
  expect(await row.text()).toMatch(/^<li[^>]*row-1001.*已签收/s)
})

test('who signs for what somebody else took meanwhile sees the list as it is now', async () => {
  const { who, stores } = await office([numbered(1001, aPetition('dispatched', { to: grid }))])
  const [petition] = await stores.petitions.list({})
  if (petition?.status !== 'dispatched') throw new Error('not dispatched')
  await stores.petitions.record(
    [anEntry({ cause: { kind: 'press', key: 'x' }, petition: { ...petition, version: 2 } })],
    at('2026-03-02 12:00'),
  )
  const answer = await (await who('S010')).post('/console/petitions/1001/accept', { version: '1' })
  expect(answer.status).toBe(409)
  expect(await answer.text()).toContain('有新情况')
  expect(await stores.petitions.findByNumber(1001)).toMatchObject({ status: 'dispatched' })
})

test('a grid worker signs for nothing of their neighbours', async () => {
  const { who } = await office([numbered(1001, aPetition('dispatched'))])
  const answer = await (await who('S010')).post('/console/petitions/1001/accept', { version: '1' })
  expect(answer.status).toBe(403)
})

const sending = (picks: readonly string[], to = 'department/SZ', reason = '归市政') => {
  const body = new URLSearchParams({ to, reason, back: 'tab=unit' })
  for (const pick of picks) body.append('pick', pick)
  return { method: 'POST', body }
}

test('a dispatcher sends many at once; what cannot go is named with why', async () => {
  const { who, stores } = await office([
    numbered(1001, aPetition('dispatched')),
    numbered(1002, aPetition('handling')),
    numbered(1003, aPetition('resolved')),
    numbered(1004, aPetition('received')),
  ])
  const dispatcher = await who('S002')
  const picks = ['1001-1', '1002-9', '1003-1', '1004-1', '7777-1']
  const page = await (await dispatcher.ask('/console/dispatch', sending(picks))).text()
  expect(page).toContain('已派出2件：1001号、1004号')
  expect(page).toMatch(/1002号：有新情况.*1003号：.*7777号：没有找到/s)
  expect(await stores.petitions.findByNumber(1001)).toMatchObject({
    status: 'dispatched',
    to: { code: 'SZ' },
  })
  expect(await stores.petitions.findByNumber(1004)).toMatchObject({
    to: { code: 'SZ' },
  })
  const versions = (await stores.petitions.list({})).map(({ version }) => version)
  await dispatcher.ask('/console/dispatch', sending(picks))
  expect((await stores.petitions.list({})).map(({ version }) => version)).toEqual(versions)
})

test('the late ones are those past their last limit, and it says where the others stand', async () => {
  const { who } = await office([numbered(1001, aPetition('dispatched'))])
  const said = async (person: string) => (await (await who(person)).get('/console?tab=late')).text()
  expect(await said('S002')).toContain('过了签收期限还没签收的，在“本社区”里排在最前')
  for (const handler of ['S010', 'S046'])
    expect(await said(handler)).toContain('在“我的”里排在最前')
})

test('of what stands there already a dispatcher hears that nothing changed', async () => {
  const { who, stores } = await office([
    numbered(1001, aPetition('dispatched')),
    numbered(
      1002,
      aPetition('dispatched', { to: { kind: 'department', code: departmentCode('SZ') } }),
    ),
  ])
  const dispatcher = await who('S002')
  const body = sending(['1001-1', '1002-1'])
  const page = await (await dispatcher.ask('/console/dispatch', body)).text()
  expect(page).toContain('已派出1件：1001号')
  expect(page).toContain('本来就在那里、没有变动的1件：1002号')
  expect(await stores.petitions.findByNumber(1002)).toMatchObject({ version: 1 })
})

test('what was not said is asked for, and what was typed and ticked stays', async () => {
  const { who, stores } = await office([numbered(1001, aPetition('dispatched'))])
  const dispatcher = await who('S002')
  for (const [body, why] of [
    [sending([]), '请先勾选'],
    [sending(['1001-1'], 'department/NOBODY'), '请选择派给谁'],
    [sending(['1001-1'], 'department/SZ', ' '), '请写明理由'],
  ] as const) {
    const answer = await dispatcher.ask('/console/dispatch', body)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(why)
  }
  const again = await dispatcher.ask('/console/dispatch', sending(['1001-1'], '', '归市政<b>'))
  const page = await again.text()
  expect(page).toContain('value="归市政&lt;b&gt;"')
  expect(page).toMatch(/value="1001-1"[^>]*checked/)
  expect(await stores.petitions.findByNumber(1001)).toMatchObject({ version: 1 })
})

test('only who dispatches sends', async () => {
  const { who } = await office([numbered(1001, aPetition('dispatched'))])
  for (const person of ['S010', 'S027', 'S061', 'S042', 'S044'])
    expect((await (await who(person)).ask('/console/dispatch', sending(['1001-1']))).status).toBe(
      403,
    )
  expect(await (await who('S010')).page('/console')).not.toContain('name="pick"')
})
