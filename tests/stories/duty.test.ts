import { expect, test } from 'vitest'
import { unitCode } from '../../src/domain/ids.ts'
import { periodOf } from '../../src/domain/numbers/period.ts'
import { reportOf } from '../../src/domain/numbers/report.ts'
import { gatherReport } from '../../src/flows/gather-report.ts'
import { dailyBriefs } from '../../src/flows/tell-daily-brief.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const property = staffAccount('S061')
/** On duty on Tuesdays by the roster of the sample street. */
const supervisor = staffAccount('S044')
const leader = staffAccount('S042')

type Street = Awaited<ReturnType<typeof neighbourhood>>
const briefs = (street: Street, account: string) =>
  street.told(account).filter((text) => text.includes('【每日简报】'))

/** Monday: a lamp that is done, a drain that needs more time, and a fire. */
async function monday() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(property, 'dm', '签收')
  await street.says(property, 'dm', '1001 办结：已换灯泡')
  await street.says('wx-r-007', 'dm', '幸福里小区6栋1单元下水道堵了，污水往外冒')
  await street.says(property, 'dm', '1002 申请延期2天，要等疏通车')
  await street.says('wx-r-009', 'dm', '幸福里小区9栋着火了，好大的烟')
  return street
}

test('in the morning the leader on duty reads the numbers of the daily report, once', async () => {
  const street = await monday()
  await street.itIs('2026-03-03 08:29')
  expect(briefs(street, supervisor)).toEqual([])
  await street.itIs('2026-03-03 12:00')
  const [brief = '', ...more] = briefs(street, supervisor)
  expect(more).toEqual([])
  expect(briefs(street, leader)).toEqual([])
  const period = periodOf('day', at('2026-03-02 12:00'))
  const book = await street.desk.rulebooks.current()
  const kept = await gatherReport(period, street.desk)
  const scope = { unit: unitCode('QS') }
  const { figures } = reportOf('daily', scope, period, kept, at('2026-03-03 12:00'), book)
  expect(brief).toContain(
    `3月2日：登记${figures.registered.size}件，办结${figures.resolved.size}件，现在办2件`,
  )
  expect([figures.registered.size, figures.resolved.size]).toEqual([3, 1])
  expect(brief).toMatch(/紧急在办1件：1003号/)
  expect(brief).toMatch(/等审批1件：1002号/)
  expect(brief).not.toMatch(/单元|wx-r/)
  expect(street.faults).toEqual([])
})

test('run twice, by two processes, or killed before it was noted: one brief; run late: the same', async () => {
  const early = await monday()
  await early.itIs('2026-03-03 08:30')
  await Promise.all([dailyBriefs(early.desk)(), dailyBriefs(early.desk)()])
  await early.itIs('2026-03-03 18:00')
  expect(briefs(early, supervisor)).toHaveLength(1)

  const late = await monday()
  const { record } = late.desk.petitions
  const broken = {
    ...late.desk,
    clock: () => at('2026-03-03 08:30'),
    petitions: {
      ...late.desk.petitions,
      record: () => Promise.reject(new Error('killed')) as ReturnType<typeof record>,
    },
  }
  const brief = dailyBriefs(broken)
  await expect(brief()).rejects.toThrow('killed')
  await expect(brief()).rejects.toThrow('killed')
  const afterwards = { ...late.desk, clock: () => at('2026-03-03 15:00') }
  expect(await dailyBriefs(afterwards)()).toBe(1)
  await late.itIs('2026-03-03 16:00')
  expect(briefs(late, supervisor)).toEqual(briefs(early, supervisor))
})

test('a Monday tells of the weekend, a free day and an empty street of nothing', async () => {
  const street = await neighbourhood('2026-03-06 10:00')
  await street.itIs('2026-03-07 10:00')
  expect(briefs(street, leader)).toEqual([])
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.itIs('2026-03-08 20:00')
  expect(street.delivered.filter(({ text }) => text.includes('简报'))).toEqual([])
  await street.itIs('2026-03-09 09:00')
  expect(briefs(street, leader)[0]).toContain('3月6日至3月8日：登记1件，办结0件，现在办1件')
})

test('anybody in office may ask who is on duty', async () => {
  const street = await neighbourhood('2026-03-03 10:00')
  await street.says(property, 'dm', '今天谁值班？')
  expect(street.told(property)).toEqual(['3月3日带班：青石街道 阎秀英。'])
})

test('what is late is listed when asked for, with who has it, as far as the speaker looks after it', async () => {
  const street = await monday()
  await street.itIs('2026-03-06 10:00')
  await street.says(leader, 'dm', '超期清单')
  expect(street.told(leader).at(-1)).toMatch(/超期2件：\n1003号 .*：超期3天.*在/)
  expect(street.told(leader).at(-1)).toMatch(
    /1002号 .*：超期2天（应于3月4日（周三）前办结），在安居物业/,
  )
  await street.says(staffAccount('S004'), 'dm', '超期')
  expect(street.told(staffAccount('S004')).at(-1)).toBe('没有超期的诉求。')
  await street.says(liu, 'dm', '超期')
  expect(street.kinds(liu)).not.toContain('overdue')
})
