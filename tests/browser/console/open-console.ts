import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterAll, beforeAll, inject } from 'vitest'
import { type ConsoleSample, openSample } from '../../../src/cli/console-sample/open-sample.ts'
import { openBrowser } from '../../../src/cli/find-browser.ts'
import { type PersonId, personId } from '../../../src/domain/ids.ts'
import type { Viewport } from '../hands.ts'
import { madeOld } from '../made-old.ts'

export const hand: Viewport = { width: 390, height: 844 }
export const pc: Viewport = { width: 1440, height: 900 }

/** People of the sample street, by their office. */
export const people = {
  community_manager: 'S001',
  community_dispatcher: 'S002',
  grid_worker: 'S010',
  household_head: 'S027',
  street_leader: 'S042',
  street_dispatcher: 'S043',
  street_supervisor: 'S044',
  department_officer: 'S061',
  mediator: 'S070',
} as const
export type Office = keyof typeof people
/** Somebody of the sample street: by the office that one of them holds, or by their id. */
export type Somebody = Office | PersonId | `S0${number}`

const idOf = (who: Somebody) => personId(who in people ? people[who as Office] : who)

type But = Partial<Pick<ConsoleSample['desk'], 'larkSignIn'>>

/** What `withConsole` opened, from the first test of a file to its last. */
export let console: ConsoleSample
export let browser: Browser

/** All tests of the file that calls this work at one console, with one browser. */
export function withConsole(but: But = {}): void {
  beforeAll(async () => {
    console = await openConsole(but)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await console?.close()
  })
}

/** The console over a copy of the sample street's database: what a test does there, no other sees. */
export async function openConsole(but: But = {}): Promise<ConsoleSample> {
  const { postgres: root, dataFolder } = inject('consoleSample')
  await played(dataFolder)
  const name = `c${v7().replaceAll('-', '')}`
  const sql = postgres(`${root}/postgres`, { max: 1 })
  try {
    await sql.unsafe(`create database ${name} template sample`)
  } finally {
    await sql.end()
  }
  return openSample('db/sample-street', { databaseUrl: `${root}/${name}`, dataFolder }, 0, but)
}

/** Comes back when the sample street has been played. */
async function played(dataFolder: string): Promise<void> {
  while (!existsSync(join(dataFolder, 'played'))) {
    if (existsSync(join(dataFolder, 'failed'))) throw new Error('the sample week was not played')
    await pause(200)
  }
}

/**
 * Somebody opens the link that the bot gave them, in a browser of their own, and enters: on a phone in an old one. `faults`
 * gathers what goes wrong in the page.
 */
export async function enter(
  browser: Browser,
  console: ConsoleSample,
  who: Somebody,
  viewport: Viewport,
) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', baseURL: console.base })
  if (viewport === hand) await madeOld(context)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
  await page.goto(await console.linkFor(idOf(who)))
  await page.getByRole('button', { name: '进入' }).click()
  await page.waitForURL(`${console.base}/console`)
  faults.length = 0
  return { page, context, faults }
}
