import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const estate = 'room-xf-1'
const liu = 'wx-r-003'
const phone = '13912345678'

describe('in a group', () => {
  test.each([
    '早上好',
    '哈哈哈哈',
    '谁家有多余的螺丝刀借一下',
    '团购的草莓到了，来拿',
    '今天物业师傅态度真好',
    '[强][强]',
    '收到',
    '路灯终于亮了',
  ])('"%s" is passed over in silence', async (text) => {
    const street = await neighbourhood()
    await street.says('wx-r-009', estate, text)
    expect(street.delivered).toEqual([])
    expect(await street.count()).toBe(0)
  })

  test('a petition gets one short line that names nobody and no door', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, `5栋2单元301门口的楼道灯坏了，我是刘明，电话${phone}`)
    expect(street.inRoom(estate)).toHaveLength(1)
    const [line = ''] = street.inRoom(estate)
    expect(line.length).toBeLessThan(60)
    expect(line).not.toMatch(/刘|301|139/)
    expect(line).not.toContain('@所有人')
  })

  test('more about it, and more neighbours, bring no further line', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '5栋2单元楼道灯坏了')
    await street.says(liu, estate, '', { photo: 'dark' })
    await street.says('wx-r-004', estate, '我家也是')
    await street.says('wx-r-005', estate, '+1')
    await street.says(liu, estate, '已经三天了')
    expect(street.inRoom(estate)).toHaveLength(1)
    expect(await street.count()).toBe(1)
  })

  test('a quarrel between neighbours is not spoken of there at all', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '楼上402天天半夜吵架摔东西，我们家老人都睡不着，找他说还骂人')
    expect(street.inRoom(estate)).toEqual([])
    expect(await street.count()).toBe(1)
    expect(await street.petition()).toMatchObject({ confidential: true })
    expect(street.kinds(liu)).toHaveLength(1)
  })

  test('who does not want to live any more is answered in private, and people are called', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '我不想活了，活着太累了，今晚就从楼上跳下去')
    expect(street.inRoom(estate)).toEqual([])
    expect(await street.petition()).toMatchObject({ danger: 'suicide', confidential: true })
    expect(street.kinds(liu)).toContain('emergency')
    expect(street.kinds(staffAccount('S001'))).toHaveLength(1)
  })

  test('spoken to, it answers there only what everybody may hear', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '5栋2单元楼道灯坏了')
    await street.says(liu, estate, '修了没？', { mentionsUs: true })
    expect(street.inRoom(estate).at(-1)).toBe('已私信回复您。')
    expect(street.kinds(liu)).toContain('status')
  })

  test('a group that belongs to no unit is served only when somebody asks', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'room-unknown', '5栋2单元楼道灯坏了')
    expect(street.delivered).toEqual([])
    await street.says(liu, 'room-unknown', '路灯坏了', { mentionsUs: true })
    expect(street.inRoom('room-unknown')).toHaveLength(1)
    expect(street.inRoom('room-unknown')[0]).toContain('还没有绑定社区')
    expect(await street.count()).toBe(0)
  })
})

test('the handler learns what was said, but neither who said it nor a phone number', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', `幸福里小区5栋2单元楼道灯坏了，我电话${phone}`)
  const [task = ''] = street.told(staffAccount('S061'))
  expect(task).toContain('楼道灯坏了')
  expect(task).not.toContain('小刘')
})

test('no message is ever for everybody, and none goes to a group but its own', async () => {
  const street = await neighbourhood()
  await street.says(liu, estate, '5栋2单元楼道灯坏了')
  await street.says('wx-r-030', 'room-hb-1', '10号楼3单元下水道堵了，污水往外冒')
  await street.itIs('2026-03-10 12:00')
  const rooms = street.delivered.flatMap(({ parcel }) =>
    parcel.to.kind === 'room' ? [parcel.to] : [],
  )
  expect(rooms.map(({ room }) => room)).toEqual([estate, 'room-hb-1'])
  expect(street.delivered.map(({ text }) => text).join()).not.toMatch(/所有人|@all/)
})
