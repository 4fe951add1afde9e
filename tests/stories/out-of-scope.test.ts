import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const [property, dispatcher] = ['S061', 'S002'].map(staffAccount) as [string, string]

test('what a court has already goes to nobody: it is on record, and its reporter knows where to go', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '投诉物业乱收停车费，我已经起诉物业了，法院立案了，你们也管管')
  expect(await street.petition()).toMatchObject({
    status: 'withdrawn',
    redirectedTo: 'court',
    version: 1,
  })
  expect(street.told(liu).at(-1)).toContain('请向受理的人民法院反映')
  const timeline = await street.desk.petitions.timeline((await street.petition()).id)
  expect(timeline.map(({ kind }) => kind)).toEqual(['registered', 'redirected'])
  expect(street.delivered.map(({ parcel }) => parcel.to)).toHaveLength(1)
  // and is handled all the same, if that was wrong
  await street.says(liu, 'dm', '重新登记')
  await street.expectStatus('dispatched')
  expect(street.faults).toEqual([])
})

test('staff say it in words, and the handler is told that nothing is left to do', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(dispatcher, 'dm', '1001 不予受理：已向法院起诉')
  expect(await street.petition()).toMatchObject({ status: 'withdrawn', redirectedTo: 'court' })
  expect(street.told(liu).at(-1)).toContain('人民法院')
  expect(street.kinds(property).at(-1)).toBe('taskRedirected')
})

test('returned, reviewed, sent back: the handler is told that it is theirs', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says(property, 'dm', '1001 退回：不归我们管')
  await street.says(dispatcher, 'dm', '1001 转派安居物业，楼道灯归你们')
  expect(street.told(property).at(-1)).toContain('指定您处承办，不能再退回')
  await street.says(property, 'dm', '1001 退回：真的不归我们管')
  expect(street.told(property).at(-1)).toContain('不能再退回或转出')
  expect(await street.petition()).toMatchObject({ to: { code: 'WY1' }, returns: 1 })
})
