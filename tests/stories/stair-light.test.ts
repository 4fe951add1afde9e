import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const property = staffAccount('S061')

test('a stair light is reported with a photo, joined, handled, and rated by everybody', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'room-xf-1', '大家早上好')
  expect(street.delivered).toEqual([])

  await street.says('wx-r-003', 'room-xf-1', '5栋2单元楼道灯坏了三天了，晚上黑漆漆的')
  await street.says('wx-r-003', 'room-xf-1', '', { photo: 'photo-1' })
  await street.says('wx-r-004', 'room-xf-1', '我家也是')
  expect(await street.count()).toBe(1)
  const petition = await street.petition()
  expect(petition).toMatchObject({
    status: 'dispatched',
    to: { code: 'WY1' },
    grid: 'QS-XF-02',
    category: '0301',
    since: '2026-02-27',
    photos: ['photo-1'],
  })
  expect(petition.supporters).toHaveLength(1)
  expect(street.inRoom('room-xf-1')).toHaveLength(1)
  expect(street.inRoom('room-xf-1')[0]).not.toMatch(/刘|301/)
  expect(street.kinds('wx-r-004')).toContain('joined')
  expect(street.kinds(property)[0]).toBe('task')

  await street.says(property, 'dm', '签收')
  await street.expectStatus('handling')
  await street.says(property, 'dm', '1001 已换灯泡，办结')
  await street.expectStatus('resolved')
  expect(street.kinds('wx-r-003')).toContain('resolved')
  expect(street.kinds('wx-r-004')).toContain('resolved')

  await street.says('wx-r-003', 'dm', '修好了，满意')
  await street.expectStatus('resolved')
  await street.says('wx-r-004', 'dm', '解决了，谢谢')
  await street.expectStatus('closed')
  expect(street.faults).toEqual([])
})
