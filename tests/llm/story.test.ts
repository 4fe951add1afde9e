import { afterEach, describe, expect, test } from 'vitest'
import { llmReader } from '../../src/llm/llm-reader.ts'
import type { LlmSettings } from '../../src/llm/settings.ts'
import { aHeard } from '../support/builders.ts'
import {
  aMatter,
  aPlace,
  fakeLlm,
  type LlmRequest,
  says,
  shownIn,
  type Turn,
} from '../support/fake-llm.ts'
import { neighbourhood } from '../support/neighbourhood.ts'

const opened: { stop(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop()
})

async function street(
  turn: (request: LlmRequest, nth: number) => Turn,
  but: Partial<LlmSettings> = {},
) {
  const llm = await fakeLlm(turn)
  const settings = {
    model: 'fake',
    key: null,
    mode: 'reader',
    dailyCap: 1,
    timeoutMs: 1_000,
  } as const
  const reader = llmReader(
    { ...settings, url: llm.url, ...but },
    { cap: { take: async () => true }, elapsed: () => performance.now(), report: () => {} },
  )
  opened.push(reader, llm)
  return { llm, street: await neighbourhood('2026-03-02 09:00', reader) }
}

const riddle = '那个铁盒子今天又把我关在门外头了 爬了十一层'
const liftIn = (request: LlmRequest, supporters: readonly string[] = []) => {
  const found = shownIn(request).messages.find(({ text }) => text === riddle)
  return says({
    matters: found
      ? [
          aMatter({
            messages: [found.id],
            reporter: found.from,
            supporters,
            category: '0302',
            category_evidence: '铁盒子今天又把我关在门外头了',
            place: aPlace({ name: '幸福里小区', building: '5', unit: '2' }),
            place_evidence: '那个铁盒子',
          }),
        ]
      : [],
  })
}

describe('with a second reader', () => {
  test('what we do not understand is registered, and a neighbour joins it', async () => {
    const { street: s, llm } = await street((request) => {
      const plus = shownIn(request).messages.find(({ text }) => text.startsWith('我也是'))
      return liftIn(request, plus ? [plus.from] : [])
    })
    await s.says('wx-r-003', 'room-xf-1', riddle)
    expect(await s.count()).toBe(1)
    expect(await s.petition()).toMatchObject({
      category: '0302',
      place: { name: '幸福里小区', building: '5', unit: '2' },
      grid: 'QS-XF-02',
      evidence: expect.arrayContaining([
        expect.objectContaining({
          field: 'category',
          because: '大模型：铁盒子今天又把我关在门外头了',
        }),
      ]),
    })
    await s.says('wx-r-004', 'room-xf-1', '我也是 提着菜爬的')
    expect(await s.count(), 'still the same one').toBe(1)
    expect((await s.petition()).supporters).toHaveLength(1)
    expect(llm.requests).toHaveLength(2)
    expect(s.faults).toEqual([])
  })

  test.each([
    ['another', 'room-hb-1', '着火了 7号楼3楼冒黑烟 快来人啊'],
    ['the same', 'room-xf-1', '5栋着火了！快打119'],
  ])('a danger in %s group waits for nobody who is slow', async (_, room, fire) => {
    const { street: s } = await street(() => ({ kind: 'hangs' }), { timeoutMs: 2_000 })
    let isRaised = 0
    const begun = performance.now()
    const watching = (async () => {
      while (!isRaised && performance.now() - begun < 5_000) {
        if ((await s.desk.petitions.list({})).some(({ urgency }) => urgency === 'emergency'))
          isRaised = performance.now() - begun
        await new Promise((soon) => setTimeout(soon, 20))
      }
    })()
    await s.allSay(['wx-r-003', 'room-xf-1', '我们单元楼道灯坏了三天了'], ['wx-r-030', room, fire])
    await watching
    expect(isRaised).toBeGreaterThan(0)
    expect(isRaised, 'long before the time limit').toBeLessThan(1_500)
    expect(await s.count(), 'and the slow one is registered by our own reading').toBe(2)
  })

  test('old news after a stop is not asked about one by one', async () => {
    const { street: s, llm } = await street((request) => liftIn(request))
    const longAgo = new Date(s.desk.clock().getTime() - 3_600_000)
    await s.desk.inbox.keep([aHeard(riddle, { sentAt: longAgo })], s.desk.clock())
    await s.says('wx-r-001', 'room-xf-2', '早上好')
    expect(llm.requests).toHaveLength(0)
  })
})

describe('with a second reader that is down the street goes on as without one', () => {
  const day = async (s: Awaited<ReturnType<typeof neighbourhood>>) => {
    await s.says('wx-r-003', 'room-xf-1', '我们单元楼道灯坏了三天了')
    await s.says('wx-r-004', 'room-xf-1', '我家门口也是黑的')
    await s.says('wx-r-001', 'room-xf-1', '今天超市鸡蛋打折')
    await s.says('wx-r-005', 'dm', '我家停水了 从昨天晚上开始的')
    await s.says('wx-r-005', 'dm', '不用了 来水了')
    const petitions = await s.desk.petitions.list({})
    return {
      petitions: petitions.map((p) => [
        p.category,
        p.status,
        p.summary,
        p.supporters.length,
        p.grid,
      ]),
      told: ['wx-r-003', 'wx-r-004', 'wx-r-001', 'wx-r-005'].map((account) => s.kinds(account)),
      faults: s.faults,
    }
  }

  test.each<[string, Turn]>([
    ['fails', { kind: 'status', status: 500 }],
    ['hangs', { kind: 'hangs' }],
    ['speaks nonsense', says('嗯嗯')],
  ])('one that %s', async (_, turn) => {
    const { street: s, llm } = await street(() => turn, { timeoutMs: 400 })
    const withOne = await day(s)
    expect(llm.requests.length).toBeGreaterThan(0)
    expect(withOne).toEqual(await day(await neighbourhood('2026-03-02 09:00')))
    expect(withOne.petitions).toHaveLength(2)
  })
})

describe('asked only for what we doubt', () => {
  test('a matter that we are sure of is not asked about', async () => {
    const { street: s, llm } = await street(() => says('{}'), { mode: 'unsure' })
    await s.says('wx-r-003', 'room-xf-1', '5栋2单元电梯又坏了 请物业来修')
    expect(await s.count()).toBe(1)
    expect(llm.requests).toHaveLength(0)
  })

  test('one that we doubt gets the answer to that question, and only to that', async () => {
    const { street: s, llm } = await street(
      () =>
        says({
          is_matter: true,
          category: '0302',
          category_evidence: '铁盒子',
          place: aPlace({ name: '阳光花园' }),
          place_evidence: '铁盒子',
        }),
      { mode: 'unsure' },
    )
    await s.says('wx-r-003', 'room-xf-1', '铁盒子坏了 上不去楼')
    const [request] = llm.requests
    if (!request) throw new Error('nothing was asked')
    expect(shownIn(request).ask).not.toContain('place')
    expect(await s.petition()).toMatchObject({ category: '0302', place: { name: '幸福里小区' } })
  })

  test('chatter that sounds like a matter is let go when it is said to be none', async () => {
    const text = '电视里那个小区的电梯坏了一个月没人管'
    const alone = await neighbourhood('2026-03-02 09:00')
    await alone.says('wx-r-003', 'room-xf-1', text)
    const none = {
      is_matter: false,
      category: null,
      category_evidence: null,
      place: null,
      place_evidence: null,
    }
    const { street: s, llm } = await street(() => says(none), { mode: 'unsure' })
    await s.says('wx-r-003', 'room-xf-1', text)
    expect([await alone.count(), llm.requests.length, await s.count()]).toEqual([1, 1, 0])
  })
})
