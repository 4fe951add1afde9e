import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const property = staffAccount('S061')

test('who quotes a task means that one, though several are in hand', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'room-xf-1', '5栋2单元楼道灯坏了三天了，晚上黑漆漆的')
  await street.says('wx-r-001', 'room-xf-1', '1栋1单元门禁刷卡没反应，进不去门')
  const [, second] = street.told(property)
  await street.says(property, 'dm', `「邻里小助手：${second}」\n- - - - - - - - - -\n签收`)
  await street.expectStatus('dispatched', 1001)
  await street.expectStatus('handling', 1002)

  await street.says(property, 'dm', '办结')
  expect(street.told(property).at(-1)).toMatch(/1002号 已办结/)
})

test('a bare order that could mean several tasks is asked back, once', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'room-xf-1', '5栋2单元楼道灯坏了三天了，晚上黑漆漆的')
  await street.says('wx-r-001', 'room-xf-1', '1栋1单元门禁刷卡没反应，进不去门')
  await street.says(property, 'dm', '签收')
  expect(street.told(property).at(-1)).toMatch(/哪一件[\s\S]*1001号[\s\S]*1002号/)
  await street.expectStatus('dispatched', 1001)
})
