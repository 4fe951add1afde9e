import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Desk } from '../../src/flows/ports.ts'
import { writeOwedReports } from '../../src/write-reports.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'
import { unzipped } from '../support/unzipped.ts'

/** What is done by night is done once: run twice, killed half-way or late, it comes to the same. */
const made: string[] = []
const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-nightly-'))
  made.push(folder)
  return folder
}
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A week with something in every community report; it is Monday night now. */
async function aWeek() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(staffAccount('S061'), 'dm', '签收')
  await street.says('wx-r-029', 'dm', '河滨新村10号楼门口垃圾桶满了两天没人清')
  await street.itIs('2026-03-09 00:05')
  return street.desk
}

const namesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()

/** All that a reader of the folder reads. */
const contentsOf = (folder: string): string[] =>
  namesIn(folder).map((name) => {
    const bytes = readFileSync(join(folder, name))
    const part = name.endsWith('.docx') ? 'word/document.xml' : 'xl/worksheets/sheet1.xml'
    return `${name} ${unzipped(bytes, part).replaceAll(/<[^>]+>/g, ' ')}`
  })

/** A desk that dies at the n-th petition whose story it is asked for. */
const dyingAt = (n: number, desk: Desk): Desk => {
  let asked = 0
  const timeline: Desk['petitions']['timeline'] = (id) => {
    asked += 1
    if (asked === n) throw new Error('killed')
    return desk.petitions.timeline(id)
  }
  return { ...desk, petitions: { ...desk.petitions, timeline } }
}

test('reports: a second run writes nothing, and changes nothing', async () => {
  const desk = await aWeek()
  const folder = aFolder()
  expect((await writeOwedReports(desk, folder)).length).toBeGreaterThan(4)
  const written = contentsOf(folder)
  expect(await writeOwedReports(desk, folder)).toEqual([])
  expect(contentsOf(folder)).toEqual(written)
})

test.each([1, 2, 3, 4])(
  'reports: killed at the %ith petition, the next run brings the rest',
  async (n) => {
    const desk = await aWeek()
    const [whole, torn] = [aFolder(), aFolder()]
    await writeOwedReports(desk, whole)
    await expect(writeOwedReports(dyingAt(n, desk), torn)).rejects.toThrow('killed')
    await writeOwedReports(desk, torn)
    expect(contentsOf(torn)).toEqual(contentsOf(whole))
    expect(namesIn(torn).filter((name) => name.endsWith('.new'))).toEqual([])
  },
)

test('reports: run late, what had fallen due is the same as in its night', async () => {
  const desk = await aWeek()
  const [inTime, late] = [aFolder(), aFolder()]
  await writeOwedReports(desk, inTime)
  await writeOwedReports({ ...desk, clock: () => at('2026-03-11 10:00') }, late)
  const weekly = (folder: string) => contentsOf(folder).filter((name) => name.startsWith('weekly'))
  expect(weekly(late).length).toBeGreaterThan(0)
  expect(weekly(late)).toEqual(weekly(inTime))
})

test('the clock: what rang once rings no more, however often and late it looks round', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.itIs('2026-03-05 09:00')
  const property = staffAccount('S061')
  const heard = street.kinds(property)
  await street.itIs('2026-03-05 09:00')
  await street.itIs('2026-03-05 09:00')
  expect(street.kinds(property)).toEqual(heard)
  expect(street.faults).toEqual([])
})
