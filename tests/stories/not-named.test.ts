import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const [property, dispatcher] = [staffAccount('S061'), staffAccount('S002')]
const complaint =
  '匿名反映：我是幸福里小区5栋2单元301的，电话13900001111，楼道保洁半个月不扫，垃圾堆着。别跟物业说是我'

test('who asks not to be named is not handed to the company complained about', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', complaint)
  expect(await street.petition()).toMatchObject({ confidential: true, to: { code: 'QS-XF' } })
  expect(street.told(property)).toEqual([])
  expect(street.told(dispatcher)[0]).toContain('反映人要求保密')
})

test('passed on by the community, the company learns the matter and the building, no more', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', complaint)
  await street.says(dispatcher, 'dm', '1001 转安居物业幸福里服务处，请落实保洁')
  await street.says(liu, 'dm', '1001 补充：昨天还是我自己扫的')
  await street.itIs('2026-03-06 12:00')
  const heard = street.told(property).join('\n')
  expect(heard).toContain('1001号')
  expect(heard).not.toMatch(/301|13900001111|单元|匿名|自己扫/)
})
