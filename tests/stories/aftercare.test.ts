import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, still] = ['wx-r-003', 'wx-r-004'] as const
const [property, dispatcher, streetDispatcher, supervisor] = ['S061', 'S002', 'S043', 'S044'].map(
  staffAccount,
) as [string, string, string, string]

type Street = Awaited<ReturnType<typeof neighbourhood>>

const resolves = async (street: Street, number = 1001) => {
  await street.says(property, 'dm', `${number} 签收`)
  await street.says(property, 'dm', `${number} 已换灯泡，办结`)
}

/** Resolved on Monday. */
async function lamp(words = '幸福里小区5栋2单元楼道灯坏了') {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', words)
  await resolves(street)
  await street.expectStatus('resolved')
  return street
}

describe('a rating that does not say whether it is solved', () => {
  test('is asked that once more, and counts only with the answer', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '5分')
    await street.expectStatus('resolved')
    expect(street.told(liu).at(-1)).toContain('解决了吗')
    await street.says(liu, 'dm', '嗯')
    expect(await street.petition()).toMatchObject({
      status: 'closed',
      ratings: [{ solved: true, score: 5 }],
    })
  })

  test('reopens with "no", and keeps its score', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '3分')
    await street.says(liu, 'dm', '没有')
    expect(await street.petition()).toMatchObject({ status: 'dispatched', reopenings: 1 })
    const timeline = await street.desk.petitions.timeline((await street.petition()).id)
    expect(timeline.findLast(({ kind }) => kind === 'reopened')).toMatchObject({
      rating: { solved: false, score: 3 },
    })
  })

  test('is not asked a third time: it closes undecided', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '4分')
    await street.says(liu, 'dm', '4分')
    expect(await street.petition()).toMatchObject({
      status: 'closed',
      ratings: [{ solved: null, score: 4, askedAgain: true }],
    })
  })

  test('left without an answer it closes in the end, nobody reminded again', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '4分')
    const told = street.told(liu).length
    await street.itIs('2026-03-09 12:00')
    await street.expectStatus('closed')
    expect(street.told(liu)).toHaveLength(told)
  })
})

test('of one household only the first is asked; anybody of it may answer', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'room-xf-1', '5栋2单元楼道灯坏了')
  await street.says(still, 'room-xf-1', '我家也是')
  const before = await street.petition()
  const [entry] = before.supporters
  if (!entry) throw new Error('nobody joined')
  const supporters = [{ ...entry, household: before.reporter.household }]
  await street.desk.petitions.record(
    [
      {
        cause: { kind: 'press', key: 'one-household' },
        outcome: 'test',
        petition: { ...before, supporters, version: before.version + 1 },
        events: [],
        timers: [],
        letters: [],
      },
    ],
    street.desk.clock(),
  )
  await resolves(street)
  expect(street.told(liu).at(-1)).toContain('解决了吗？满意吗？')
  expect(street.told(still).at(-1)).toContain('您家已有人收到评价邀请')
  await street.says(still, 'dm', '解决了，满意')
  await street.expectStatus('closed')
})

describe('called back by somebody else', () => {
  /** Rated badly: always called back about. */
  const badly = async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '解决了，但是不满意，拖太久')
    await street.expectStatus('closed')
    await street.itIs('2026-03-02 12:00')
    return street
  }

  test('a dispatcher of the community gets it, once, and not the handler', async () => {
    const street = await badly()
    expect(street.kinds(dispatcher)).toContain('callBackAsked')
    expect(street.kinds(property)).not.toContain('callBackAsked')
    expect(await street.petition()).toMatchObject({ callBack: { why: 'negative', of: 'S002' } })
    await street.itIs('2026-03-10 12:00')
    expect(street.kinds(dispatcher).filter((kind) => kind === 'callBackAsked')).toHaveLength(2)
    expect(street.told(dispatcher).at(-1)).toContain('回访催办')
    await street.itIs('2026-04-10 12:00')
    expect(street.kinds(dispatcher).filter((kind) => kind === 'callBackAsked')).toHaveLength(2)
  })

  test('what was said is written down; a contradiction reaches handler and supervisor', async () => {
    const street = await badly()
    await street.says(dispatcher, 'dm', '1001号回访：没修好，还是不亮')
    expect(street.told(dispatcher).at(-1)).toContain('回访已记下')
    expect(await street.petition()).toMatchObject({
      status: 'closed',
      callBack: { answer: { result: 'notFixed' } },
    })
    expect(street.kinds(supervisor)).toContain('callBackTold')
    expect(street.kinds(property).at(-1)).toBe('callBackTold')
  })

  test('nobody reached may be reached later; then it is answered once', async () => {
    const street = await badly()
    await street.says(dispatcher, 'dm', '1001号回访：没联系上')
    await street.says(dispatcher, 'dm', '1001号回访：确实修好了，满意')
    expect(await street.petition()).toMatchObject({
      callBack: { answer: { result: 'fixed', score: 4 } },
    })
    await street.says(dispatcher, 'dm', '1001号回访：没修好')
    expect(street.told(dispatcher).at(-1)).toContain('已经办过了')
  })

  test('neither the handler nor a resident may answer, and an unclear answer is asked for again', async () => {
    const street = await badly()
    await street.says(property, 'dm', '1001号回访：确实修好了，满意')
    expect(street.told(property).at(-1)).toContain('不在您名下')
    await street.says(dispatcher, 'dm', '1001号回访：打过电话')
    expect(street.told(dispatcher).at(-1)).toContain('没看出回访结果')
    await street.says(streetDispatcher, 'dm', '1001号回访：修好了')
    expect(await street.petition()).toMatchObject({ callBack: { answer: { result: 'fixed' } } })
  })
})

describe('some time later', () => {
  const old = async () => {
    const street = await lamp('幸福里小区5栋2单元楼道灯坏了，独居老人怕摔跤')
    await street.says(liu, 'dm', '解决了，满意')
    await street.itIs('2026-03-18 12:00')
    return street
  }

  test('it is asked whether it lasts: once, and no answer is no answer', async () => {
    const street = await old()
    expect(street.kinds(liu).at(-1)).toBe('lastingAsked')
    const told = street.told(liu).length
    await street.itIs('2026-04-18 12:00')
    expect(street.told(liu)).toHaveLength(told)
    await street.expectStatus('closed')
  })

  test('"it does" is written down', async () => {
    const street = await old()
    await street.says(liu, 'dm', '一直好着呢')
    expect(street.kinds(liu).at(-1)).toBe('lastingTaken')
    expect((await street.petition()) as object).toMatchObject({
      lasting: { lasts: [expect.any(String)] },
    })
  })

  test('"broken again" after the time for reopening is registered anew, linked', async () => {
    const street = await old()
    await street.says(liu, 'dm', '又坏了')
    await street.expectStatus('closed', 1001)
    expect(await street.petition(1002)).toMatchObject({ follows: { number: 1001 } })
  })

  test('what others assisted with is asked about, also of one household; not what they were let off', async () => {
    const [grid, cityGuard] = [staffAccount('S010'), staffAccount('S045')]
    const heap = async (...steps: readonly (readonly [string, string])[]) => {
      const street = await neighbourhood('2026-03-02 09:00')
      await street.says(liu, 'dm', '幸福里小区6栋2单元楼道里堆了一堆纸箱杂物，没人清')
      await street.says(grid, 'dm', '签收')
      await street.says(dispatcher, 'dm', '1001号请城管协办：清理堆物，3天内')
      for (const [account, words] of steps) await street.says(account, 'dm', words)
      await street.says(grid, 'dm', '1001 办结：都清完了')
      await street.says(liu, 'dm', '解决了，满意')
      await street.expectStatus('closed')
      await street.itIs('2026-03-30 12:00')
      return street
    }
    const assisted = await heap([cityGuard, '1001 协办完成：已拉走'])
    expect(await assisted.petition()).toMatchObject({ wasJoint: true })
    expect(assisted.kinds(liu)).toContain('lastingAsked')
    const alone = await heap([dispatcher, '1001 不用城管协办了'])
    expect(alone.kinds(liu)).not.toContain('lastingAsked')
  })

  test('what nobody marked is not asked about', async () => {
    const street = await lamp()
    await street.says(liu, 'dm', '解决了，满意')
    await street.itIs('2026-03-30 12:00')
    expect(street.kinds(liu)).not.toContain('lastingAsked')
  })
})

describe('a handler who writes to the petitioner around the survey', () => {
  test('while it is open: the supervisor is told, in neutral words, and the timeline says so', async () => {
    const street = await lamp()
    await street.says(property, 'dm', '1001 进展：麻烦给个好评')
    expect(street.told(supervisor).at(-1)).toMatch(/知会.*给反映人发过一条消息/)
    const timeline = await street.desk.petitions.timeline((await street.petition()).id)
    expect(timeline.at(-1)).toMatchObject({ kind: 'noted', duringSurvey: true })
  })

  test('just before: told, too; a note in the course of the work is not', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    await street.says(property, 'dm', '1001 签收')
    await street.says(property, 'dm', '1001 灯座到了，下午来装')
    await street.itIs('2026-03-02 15:00')
    await street.says(property, 'dm', '1001 已换灯泡，办结')
    expect(street.kinds(supervisor)).not.toContain('wroteInSurvey')
    await street.says(liu, 'dm', '没解决')
    await street.says(property, 'dm', '1001 签收')
    await street.says(property, 'dm', '1001 请多包涵，马上好')
    await street.says(property, 'dm', '1001 已换灯座，办结')
    expect(street.kinds(supervisor)).toContain('wroteInSurvey')
  })
})
