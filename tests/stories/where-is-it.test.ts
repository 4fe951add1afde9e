import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

/** Says nothing in the group's name of where the door is. */
const leaf = 'wx-r-014'
const estate = 'room-xf-1'
const property = staffAccount('S061')

test('a place that is missing is asked for once, and one word of answer sends the petition on', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(leaf, 'dm', '楼道灯坏了好几天了，晚上黑漆漆的')
  await street.expectStatus('received')
  expect(street.kinds(leaf)).toEqual(['placeAsked'])
  expect(street.told(leaf)[0]).toContain('1001号')

  await street.says(leaf, 'dm', '幸福里小区5栋2单元')
  await street.expectStatus('dispatched')
  expect(await street.petition()).toMatchObject({
    place: { name: '幸福里小区', building: '5', unit: '2' },
    grid: 'QS-XF-02',
    to: { code: 'WY1' },
  })
  expect(street.kinds(leaf)).toEqual(['placeAsked', 'dispatched'])
  expect(street.kinds(property)).toEqual(['task'])
  expect(await street.count()).toBe(1)
})

test('asked in a group, the question is one line to the speaker, and the answer may be given there', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(leaf, estate, '楼道灯坏了好几天了，晚上黑漆漆的')
  await street.expectStatus('received')
  expect(street.inRoom(estate)).toHaveLength(1)
  await street.says('wx-r-009', estate, '今天天气不错')
  await street.says(leaf, estate, '5栋2单元')
  await street.expectStatus('dispatched')
  expect(await street.petition()).toMatchObject({ place: { building: '5', unit: '2' } })
})

test('nobody answers: after two hours people get it as it is, and are told that the place is missing', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(leaf, 'dm', '楼道灯坏了好几天了，晚上黑漆漆的')
  await street.itIs('2026-03-02 10:59')
  await street.expectStatus('received')
  await street.itIs('2026-03-02 11:01')
  await street.expectStatus('dispatched')
  expect(street.kinds(leaf)).toEqual(['placeAsked', 'dispatched'])
  expect(await street.petition()).toMatchObject({
    place: { name: '幸福里小区', building: null },
    grid: null,
  })
})

test('an answer that nobody can place is kept as words, and people take over at once', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(leaf, estate, '楼道灯坏了好几天了，晚上黑漆漆的')
  await street.says(leaf, 'dm', '你们自己去看看不就知道了')
  await street.says(leaf, estate, '就是我们上次说的那里', { mentionsUs: true })
  await street.expectStatus('dispatched')
  const petition = await street.petition()
  expect(petition.words.join()).toContain('上次说的那里')
  expect(street.kinds(property)).toEqual(['task'])
  expect(street.inRoom(estate).slice(1)).toEqual(['已私信回复您。'])
})

test('a matter of the whole estate needs no building', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(leaf, estate, '小区大门口的路灯全都不亮了')
  await street.expectStatus('dispatched')
  expect(street.kinds(leaf)).not.toContain('placeAsked')
})
