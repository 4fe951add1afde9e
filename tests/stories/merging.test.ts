import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/domain/petition/command.ts'
import { actOnPetition } from '../../src/flows/act-on-petition.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, still, zhao] = ['wx-r-003', 'wx-r-004', 'wx-r-001'] as const
const property = staffAccount('S061')
const room = 'room-xf-1'

/** One neighbour reports, a day later another tells what may be the same in other words. */
async function toldTwice(where = 'dm', again = '5栋2单元楼梯间太暗了，老人下楼看不见') {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了三天了')
  await street.itIs('2026-03-03 09:00')
  await street.says(still, where, where === 'dm' ? `幸福里小区${again}` : again)
  return street
}

describe('what may be the same as an open petition', () => {
  test('is registered at once, and its reporter is asked', async () => {
    const street = await toldTwice()
    expect(await street.count()).toBe(2)
    await street.expectStatus('dispatched', 1002)
    expect(street.told(still).at(-1)).toMatch(/1001号 楼道照明（幸福里小区5栋），是不是同一件事/)
  })

  test('in a group is asked in the one registering line, with no door', async () => {
    const street = await toldTwice(room)
    const lines = street.inRoom(room)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/已登记1002号.*1001号 楼道照明（幸福里小区5栋），是不是同一件事/)
    expect(lines[0]).not.toMatch(/单元|301|楼梯间/)
    await street.says(still, room, '是的')
    await street.expectStatus('withdrawn', 1002)
    expect(street.inRoom(room)).toHaveLength(1)
  })

  test('goes into it on a yes: people and words, and its handlers need not come twice', async () => {
    const street = await toldTwice()
    await street.says(still, 'dm', '是')
    const lamp = await street.petition(1001)
    expect(lamp.supporters.map(({ person }) => person)).toEqual([await street.person(still)])
    expect(lamp.words.join()).toContain('楼梯间')
    expect(await street.petition(1002)).toMatchObject({
      status: 'withdrawn',
      mergedInto: { petition: lamp.id, number: 1001 },
    })
    expect(street.told(still).at(-1)).toContain('已把1002号并入1001号')
    expect(street.kinds(property)).toContain('taskMerged')
    await street.says(property, 'dm', '1001 已换灯泡，办结')
    expect(street.kinds(still).at(-1)).toBe('resolved')
  })

  test('goes into it in one stroke, and comes out of it in one', async () => {
    const street = await toldTwice()
    const { record } = street.desk.petitions
    const strokes: string[] = []
    street.desk.petitions.record = (entries, now) => {
      for (const { petition, with: other } of entries)
        if (petition) strokes.push(`${petition.number} with ${other?.petition.number}`)
      return record(entries, now)
    }
    await street.says(still, 'dm', '是')
    await street.says(still, 'dm', '不是一件事')
    expect(strokes).toEqual(['1002 with 1001', '1002 with 1001'])
    await street.expectStatus('dispatched', 1002)
    expect((await street.petition(1001)).supporters).toEqual([])
    expect(street.faults).toEqual([])
  })

  test('stays apart on a no', async () => {
    const street = await toldTwice()
    await street.says(still, 'dm', '不是')
    await street.expectStatus('dispatched', 1002)
    expect((await street.petition(1001)).supporters).toEqual([])
    expect(street.kinds(still).at(-1)).toBe('keptApart')
    await street.says(still, 'dm', '是')
    await street.expectStatus('dispatched', 1002)
  })

  test('stays apart when nobody answers, also on a yes of the day after', async () => {
    const street = await toldTwice()
    await street.itIs('2026-03-04 10:00')
    await street.says(still, 'dm', '是')
    await street.expectStatus('dispatched', 1002)
  })

  test('in a group only the one who was asked is heard', async () => {
    const street = await toldTwice(room)
    await street.says(zhao, room, '是的')
    await street.expectStatus('dispatched', 1002)
  })

  test.each(['是', '嗯，是的', '对对对', '是同一件事', '没错。', '@邻里 是的', '好的', '系啊'])(
    'goes into it on 「%s」 in private',
    async (yes) => {
      const street = await toldTwice()
      await street.says(still, 'dm', yes)
      await street.expectStatus('withdrawn', 1002)
    },
  )

  test.each(['系统显示到哪一步了？', '是同一件事吗？', '对了', '是不是'])(
    'stays as it is on 「%s」 in private',
    async (words) => {
      const street = await toldTwice()
      await street.says(still, 'dm', words)
      await street.expectStatus('dispatched', 1002)
      expect(street.kinds(still)).not.toContain('keptApart')
    },
  )

  test.each(['对了，谁有开锁师傅电话', '就是说嘛，物业太差了', '一样的价钱人家服务好多了', '好的'])(
    'stays as it is on 「%s」 in a group',
    async (words) => {
      const street = await toldTwice(room)
      await street.says(still, room, words)
      await street.expectStatus('dispatched', 1002)
    },
  )

  test('in a group is answered soon, or to us', async () => {
    const street = await toldTwice(room)
    await street.itIs('2026-03-03 09:30')
    await street.says(still, room, '是的')
    await street.expectStatus('dispatched', 1002)
    await street.says(still, room, '是的', { mentionsUs: true })
    await street.expectStatus('withdrawn', 1002)
  })

  test.each(['地下室不对劲，有股臭味', '3栋门禁不对，刷不开', '3栋电梯也坏了，不是灯'])(
    'is not kept apart by a new matter: 「%s」',
    async (words) => {
      const street = await toldTwice()
      await street.says(still, 'dm', words)
      expect(street.kinds(still)).not.toContain('keptApart')
    },
  )

  test.each(['不是', '不对', '不是一件事', '两件事', '不用', '不一样的'])(
    'stays apart on 「%s」 in private',
    async (words) => {
      const street = await toldTwice()
      await street.says(still, 'dm', words)
      expect(street.kinds(still).at(-1)).toBe('keptApart')
    },
  )

  test('a new matter is no answer', async () => {
    const street = await toldTwice()
    await street.says(still, 'dm', '建设路52号门口有人占道摆摊')
    await street.expectStatus('dispatched', 1002)
    expect(await street.count()).toBe(3)
  })
})

describe('gravity', () => {
  /** What the second reporter told since makes theirs graver. */
  async function graver(raise: Extract<Command, { kind: 'amend' }>['raise'], where = 'dm') {
    const street = await toldTwice(where)
    const { id, reporter } = await street.petition(1002)
    const told = { kind: 'amend', text: '', messages: [], place: null, category: null } as const
    const done = await actOnPetition(
      {
        petition: id,
        command: { ...told, raise },
        by: { kind: 'person', id: reporter.person, staff: null },
        cause: { kind: 'press', key: 'graver' },
      },
      street.desk,
    )
    expect(done.ok).toBe(true)
    await street.itIs('2026-03-03 09:02')
    return street
  }

  test('goes over: somebody frail is concerned, and its handler stays', async () => {
    const street = await graver({ urgency: 'normal', danger: null, vulnerable: true })
    const before = await street.petition(1001)
    await street.says(still, 'dm', '是')
    await street.expectStatus('withdrawn', 1002)
    const lamp = await street.petition(1001)
    expect(lamp).toMatchObject({ vulnerable: true, urgency: 'normal', status: before.status })
    expect(lamp.words.join()).toContain('楼梯间')
  })

  test('goes over: it is urgent, and its handlers get it anew', async () => {
    const street = await graver({ urgency: 'urgent', danger: null })
    const due = async () => {
      const lamp = await street.petition(1001)
      return 'resolveDueAt' in lamp ? lamp.resolveDueAt.getTime() : Number.NaN
    }
    const tasks = () => street.kinds(property).filter((kind) => kind === 'task').length
    const [promised, before] = [await due(), tasks()]
    await street.says(still, 'dm', '是')
    await street.expectStatus('withdrawn', 1002)
    expect(await street.petition(1001)).toMatchObject({ urgency: 'urgent', vulnerable: false })
    expect(await due()).toBeLessThanOrEqual(promised)
    expect(tasks()).toBe(before + 1)
  })

  test.each(['dm', room])(
    'an emergency since then is not merged, and both stand (%s)',
    async (where) => {
      const street = await graver({ urgency: 'emergency', danger: 'electric' }, where)
      await street.says(still, where, '是的')
      await street.expectStatus('dispatched', 1002)
      expect((await street.petition(1001)).supporters).toEqual([])
      expect(street.kinds(still).at(-1)).toBe('keptApart')
    },
  )
})

describe('what was merged', () => {
  test('is parted by a plain sentence, and everything is as before', async () => {
    const street = await toldTwice()
    await street.says(still, 'dm', '是')
    await street.says(still, 'dm', '不是一件事')
    await street.expectStatus('dispatched', 1002)
    expect((await street.petition(1002)).reporter.person).toBe(await street.person(still))
    const lamp = await street.petition(1001)
    expect(lamp.supporters).toEqual([])
    expect(lamp.notTheirs).toEqual([await street.person(still)])
    expect(street.kinds(still).at(-1)).toBe('unmerged')
    expect(street.kinds(property).at(-1)).toBe('task')
  })

  test.each(['不是同一件', '不是一回事', '分开吧', '两件事'])(
    'is parted by 「%s」',
    async (words) => {
      const street = await toldTwice()
      await street.says(still, 'dm', '是')
      await street.says(still, 'dm', words)
      await street.expectStatus('dispatched', 1002)
    },
  )

  test.each([
    '是不是明天来修？',
    '不是说今天来吗',
    '物业电话不对，打不通',
    '不是同一件吗？',
    '是不是一件事',
  ])('is not parted by 「%s」', async (words) => {
    const street = await toldTwice()
    await street.says(still, 'dm', '是')
    await street.says(still, 'dm', words)
    await street.expectStatus('withdrawn', 1002)
  })

  test('is parted no more after a day', async () => {
    const street = await toldTwice()
    await street.says(still, 'dm', '是')
    await street.itIs('2026-03-04 12:00')
    await street.says(still, 'dm', '不是一件事')
    await street.expectStatus('withdrawn', 1002)
  })
})

test('who asks not to be named joins nobody unasked, and is asked in private', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了三天了')
  await street.says(still, room, '5栋2单元楼道灯还是坏的，别说是我说的')
  expect(await street.petition(1002)).toMatchObject({ confidential: true, status: 'dispatched' })
  expect(street.inRoom(room)).toEqual([])
  expect(street.told(still).at(-1)).toContain('是不是同一件事')
  await street.says(still, 'dm', '是')
  const lamp = await street.petition(1001)
  expect(lamp.supporters).toHaveLength(1)
  expect(lamp.words.join()).not.toContain('别说是我')
})

test('an emergency is neither joined nor asked about', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道里煤气味好大')
  await street.says(still, 'dm', '幸福里小区5栋2单元煤气味好大，快来人')
  expect(await street.count()).toBe(2)
  expect(street.told(still).join()).not.toContain('同一件')
})

test('while the place is asked for, nothing else is: a yes merges nothing', async () => {
  const street = await neighbourhood()
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了三天了')
  await street.says('wx-new', room, '楼道灯坏了，太黑了')
  expect(street.kinds('wx-new')).toEqual(['groupPlaceAsked'])
  await street.says('wx-new', room, '是的')
  await street.expectStatus('received', 1002)
  expect((await street.petition(1001)).supporters).toEqual([])
})
