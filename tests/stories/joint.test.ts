import { describe, expect, test } from 'vitest'
import { isInHand } from '../../src/domain/petition/petition.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const resident = 'wx-r-003'
const [manager, dispatcher, grid, cityGuard, works, supervisor] = [
  'S001',
  'S002',
  'S010',
  'S045',
  'S046',
  'S044',
].map(staffAccount) as [string, string, string, string, string, string]

/** Rubbish in the stairwell, in the hands of the grid since Monday at nine. */
async function heap() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(resident, 'dm', '幸福里小区5栋2单元楼道里堆满了杂物，没法走路')
  await street.says(grid, 'dm', '签收')
  await street.expectStatus('handling')
  return street
}

type Street = Awaited<ReturnType<typeof heap>>
const parts = async (street: Street) => {
  const petition = await street.petition()
  return isInHand(petition) ? (petition.joint?.parts ?? []) : []
}
const last = (street: Street, account: string) => street.told(account).at(-1) ?? ''

describe('those above ask others to assist', () => {
  test('the assistants get a task of their own, the reporter hears once that several are at it', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001号请城管协办：清理堆物，3天内')
    expect(last(street, dispatcher)).toContain('已通知协办单位')
    expect(last(street, cityGuard)).toMatch(/【协办任务】1001号.*网格主办。请您处：清理堆物\n/)
    expect(last(street, cityGuard)).toContain('3月5日（周四）前完成')
    expect(last(street, grid)).toContain('1001号 综合行政执法队已请协办：清理堆物')
    expect(last(street, resident)).toContain('几个部门一起办，由幸福里第二网格牵头')
    const heard = street.told(resident).length
    await street.says(dispatcher, 'dm', '1001 请市政协办：看看楼道地面，5天内')
    await street.says(cityGuard, 'dm', '1001 协办进展：明天上午清')
    await street.says(works, 'dm', '1001号协办完成：地面补平了')
    expect(street.told(resident)).toHaveLength(heard)
    expect(last(street, grid)).toContain('市政建设办协办完成：地面补平了。还差：综合行政执法队。')
    expect(street.faults).toEqual([])
  })

  test('the lead cannot resolve before, and hears who still owes', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001号请城管、市政协办：清理堆物，3天内')
    await street.says(grid, 'dm', '1001 办结：都清完了')
    expect(last(street, grid)).toContain('不能办结')
    expect(last(street, grid)).toContain('综合行政执法队、市政建设办')
    await street.expectStatus('handling')
    await street.says(works, 'dm', '1001 协办完成：已拉走两车', {})
    await street.says(cityGuard, 'dm', '清完了')
    expect(last(street, grid)).toContain('协办已全部完成，可以办结了')
    await street.says(grid, 'dm', '1001 办结：都清完了')
    await street.expectStatus('resolved')
  })

  test('what may be left open does not hold up the lead, and ends with it', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001 请城管协办：巡查一次，不影响办结')
    await street.says(grid, 'dm', '1001 办结：都清完了')
    await street.expectStatus('resolved')
    expect(last(street, cityGuard)).toContain('主办单位已办结，您处不用再协办')
  })

  test('sent back with a reason it is for those above: let go, or asked again for good', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001号请城管协办：清理堆物，3天内')
    await street.says(cityGuard, 'dm', '1001 退回协办：楼道内不归城管')
    expect(last(street, dispatcher)).toContain('综合行政执法队退回协办：楼道内不归城管')
    await street.says(dispatcher, 'dm', '1001号请城管协办：按职责清理，2天内')
    expect(last(street, cityGuard)).toContain('不能再退回')
    await street.says(cityGuard, 'dm', '1001 退回协办：还是不归城管')
    expect(last(street, cityGuard)).toContain('指定')
    await street.says(dispatcher, 'dm', '1001 不用城管协办了')
    expect(last(street, cityGuard)).toContain('您处不用再协办')
    expect((await parts(street)).map(({ state }) => state)).toEqual(['released'])
    await street.says(grid, 'dm', '1001 办结：都清完了')
    await street.expectStatus('resolved')
  })

  test('it has reminders and escalation of its own', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001号请城管协办：清理堆物，3天内')
    await street.itIs('2026-03-04 12:00')
    expect(street.kinds(cityGuard)).toContain('partReminded')
    expect(street.kinds(cityGuard)).not.toContain('partEscalated')
    await street.itIs('2026-03-06 09:00')
    expect(last(street, dispatcher)).toMatch(/协办超期/)
    await street.itIs('2026-03-07 09:00')
    expect(street.kinds(supervisor)).toContain('partEscalated')
  })

  test('only those above ask: the lead that says so asks for help, a resident is a resident', async () => {
    const street = await heap()
    await street.says(grid, 'dm', '1001 需要城管协办')
    expect(await parts(street)).toEqual([])
    expect(street.kinds(manager)).toContain('helpAsked')
    await street.says(resident, 'dm', '1001 请城管协办：清理堆物')
    expect(await parts(street)).toEqual([])
    await street.says(works, 'dm', '1001 协办完成：做好了')
    expect(last(street, works)).toContain('不在您名下')
  })

  test('nobody known, nothing said, the lead itself: each is told', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001 请园林处协办：剪树')
    expect(last(street, dispatcher)).toContain('没认出请谁协办')
    await street.says(dispatcher, 'dm', '1001 请城管协办')
    expect(last(street, dispatcher)).toContain('做什么')
    await street.says(dispatcher, 'dm', '1001 请网格员协办：清理')
    expect(last(street, dispatcher)).toContain('没认出请谁协办')
    await street.says(dispatcher, 'dm', '1001 不用城管协办了')
    expect(last(street, dispatcher)).toContain('没有找到')
  })

  test('a change of the lead keeps the parts; whoever leads owes none beside; what ends, ends them', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001号请城管、市政协办：清理堆物，3天内')
    await street.says(dispatcher, 'dm', '1001 转城管：占道')
    expect((await parts(street)).map(({ to, state }) => [to.code, state])).toEqual([
      ['CG', 'released'],
      ['SZ', 'open'],
    ])
    await street.says(resident, 'dm', '1001 撤回')
    await street.expectStatus('withdrawn')
    expect(last(street, works)).toContain('已经结束，您处不用再协办')
  })

  test('among the tasks of an assistant it stands with its own limit', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001号请城管协办：清理堆物，3天内')
    await street.says(cityGuard, 'dm', '我的任务')
    expect(last(street, cityGuard)).toContain('协办“清理堆物”')
    await street.says(resident, 'dm', '进度')
    expect(last(street, resident)).toContain('几个部门一起办')
    expect(last(street, resident)).not.toContain('综合行政执法队')
  })
})

describe('吹哨: a call to the place', () => {
  const called = async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001号吹哨 城管、市政，今天下午3点5栋楼下')
    return street
  }

  test('those called are told when and where, come, and what is agreed becomes their part', async () => {
    const street = await called()
    expect(last(street, cityGuard)).toMatch(/【吹哨】1001号.*3月2日（周一）15:00到5栋楼下。/)
    await street.itIs('2026-03-02 14:05')
    expect(last(street, works)).toContain('吹哨提醒')
    await street.itIs('2026-03-02 15:02')
    await street.says(cityGuard, 'dm', '1001 报到')
    expect(last(street, dispatcher)).toContain('综合行政执法队已到现场')
    await street.itIs('2026-03-02 16:00')
    await street.says(grid, 'dm', '1001 办结：清完了')
    expect(last(street, grid)).toContain('不能办结')
    await street.says(dispatcher, 'dm', '1001 现场结论：城管3天内清理堆物；网格盯着不回潮')
    expect(last(street, cityGuard)).toContain('【协办任务】')
    expect(street.told(cityGuard).join()).toContain('【吹哨结论】')
    expect(street.told(works).join()).toContain('未到：市政建设办')
    const after = await parts(street)
    expect(after.map(({ to, state, isCall }) => [to.code, isCall, state])).toEqual([
      ['CG', true, 'done'],
      ['SZ', true, 'released'],
      ['CG', false, 'open'],
    ])
    await street.says(cityGuard, 'dm', '协办完成：堆物清空', {})
    await street.says(grid, 'dm', '1001 办结：清完了')
    await street.expectStatus('resolved')
    expect(street.faults).toEqual([])
  })

  test('who does not come is told of, and a call without a conclusion is asked after', async () => {
    const street = await called()
    await street.itIs('2026-03-02 15:12')
    expect(last(street, dispatcher)).toContain('吹哨未到')
    await street.itIs('2026-03-04 09:00')
    expect(street.kinds(dispatcher)).toContain('callOpen')
  })

  test('without a time it is asked for', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001 吹哨 城管、市政')
    expect(last(street, dispatcher)).toContain('什么时候')
  })
})

describe('words of the trade that are no order, and orders that are taken back', () => {
  test.each([
    ['城管已经协办完成', 'noted'],
    ['城管也在协办，明天能清完', 'noted'],
  ])('%s is told, and asks nobody for anything', async (words, kind) => {
    const street = await heap()
    await street.says(dispatcher, 'dm', `1001 ${words}`)
    expect(await parts(street)).toEqual([])
    await street.expectStatus('handling')
    expect(street.kinds(resident).at(-1)).toBe(kind)
    expect(street.kinds(cityGuard)).toEqual([])
  })

  test.each(['到现场了', '会商结果：明天上午清'])(
    'who leads says %s without a call: it is news',
    async (words) => {
      const street = await heap()
      await street.says(grid, 'dm', `1001 ${words}`)
      expect(street.told(resident).at(-1)).toContain(words)
    },
  )

  test('to have read a call is not to have come', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001 吹哨 城管、市政，明天下午3点5栋楼下')
    await street.says(cityGuard, 'dm', '收到')
    expect((await parts(street))[0]).toMatchObject({ state: 'open', takenAt: expect.any(Date) })
    expect(street.kinds(dispatcher)).not.toContain('partNews')
    await street.itIs('2026-03-03 15:01')
    await street.says(cityGuard, 'dm', '到现场了')
    expect((await parts(street))[0]).toMatchObject({ state: 'done' })
    expect(last(street, dispatcher)).toContain('已到现场')
  })

  test('nobody who was called need come: there is nothing to conclude, or to be asked after', async () => {
    const street = await heap()
    await street.says(dispatcher, 'dm', '1001 吹哨 城管、市政，明天下午3点5栋楼下')
    await street.says(dispatcher, 'dm', '1001 不用城管、市政报到了')
    await street.itIs('2026-03-06 10:00')
    expect(street.kinds(dispatcher)).not.toContain('callOpen')
    await street.says(grid, 'dm', '1001 办结：清完了')
    await street.expectStatus('resolved')
  })
})
