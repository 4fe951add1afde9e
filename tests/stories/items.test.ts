import { describe, expect, test } from 'vitest'
import { unitCode } from '../../src/domain/ids.ts'
import { periodOf } from '../../src/domain/numbers/period.ts'
import { reportOf } from '../../src/domain/numbers/report.ts'
import { itemsOf } from '../../src/domain/voices/items-of.ts'
import { gatherReport } from '../../src/flows/gather-report.ts'
import { sayReport } from '../../src/texts/reports/say-report.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const manager = staffAccount('S001')
const grid = staffAccount('S010')
const here = 'room-xf-1'
type Street = Awaited<ReturnType<typeof neighbourhood>>
const last = (street: Street, account: string) => street.told(account).at(-1) ?? ''

/** The same trouble in one building, cleared each time, and there again. */
async function fiveTimes() {
  const street = await neighbourhood('2026-03-02 09:00')
  for (let i = 0; i < 5; i += 1) {
    await street.itIs(`2026-03-0${i + 2} 10:00`)
    await street.says(`wx-r-0${i + 11}`, 'dm', '幸福里小区6栋2单元楼道里堆了一堆纸箱杂物，没人清')
    await street.says(grid, 'dm', `${1001 + i} 签收`)
    await street.says(grid, 'dm', `${1001 + i} 办结：已清走`)
    await street.says(`wx-r-0${i + 11}`, 'dm', '解决了，满意')
  }
  return street
}

describe('an item', () => {
  test('is proposed once from what came again and again, taken up, met about, and its decision told', async () => {
    const street = await fiveTimes()
    expect(await street.count()).toBe(5)
    expect(street.told(manager).filter((text) => text.includes('议事建议'))).toEqual([])
    await street.itIs('2026-03-07 09:00')
    const proposed = street.told(manager).filter((text) => text.includes('议事建议1号'))
    expect(proposed).toHaveLength(1)
    expect(proposed[0]).toMatch(/幸福里小区6栋.*近30天已有5件（1001、1002、1003、1004、1005号）/)
    await street.says(manager, 'dm', '议事')
    expect(last(street, manager)).toContain('议事1号已立项')
    await street.says(
      manager,
      'dm',
      '议事1号 征集意见：楼道杂物怎么清？A 集中清一次 B 各家自己清 到周三',
    )
    expect(last(street, manager)).toMatch(/发到：幸福里社区，3个群.*A 集中清一次\nB 各家自己清/s)
    await street.says(manager, 'dm', '发')
    expect(street.inRoom(here).at(-1)).toContain('楼道杂物怎么清')
    await street.says(manager, 'dm', '议事1号 3月12日晚上7点在社区会议室开会')
    expect(last(street, manager)).toMatch(/3月12日（周四）19:00在社区会议室开会/)
    await street.itIs('2026-03-13 09:00')
    expect(street.told(manager).some((text) => /议事1号.*开会的时间已过/.test(text))).toBe(true)
    const before = street.inRoom(here).length
    await street.says(manager, 'dm', '议事1号 决定：张建国家5栋2单元301的杂物先清')
    expect(last(street, manager)).toContain('写到了户')
    expect(street.inRoom(here)).toHaveLength(before)
    await street.says(manager, 'dm', '议事1号 决定：3月20日物业集中清一次，以后每月一次')
    expect(last(street, manager)).toContain('已告诉3个群')
    expect(street.inRoom(here).at(-1)).toBe(
      '【议事结果】幸福里社区：幸福里小区6栋乱堆乱放\n决定：3月20日物业集中清一次，以后每月一次\n有不同意见请私信我说。',
    )
    await street.says(manager, 'dm', '议事1号 决定：再改一次')
    expect(last(street, manager)).toContain('现在不能这样办')
    await street.itIs('2026-03-14 09:00')
    expect(street.told(manager).filter((text) => text.includes('议事建议'))).toHaveLength(1)
    expect(street.faults).toEqual([])
  })

  test('is raised by the office, dropped with a reason, and shown in the month of its community', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(manager, 'dm', '议事：小广场晚上跳舞的时间')
    await street.says(manager, 'dm', '议事：3栋前停车怎么划线')
    await street.says(manager, 'dm', '议事2号 不议：物业已划好')
    await street.says(manager, 'dm', '议事情况')
    expect(last(street, manager)).toBe('议事1号 小广场晚上跳舞的时间：征求意见中')
    await street.says(staffAccount('S003'), 'dm', '议事1号 决定：不许跳了')
    expect(last(street, staffAccount('S003'))).toContain('没有找到这个议事项目')
    const book = await street.desk.rulebooks.current()
    const march = periodOf('month', at('2026-03-10 09:00'))
    const monthOf = async (unit: string) => {
      const scope = { unit: unitCode(unit) }
      const kept = await gatherReport(march, street.desk)
      const items = itemsOf(await street.desk.voices.latest(9), scope, march, book)
      const report = reportOf('monthly', scope, march, kept, at('2026-04-01 01:00'), book)
      return sayReport({ ...report, items }).chapters.find(({ title }) => title === '议事')
    }
    expect((await monthOf('QS-XF'))?.tables[0]?.rows).toEqual([
      [1, '幸福里社区', '小广场晚上跳舞的时间', '—', '征求意见中', '—', '—'],
      [2, '幸福里社区', '3栋前停车怎么划线', '—', '不议', '—', '物业已划好'],
    ])
    expect(await monthOf('QS-HB')).toBeUndefined()
  })

  test('is nothing that grid workers or residents can order', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(staffAccount('S010'), 'dm', '议事：小广场晚上跳舞的时间')
    await street.says('wx-r-003', 'dm', '议事：小广场晚上跳舞的时间')
    expect(await street.desk.voices.latest(9)).toEqual([])
  })
})
