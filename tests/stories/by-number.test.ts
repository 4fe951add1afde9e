import { describe, expect, test } from 'vitest'
import { saidNumber } from '../../src/domain/intake/said-number.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, stranger, room] = ['wx-r-003', 'wx-r-901', 'room-xf-1'] as const
const property = staffAccount('S061')

test.each<[string, number | null]>([
  ['撤回1001', 1001],
  ['把1001撤了吧', 1001],
  ['催一下1001', 1001],
  ['1001不用了', 1001],
  ['@邻里 1001 撤销', 1001],
  ['1001怎么样了', 1001],
  ['网格员：1001 办结：修好了', 1001],
  ['我家1203室漏水', null],
  ['1203漏水了', null],
  ['催一下1203室的水', null],
  ['押了1500块', null],
  ['把1500元退给我', null],
  ['查一下2024年的账', null],
])('%s speaks of %s', (words, number) => {
  expect(saidNumber(words).number).toBe(number)
})

describe('who has two petitions and names one without 号', () => {
  const told = async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了三天，没人修')
    await street.says(liu, 'dm', '还有阳光花园门口的井盖破了，车压上去响')
    return street
  }

  test.each(['撤回1001', '1001不用了', '1001号不用了', '取消1001'])(
    '"%s" takes back that one, not the latest',
    async (words) => {
      const street = await told()
      await street.says(liu, 'dm', words)
      await street.expectStatus('withdrawn', 1001)
      await street.expectStatus('dispatched', 1002)
    },
  )

  test('a correction corrects that one, an urging urges it, a question is about it', async () => {
    const street = await told()
    await street.says(liu, 'dm', '1001是6栋不是5栋')
    expect(await street.petition(1001)).toMatchObject({ place: { building: '6' } })
    expect((await street.petition(1002)).place.building).toBeNull()
    await street.says(liu, 'dm', '1001催一下')
    expect(street.told(liu).at(-1)).toContain('1001号')
    await street.says(liu, 'dm', '1001怎么样了')
    expect(street.told(liu).at(-1)).toMatch(/^1001号.*待签收/)
  })
})

test('who has told more than anybody else is answered of their oldest, too', async () => {
  const street = await neighbourhood()
  for (let day = 1; day <= 22; day += 1) {
    await street.itIs(`2026-04-${String(day).padStart(2, '0')} 10:00`)
    await street.says(liu, 'dm', `幸福里小区${(day % 9) + 1}栋楼道灯坏了，没人修`)
  }
  expect(await street.count()).toBeGreaterThan(20)
  await street.says(liu, 'dm', '1001怎么样了')
  expect(street.told(liu).at(-1)).toMatch(/^1001号.*待签收/)
})

describe('who is no part of it', () => {
  test.each([
    '1001 签收',
    '1001 办结：已修好',
    '同意办结1001',
    '1001 退回：不归我们',
    '1001 转市政建设办',
    '撤回1001',
    '1001 撤销',
    '催办1001',
    '1001怎么样了',
  ])('"%s" moves nothing, of theirs neither, and they hear why', async (words) => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了三天，没人修')
    await street.says(stranger, 'dm', '阳光花园门口的井盖破了，车压上去响')
    const before = [await street.petition(1001), await street.petition(1002)]
    await street.says(stranger, 'dm', words)
    await street.says(stranger, room, `@邻里 ${words}`, { mentionsUs: true })
    expect([await street.petition(1001), await street.petition(1002)]).toEqual(before)
    expect(await street.count()).toBe(2)
    expect(street.told(stranger).join('\n')).toContain('1001号：这件诉求不在您名下')
  })

  test('a number that is none is not found; what is told beside a number is still registered', async () => {
    const street = await neighbourhood()
    await street.says(stranger, 'dm', '撤回1009')
    expect(street.told(stranger).at(-1)).toContain('没有找到')
    await street.says(stranger, 'dm', '1009号那件还没好，幸福里小区3栋的楼道灯又全坏了，请来修')
    expect(await street.count()).toBe(1)
  })

  test('a forwarded talk about another one takes back nothing', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了三天，没人修')
    await street.says(stranger, 'dm', '阳光花园门口的井盖破了，车压上去响')
    await street.says(stranger, 'dm', '[聊天记录] 网格员：1001 办结：修好了')
    await street.expectStatus('dispatched', 1001)
    await street.expectStatus('dispatched', 1002)
  })
})

test('who works on it still says so without 号', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了三天，没人修')
  await street.says(property, 'dm', '签收1001')
  await street.expectStatus('handling')
  await street.says(property, 'dm', '1001怎么样了')
  expect(street.told(property).at(-1)).toMatch(/^1001号.*办理中/)
})
