import { expect, test } from 'vitest'
import { isInHand } from '../../src/domain/petition/petition.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const police = staffAccount('S051')
const noise = '幸福里小区5栋2单元楼上半夜还在放音响，吵得睡不着'

const assists = async (street: Awaited<ReturnType<typeof neighbourhood>>) => {
  const petition = await street.petition()
  return isInHand(petition) ? (petition.joint?.parts.map(({ to }) => to.code) ?? []) : []
}

test('at night the police station is asked to help with noise, by day nobody is', async () => {
  const night = await neighbourhood('2026-03-02 23:30')
  await night.says('wx-r-003', 'dm', noise)
  expect((await night.petition()).category).toBe('0502')
  expect(await assists(night)).toEqual(['PC'])
  await night.itIs('2026-03-03 09:00')
  expect(night.told(police).join('\n')).toContain('生活噪声')
  const day = await neighbourhood('2026-03-02 14:00')
  await day.says('wx-r-003', 'dm', noise)
  expect(await assists(day)).toEqual([])
})

test('sent anew in the morning it stays what it was when it was reported', async () => {
  const street = await neighbourhood('2026-03-02 23:30')
  await street.says('wx-r-003', 'dm', noise)
  await street.itIs('2026-03-03 10:00')
  await street.says('wx-r-003', 'dm', '1001 说错了，是5栋3单元')
  expect(await assists(street)).toEqual(['PC'])
})
