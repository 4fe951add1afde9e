import { inflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { formsOf, reportKinds } from '../../src/domain/numbers/report.ts'
import { crawl } from './crawl.ts'
import { hostileStreet } from './hostile-street.ts'
import { formulas, payloads } from './payloads.ts'

test('no workbook that anybody fetches reckons with what people wrote', {
  timeout: 120_000,
}, async () => {
  const { visitor, faults } = await hostileStreet(formulas)
  await visitor.signIn('S043')
  const found = await crawl(visitor, 'street_dispatcher', 2)
  const books = found.filter(({ type, status }) => status === 200 && /spreadsheetml/.test(type))
  expect(books.length).toBeGreaterThan(0)
  const reckoned: string[] = []
  for (const { path } of books) {
    const answer = await visitor.get(path)
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
    const parts = partsOf(Buffer.from(await answer.arrayBuffer()))
    expect([...parts.keys()].some((name) => name.endsWith('sheet1.xml'))).toBe(true)
    for (const [name, text] of parts)
      if (/<f[ >/]|<hyperlink|externalLink|<ddeLink/.test(text) || /vba|macro/i.test(name))
        reckoned.push(`${path} ${name}`)
  }
  expect(reckoned).toEqual([])
  expect(found.filter(({ type }) => type.startsWith('text/csv'))).toEqual([]) // there is none: a CSV has no cell that is only text
  expect(faults).toEqual([])
})

/** What XML cannot hold, plain or as an entity: of a file that has one, Word and Excel open nothing. */
const unreadable = [
  /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u,
  /&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));/i,
]

test('every file that is fetched can be opened, whatever people wrote into it', {
  timeout: 120_000,
}, async () => {
  const { visitor, faults } = await hostileStreet([...payloads, 'FFFE 在这\ufffe里 \ud83d'])
  await visitor.signIn('S043')
  const found = await crawl(visitor, 'street_dispatcher', 2)
  const files = found.filter(({ type, status }) => status === 200 && /openxmlformats/.test(type))
  const paths = new Set(files.map(({ path }) => path))
  for (const kind of reportKinds)
    for (const form of formsOf[kind])
      paths.add(`/console/figures/reports/file?kind=${kind}&form=${form}&day=2026-03-02`)
  const wrong: string[] = []
  for (const path of paths) {
    const answer = await visitor.get(path)
    expect([path, answer.status]).toEqual([path, 200])
    for (const [name, text] of partsOf(Buffer.from(await answer.arrayBuffer())))
      if (/\.(xml|rels)$/.test(name) && unreadable.some((sign) => sign.test(text)))
        wrong.push(`${path} ${name}`)
  }
  expect(paths.size).toBeGreaterThan(reportKinds.length)
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
})

/** The parts of a zip, by its own table at the end. */
function partsOf(zip: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place))
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const isPacked = zip.readUInt16LE(at + 10) === 8
    parts.set(name, (isPacked ? inflateRawSync(packed) : packed).toString('utf8'))
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}
