import { describe, expect, test } from 'vitest'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { talk, told, u } from './understanding.ts'

const heard = (room: string | null, ...lines: readonly string[]) =>
  readStretch(talk(room, ...lines), u).matters.filter(({ settled }) => !settled.value)

const outline = (room: string | null, ...lines: readonly string[]) =>
  heard(room, ...lines).map(({ messages, supporters }) => told(messages, supporters))

describe('one matter', () => {
  test('is gathered from several messages and a photo', () => {
    expect(
      outline(
        'meiyuan',
        '刘姐(5-2-301): 晚上好',
        '刘姐: 我们单元楼道里的灯三天没亮过',
        '刘姐: [图]',
        '刘姐: 打过物业电话 没人接',
      ),
    ).toEqual(['2,3,4'])
  })

  test('takes along the photo that was shown before', () => {
    expect(outline('meiyuan', '老周(3-1-202): [图]', '老周: 3栋门口垃圾堆成山了 没人收')).toEqual([
      '1,2',
    ])
  })

  test('counts those who have it too, and keeps their facts but not their +1', () => {
    expect(
      outline(
        'meiyuan',
        '刘姐(5-2-301): 我们单元停水了',
        '老周(5-2-702): 我家也没水',
        '小何(5-2-802): +1',
        '老张(5-2-101): 我家也是 从昨天晚上开始的',
      ),
    ).toEqual(['1,4+老周+小何+老张'])
  })

  test('leaves advice, banter and contrary news of others out', () => {
    expect(
      outline(
        'meiyuan',
        '刘姐(5-2-301): 我们单元电梯又坏了 老人上不去',
        '小王: 哈哈哈 就当减肥',
        '老周(7-1-202): 我们7栋的正常',
        '大李: 你打物业电话啊',
      ),
    ).toEqual(['1'])
  })

  test('a recalled message is never in it', () => {
    expect(
      outline(
        'meiyuan',
        '刘姐(5-2-301): 5栋3单元门禁坏了',
        '刘姐: [撤回]',
        '刘姐: 写错了 是5栋2单元门禁坏了 谁都能进',
      ),
    ).toEqual(['3'])
  })

  test('an answer to small talk in between does not join it', () => {
    expect(
      outline(
        'meiyuan',
        '刘姐(5-2-301): 5栋楼下下水道堵了 臭水流一地',
        '小王: 刘姐 明天几点跳舞',
        '刘姐: 七点半',
      ),
    ).toEqual(['1'])
  })
})

describe('several matters', () => {
  test('of different people', () => {
    expect(
      outline(
        'meiyuan',
        '刘姐(5-2-301): 5栋楼道灯不亮了',
        '老周(9-1-402): 我们9栋楼下垃圾桶满了三天没人收',
        '老周: [图]',
      ),
    ).toEqual(['1', '2,3'])
  })

  test('in one private message', () => {
    expect(
      outline(null, '刘姐(5-2-301): 一是我们单元电梯天天关不上门 二是楼下下水道堵了往外冒脏水'),
    ).toEqual(['1', '1'])
  })

  test('of one speaker, when said to be another', () => {
    expect(
      outline(
        'meiyuan',
        '刘姐(5-2-301): 5栋楼道灯不亮了',
        '刘姐: 还有个事 小区北门那边有人乱停车 消防车都进不来',
      ),
    ).toHaveLength(2)
  })
})

describe('fields', () => {
  const one = (room: string | null, ...lines: readonly string[]) => {
    const [matter] = heard(room, ...lines)
    if (!matter) throw new Error('no matter found')
    return matter
  }

  test('every field says what spoke for it', () => {
    const matter = one('meiyuan', '刘姐(5-2-301): 我们单元楼道灯坏了 三天了')
    expect(matter.category).toMatchObject({ value: '0301' })
    expect(matter.place.because).toContain('我们单元')
    expect(matter.since).toMatchObject({
      value: '2026-04-12',
      because: expect.stringContaining('三天'),
    })
    expect(matter.grid.value).toBe('T-A-1')
  })

  test('danger to life makes an emergency, whatever the category', () => {
    const matter = one('meiyuan', '刘姐(5-2-301): 快来人 5栋2单元楼道全是煤气味')
    expect(matter).toMatchObject({
      danger: 'gas',
      category: { value: '0803' },
      urgency: { value: 'emergency' },
    })
  })

  test('a joke is taken back by its own punchline', () => {
    expect(outline('meiyuan', '小凯: 我被困在电梯里了', '小凯: 骗你们的 愚人节快乐')).toEqual([])
  })

  test('who speaks for another is said, and that somebody frail is concerned', () => {
    const matter = one(
      'building-2',
      '丁姐(2号楼户长): 我替302的赵奶奶报一下 她一个人住 八十六了 家里下水堵了没人修',
    )
    expect(matter.onBehalfOf.value).toContain('赵奶奶')
    expect(matter.vulnerable.value).toBe(true)
    expect(matter.place.value).toMatchObject({ name: '机床厂宿舍', building: '2', room: '302' })
  })

  test('who asks not to be named is not named', () => {
    const matter = one(null, '阿芳: 楼上天天半夜打麻将 吵得睡不着', '阿芳: 别说是我说的')
    expect(matter.confidential).toMatchObject({
      value: true,
      because: expect.stringContaining('别说'),
    })
  })

  test('the line for lists is short and names neither people nor numbers', () => {
    const matter = one(
      'meiyuan',
      '王秀兰(5-2-301): 我叫王秀兰 电话13812345678 5栋2单元下水道堵了 污水往上返 一楼全泡了 物业一直没人来修',
    )
    expect([...matter.summary].length).toBeLessThanOrEqual(30)
    expect(matter.summary).toContain('堵')
    expect(matter.summary).not.toMatch(/王秀兰|138/)
  })
})

test('a talk read message by message keeps the beginning of every matter', () => {
  const whole = talk(
    'meiyuan',
    '刘姐(5-2-301): 大家晚上好',
    '刘姐: [图]',
    '刘姐: 5栋2单元楼道灯坏了 黑漆漆的',
    '老周(5-2-702): 我家也是 差点摔一跤',
    '小何(9-1-101): 我们9栋楼下垃圾三天没收了',
    '小何: [图]',
    '刘姐: 从昨天晚上开始的',
    '#物业: 收到 马上安排',
    '小何: 味道太大了 一开窗就往屋里灌',
  )
  let before: readonly string[] = []
  for (let length = 1; length <= whole.messages.length; length++) {
    const { matters } = readStretch({ ...whole, messages: whole.messages.slice(0, length) }, u)
    const firsts = matters.map(({ messages }) => messages[0] ?? '')
    expect(firsts.slice(0, before.length)).toEqual(before)
    before = firsts
  }
  expect(before).toHaveLength(2)
})

test('in private, what may be a matter but cannot be told is worth a question', () => {
  expect(readStretch(talk(null, '阿芳: 你好'), u).unsure).toBe(false)
  expect(readStretch(talk(null, '阿芳: 那个老王家的事你们看看'), u)).toMatchObject({
    matters: [],
    unsure: true,
  })
})
