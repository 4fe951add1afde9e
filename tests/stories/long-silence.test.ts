import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const property = staffAccount('S061')

test('a link that is down for hours costs no letter', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  street.linkIsUp(false)
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  for (let hour = 10; hour < 14; hour++) await street.itIs(`2026-03-02 ${hour}:00`)
  expect(street.delivered).toEqual([])
  street.linkIsUp(true)
  await street.itIs('2026-03-02 14:05')
  expect(street.kinds(liu)).toContain('registered')
  expect(street.kinds(property)).toContain('task')
})

test('what could not go out in the evening wakes nobody by night', async () => {
  const street = await neighbourhood('2026-03-02 20:00')
  street.linkIsUp(false)
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.itIs('2026-03-03 02:00')
  street.linkIsUp(true)
  await street.itIs('2026-03-03 02:05')
  expect(street.delivered).toEqual([])
  await street.itIs('2026-03-03 07:31')
  expect(street.kinds(liu)).toContain('registered')
  expect(street.kinds(property)).toContain('task')
})

test('danger goes out as soon as the link is back, at any hour', async () => {
  const street = await neighbourhood('2026-03-02 20:00')
  street.linkIsUp(false)
  await street.says(liu, 'dm', '幸福里小区5栋2单元一股煤气味，好重')
  await street.itIs('2026-03-03 02:00')
  street.linkIsUp(true)
  await street.itIs('2026-03-03 02:05')
  expect(street.kinds(liu)).toContain('emergency')
})

test('who has to act on a danger is told with the others, at any hour', async () => {
  const street = await neighbourhood('2026-03-02 20:00')
  street.linkIsUp(false)
  await street.says(liu, 'dm', '幸福里小区5栋2单元一股煤气味，好重')
  const { to } = (await street.petition()) as { readonly to: { readonly code: string } }
  await street.itIs('2026-03-03 02:00')
  street.linkIsUp(true)
  await street.itIs('2026-03-03 02:05')
  const [handler = ''] = street.handlersOf(to.code)
  expect(street.kinds(handler)).toContain('task')
})

test('who speaks by night is answered, though older news waits for the morning', async () => {
  const street = await neighbourhood('2026-03-02 20:00')
  street.linkIsUp(false)
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.itIs('2026-03-03 02:00')
  street.linkIsUp(true)
  await street.itIs('2026-03-03 02:05')
  await street.says(liu, 'dm', '我报的灯修了没')
  expect(street.kinds(liu)).toContain('status')
})
