import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, still, zhao] = ['wx-r-003', 'wx-r-004', 'wx-r-001'] as const
const property = staffAccount('S061')
const room = 'room-xf-1'

describe('a rating is about the answer just given', () => {
  test('not about what was closed before', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    await street.itIs('2026-03-03 09:00')
    await street.says(liu, 'dm', '幸福里小区5栋2单元门禁刷卡没反应')
    await street.says(property, 'dm', '1002 门禁修好了，办结')
    await street.says(liu, 'dm', '解决了，满意')
    await street.says(property, 'dm', '1001 已换灯泡，办结')
    await street.says(liu, 'dm', '没解决')
    await street.expectStatus('dispatched', 1001)
    await street.expectStatus('closed', 1002)
  })
})

describe('a group talks on', () => {
  test.each(['算了算了不说了', '好了好了别吵了', '搞错了，是6栋的快递'])(
    '"%s" hours later changes nothing',
    async (words) => {
      const street = await neighbourhood()
      await street.says(liu, room, '5栋2单元楼道灯坏了三天了')
      await street.itIs('2026-03-02 15:00')
      await street.says(liu, room, words)
      expect(await street.petition()).toMatchObject({
        status: 'dispatched',
        place: { building: '5' },
      })
    },
  )

  test('right after it, a plain word takes it back', async () => {
    const street = await neighbourhood()
    await street.says(liu, room, '5栋2单元楼道灯坏了三天了')
    await street.says(liu, room, '不用了已经好了')
    await street.expectStatus('withdrawn')
  })
})

test('neighbours who joined keep their petition when the reporter takes it back', async () => {
  const street = await neighbourhood()
  await street.says(liu, room, '5栋2单元楼道灯坏了三天了')
  await street.says(still, room, '我家也是')
  await street.says(liu, 'dm', '不用了已经好了')
  const petition = await street.petition()
  expect(petition).toMatchObject({ status: 'dispatched', supporters: [] })
  expect(petition.reporter.person).toBe(await street.person(still))
  expect(street.kinds(liu).at(-1)).toBe('unjoined')
})

test('neighbours who say the same at the same moment make one petition', async () => {
  const street = await neighbourhood()
  const words = '幸福里小区5栋2单元停水了'
  await street.allSay([liu, 'dm', words], [still, 'dm', words], [zhao, 'dm', words])
  expect(await street.count()).toBe(1)
  expect((await street.petition()).supporters).toHaveLength(2)
})

test('of several things that follow from one message none is lost to a neighbour who was faster', async () => {
  const street = await neighbourhood()
  await street.says(zhao, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.allSay(
    [liu, 'dm', '幸福里小区5栋2单元楼道灯坏了'],
    [still, 'dm', '幸福里小区5栋2单元楼道灯坏了；还有建设路52号门口有人占道摆摊'],
  )
  const lamp = await street.petition(1001)
  expect(lamp.supporters.map(({ person }) => person)).toEqual(
    expect.arrayContaining([await street.person(liu), await street.person(still)]),
  )
  expect(await street.count()).toBe(2)
})
