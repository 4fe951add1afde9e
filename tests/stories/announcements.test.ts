import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const dispatcher = staffAccount('S002')
const manager = staffAccount('S001')
const gao = staffAccount('S010')
const text = '明天上午9点停水检修，请储水'
type Street = Awaited<ReturnType<typeof neighbourhood>>
const last = (street: Street, account: string) => street.told(account).at(-1) ?? ''

/** An announcement to the groups of 幸福里社区, sent. */
async function announced(now = '2026-03-02 09:00') {
  const street = await neighbourhood(now)
  await street.says(dispatcher, 'dm', `通知 幸福里：${text}`)
  await street.says(dispatcher, 'dm', '发')
  return street
}

describe('an announcement', () => {
  test('is read back, and goes out to the groups of its unit only after a plain word', async () => {
    const street = await neighbourhood()
    await street.says(dispatcher, 'dm', `通知 幸福里：${text}`)
    expect(last(street, dispatcher)).toMatch(/回“发”就发出.*幸福里社区，3个群（幸福里业主群①、/s)
    expect(last(street, dispatcher)).toContain(text)
    expect(street.inRoom('room-xf-1')).toEqual([])
    await street.says(dispatcher, 'dm', '好的')
    expect(street.inRoom('room-xf-1')).toEqual([])
    await street.says(dispatcher, 'dm', '发')
    expect(street.inRoom('room-xf-1')).toEqual([
      `【通知】幸福里社区（3月2日）\n${text}\n看到请回“收到”或1，一户回一次就行；有问题直接问。`,
    ])
    expect(street.inRoom('room-xf-2')).toHaveLength(1)
    expect(street.inRoom('room-hb-1')).toEqual([])
    expect(last(street, dispatcher)).toContain('通知1号已发到3个群')
    await street.says(dispatcher, 'dm', '发')
    expect(street.inRoom('room-xf-1')).toHaveLength(1)
    expect(await street.count()).toBe(0)
    expect(street.faults).toEqual([])
  })

  test('can be changed or dropped before it goes', async () => {
    const street = await neighbourhood()
    await street.says(manager, 'dm', `发通知到本社区：${text}`)
    await street.says(manager, 'dm', '改：3月4日上午停电，请提前准备')
    expect(last(street, manager)).toContain('3月4日上午停电')
    await street.says(manager, 'dm', '不发了')
    await street.says(manager, 'dm', '发')
    expect(street.inRoom('room-xf-1')).toEqual([])
  })

  test('reaches a grid by the group of its estate, and no further than the office does', async () => {
    const street = await neighbourhood()
    await street.says(gao, 'dm', `通知本网格：${text}`)
    expect(last(street, gao)).toMatch(/幸福里第二网格，1个群（幸福里业主群①）/)
    await street.says(gao, 'dm', `通知 河滨社区：${text}`)
    expect(last(street, gao)).toContain('只能发到自己辖区')
    await street.says(gao, 'dm', `通知 阳光花园：${text}`)
    expect(last(street, gao)).toContain('只能发到自己辖区')
    await street.says(dispatcher, 'dm', `给幸福里业主群发通知：${text}`)
    expect(last(street, dispatcher)).toMatch(/1个群（幸福里业主群①）/)
    await street.says(dispatcher, 'dm', `通知 火星：${text}`)
    expect(last(street, dispatcher)).toContain('没认出要发到哪里')
    const property = street.handlersOf('WY1')[0] ?? ''
    await street.says(property, 'dm', `通知 幸福里：${text}`)
    expect(street.kinds(property)).not.toContain('voiceDrafted')
    await street.says('wx-r-010', 'dm', `通知 幸福里：${text}`)
    expect(street.kinds('wx-r-010')).not.toContain('voiceDrafted')
  })

  test.each([
    ['有事打电话13912345678找我', '号码'],
    ['5栋2单元301漏水，楼下注意', '写到了户'],
    ['5栋业主张建国请来社区领取证件', '姓名'],
  ])('with personal data is refused: %s', async (words, why) => {
    const street = await neighbourhood()
    await street.says(dispatcher, 'dm', `通知 幸福里：${words}`)
    expect(last(street, dispatcher)).toContain(why)
    await street.says(dispatcher, 'dm', '发')
    expect(street.inRoom('room-xf-1')).toEqual([])
  })

  test('waits for the morning, and its tomorrow is questioned; an urgent one does not wait', async () => {
    const street = await neighbourhood('2026-03-02 23:30')
    await street.says(dispatcher, 'dm', `通知 幸福里：${text}`)
    expect(last(street, dispatcher)).toMatch(/现在是休息时间.*“明天”就不是同一天/s)
    await street.says(dispatcher, 'dm', '发')
    expect(street.inRoom('room-xf-1')).toEqual([])
    await street.itIs('2026-03-03 09:00')
    expect(street.inRoom('room-xf-1')).toHaveLength(1)
    const other = await neighbourhood('2026-03-02 23:30')
    await other.says(dispatcher, 'dm', '紧急通知 幸福里：今晚台风，请关好门窗')
    await other.says(dispatcher, 'dm', '发')
    expect(other.inRoom('room-xf-1')[0]).toContain('【紧急通知】')
  })
})

describe('who has heard it', () => {
  test('is counted by household, told with silent buildings, and forgotten when it is over', async () => {
    const street = await announced()
    await street.says('wx-r-003', 'room-xf-1', '收到')
    await street.says('wx-r-003', 'room-xf-1', '1')
    await street.says('wx-r-005', 'room-xf-1', '收到，谢谢')
    await street.says('wx-r-010', 'room-xf-1', '1')
    expect(street.inRoom('room-xf-1')).toHaveLength(1)
    await street.says(dispatcher, 'dm', '通知情况')
    expect(last(street, dispatcher)).toMatch(/通知1号（.*）发到幸福里社区3个群，3户回了收到/)
    const [voice] = await street.desk.voices.open()
    expect(voice?.answers).toHaveLength(3)
    await street.itIs('2026-03-06 09:00')
    expect(last(street, dispatcher)).toMatch(/3户回了收到.*统计已结束/s)
    const [over] = await street.desk.voices.latest(1)
    expect(over).toMatchObject({ state: 'over', answers: [], tally: { households: 3 } })
    await street.says('wx-r-007', 'room-xf-1', '收到')
    expect(await street.desk.voices.latest(1)).toEqual([over])
    expect(street.faults).toEqual([])
  })

  test('names a building of three households of which none answered, and no smaller one', async () => {
    const street = await announced()
    await street.says(dispatcher, 'dm', '通知情况')
    expect(last(street, dispatcher)).toMatch(/还没有人回的楼栋：.*幸福里小区5栋/)
    expect(last(street, dispatcher)).not.toContain('幸福里小区9栋')
    await street.says('wx-r-003', 'room-xf-1', '收到')
    await street.says(dispatcher, 'dm', '通知情况')
    expect(last(street, dispatcher)).not.toContain('幸福里小区5栋')
  })

  test('is also told in private', async () => {
    const street = await announced()
    await street.says('wx-r-007', 'dm', '收到')
    expect(last(street, 'wx-r-007')).toBe('好的，已记下您家收到了通知。')
    expect((await street.desk.voices.open())[0]?.answers).toMatchObject([
      { household: '幸福里小区/6-1-1802' },
    ])
  })

  test('is not what was said to something else', async () => {
    const street = await announced()
    await street.says('wx-r-004', 'room-xf-1', '今晚谁要团草莓？要的扣1')
    await street.says('wx-r-003', 'room-xf-1', '1')
    await street.says('wx-r-003', 'room-hb-1', '收到')
    await street.says(gao, 'room-xf-1', '收到')
    await street.says(
      'wx-r-007',
      'room-xf-1',
      '「静水流深：今晚谁要团草莓？」\n- - - - - - - - - -\n收到',
    )
    expect((await street.desk.voices.open())[0]?.answers).toEqual([])
    await street.says(
      'wx-r-007',
      'room-xf-1',
      `「邻里小助手：【通知】幸福里社区（3月2日）\n${text}」\n- - - - - - - - - -\n好的`,
    )
    expect((await street.desk.voices.open())[0]?.answers).toHaveLength(1)
  })

  test('may be said once more, and no oftener', async () => {
    const street = await announced()
    await street.says(manager, 'dm', '通知1号再提醒一次')
    expect(street.inRoom('room-xf-1')[1]).toContain('【通知·再提醒】')
    await street.says(dispatcher, 'dm', '再发一次通知')
    expect(last(street, dispatcher)).toContain('不再重复打扰')
    expect(street.inRoom('room-xf-1')).toHaveLength(2)
  })

  test('leaves what is asked or reported under it to the usual way', async () => {
    const street = await announced()
    await street.says('wx-r-003', 'room-xf-1', '收到。另外5栋2单元楼道灯三天没亮了')
    expect((await street.desk.voices.open())[0]?.answers).toHaveLength(1)
    expect(await street.petition()).toMatchObject({ category: '0301' })
  })
})
