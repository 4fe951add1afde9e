import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { type PersonId, personId, unitCode } from '../../domain/ids.ts'
import { geojsonOf } from '../../http/console/settings/geojson.ts'
import { type ConsoleSample, openSample } from '../console-sample/open-sample.ts'
import { playOnce } from '../console-sample/play-sample.ts'

const street = join(import.meta.dirname, '..', '..', '..', 'db', 'sample-street')
const phone: BrowserContextOptions = {
  ...{
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
}
const pc: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

interface Shot {
  readonly name: string
  readonly path: string
  /** What is pressed before the picture is taken. */
  readonly press?: string
  /** What is uploaded before it is taken. */
  readonly file?: { readonly name: string; readonly text: string }
}

const gridWorker = 'S010'
const dispatcher = 'S043'
const community = unitCode('QS-XF')

/** Pictures of the console over the played week; `sampleFolder`: where the week stays for the next time. */
export async function consolePictures(
  browser: Browser,
  folder: string,
  sampleFolder?: string,
): Promise<void> {
  const dataFolder = sampleFolder
    ? resolve(sampleFolder)
    : await mkdtemp(join(tmpdir(), 'linli-shots-'))
  const place = { databaseUrl: null, dataFolder }
  try {
    await playOnce(street, place)
    const sample = await openSample(street, place)
    try {
      await shootAll(browser, sample, folder)
    } finally {
      await sample.close()
    }
  } finally {
    if (!sampleFolder) await rm(dataFolder, { recursive: true, force: true })
  }
}

async function shootAll(browser: Browser, sample: ConsoleSample, folder: string): Promise<void> {
  const petition = await bestToShow(sample)
  await openPublicPage(sample)
  const task = await taskOf(sample)
  await as(browser, sample, gridWorker, phone, folder, [{ name: 'me-phone', path: '/console/me' }])
  await as(browser, sample, task.person, phone, folder, [
    { name: 'queue-phone', path: '/console' },
    { name: 'petition-phone', path: `/console/petitions/${task.number}` },
    { name: 'dialog-phone', path: `/console/petitions/${task.number}`, press: '办结' },
    { name: 'public-phone', path: `/c/${community}` },
  ])
  await as(browser, sample, dispatcher, pc, folder, [
    { name: 'queue', path: '/console?tab=unit' },
    { name: 'petition', path: `/console/petitions/${petition}` },
    { name: 'dashboard', path: '/console/figures' },
    { name: 'wall', path: '/console/figures/wall' },
    { name: 'settings', path: '/console/settings' },
    { name: 'settings-texts', path: '/console/settings/tables/texts' },
    {
      name: 'settings-preview',
      path: '/console/settings/import',
      file: { name: '网格边界.geojson', text: await otherMap(sample) },
      press: '看看有哪些变化',
    },
    { name: 'operation', path: '/console/operation' },
  ])
}

/** Off unless a street wants one. */
async function openPublicPage({ desk }: ConsoleSample): Promise<void> {
  await desk.rulebooks.amend(
    (book) => ({ ...book, policies: { ...book.policies, publicPages: [community] } }),
    { person: personId(dispatcher), at: desk.clock(), by: { kind: 'form' }, draft: null },
  )
}

/** A grid's outline gone, and another one moved a little. */
async function otherMap({ desk }: ConsoleSample): Promise<string> {
  const { shapes = {}, ...book } = await desk.rulebooks.current()
  const { [unitCode('QS-ZQ-04')]: _, ...others } = shapes
  const moved = unitCode('QS-HB-05')
  const rings = (others[moved] ?? []).map((ring) =>
    ring.map(([east, north]) => [east, north + 0.0006] as const),
  )
  return geojsonOf({ ...book, shapes: { ...others, [moved]: rings } })
}

/** The one that most households joined: it has most to show. */
async function bestToShow({ desk }: ConsoleSample): Promise<number> {
  const petitions = await desk.petitions.list({ limit: 500 })
  const [most] = petitions
    .filter(({ confidential }) => !confidential)
    .sort((a, b) => b.supporters.length - a.supporters.length)
  if (!most) throw new Error('the sample shows no petition')
  return most.number
}

/** Of whoever has most in hand in a department or company, the newest. */
async function taskOf({ desk }: ConsoleSample): Promise<{ person: PersonId; number: number }> {
  const petitions = await desk.petitions.list({ limit: 500 })
  const inHand = petitions
    .flatMap((petition) =>
      petition.status === 'handling' && petition.to.kind === 'department' && !petition.confidential
        ? [{ person: petition.handler, number: petition.number }]
        : [],
    )
    .sort((a, b) => b.number - a.number)
  const countOf = (person: PersonId) => inHand.filter((one) => one.person === person).length
  const [newest] = inHand.toSorted((a, b) => countOf(b.person) - countOf(a.person))
  if (!newest) throw new Error('no department has anything in hand')
  return newest
}

async function as(
  browser: Browser,
  sample: ConsoleSample,
  person: string,
  options: BrowserContextOptions,
  folder: string,
  shots: readonly Shot[],
): Promise<void> {
  const context = await browser.newContext({ ...options, locale: 'zh-CN', baseURL: sample.base })
  const page = await context.newPage()
  await page.goto(await sample.linkFor(personId(person)))
  await page.getByRole('button', { name: '进入' }).click()
  await page.waitForURL(`${sample.base}/console`)
  for (const shot of shots) await shoot(page, shot, folder)
  await context.close()
}

async function shoot(page: Page, { name, path, press, file }: Shot, folder: string): Promise<void> {
  const answer = await page.goto(path)
  if (answer?.status() !== 200) throw new Error(`${path}: ${answer?.status()}`)
  if (file) {
    const buffer = Buffer.from(file.text)
    const files = { name: file.name, mimeType: 'application/geo+json', buffer }
    await page.locator('input[type=file]').setInputFiles(files)
  }
  if (press)
    await page
      .getByRole('button', { name: press })
      .or(page.getByRole('link', { name: press }))
      .first()
      .click()
  await page.waitForTimeout(500)
  const picture = await page.screenshot({ animations: 'disabled' })
  const small = await sharp(picture).png({ palette: true, quality: 85, effort: 10 }).toBuffer()
  await writeFile(join(folder, `console-${name}.png`), small)
}
