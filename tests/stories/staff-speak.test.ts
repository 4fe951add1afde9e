import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const property = staffAccount('S061')
const room = 'room-xf-1'

/** The property company has one task in hand. */
async function oneTask() {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(property, 'dm', '签收')
  return street
}

test('trouble somewhere else is a petition of its own, not news for a stranger', async () => {
  const street = await oneTask()
  await street.says(property, 'dm', '幸福里小区8栋楼道里堆了一堆纸箱，没人清')
  expect(await street.count()).toBe(2)
  expect(street.kinds(liu)).not.toContain('noted')
})

test('a question is no news', async () => {
  const street = await oneTask()
  await street.says(property, 'dm', '这个归谁管啊？')
  expect(street.kinds(liu)).not.toContain('noted')
})

test('danger is an alarm, also where a reason was asked for', async () => {
  const street = await oneTask()
  await street.says(property, 'dm', '退回')
  expect(street.kinds(property).at(-1)).toBe('askReason')
  await street.says(property, 'dm', '幸福里小区5栋着火了，好大的烟')
  expect(street.kinds(property)).toContain('emergency')
  await street.expectStatus('handling', 1001)
  expect(await street.petition(1002)).toMatchObject({ urgency: 'emergency' })
})

test('what is asked in private is answered in private, though the order came in a group', async () => {
  const street = await oneTask()
  await street.says(property, room, '退回', { mentionsUs: true })
  await street.says(property, 'dm', '这是市政的路灯，不是物业的')
  expect(await street.petition()).toMatchObject({ to: { code: 'QS-XF' }, returns: 1 })
  expect(street.kinds(liu)).not.toContain('noted')
})

test('a task that comes back is pressed for acceptance anew', async () => {
  const street = await oneTask()
  await street.says(property, 'dm', '1001 转环卫所，是垃圾房的灯')
  const cleaners = street.handlersOf('HW')[0] ?? ''
  await street.says(cleaners, 'dm', '1001 转安居物业幸福里服务处，是楼里的灯')
  const before = street.kinds(property).filter((kind) => kind === 'reminded').length
  await street.itIs('2026-03-02 15:00')
  const after = street.kinds(property).filter((kind) => kind === 'reminded').length
  expect(after).toBeGreaterThan(before)
  expect(street.kinds(property)).toContain('escalated')
})

test('who asks for a person gets one', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '转人工')
  expect(street.kinds(liu).at(-1)).toBe('handedOver')
  expect(street.kinds(staffAccount('S002'))).toEqual(['personWanted'])
})

test('a photo alone is asked about, and its words make the petition', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '', { photo: 'photo-1' })
  expect(street.kinds(liu)).toEqual(['wordsAsked'])
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  expect(await street.petition()).toMatchObject({ status: 'dispatched', photos: ['photo-1'] })
})

test('a return that tells of people not found asks for nobody', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(staffAccount('S061'), 'dm', '1001 退回：地点不详，找不到人')
  expect(street.told(staffAccount('S061')).at(-1)).toContain('1001号 已退回')
})

test('who names the number takes it back also after a day', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.itIs('2026-03-04 11:00')
  await street.says('wx-r-003', 'dm', '1001号 什么时候能弄好')
  expect(street.kinds('wx-r-003').at(-1)).toBe('status')
  await street.says('wx-r-003', 'dm', '不用了，撤回吧，自己弄好了')
  await street.expectStatus('dispatched')
  await street.says('wx-r-003', 'dm', '1001号 不用了，撤回吧，自己弄好了')
  await street.expectStatus('withdrawn')
})
