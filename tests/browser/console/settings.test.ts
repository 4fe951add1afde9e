import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sheets } from '../../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../../src/domain/street/sheets/sheets-of.ts'
import { geojsonOf } from '../../../src/http/console/settings/geojson.ts'
import { browser, console, enter, pc, withConsole } from './open-console.ts'

withConsole()

async function upload(page: Page, name: string, text: string): Promise<void> {
  await page.goto('/console/settings/import')
  await page
    .locator('#file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: '看看有哪些变化' }).click()
}

const book = () => console.desk.rulebooks.current()

/** The table of groups as a file, the first of them called otherwise and in another unit. */
async function groups(topic: string, unit: string): Promise<string> {
  const lines = sheetsOf(await book()).rooms.map((room, i) =>
    i === 0 ? { ...room, topic, unit } : room,
  )
  const { columns } = sheets.rooms
  return [columns, ...lines.map((line) => columns.map((column) => line[column]))].join('\n')
}

const applied = async (page: Page) => {
  if ((await page.locator('[name=removes]').count()) > 0)
    await page.locator('[name=removes]').check()
  await page.getByRole('button', { name: '生效' }).click()
  await page.waitForURL('**/console/settings/changes')
}

test('on a PC a faulty file is mended, looked at, put in force and taken back', async () => {
  const { page, context, faults } = await enter(browser, console, 'street_dispatcher', pc)
  const before = (await book()).rooms[0]
  await upload(page, '群与单位.csv', await groups('新群名', 'QS-NO'))
  const fault = page.locator('.faults li')
  await fault.waitFor({ state: 'attached' })
  expect(await fault.textContent()).toMatch(/群与单位 第2行 所属单位：没有编码为 QS-NO 的单位/)
  faults.length = 0 // the browser says of an answer that refuses that it does

  await upload(page, '群与单位.csv', await groups('新群名', before?.unit ?? ''))
  expect(await page.locator('.changes del').textContent()).toBe(before?.topic)
  expect(await page.locator('.changes ins').textContent()).toBe('新群名')
  expect((await book()).rooms[0]?.topic).toBe(before?.topic)
  await applied(page)
  expect((await book()).rooms[0]?.topic).toBe('新群名')
  expect(await page.locator('section.card').first().textContent()).toMatch(
    /叶德明，导入“群与单位.csv”：修改 1 行/,
  )

  await page.getByRole('button', { name: '撤销' }).first().click()
  await page
    .locator('.changes ins', { hasText: before?.topic ?? '' })
    .waitFor({ state: 'attached' })
  await applied(page)
  expect((await book()).rooms[0]).toEqual(before)
  expect(faults).toEqual([])
  await context.close()
})

test('a new map is seen beside the old one before it is in force, and the dashboard draws it', async () => {
  const { page, context, faults } = await enter(browser, console, 'street_dispatcher', pc)
  const now = geojsonOf(await book())
  const { features, ...rest } = JSON.parse(now) as { features: { properties: { unit: string } }[] }
  const left = features.filter(({ properties }) => properties.unit !== 'QS-ZQ-04')
  await upload(page, '边界.geojson', JSON.stringify({ ...rest, features: left }))
  const maps = page.locator('.maps svg')
  await maps.first().waitFor({ state: 'attached' })
  expect(await maps.nth(0).locator('path').count()).toBe(18)
  expect(await maps.nth(1).locator('path').count()).toBe(17)
  await applied(page)
  await page.goto('/console/figures')
  expect(await page.locator('.grid-map path').count()).toBe(17)
  expect(await page.locator('.tiles li').count()).toBe(1)
  await upload(page, '边界.geojson', now)
  await applied(page)
  await page.goto('/console/figures')
  expect(await page.locator('.grid-map path').count()).toBe(18)
  expect(faults).toEqual([])
  await context.close()
})
