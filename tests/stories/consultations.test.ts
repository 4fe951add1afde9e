import { describe, expect, test, vi } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const estate = 'room-xf-1'
const liu = 'wx-r-003'

describe('in private', () => {
  test('a question that the street has written an answer to is answered with its source', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '请问居住证在哪里办理？')
    expect(street.kinds(liu)).toEqual(['questionAnswered'])
    const [text = ''] = street.told(liu)
    expect(text).toContain('青石派出所户籍窗口')
    expect(text).toContain('登记')
    expect(await street.count()).toBe(0)
  })

  test.each(['登记', '没解决', '不对，不是我问的', '请登记一下', '还是不清楚'])(
    '"%s" makes a petition of the original words',
    async (words) => {
      const street = await neighbourhood()
      await street.says(liu, 'dm', '请问居住证在哪里办理？')
      await street.says(liu, 'dm', words)
      expect(await street.petition()).toMatchObject({
        kind: 'consult',
        category: '1201',
        words: ['请问居住证在哪里办理？'],
      })
      expect(street.kinds(liu)).toEqual(['questionAnswered', 'registered'])
      expect(await street.count()).toBe(1)
    },
  )

  test('what is added to "not solved" is handed on with the question', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '老年证怎么办')
    await street.says(liu, 'dm', '没解决，我妈户口不在本地')
    const { words } = await street.petition()
    expect(words).toEqual(['老年证怎么办', '没解决，我妈户口不在本地'])
  })

  test('thanks end it, and nothing is said to them', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '高龄补贴怎么领')
    await street.says(liu, 'dm', '好的，谢谢')
    await street.says(liu, 'dm', '登记')
    expect(street.kinds(liu).filter((kind) => kind === 'registered')).toEqual([])
    expect(await street.count()).toBe(0)
  })

  test('after an answer a new matter is a new matter', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '老年证怎么办')
    await street.says(liu, 'dm', '5栋2单元楼道灯坏了')
    expect(await street.petition()).toMatchObject({
      category: '0301',
      words: ['5栋2单元楼道灯坏了'],
    })
    expect(await street.count()).toBe(1)
  })

  test('the next question has its own answer', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '老年证怎么办')
    await street.says(liu, 'dm', '那公租房怎么申请呢')
    expect(street.kinds(liu)).toEqual(['questionAnswered', 'questionAnswered'])
    await street.says(liu, 'dm', '没解决')
    expect(await street.petition()).toMatchObject({ category: '1005' })
  })

  test('"not solved" after something was resolved is said of that', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    const [handler = ''] = street.handlersOf('WY1')
    await street.says(liu, 'dm', '老年证怎么办')
    await street.says(handler, 'dm', '1001 签收')
    await street.says(handler, 'dm', '1001 已换灯泡，办结')
    await street.says(liu, 'dm', '没解决')
    await street.expectStatus('dispatched')
    expect(await street.count()).toBe(1)
  })

  test('a question that nothing answers becomes a petition as before', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '我想咨询一下种粮大户的稻谷补贴政策今年有没有变化')
    expect(await street.petition()).toMatchObject({ kind: 'consult' })
  })

  test.each([
    '5栋2单元的楼道灯坏了，什么时候来修？',
    '高龄补贴三个月没到账了怎么回事，我妈八十五了',
  ])('"%s" is registered: it asks for work, not for advice', async (words) => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', words)
    expect(await street.count()).toBe(1)
    expect(street.kinds(liu)).not.toContain('questionAnswered')
  })

  test("asking after a petition of one's own is no consultation", async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '幸福里小区5栋2单元301，公租房的材料交了三个月没消息，麻烦催一催')
    expect(await street.count()).toBe(1)
    await street.says(liu, 'dm', '我报的公租房申请到哪一步了？')
    expect(street.kinds(liu).at(-1)).toBe('status')
  })

  test('an answer for the village is heard only there', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '宅基地怎么申请？')
    expect(street.kinds(liu)).not.toContain('questionAnswered')
    const villager = 'wx-r-061'
    await street.says(villager, 'room-lj-1', '小助手 宅基地怎么申请？', { mentionsUs: true })
    expect(street.inRoom('room-lj-1').at(-1)).toContain('农业农村服务中心')
  })

  test('staff may ask too; what they write of their tasks stays theirs', async () => {
    const street = await neighbourhood()
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    const handler = staffAccount('S061')
    await street.says(handler, 'dm', '请问退役军人优待证怎么办？')
    expect(street.kinds(handler).at(-1)).toBe('questionAnswered')
    await street.says(handler, 'dm', '签收')
    await street.expectStatus('handling')
  })
})

describe('in a group', () => {
  test('one short message answers what would be registered, or what is asked of us', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '居住证怎么办理 有人知道去哪里申请吗')
    await street.says(liu, estate, '小助手，垃圾几点可以扔？', { mentionsUs: true })
    const said = street.inRoom(estate)
    expect(said).toHaveLength(2)
    for (const line of said) expect(line.length).toBeLessThan(260)
    expect(said[0]).toContain('户籍窗口')
    expect(said[1]).toContain('环卫所')
    expect(await street.count()).toBe(0)
  })

  test('"没解决" right after it registers; later, or said by others, it is talk', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, estate, '小助手，居住证怎么办理？', { mentionsUs: true })
    await street.says('wx-r-004', estate, '没解决')
    expect(await street.count()).toBe(0)
    await street.says(liu, estate, '登记')
    expect(await street.petition()).toMatchObject({ kind: 'consult', category: '1201' })
    await street.says(liu, estate, '小助手，老年证怎么办？', { mentionsUs: true })
    await street.itIs('2026-03-02 10:00')
    await street.says(liu, estate, '没解决')
    expect(await street.count()).toBe(1)
  })

  test('neighbours who chat about it are left alone', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '你家孩子疫苗打了没')
    await street.says(liu, estate, '晚上几点跳舞')
    expect(street.delivered).toEqual([])
  })

  test('nothing of a confidential category is answered aloud', async () => {
    const street = await neighbourhood()
    await street.says(liu, estate, '小助手，被家暴了可以找谁', { mentionsUs: true })
    expect(street.inRoom(estate).join()).not.toMatch(/家暴|保护令|110/)
    await street.says('wx-r-004', estate, '小助手，请问申请人民调解要交钱吗？', {
      mentionsUs: true,
    })
    expect(street.inRoom(estate).at(-1)).toBe('已私信回复您。')
    expect(street.kinds('wx-r-004')).toContain('questionAnswered')
  })
})

test('the operator sees what was answered, what helped, and what had to be registered', async () => {
  const street = await neighbourhood()
  const record = vi.spyOn(street.desk.petitions, 'record')
  await street.says(liu, 'dm', '老年证怎么办')
  await street.says(liu, 'dm', '明白了')
  await street.says(liu, 'dm', '公租房怎么申请')
  await street.says(liu, 'dm', '没解决')
  await street.says('wx-r-009', 'dm', '我想咨询一下种粮大户的稻谷补贴政策今年有没有变化')
  const outcomes = record.mock.calls.flatMap(([entries]) =>
    entries.filter(({ cause }) => cause.kind === 'message').map(({ outcome }) => outcome),
  )
  expect(outcomes).toEqual([
    'questionAnswered',
    'answerHelped',
    'questionAnswered',
    'answerRegistered',
    'questionUncovered',
  ])
})

test('a question told in two messages is one question', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '我外婆今年八十三岁')
  await street.says(liu, 'dm', '听说有高龄补贴，要怎么领？')
  expect(street.kinds(liu)).toContain('questionAnswered')
  expect(street.told(liu).join()).toContain('高龄津贴')
})
