import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { larkSignIn } from '../../../bots/lark/sign-in.ts'
import { startFakeLark } from '../../../bots/sandbox/lark/fake-lark.ts'
import type { FakeLark } from '../../../bots/sandbox/lark/fake-lark-types.ts'
import type { ConsoleSample } from '../../../src/cli/console-sample/open-sample.ts'
import { openBrowser } from '../../../src/cli/find-browser.ts'
import { enter, hand, openConsole, pc } from './open-console.ts'
import { numberOf } from './petitions-of.ts'

let browser: Browser
let console: ConsoleSample
let lark: FakeLark

beforeAll(async () => {
  lark = await startFakeLark({
    users: [
      { openId: 'ou_staff_002', name: '林晓东' },
      { openId: 'ou_unknown', name: '新来的' },
    ],
    ...{ chats: [], mode: 'webhook' },
  })
  const { appId, appSecret, endpoint: domain } = lark
  console = await openConsole({ larkSignIn: larkSignIn({ appId, appSecret, domain }) })
  lark.signIn.redirects = [`${console.base}/sign-in/lark/back`]
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await console?.close()
  await lark?.stop()
})

test('the sample shows petitions in every state, made by what people said', async () => {
  const petitions = await console.desk.petitions.list({ limit: 500 })
  const states = new Set(petitions.map(({ status }) => status))
  expect([...states].sort()).toEqual([
    ...['closed', 'dispatched', 'handling', 'received', 'resolved', 'withdrawn'],
  ])
  expect(petitions.length).toBeGreaterThanOrEqual(55)
  expect(petitions.some(({ confidential }) => confidential)).toBe(true)
  expect(petitions.some(({ supporters }) => supporters.length > 0)).toBe(true)
  expect(console.faults).toEqual([])
})

test('on phone and PC a link of the bot signs one in, and out again', async () => {
  for (const viewport of [hand, pc]) {
    const { page, context, faults } = await enter(browser, console, 'grid_worker', viewport)
    await page.goto('/console/me')
    await page.getByRole('heading', { name: '高丽华' }).waitFor({ state: 'attached' })
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(viewport.width)
    expect(faults).toEqual([])
    await page.locator('.sessions form', { hasText: '退出' }).first().getByRole('button').click()
    await page.goto('/console/me')
    await page.getByRole('heading', { name: '请先登录' }).waitFor({ state: 'attached' })
    await context.close()
  }
})

test('inside Feishu a page opens with whoever sits there; in a browser a button leads the same way, and who is bound to nobody reads what to do', async () => {
  lark.signIn.person = 'ou_staff_002'
  const wanted = `/console/petitions/${await numberOf(console, '楼道灯坏了三天了')}`
  for (const inside of [true, false]) {
    const context = await browser.newContext({
      ...{ viewport: hand, baseURL: console.base, locale: 'zh-CN' },
      ...(inside && { userAgent: 'Mozilla/5.0 (Linux; Android 12) Chrome/108 Lark/7.9.0' }),
    })
    const page = await context.newPage()
    await page.goto(wanted)
    if (!inside) await page.getByRole('link', { name: '用飞书登录' }).click()
    await page.waitForURL(`**${wanted}`)
    await page.locator('.me', { hasText: '林晓东' }).waitFor({ state: 'attached' })
    await page.goto('/console/me')
    await page.locator('.sessions form', { hasText: '退出' }).first().getByRole('button').click()
    await page.getByRole('heading', { name: '请先登录' }).waitFor({ state: 'attached' })
    await context.close()
  }
  lark.signIn.person = 'ou_unknown'
  const context = await browser.newContext({ viewport: hand, baseURL: console.base })
  const page = await context.newPage()
  await page.goto('/sign-in/lark')
  await page.getByRole('heading', { name: '这个飞书账号还没有绑定' }).waitFor({ state: 'attached' })
  expect((await page.goto('/console'))?.status()).toBe(401)
  await context.close()
})
