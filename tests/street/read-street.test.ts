import { readdir, readFile, rm, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readStreet } from '../../db/street/read-street.ts'
import { sayFault } from '../../db/street/street-fault.ts'
import type { Street } from '../../db/street/to-street.ts'
import { inGbk } from './in-gbk.ts'
import { aCopy, sampleStreet } from './street-files.ts'

async function streetIn(folder: string): Promise<Street> {
  const read = await readStreet(folder)
  if (!read.ok) throw new Error(read.problem.map(sayFault).join('\n'))
  return read.value
}

describe('the sample street', () => {
  test('is read whole', async () => {
    const { book } = await streetIn(sampleStreet)
    expect(book).toMatchObject({ tenant: 'QS', version: 0 })
    const counts = [
      book.units,
      book.departments,
      book.places,
      book.categories,
      book.rooms,
      book.staff,
      book.knowledge,
    ]
    expect(counts.map(({ length }) => length)).toEqual([38, 25, 25, 83, 25, 72, 54])
  })

  test('has its cells as values', async () => {
    const { book } = await streetIn(sampleStreet)
    expect(book.departments.find(({ code }) => code === 'WY3')).toEqual({
      code: 'WY3',
      name: '水岸物业',
      aliases: ['名都物业'],
      estate: '水岸名都',
      kind: '物业企业',
    })
    expect(book.places.find(({ name }) => name === '水岸名都')).toMatchObject({
      ranges: [
        { letter: 'A', from: 1, to: 6 },
        { letter: 'B', from: 1, to: 4 },
      ],
      suffix: '座',
      units: 2,
      floors: 26,
    })
    expect(book.categories.find(({ code }) => code === '0901')).toMatchObject({
      leadHandler: 'COMMUNITY',
      policy: 'mediation',
      confidential: true,
    })
    expect(book.knowledge.find(({ id }) => id === 'K40')).toMatchObject({
      source: '社区卫生服务中心 2026年体检安排',
      categories: ['1102'],
      units: [],
      validUntil: '2026-12-31',
    })
    expect(book.knowledge.find(({ id }) => id === 'K53')).toMatchObject({
      units: ['QS-LJ'],
      validUntil: null,
    })
    expect(book.units[0]).toMatchObject({ code: 'QS', parent: null })
    expect(book.staff.find(({ id }) => id === 'S061')).toMatchObject({
      department: 'WY1',
      accounts: { wechat: 'wx-staff-061', lark: 'ou_staff_061' },
    })
  })

  test('has its limits', async () => {
    const { policies } = (await streetIn(sampleStreet)).book
    expect(policies.byName.quick).toEqual({
      name: 'quick',
      source: '青石街道诉求办理时限（示例）',
      aroundTheClock: false,
      accept: { amount: 4, unit: 'workingHours' },
      resolve: { amount: 2, unit: 'workingDays' },
      remindAt: [0.5, 0.8],
      escalate: [
        { after: { amount: 0, unit: 'minutes' }, to: 'community_manager' },
        { after: { amount: 1, unit: 'workingDays' }, to: 'street_supervisor' },
      ],
      extension: null,
    })
    expect(policies.byName.complex?.extension).toEqual({
      times: 1,
      atMost: { amount: 15, unit: 'workingDays' },
      approvedBy: 'street_dispatcher',
    })
    expect(policies.survey.closeAfter).toEqual({ amount: 5, unit: 'days' })
    expect(policies.quietHours).toEqual({ from: '21:30', to: '07:30' })
    expect(policies.placeAnswerWithin).toEqual({ amount: 2, unit: 'hours' })
  })

  test('has the published calendar of 2025 and 2026, and none of 2027', async () => {
    const { calendar } = (await streetIn(sampleStreet)).book
    expect(calendar.years).toEqual([2025, 2026])
    const weekdaysOff = calendar.holidays.filter(
      (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
    )
    expect(weekdaysOff).toHaveLength(18 + 19)
    expect(calendar.makeUpDays).toEqual([
      ...['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
      ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
    ])
  })

  test('is peopled: at least sixty residents, no group empty, all staff in their group', async () => {
    const { book, residents, members } = await streetIn(sampleStreet)
    expect(residents.length).toBeGreaterThanOrEqual(60)
    const residentIn = (room: string) =>
      members.some((m) => m.room === room && m.account.startsWith('wx-r-'))
    const lonely = book.rooms.filter(({ id }) => id !== 'room-staff' && !residentIn(id))
    expect(lonely).toEqual([])
    const officials = book.staff.filter(({ id }) => id.startsWith('S'))
    const inStaffRoom = members.filter(({ room }) => room === 'room-staff')
    expect(inStaffRoom).toHaveLength(officials.length)
    const homeless = residents.filter(({ account }) => !members.some((m) => m.account === account))
    expect(homeless).toEqual([])
  })
})

describe('a street of its own', () => {
  test('needs neither answers, residents and members nor a calendar: the published one holds everywhere', async () => {
    const folder = await aCopy()
    await unlink(join(folder, 'knowledge.csv'))
    await unlink(join(folder, 'residents.csv'))
    await unlink(join(folder, 'members.csv'))
    await rm(join(folder, 'calendar'), { recursive: true })
    const { book, residents, members } = await streetIn(folder)
    expect([book.knowledge, residents, members]).toEqual([[], [], []])
    expect(book.calendar.years).toEqual([2025, 2026])
  })

  test('may say nothing of office hours and of the wait for a place', async () => {
    const folder = await aCopy()
    const file = join(folder, 'policies.yaml')
    const text = await readFile(file, 'utf8')
    const shortened = text
      .replace(/place_answer_within.*\n/, '')
      .replace(/office_hours:[\s\S]*/, '')
    await writeFile(file, shortened)
    const { policies } = (await streetIn(folder)).book
    expect(policies.officeHours).toEqual([
      { from: '09:00', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ])
    expect(policies.placeAnswerWithin).toEqual({ amount: 2, unit: 'hours' })
  })

  test('is read alike in every encoding and line ending that Excel writes', async () => {
    const plain = await streetIn(sampleStreet)
    const writers: ((text: string) => Uint8Array)[] = [
      (text) => Buffer.from(`\uFEFF${text}`),
      (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
      (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      inGbk(),
    ]
    for (const write of writers) {
      const folder = await aCopy()
      for (const name of (await readdir(folder)).filter((n) => n.endsWith('.csv')))
        await writeFile(join(folder, name), write(await readFile(join(folder, name), 'utf8')))
      expect(await streetIn(folder)).toEqual(plain)
    }
  })

  test('may have empty lines, empty columns and spaces, as Excel leaves them behind', async () => {
    const plain = await streetIn(sampleStreet)
    const folder = await aCopy()
    const file = join(folder, 'rooms.csv')
    const lines = (await readFile(file, 'utf8')).trim().split('\n')
    const left = lines.map((line) => `${line.replaceAll(',', ' , ')},,`).join('\n\n')
    await writeFile(file, `${left}\n,,,,\n,,,,\n`)
    expect(await streetIn(folder)).toEqual(plain)
  })
})
