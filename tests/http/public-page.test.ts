import { expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { categoryCode, personId, unitCode } from '../../src/domain/ids.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import type { PlaceEntry, Rulebook } from '../../src/domain/street/rulebook.ts'
import { resolved, timeline } from '../domain/numbers/told.ts'
import { aPetition, at } from '../support/builders.ts'
import { figuresOffice, twoCommunities } from './console/figures-office.ts'
import { browserAt } from './console/someone.ts'

const now = '2026-03-06 17:00'
const help = categoryCode('1001')

const shown = (publicPages: NonNullable<Rulebook['policies']['publicPages']>): Rulebook => ({
  ...twoCommunities,
  categories: [
    ...twoCommunities.categories,
    {
      ...{ code: help, level1: '民生保障', level2: '低保救助', kind: 'request' },
      ...{ leadHandler: 'COMMUNITY', policy: 'standard', confidential: false },
    },
  ],
  policies: { ...twoCommunities.policies, publicPages },
})

const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const told = (number: number, but: object = {}) =>
  timeline({ number, registeredAt: at('2026-03-02 09:00'), ...but })
const aHelp = (number: number) => told(number, { category: help, kind: 'request' })

async function pageOf(
  book: Rulebook,
  unit: string,
  ...events: readonly (readonly PetitionEvent[])[]
) {
  const office = figuresOffice(now, book)
  await office.happened(...events)
  const browser = browserAt(office.desk)
  return { ...office, browser, answer: await browser.get(`/c/${unit}`) }
}

test('there is none unless the street says so, and only for communities', async () => {
  for (const [book, unit] of [
    [twoCommunities, 'QS-XF'],
    [shown([unitCode('QS-HB')]), 'QS-XF'],
    [shown('all'), 'QS'],
    [shown('all'), 'QS-XF-02'],
    [shown('all'), 'nonsense'],
  ] as const) {
    const { answer } = await pageOf(book, unit, told(1))
    expect(answer.status).toBe(404)
  }
  expect((await pageOf(shown([unitCode('QS-XF')]), 'QS-XF')).answer.status).toBe(200)
})

test('neighbours see what became of it, and nobody', async () => {
  const { answer } = await pageOf(
    shown('all'),
    'QS-XF',
    told(1),
    told(2, { grid: unitCode('QS-XF-01') }),
    timeline({ number: 3, registeredAt: at('2026-03-02 09:00') }, resolved('2026-03-04 08:00')),
    told(4, { grid: unitCode('QS-HB-01') }),
    told(5, { registeredAt: at('2026-01-02 09:00') }),
  )
  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-robots-tag')).toBe('noindex, nofollow')
  expect(answer.headers.get('cache-control')).toBe('public, max-age=300')
  const html = await answer.text()
  const said = text(html)
  expect(said).toContain('在办2件，已办结1件')
  expect(said.match(/楼道照明 幸福里小区 在办，第5天/g)).toHaveLength(2)
  expect(said).toContain('楼道照明 幸福里小区 已办结，用了2天')
  expect(said).not.toMatch(/5栋|2单元|301|不亮|灯泡|高丽华|resident|\d号/)
  expect(html).not.toMatch(/href="\/console/)
})

test('what is about somebody is not there', async () => {
  const { answer } = await pageOf(
    shown('all'),
    'QS-XF',
    told(1, { confidential: true }),
    told(2, { category: categoryCode('0901'), kind: 'dispute' }),
    told(3, { kind: 'dispute' }),
    told(4, { vulnerable: true }),
    told(5, { danger: 'suicide' }),
    told(8, { danger: 'fire' }),
    told(6, { kind: 'consult' }),
    timeline(
      { number: 7, registeredAt: at('2026-03-02 09:00') },
      { kind: 'withdrawn', at: '2026-03-02 10:00', reason: '好了' },
    ),
  )
  expect(text(await answer.text())).toContain('近60天没有可以公开的诉求')
})

test('few of what is sensitive are not told apart; three are, without their place', async () => {
  const two = text(await (await pageOf(shown('all'), 'QS-XF', aHelp(1), aHelp(2))).answer.text())
  expect(two).toContain('低保救助 合计&lt;3')
  expect(two).toContain('在办0件')
  expect(two).not.toContain('低保救助 幸福里')
  const three = await pageOf(shown('all'), 'QS-XF', aHelp(1), aHelp(2), aHelp(3))
  const said = text(await three.answer.text())
  expect(said).toContain('低保救助 3 0')
  expect(said.match(/低保救助 幸福里社区 在办/g)).toHaveLength(3)
})

test('what happened to whom may be known by the kind is counted, and never shown singly', async () => {
  const theft = categoryCode('0807')
  const book = shown('all')
  const flagged: Rulebook = {
    ...book,
    categories: [
      ...book.categories,
      {
        ...{ code: theft, level1: '公共安全', level2: '治安盗窃', kind: 'report' },
        ...{ leadHandler: 'COMMUNITY', policy: 'standard', confidential: false },
        countedOnly: true,
      },
    ],
  }
  const stolen = (number: number) => told(number, { category: theft })
  const two = text(await (await pageOf(flagged, 'QS-XF', stolen(1), stolen(2))).answer.text())
  expect(two).toContain('治安盗窃 合计&lt;3')
  expect(two).not.toMatch(/治安盗窃 幸福里/)
  const four = await pageOf(flagged, 'QS-XF', stolen(1), stolen(2), stolen(3), told(4))
  const said = text(await four.answer.text())
  expect(said).toContain('治安盗窃 3 0')
  expect(said).not.toMatch(/治安盗窃 幸福里/)
  expect(said).toContain('楼道照明 幸福里小区 在办')
})

test('of the sample street theft, fraud, fights and illness are only counted', async () => {
  const street = await readStreet('db/sample-street')
  if (!street.ok) throw new Error('the sample street is faulty')
  const only = street.value.book.categories.filter(({ countedOnly }) => countedOnly)
  expect(only.map(({ level2 }) => level2)).toEqual([
    ...['治安盗窃', '打架斗殴', '犬只伤人与流浪犬', '电信诈骗', '医疗卫生服务'],
  ])
})

test('a place of one household is not named', async () => {
  const place = { ...aPetition('handling').place, name: '李记小卖部' }
  const book = shown('all')
  const shop: PlaceEntry = {
    ...{ grid: unitCode('QS-XF-02'), kind: 'landmark', name: '李记小卖部', aliases: [] },
    ...{ ranges: [], suffix: '', units: null, floors: null },
  }
  const { answer } = await pageOf(
    { ...book, places: [...book.places, shop] },
    'QS-XF',
    told(1, { place }),
  )
  const said = text(await answer.text())
  expect(said).not.toContain('李记')
  expect(said).toContain('楼道照明 幸福里社区 在办')
})

test('it is drawn once in five minutes, whoever asks', async () => {
  const { browser, happened, itIs } = await pageOf(shown('all'), 'QS-XF', told(1))
  await happened(
    told(2, { reporter: { ...aPetition('handling').reporter, person: personId('x') } }),
  )
  expect(text(await (await browser.get('/c/QS-XF')).text())).toContain('在办1件')
  itIs('2026-03-06 17:05')
  expect(text(await (await browser.get('/c/QS-XF')).text())).toContain('在办2件')
})
