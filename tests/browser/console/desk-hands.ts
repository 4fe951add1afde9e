import type { Locator, Page } from 'playwright-core'
import type { ConsoleSample } from '../../../src/cli/console-sample/open-sample.ts'
import { personId } from '../../../src/domain/ids.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { actOnPetition } from '../../../src/flows/act-on-petition.ts'
import { say } from '../../../src/texts/say.ts'

/** What somebody in office does with the petitions of the console, and what became of it for everybody else. */

/** A petition as the database has it now. */
export async function kept(console: ConsoleSample, number: number): Promise<Petition> {
  const petition = await console.desk.petitions.findByNumber(number)
  if (!petition) throw new Error(`no petition ${number}`)
  return petition
}

/** What happened to it, by the kinds of events, oldest first. */
export async function happened(console: ConsoleSample, number: number): Promise<string[]> {
  const events = await console.desk.petitions.timeline((await kept(console, number)).id)
  return events.map(({ kind }) => kind)
}

/** All that its reporter was told, or will be: in private, and in the group where they said it. */
export async function told(console: ConsoleSample, number: number): Promise<string> {
  const { id, reporter } = await kept(console, number)
  const letters = await console.desk.outbox.letters({ petition: id })
  const theirs = letters.filter(({ to }) =>
    to.kind === 'person' ? to.person === reporter.person : to.room === reporter.room,
  )
  return theirs.map(({ notice }) => say(notice)).join('\n')
}

/** All that somebody in office was told about it. */
export async function toldTo(console: ConsoleSample, number: number, id: string): Promise<string> {
  const letters = await console.desk.outbox.letters({ petition: (await kept(console, number)).id })
  return letters
    .filter(({ to }) => to.kind === 'person' && to.person === id)
    .map(({ notice }) => say(notice))
    .join('\n')
}

/** Somebody else does something meanwhile, wherever. */
export async function does(
  console: ConsoleSample,
  id: string,
  number: number,
  command: Command,
): Promise<void> {
  const { desk } = console
  const staff = (await desk.rulebooks.current()).staff.find((one) => one.id === id) ?? null
  const acted = await actOnPetition(
    {
      ...{ petition: (await kept(console, number)).id, command },
      by: { kind: 'person', id: personId(id), staff },
      cause: { kind: 'press', key: desk.newId() },
    },
    desk,
  )
  if (!acted.ok) throw new Error(`${id} ${command.kind} ${number}: ${acted.problem.kind}`)
}

export const row = (page: Page, number: number): Locator => page.locator(`#row-${number}`)

/** Comes to a petition by its row in a tab of the queue, as one does. */
export async function openFrom(page: Page, tab: string, number: number): Promise<void> {
  await page.goto(`/console?tab=${tab}`)
  await row(page, number).locator('a').first().click()
  await page.waitForURL(`**/petitions/${number}`)
}

const named = (page: Page, name: string): Locator =>
  page.locator('.acts a, .acts button').filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })

/** Presses what can be done with a petition, also where it stands behind 更多. */
export async function press(page: Page, name: string): Promise<void> {
  const button = named(page, name).first()
  await button.waitFor({ state: 'attached' })
  if (!(await button.isVisible())) await page.locator('.acts summary').click()
  await button.click()
}

export const offers = async (page: Page, name: string): Promise<boolean> =>
  (await named(page, name).count()) > 0

/** The form that stands open. */
export const form = (page: Page): Locator => page.locator('dialog[open] form.act')

export const send = (page: Page): Promise<void> => form(page).locator('button[type=submit]').click()

export const done = (page: Page, words: string): Promise<void> =>
  page.locator('.done', { hasText: words }).waitFor({ state: 'attached' })

/** A picture as a phone takes it, but small. */
export async function aPhoto(page: Page) {
  const bytes = await page.evaluate<string>(
    "(c => (c.width = 60, c.height = 40, c.getContext('2d').fillRect(9, 9, 30, 20), c.toDataURL('image/jpeg').split(',')[1]))(document.createElement('canvas'))",
  )
  return { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes, 'base64') }
}
