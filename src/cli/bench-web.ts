import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser } from 'playwright-core'
import { personId } from '../domain/ids.ts'
import { type Opening, openSlowly } from './bench-web/measure.ts'
import { openPlainPage } from './bench-web/plain-page.ts'
import { isWithin, type Measured, report, rounds } from './bench-web/summary.ts'
import { type ConsoleSample, openSample } from './console-sample/open-sample.ts'
import { playOnce } from './console-sample/play-sample.ts'
import { openBrowser } from './find-browser.ts'
import { helpIfAsked } from './help.ts'

/**
 * `npm run bench:web [-- folder]`: what the first open of the console costs on a slow phone. Exits with 1 where the queue takes more
 * bytes or requests than it may; times are printed beside those of a plain page, for machines are of unlike speed.
 * What was played stays in the folder, where one is named.
 */
const street = join(import.meta.dirname, '..', '..', 'db', 'sample-street')

helpIfAsked(
  'npm run bench:web [-- 文件夹]   慢手机第一次打开工作台的字节、请求、时间；演的一周留在文件夹里 [first open on a slow phone; the played week stays in the folder]',
)
const [named] = process.argv.slice(2)
const folder = named ? resolve(named) : await mkdtemp(join(tmpdir(), 'linli-bench-web-'))
const place = { databaseUrl: null, dataFolder: folder }
try {
  await playOnce(street, place)
  const sample = await openSample(street, place)
  const browser = await openBrowser()
  const measured = await measure(sample, browser).finally(async () => {
    await browser.close()
    await sample.close()
  })
  for (const line of report(measured)) console.log(line)
  process.exitCode = isWithin(measured) ? 0 : 1
} finally {
  if (!named) await rm(folder, { recursive: true, force: true })
}

/** In turn, so that a busy moment of the machine falls on all. */
async function measure(sample: ConsoleSample, browser: Browser): Promise<readonly Measured[]> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(await sample.linkFor(personId('S043')))
  await page.getByRole('button', { name: '进入' }).click()
  await page.waitForURL(`${sample.base}/console`)
  const state = await context.storageState()
  await context.close()
  const plain = await openPlainPage()
  const [first] = await sample.desk.petitions.list({ limit: 1 })
  const pages = [
    { name: 'plain page', url: plain.url, wanted: 'li' },
    { name: 'queue', url: `${sample.base}/console?tab=unit`, wanted: '.petition-row' },
    { name: 'petition', url: `${sample.base}/console/petitions/${first?.number}`, wanted: 'h1' },
    { name: 'dashboard', url: `${sample.base}/console/figures`, wanted: 'main h2' },
  ]
  const measured = pages.map(({ name }) => ({ name, openings: [] as Opening[] }))
  for (let round = 0; round < rounds; round++)
    for (const [i, { url, wanted }] of pages.entries())
      measured[i]?.openings.push(await openSlowly(browser, url, wanted, state))
  plain.close()
  return measured
}
