import { describe, expect, test } from 'vitest'
import { retentionOf } from '../../src/domain/rights/retention.ts'
import { forgetChatter, keepNoLonger } from '../../src/flows/keep-no-longer.ts'
import { tellRules } from '../../src/flows/tell-rules.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-010'
const dispatcher = staffAccount('S002')
const manager = staffAccount('S001')

async function lamp(where = 'room-xf-1') {
  const street = await neighbourhood()
  await street.says(liu, where, '5栋2单元楼道灯三天没亮了，老人晚上看不见')
  await street.expectStatus('dispatched')
  return street
}
type Street = Awaited<ReturnType<typeof lamp>>
const last = (street: Street, account: string) => street.told(account).at(-1) ?? ''

describe('what is kept of me', () => {
  test('is told in private in plain words, whole', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '你们存了我什么')
    const told = last(street, liu)
    expect(told).toContain('1001号 楼道照明')
    expect(told).toContain('原话1句')
    expect(told).toContain('微信')
    expect(told).toContain('幸福里业主群①')
    expect(told).toContain('没有人')
    expect(told).toContain('3年')
  })

  test('is not told in a group, where we only ask to be asked in private', async () => {
    const street = await lamp()
    const before = street.inRoom('room-xf-1').length
    await street.says(liu, 'room-xf-1', '@邻里小助手 删除我的信息', { mentionsUs: true })
    expect(street.inRoom('room-xf-1').slice(before)).toEqual([
      '查看、更正、删除个人信息，请私信我说，不在群里答。',
    ])
    await street.says(liu, 'room-xf-1', '我的信息')
    expect(street.inRoom('room-xf-1')).toHaveLength(before + 1)
  })

  test('can be put right: name, door, for whom', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '更正称呼：刘女士')
    await street.says(liu, 'dm', '更正门牌：5栋2单元302')
    expect((await street.petition()).reporter.household).toBe('room-xf-1/5-2-302')
    await street.says(liu, 'dm', '1001号是代王奶奶反映的')
    expect((await street.petition()).onBehalfOf).toBe('王奶奶')
    await street.says(liu, 'dm', '我的信息')
    expect(last(street, liu)).toMatch(/称呼：刘女士；门牌：5栋2单元302/)
  })
})

describe('who has seen my identity', () => {
  test('a dispatcher is told for a reason, it is written down, and the petitioner reads it', async () => {
    const street = await lamp()
    await street.says(dispatcher, 'dm', '1001号反映人是谁')
    expect(last(street, dispatcher)).toContain('写明理由')
    await street.says(dispatcher, 'dm', '1001号反映人是谁：要上门核实')
    expect(last(street, dispatcher)).toMatch(/1001号反映人：.+本次查看已记录/s)
    await street.says(liu, 'dm', '谁看过我的信息')
    expect(last(street, liu)).toContain(
      '幸福里社区社区调度员因1001号查看过您的身份，理由：要上门核实',
    )
  })

  test('whose it is not is refused, and nothing is written down', async () => {
    const street = await lamp()
    const property = street.handlersOf('WY1')[0] ?? ''
    await street.says(property, 'dm', '1001号反映人是谁：要上门核实')
    expect(last(street, property)).toContain('单独同意')
    await street.says('wx-r-020', 'dm', '1001号反映人是谁：我想知道')
    expect(street.kinds('wx-r-020')).not.toContain('identity')
    await street.says(liu, 'dm', '谁看过我的信息')
    expect(last(street, liu)).toContain('没有人调看过')
  })
})

describe('kept secret afterwards', () => {
  test('"别说是我说的" takes it from the company and tells handlers nothing of who', async () => {
    const street = await lamp()
    const property = street.handlersOf('WY1')[0] ?? ''
    await street.says(liu, 'dm', '别说是我说的')
    const petition = await street.petition()
    expect(petition.confidential).toBe(true)
    expect('to' in petition && petition.to.kind).toBe('community')
    expect(last(street, liu)).toContain('已设为保密')
    await street.itIs('2026-03-02 10:00')
    expect(last(street, property)).toMatch(/不用再办/)
    expect(last(street, dispatcher)).toContain('要求保密')
    await street.says(liu, 'dm', '保密')
    expect(last(street, liu)).toContain('本来就是保密')
    await street.says(dispatcher, 'dm', '1001号反映人是谁：要上门核实')
    expect(last(street, dispatcher)).toContain('要求保密')
  })

  test('who says of themselves where they live is not given away by their words', async () => {
    const street = await neighbourhood()
    await street.says(
      liu,
      'dm',
      '6栋1单元501群租，住了十几个人，我是5栋2单元301的刘梅，别说是我说的，电话13812345678',
    )
    await street.itIs('2026-03-02 10:00')
    const tasks = street.delivered.flatMap(({ parcel }) =>
      parcel.notices.flatMap((notice) => (notice.kind === 'task' ? [notice.task] : [])),
    )
    expect(tasks.length).toBeGreaterThan(0)
    for (const task of tasks) expect(JSON.stringify(task)).not.toMatch(/刘梅|301|1381234/)
  })
})

describe('forgotten', () => {
  test('is asked once, done at once, and says what stays and why', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '今天天气真好啊')
    await street.says(liu, 'dm', '删除我的信息')
    expect(last(street, liu)).toMatch(/1001号 楼道照明：还在办理.+确认请回/s)
    await street.says(liu, 'dm', '确认')
    expect(last(street, liu)).toMatch(/已删除：闲聊消息[1-9]\d*条.+1001号/s)
    expect((await street.desk.people.find([await street.person(liu)]))[0]?.rooms).toEqual([])
    expect((await street.petition()).words).toHaveLength(1)
  })

  test.each(['好', '是的', '1', '解决了，满意'])(
    '"%s" to something else meanwhile takes nothing away',
    async (words) => {
      const street = await lamp()
      const property = street.handlersOf('WY1')[0] ?? ''
      await street.says(liu, 'dm', '删除我的信息')
      await street.says(property, 'dm', '1001 签收')
      await street.says(property, 'dm', '1001 办结：已换灯泡')
      await street.says(liu, 'dm', words)
      expect(street.kinds(liu)).not.toContain('erased')
    },
  )

  test('no means no', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '删除我的信息')
    await street.says(liu, 'dm', '算了')
    expect(last(street, liu)).toContain('没有删除')
    await street.says(liu, 'dm', '确认')
    expect(street.kinds(liu)).not.toContain('erased')
  })

  test('who has nothing open is gone the same night', async () => {
    const street = await neighbourhood()
    await street.says('wx-r-030', 'dm', '你好')
    const person = await street.person('wx-r-030')
    await street.says('wx-r-030', 'dm', '删除我的信息')
    await street.says('wx-r-030', 'dm', '是')
    expect(street.told('wx-r-030').at(-1)).toContain('确认请回')
    await street.says('wx-r-030', 'dm', '是的，确认删除')
    expect(last(street, 'wx-r-030')).toContain('今晚删除')
    await street.itIs('2026-03-03 03:20')
    await keepNoLonger(street.desk)
    expect(await street.desk.people.find([person])).toEqual([])
  })
})

test('the rules are told once in each group that we are in, and whenever somebody asks', async () => {
  const street = await neighbourhood()
  await street.desk.rooms.seen('wechat', 'room-xf-1', '幸福里业主群①')
  expect(await tellRules(street.desk)).toBe(1)
  expect(await tellRules(street.desk)).toBe(0)
  await street.itIs('2026-03-02 09:10')
  expect(street.inRoom('room-xf-1').filter((text) => text.includes('用话规则'))).toHaveLength(1)
  await street.says(liu, 'room-xf-1', '群规')
  expect(street.inRoom('room-xf-1').filter((text) => text.includes('用话规则'))).toHaveLength(2)
  await street.says(manager, 'dm', '你们怎么用我们的话')
  expect(last(street, manager)).toContain('用话规则')
})

test.each(['改一下地址，是6栋2单元', '修改地址：幸福里小区6栋2单元'])(
  '"%s" is the place of the matter that was just told, not of a home',
  async (words) => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    await street.says(liu, 'dm', words)
    expect(await street.petition()).toMatchObject({ place: { building: '6', unit: '2' } })
    expect(street.kinds(liu)).not.toContain('selfCorrected')
  },
)

test('for whom a confidential petition is said tells no handler who is behind it', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区6栋2单元楼道里堆了一堆纸箱杂物，没人清')
  await street.says(liu, 'dm', '保密')
  await street.says(liu, 'dm', '1001号是代王奶奶反映的')
  expect(street.delivered.map(({ text }) => text).join()).not.toContain('王奶奶')
})

test('what led to nothing is kept for as long as people are told, by the hour', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  const book = await street.desk.rulebooks.current()
  const chatter = { for: { amount: 3, unit: 'days' }, source: '本街道规定' } as const
  const retention = { ...retentionOf(book.policies), chatter }
  await street.saveRulebook({ ...book, policies: { ...book.policies, retention } })
  await street.says(liu, 'room-xf-1', '早上好')
  await street.says(liu, 'dm', '你们存了我什么')
  expect(last(street, liu)).toContain('最多留3天')
  await street.itIs('2026-03-05 08:59')
  expect(await forgetChatter(street.desk)).toBe(0)
  await street.itIs('2026-03-05 09:01')
  expect(await forgetChatter(street.desk)).toBe(2)
})
