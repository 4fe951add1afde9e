import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import { whether } from '../../../src/domain/petition/may-do.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { issueToken } from '../../../src/flows/api-tokens.ts'
import { openWebhook } from '../../../src/flows/open-webhook.ts'
import { barriers } from '../hands.ts'
import { does } from './desk-hands.ts'
import {
  browser,
  console,
  enter,
  hand,
  type Office,
  pc,
  people,
  withConsole,
} from './open-console.ts'
import { skeleton } from './skeleton.ts'
import { walk } from './walk.ts'

withConsole()

/** What the sample's week leaves empty: something to decide, to rate, programs that ask and are told, a letter given up. */
beforeAll(async () => {
  const { desk } = console
  const [book, now] = [await desk.rulebooks.current(), desk.clock()]
  const inHand = await desk.petitions.list({ statuses: ['handling'], limit: 50 })
  const may = (action: 'askExtension' | 'resolve') => (petition: Petition) => {
    const staff = book.staff.find(({ id }) => 'handler' in petition && id === petition.handler)
    const by = staff && ({ kind: 'person', id: staff.id, staff } as const)
    return by && whether(action, petition, by, now, book).ok ? [{ by: staff.id, petition }] : []
  }
  const [late] = inHand.flatMap(may('askExtension'))
  const [done] = inHand
    .flatMap(may('resolve'))
    .filter(({ petition }) => petition !== late?.petition)
  if (!late || !done) throw new Error('nobody handles anything')
  const wish = { kind: 'askExtension', days: 1, reason: '等配件' } as const
  await does(console, late.by, late.petition.number, wish)
  const head = personId(people.household_head)
  const petitioner = { person: head, household: head, room: null }
  await does(console, head, done.petition.number, { kind: 'join', petitioner })
  const result = { kind: 'resolve', result: '换好了', photos: [] } as const
  await does(console, done.by, done.petition.number, result)
  const program = { name: '区平台', person: personId(people.street_leader), unit: unitCode('QS') }
  const by = personId(people.street_dispatcher)
  const token = { ...program, power: 'read', days: 30 } as const
  await issueToken(token, { id: desk.newId(), by }, desk)
  const url = 'https://city.example/linli'
  await openWebhook({ ...program, url }, { id: desk.newId(), by }, desk)
  const [letter] = await desk.outbox.take(1, new Date(now.getTime() + 7 * 24 * 3_600_000))
  if (letter) await desk.outbox.giveUp([letter.id], 'no way')
})

/** Kinds of elements that axe has judged on each device: most of what an office sees, others see, too. */
const judged = new Set<string>()
/** Kinds of pages that are the same for all who may come there. */
const known = new Set<string>()
const isForAll = (kind: string) => /^\/console\/(figures|settings|operation)/.test(kind)

test.each<[Office, 'phone' | 'PC' | 'large print on a phone', string[]]>([
  ['street_dispatcher', 'PC', ['/console/operation/tokens']],
  ['community_dispatcher', 'PC', []],
  ['street_leader', 'PC', []],
  ['community_manager', 'phone', []],
  ['street_supervisor', 'phone', ['/console?tab=decide']],
  ['grid_worker', 'phone', []],
  ['department_officer', 'phone', []],
  ['mediator', 'phone', []],
  ['household_head', 'large print on a phone', ['/console?tab=decide']],
])(
  '%s on a %s: nothing bars the way, nothing is cut off',
  { timeout: 300_000 },
  async (office, on, alsoBegin) => {
    const viewport = on === 'PC' ? pc : hand
    const { page, context, faults } = await enter(browser, console, office, viewport)
    if (on === 'large print on a phone')
      await context.addCookies([{ name: 'linli-large', value: '1', url: console.base }])
    const wrong: string[] = []
    const look = async (path: string) => {
      const width = await page.evaluate<number>('document.documentElement.scrollWidth')
      if (width > viewport.width) wrong.push(`${path}: ${width} px wide`)
      const shown = (await skeleton(page)).map((kind) => `${on} ${kind}`)
      const fresh = shown.filter((kind) => !judged.has(kind))
      if (fresh.length === 0) return
      for (const kind of fresh) judged.add(kind)
      wrong.push(...(await barriersOf(page)).map((barrier) => `${path}${barrier}`))
    }
    const kinds = await walk(page, [...alsoBegin, '/console', '/console/me'], look, known)
    for (const kind of kinds.filter(isForAll)) known.add(kind)
    expect([...new Set(wrong)]).toEqual([])
    expect(faults).toEqual([])
    expect(kinds.length).toBeGreaterThanOrEqual(3)
    await context.close()
  },
)

/** Of a page, and of its dialogs as they open. */
async function barriersOf(page: Page): Promise<string[]> {
  const found = (await barriers(page)).map((barrier) => `: ${barrier}`)
  const dialogs = await page.locator('dialog').count()
  for (let i = 0; i < Math.min(dialogs, 3); i++) {
    const dialog = `document.querySelectorAll('dialog')[${i}]`
    await page.evaluate(`${dialog}.showModal()`)
    found.push(...(await barriers(page, dialog)).map((barrier) => ` dialog ${i}: ${barrier}`))
    await page.evaluate(`${dialog}.close()`)
  }
  return found
}
