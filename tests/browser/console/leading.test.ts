import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { isInHand, type Petition } from '../../../src/domain/petition/petition.ts'
import { unzipped } from '../../support/unzipped.ts'
import type { Viewport } from '../hands.ts'
import {
  done,
  form,
  happened,
  kept,
  openFrom,
  press,
  row,
  send,
  told,
  toldTo,
} from './desk-hands.ts'
import { browser, console, enter, hand, pc, withConsole } from './open-console.ts'
import { holderOver, numberOf, numberOfOne, workerOf } from './petitions-of.ts'

withConsole()

const isLate = (petition: Petition) =>
  isInHand(petition) && !petition.confidential && petition.resolveDueAt < console.desk.clock()
const isResolvedOnce = ({ status, confidential, reopenings }: Petition) =>
  status === 'resolved' && !confidential && reopenings === 0

test.each<[string, Viewport]>([
  ['phone', hand],
  ['PC', pc],
])('a community leader on a %s presses what is late', async (_, viewport) => {
  const number = await numberOfOne('late', console, isLate)
  const urgings = async () =>
    (await happened(console, number)).filter((kind) => kind === 'urged').length
  const before = await urgings()
  const [manager, worker] = [
    await holderOver(console, 'community_manager', number),
    await workerOf(console, number),
  ]
  const { page, context, faults } = await enter(browser, console, manager, viewport)
  await page.goto('/console')
  await page.locator('#tabs a', { hasText: '超期' }).click()
  await row(page, number).locator('.late').first().waitFor({ state: 'attached' })
  await openFrom(page, 'late', number)
  await press(page, '催办')
  await done(page, '已催办')
  expect(await urgings()).toBe(before + 1)
  expect(await toldTo(console, number, worker)).toContain('催')
  expect(faults).toEqual([])
  await context.close()
})

test.each<[string, Viewport, string]>([
  ['phone', hand, '井盖破了一个角'],
  ['PC', pc, '二组的路灯坏了两盏，晚上'],
])(
  'a department asks for more time on a %s; the street gives it, and the resident hears until when',
  async (_, viewport, said) => {
    const number = await numberOf(console, said)
    const before = await kept(console, number)
    const worker = await workerOf(console, number)
    const officer = await enter(browser, console, worker, viewport)
    await openFrom(officer.page, 'mine', number)
    await press(officer.page, '签收')
    await done(officer.page, '已签收')
    await press(officer.page, '申请延期')
    await form(officer.page).locator('input[type=number]').fill('1')
    await form(officer.page).locator('textarea').fill('等井盖到货')
    await send(officer.page)
    await done(officer.page, '延期申请已报上级')
    expect(await kept(console, number)).toMatchObject({ extensionAsked: { days: 1 } })

    const street = await enter(browser, console, 'street_dispatcher', viewport)
    await openFrom(street.page, `unit&q=${number}`, number)
    await press(street.page, '同意延期')
    expect(await form(street.page).locator('input[type=number]').inputValue()).toBe('1')
    await send(street.page)
    await done(street.page, '已同意延期')
    const after = await kept(console, number)
    if (!isInHand(before) || !isInHand(after)) throw new Error('not in hand')
    expect(after.resolveDueAt.getTime()).toBeGreaterThan(before.resolveDueAt.getTime())
    expect(await told(console, number)).toContain('要晚一些办结：等井盖到货。经批准，改为')
    expect([...officer.faults, ...street.faults]).toEqual([])
    await officer.context.close()
    await street.context.close()
  },
)

test.each<[string, Viewport]>([
  ['phone', hand],
  ['PC', pc],
])(
  'a street leader on a %s goes from a number to its petitions, and takes a report along',
  async (_, viewport) => {
    const { page, context, faults } = await enter(browser, console, 'street_leader', viewport)
    await page.goto('/console/figures')
    const late = (await console.desk.petitions.list({ statuses: ['dispatched', 'handling'] }))
      .filter(isInHand)
      .filter(({ resolveDueAt }) => resolveDueAt < console.desk.clock())
      .map(({ number }) => number)
    const number = page.locator('#late a')
    expect(await number.textContent()).toBe(`${late.length}件`)
    await number.click()
    await page.waitForURL('**/figures/list**')
    const shown = await page.$$eval('.petition-row', (rows) => rows.map(({ id }) => id))
    expect(shown.sort()).toEqual(late.map((one) => `row-${one}`).sort())
    await page.locator(`#row-${late[0]} a`).click()
    await page.locator('h1', { hasText: `${late[0]}号` }).waitFor({ state: 'attached' })

    await page.goto('/console/figures/reports')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#owed').locator('xpath=..').locator('a', { hasText: 'Word' }).first().click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    const report = await readFile(await download.path())
    expect(unzipped(report, 'word/document.xml')).toContain('青石街道')
    expect(faults).toEqual([])
    await context.close()
  },
)

test.each<[string, Viewport]>([
  ['phone', hand],
  ['PC', pc],
])('a supervisor on a %s has something done again that was not done well', async (_, viewport) => {
  const number = await numberOfOne('resolved for the first time', console, isResolvedOnce)
  const { page, context, faults } = await enter(browser, console, 'street_supervisor', viewport)
  await openFrom(page, 'rate', number)
  await press(page, '重办')
  await form(page).locator('textarea').fill('现场没有整改到位')
  await send(page)
  await done(page, '已重办')
  expect(await kept(console, number)).toMatchObject({ status: 'dispatched', reopenings: 1 })
  expect(await told(console, number)).toMatch(/重新|重办/)
  const refused = await page.goto('/console/settings')
  expect(refused?.status()).toBe(403)
  expect(faults.filter((fault) => !fault.includes('403'))).toEqual([])
  await context.close()
})
