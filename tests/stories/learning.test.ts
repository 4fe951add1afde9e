import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, still, kevin] = ['wx-r-003', 'wx-r-004', 'wx-r-011'] as const
const estate = 'room-xf-1'
const [property, dispatcher, municipal, grid, elsewhere] = [
  'S061',
  'S002',
  'S046',
  'S010',
  'S004',
].map(staffAccount) as [string, string, string, string, string]

async function darkStairs() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, estate, '5栋2单元楼道灯坏了，晚上黑漆漆的')
  await street.expectStatus('dispatched')
  return street
}

describe('staff put a category right', () => {
  test('it goes where it belongs, everybody concerned hears, and nobody in the group', async () => {
    const street = await darkStairs()
    const aloud = street.inRoom(estate).length
    await street.says(dispatcher, 'dm', '1001 类别改成路灯照明')
    expect(await street.petition()).toMatchObject({ category: '0101', to: { code: 'SZ' } })
    expect(street.told(dispatcher).at(-1)).toContain('已更正')
    expect(street.kinds(municipal)).toEqual(['task'])
    expect(street.told(municipal)[0]).toContain('工作人员更正后转给您')
    expect(street.kinds(property)).toEqual(['task', 'taskMovedAway'])
    expect(street.kinds(liu)).toContain('amended')
    expect(street.inRoom(estate)).toHaveLength(aloud)
    expect(street.faults).toEqual([])
  })

  test('the next neighbour who says nearly the same is registered right at once', async () => {
    const street = await darkStairs()
    await street.says(dispatcher, 'dm', '1001 不是楼道照明，是门禁对讲')
    await street.says(kevin, estate, '10栋1单元的楼道灯坏了，晚上黑漆漆的啊')
    const second = await street.petition(1002)
    expect(second).toMatchObject({ category: '0303', place: { building: '10' }, grid: 'QS-XF-03' })
    const because = second.evidence.find(({ field }) => field === 'category')?.because
    expect(because).toMatch(/^更正记忆：.*门禁对讲/)
    expect(because).not.toContain('黑漆漆')
  })

  test('the latest correction holds', async () => {
    const street = await darkStairs()
    await street.says(dispatcher, 'dm', '1001 类别改成门禁对讲')
    await street.says(property, 'dm', '1001 类别改成电梯故障')
    await street.says(kevin, estate, '10栋1单元楼道灯坏了，晚上黑漆漆的')
    expect(await street.petition(1002)).toMatchObject({ category: '0302' })
  })

  test('an unknown or ambiguous name is answered with the nearest, and changes nothing', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '1001 应该是环境卫生')
    expect(street.told(property).at(-1)).toMatch(
      /1001号要改成哪个类别.*垃圾清运（0401）.*1001 类别改成/,
    )
    await street.says(property, 'dm', '1001 类别改成楼梯间电灯泡')
    expect(street.told(property).at(-1)).toContain('楼道照明（0301）')
    expect(await street.petition()).toMatchObject({ category: '0301', version: 1 })
    expect(await street.desk.corrections.count()).toBe(0)
  })

  test('in a group it is said to us; who has no part in it may not', async () => {
    const street = await darkStairs()
    await street.says(elsewhere, 'dm', '1001 类别改成路灯照明')
    expect(street.told(elsewhere).at(-1)).toContain('不在您名下')
    await street.says(kevin, 'dm', '1001 类别改成路灯照明')
    expect(await street.petition()).toMatchObject({ category: '0301' })
    await street.says(dispatcher, estate, '1001 类别改成路灯照明', { mentionsUs: true })
    expect(await street.petition()).toMatchObject({ category: '0101' })
    expect(street.kinds(dispatcher).at(-1)).toBe('groupPrivately')
  })
})

test('a place put right moves the petition, and helps no other place', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, estate, '7栋3单元楼道里堆满了纸箱和旧家具，过不去人')
  await street.says(grid, 'dm', '1001 地点是10栋1单元')
  expect(await street.petition()).toMatchObject({
    grid: 'QS-XF-03',
    place: { name: '幸福里小区', building: '10', unit: '1' },
  })
  expect(street.kinds(liu)).toContain('amended')
  await street.says(dispatcher, 'dm', '1001 地址是火星基地')
  expect(street.told(dispatcher).at(-1)).toContain('没认出地点')
  await street.says(kevin, 'room-xf-2', '7幢1单元楼道里堆满了纸箱和旧家具，过不去人')
  expect(await street.petition(1002)).toMatchObject({ place: { name: '阳光花园', building: '7' } })
})

test('passing it on is a correction of who handles it', async () => {
  const street = await darkStairs()
  await street.says(property, 'dm', '1001 转市政，是公共路灯')
  expect(await street.desk.corrections.list()).toMatchObject([
    { field: 'handler', old: 'department/WY1', new: 'department/SZ', by: 'S061' },
  ])
})

describe('staff say that it is no matter', () => {
  const chatter = '5栋楼下团购的草莓烂了好多，到底谁管，求处理'

  async function chatted() {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, estate, chatter)
    await street.says(dispatcher, 'dm', '1001 不是诉求，群里聊天')
    return street
  }

  test('the reporter hears why in private and how to insist; the group hears nothing more', async () => {
    const street = await chatted()
    await street.expectStatus('withdrawn')
    expect(street.told(liu).at(-1)).toMatch(/群里聊天.*如果仍需处理，请回复：重新登记/)
    expect(street.inRoom(estate).join()).not.toContain('聊天')
    expect(street.kinds(dispatcher).at(-1)).toBe('done')
  })

  test('the same chatter of a neighbour is left silent, until the first one insists', async () => {
    const street = await chatted()
    await street.says(kevin, estate, chatter)
    expect(await street.count()).toBe(1)
    expect(street.told(kevin)).toEqual([])
    await street.says(liu, 'dm', '重新登记')
    expect(await street.petition()).toMatchObject({ status: 'dispatched', reopenings: 1 })
    expect(street.kinds(liu).at(-1)).toBe('dispatched')
    await street.says(still, 'room-xf-2', chatter)
    expect(await street.count()).toBe(2)
  })

  test('who writes the same to us in private is asked, not ignored', async () => {
    const street = await chatted()
    await street.says(kevin, 'dm', chatter)
    expect(await street.count()).toBe(1)
    expect(street.kinds(kevin)).toEqual(['senseAsked'])
    await street.says(kevin, 'dm', '是')
    expect(await street.count()).toBe(2)
  })

  test('a lamp that is dark stays a matter for the next who says so, whoever dismissed it', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '1001 不是诉求')
    await street.says(dispatcher, 'dm', '1001 恢复登记')
    await street.says(dispatcher, 'dm', '1001 误登记')
    await street.expectStatus('withdrawn')
    await street.says(kevin, estate, '10栋1单元楼道灯坏了，晚上黑漆漆的')
    expect(await street.petition(1002)).toMatchObject({ status: 'dispatched', category: '0301' })
  })

  test('news of a task that speaks of registers dismisses nothing', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '业主登记错了电话，我联系上了，明天去换')
    await street.says(property, 'dm', '1001 物业说不需要登记')
    expect((await street.petition()).status).not.toBe('withdrawn')
    expect(await street.desk.corrections.count()).toBe(0)
  })

  test('what was insisted on its handler cannot dismiss again', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '1001 不是诉求')
    await street.expectStatus('withdrawn')
    await street.says(liu, 'dm', '重新登记')
    await street.says(property, 'dm', '1001 不是诉求')
    await street.expectStatus('dispatched')
    await street.says(dispatcher, 'dm', '1001 误登记')
    await street.expectStatus('withdrawn')
    await street.says(dispatcher, 'dm', '1001 恢复登记')
    await street.expectStatus('dispatched')
  })

  test('a danger is dismissed only with how it was checked, and never learnt to be none', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, estate, '5栋着火了，好大的烟')
    const [first] = street.handlersOf('YJ')
    if (!first) throw new Error('nobody for fires')
    await street.says(first, 'dm', '1001 不是诉求')
    expect(street.told(first).at(-1)).toContain('怎样核实')
    await street.expectStatus('dispatched')
    await street.says(first, 'dm', '1001 不是诉求：已到现场核实，是邻居家烧饭，没有明火')
    await street.expectStatus('withdrawn')
    await street.says(kevin, estate, '6栋着火了，好大的烟')
    expect(await street.petition(1002)).toMatchObject({ urgency: 'emergency' })
    expect(street.kinds(first)).toContain('task')
  })
})
