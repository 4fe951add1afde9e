import type { Page } from 'playwright-core'

/** One page of each kind that somebody comes to: its address but for numbers, and the questions it asks. None of those `known`. */
export async function walk(
  page: Page,
  begin: readonly string[],
  at: (path: string) => Promise<void>,
  known: ReadonlySet<string> = new Set(),
): Promise<string[]> {
  const waiting = [...begin]
  const seen = new Set<string>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const kind = kindOf(path)
    if (
      known.has(kind) ||
      seen.has(kind) ||
      /\.(xlsx|docx|csv|geojson)|\/file\?|\/media\/|\/api\//.test(path)
    )
      continue
    seen.add(kind)
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    await at(path)
    const links = await page.$$eval('a[href^="/"]', (all) =>
      all.map((link) => link.getAttribute('href') ?? ''),
    )
    waiting.push(...links.map((link) => link.replace(/#.*/, '')))
  }
  return [...seen]
}

function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  const keys = [...searchParams.keys()].filter((key) => !['unit', 'period'].includes(key))
  return `${pathname.replaceAll(/\d{3,}|[\dA-F]{8}-[\dA-F-]+/gi, '1')}?${keys.sort().join('&')}`
}
