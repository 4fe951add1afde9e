import { expect, test } from 'vitest'
import { unitCode } from '../../src/domain/ids.ts'
import { periodOf } from '../../src/domain/numbers/period.ts'
import { reportOf } from '../../src/domain/numbers/report.ts'
import { gatherReport } from '../../src/flows/gather-report.ts'
import { tellHeadsMonth } from '../../src/flows/tell-heads-month.ts'
import { sayReport } from '../../src/texts/reports/say-report.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const march = periodOf('month', at('2026-03-10 12:00'))
const [villageHead, stairHead, resident] = [staffAccount('S027'), 'wx-r-032', 'wx-r-030'] as const
const riverside = staffAccount('S004')

/** One head spoke for two neighbours, of whom one does not agree; another looked at a stair. */
async function aMonth() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(
    villageHead,
    'dm',
    '李家湾一组的王大爷让我帮他说一下，他家门口的路塌了一块，走路都危险',
  )
  await street.says(
    resident,
    'dm',
    '河滨新村18号楼2单元楼道灯坏了，住着八十多岁独居老人，天黑怕摔跤',
  )
  await street.says(riverside, 'dm', '1002 签收')
  await street.says(riverside, 'dm', '1002 已换灯泡，办结')
  await street.says(stairHead, 'dm', '1002 修好了')
  await street.itIs('2026-03-09 09:00')
  await street.says(villageHead, 'dm', '帮李家湾二组的张奶奶反映一下，她家那边的路灯坏了好几天')
  await street.says(villageHead, 'dm', '她不愿意')
  expect((await street.petition(1003)).relay).toMatchObject({ consent: 'withheld' })
  await street.itIs('2026-04-01 00:10')
  return street
}

async function monthly(street: Awaited<ReturnType<typeof aMonth>>, unit = 'QS') {
  const book = await street.desk.rulebooks.current()
  const kept = await gatherReport(march, street.desk)
  const scope = { unit: unitCode(unit) }
  return reportOf('monthly', scope, march, kept, street.desk.clock(), book)
}

test('the month thanks heads by name, with the petitions; who did nothing is named nowhere', async () => {
  const street = await aMonth()
  const report = await monthly(street)
  expect(report.heads).toEqual([
    {
      unit: 'QS-HB',
      heads: 4,
      active: [{ person: 'H01', name: '汪玉珍', relayed: [], looked: [1002], ran: [] }],
    },
    {
      unit: 'QS-LJ',
      heads: 12,
      active: [expect.objectContaining({ person: 'S027', relayed: [1001], looked: [] })],
    },
  ])
  const chapter = sayReport(report).chapters.find(({ title }) => title === '户长在行动')
  expect(chapter?.paragraphs[0]).toContain('有2位户长出了力：替邻居代报1件，到现场核实1件')
  const said = JSON.stringify(chapter)
  const book = await street.desk.rulebooks.current()
  const nameOf = (person: string) => book.staff.find(({ id }) => id === person)?.name ?? person
  expect(said).toContain('汪玉珍')
  expect(said).not.toContain(nameOf('S028'))
  expect(said).not.toMatch(/1003|张奶奶|王大爷/)
  expect((await monthly(street, 'QS-HB')).heads.map(({ unit }) => unit)).toEqual(['QS-HB'])
})

test('another month, and reports that are no month, know nothing of it', async () => {
  const street = await aMonth()
  const book = await street.desk.rulebooks.current()
  const april = periodOf('month', at('2026-04-10 12:00'))
  const kept = await gatherReport(april, street.desk)
  const scope = { unit: unitCode('QS') }
  const report = (kind: 'monthly' | 'quarterly') =>
    reportOf(kind, scope, april, kept, at('2026-05-01 00:10'), book)
  expect(report('monthly').heads.flatMap(({ active }) => active)).toEqual([])
  expect(report('quarterly').heads).toEqual([])
})

test('what is confidential is not counted: its reporter could be found out by it', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(
    villageHead,
    'dm',
    '李家湾一组的王大爷让我帮他说一下，他家门口的路塌了一块，走路都危险，别说是我们反映的',
  )
  expect(await street.petition()).toMatchObject({
    confidential: true,
    relay: { consent: 'given' },
  })
  await street.itIs('2026-04-01 00:10')
  expect((await monthly(street)).heads.flatMap(({ active }) => active)).toEqual([])
})

test('the community’s office hears of it once, run twice, killed or late', async () => {
  const street = await aMonth()
  const { desk } = street
  const killed = {
    ...desk,
    petitions: { ...desk.petitions, record: () => Promise.reject(new Error('killed')) },
  }
  await expect(tellHeadsMonth(march, killed)).rejects.toThrow('killed')
  const told = await Promise.all([tellHeadsMonth(march, desk), tellHeadsMonth(march, desk)])
  expect(told[0] + told[1]).toBe(2)
  expect(await tellHeadsMonth(march, { ...desk, clock: () => at('2026-04-08 10:00') })).toBe(0)
  await street.itIs('2026-04-02 18:00')
  const news = street.delivered.filter(({ text }) => text.includes('【户长月报】'))
  expect(news.some(({ text }) => text.includes('汪玉珍核实1件'))).toBe(true)
  expect(street.told(riverside).filter((text) => text.includes('【户长月报】'))).toHaveLength(1)
  expect(street.faults).toEqual([])
})
