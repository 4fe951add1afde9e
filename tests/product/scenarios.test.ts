import { describe, expect, test } from 'vitest'
import { exposures } from '../../src/cli/demo/exposure.ts'
import { playScenario } from '../../src/cli/demo/play-scenario.ts'
import type { WrittenScenario } from '../../src/cli/demo/scenario.ts'
import { playOnStage, scenarioNamed, scenarioNames } from '../../src/cli/demo/scenarios.ts'
import type { Stage } from '../../src/cli/demo/stage.ts'
import type { Parcel } from '../../src/flows/ports/channels.ts'
import { smallBook } from '../support/book.ts'

const street = 'db/sample-street'

const written = await Promise.all(
  scenarioNames().map(async (name) => {
    const found = await scenarioNamed(name)
    return found.ok && 'steps' in found.value ? [{ name, scenario: found.value }] : []
  }),
)

const play = async (scenario: WrittenScenario, look?: (stage: Stage) => Promise<void>) => {
  const lines: string[] = []
  const went = await playOnStage(scenario, street, (line) => lines.push(line), look)
  return { went, told: lines.join('\n') }
}

describe('written scenarios', () => {
  test.each(written.flat())(
    '$name goes as it is written, and exposes nobody',
    async ({ scenario }) => {
      const { went, told } = await play(scenario)
      expect(told).toMatch(/\n全部 \d+ 步都与剧本一致；发出的 \d+ 条消息没有泄露个人信息。$/)
      expect(went).toBe(true)
    },
    120_000,
  )
})

test('what does not go as it is written is named, step by step', async () => {
  const { went, told } = await play({
    title: '写错了的剧本',
    start: '2026-03-02 09:00',
    steps: [
      {
        who: 'wx-r-003',
        where: 'room-xf-1',
        says: '5栋2单元楼道灯坏了',
        registers: 'lamp',
        expect: {
          told: { 'room-xf-1': '已经修好' },
          notTold: { 'wx-staff-061': '新任务' },
          silent: ['room-xf-1'],
          stands: { lamp: { status: 'closed', resolveDueAt: '2026-03-04 23:59' } },
        },
      },
      { who: 'wx-r-003', where: 'room-xf-1', says: '大家早', registers: 'nothing' },
    ],
  })
  expect(went).toBe(false)
  expect(told).toContain('与剧本不符 5 处')
  expect(told).toContain('应告诉 room-xf-1“已经修好”，实际：已登记1001号')
  expect(told).toContain('不应告诉 wx-staff-061“新任务”')
  expect(told).toContain('不应对 room-xf-1 说话')
  expect(told).toContain('诉求“lamp” status 应为 closed，实为 dispatched')
  expect(told).toContain('应登记“nothing”，没有登记')
}, 120_000)

describe('the search for what nobody may read', () => {
  const petition = {
    id: 'p',
    reporter: { person: 'liu' },
    supporters: [],
    words: ['楼上四楼那家天天半夜砸墙'],
    confidential: true,
    kind: 'dispute',
  }
  const stage = (to: Parcel['to'], result: string) =>
    ({
      parcels: [
        {
          at: new Date('2026-03-02T01:00:00Z'),
          parcel: { to, notices: [{ kind: 'resolved', brief: {}, result, photos: [] }] },
        },
      ],
      desk: {
        petitions: { list: async () => [petition] },
        errands: { since: async () => [{ words: '请户长帮我去医院取降压药' }] },
        people: {
          find: async () => [{ id: 'liu', name: '小刘在路上', rooms: [{ alias: '5-2-301刘' }] }],
        },
      },
      street: {
        book: { ...smallBook, staff: [{ id: 's', name: '何淑芬' }] },
        residents: [{ account: 'wx-r-003', nickname: '小刘在路上' }],
        members: [{ room: 'room-xf-1', account: 'wx-r-003', alias: '5-2-301刘' }],
      },
      world: { nameOf: () => '小刘在路上' },
    }) as unknown as Stage
  const room = { kind: 'room', channel: 'wechat', room: 'room-xf-1', mention: null } as const
  const party = { kind: 'person', channel: 'wechat', account: 'wx-r-004' } as const

  test.each([
    ['已电话联系13812345678', 'phone'],
    ['身份证11010519491231002X', 'identity'],
    ['5-2-301门口', 'door'],
    ['5栋2单元301已经修好', 'door'],
    ['谢谢小刘在路上', 'person'],
    ['半夜砸墙的事已经调解', 'quarrel'],
    ['已替邻居去医院取降压药', 'errand'],
  ])('in a group “%s” is seen as %s', async (words, what) => {
    const found = await exposures(stage(room, words))
    expect(found.map((one) => one.what)).toContain(what)
  })

  test('what may be said is let be', async () => {
    expect(await exposures(stage(room, '5栋2单元楼道灯已换好，何淑芬看过'))).toEqual([])
  })

  test.each(['小刘在路上说的', '5-2-301反映', '有人说您家天天半夜砸墙'])(
    'who is complained about must not read “%s”, until it is agreed',
    async (words) => {
      const against = { petition: petition as never, party: 'wx-r-004' }
      const [found] = await exposures(stage(party, words), [against])
      expect(found).toMatchObject({ reader: 'wx-r-004', what: 'complainant' })
      const agreed = { ...against, knowsFrom: '2026-03-02 08:00' }
      expect(await exposures(stage(party, words), [agreed])).toEqual([])
    },
  )
})

test('a script that goes back in time is a fault of ours', async () => {
  const stage = {
    clock: () => new Date('2026-03-02T01:00:00Z'),
    time: {},
    parcels: [],
    entries: [],
  }
  const back: WrittenScenario = {
    title: '',
    start: '2026-03-02 09:00',
    steps: [{ at: '2026-03-01 09:00', who: 'wx-r-003', says: '漏水了' }],
  }
  await expect(playScenario(back, stage as unknown as Stage, () => {})).rejects.toThrow('goes back')
})
