import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, still, kevin] = ['wx-r-003', 'wx-r-004', 'wx-r-011'] as const
const estate = 'room-xf-1'
const property = staffAccount('S061')

async function darkStairs() {
  const street = await neighbourhood('2026-03-02 09:00')
  const first = await street.says(liu, estate, '5栋2单元楼道灯坏了，晚上黑漆漆的')
  await street.expectStatus('dispatched')
  return { ...street, first }
}

describe('joining in', () => {
  test('a neighbour says "me too", is counted, and takes it back by a word', async () => {
    const street = await darkStairs()
    await street.says(still, estate, '我家也是')
    expect((await street.petition()).supporters).toHaveLength(1)
    expect(street.kinds(still)).toEqual(['joined'])
    await street.says(still, 'dm', '不是同一件事，别算我')
    expect((await street.petition()).supporters).toEqual([])
    expect(street.kinds(still)).toEqual(['joined', 'unjoined'])
  })

  test('who went out is not counted again by the same words, and hears nothing of the end', async () => {
    const street = await darkStairs()
    await street.says(still, estate, '我家也是')
    await street.says(still, 'dm', '不是同一件事，别算我')
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '1001 已换灯泡，办结')
    expect(street.kinds(still)).not.toContain('resolved')
    expect(street.kinds(liu)).toContain('resolved')
  })

  test('the same matter told in private by another neighbour joins, too', async () => {
    const street = await darkStairs()
    await street.says(still, 'dm', '幸福里小区5栋2单元楼道灯坏了')
    expect(await street.count()).toBe(1)
    expect(street.kinds(still)).toEqual(['joined'])
  })
})

describe('putting right', () => {
  test('"it is building 6, not 5" moves the petition and says so', async () => {
    const street = await darkStairs()
    await street.says(liu, estate, '说错了，是6栋不是5栋')
    expect(await street.petition()).toMatchObject({ place: { building: '6' }, number: 1001 })
    expect(street.kinds(liu)).toContain('amended')
    expect(await street.count()).toBe(1)
  })

  test('"building 10" goes to another grid and its handler learns why', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(kevin, estate, '7栋3单元楼道里堆满了纸箱和旧家具，过不去人')
    const before = await street.petition()
    expect(before).toMatchObject({ grid: 'QS-XF-02' })
    await street.says(kevin, estate, '说错了，是10栋不是7栋')
    const after = await street.petition()
    expect(after).toMatchObject({ grid: 'QS-XF-03', place: { building: '10' } })
    expect(street.kinds(staffAccount('S010'))).toContain('taskMovedAway')
    expect(street.kinds(staffAccount('S011'))).toContain('task')
  })

  test('another resident cannot move it', async () => {
    const street = await darkStairs()
    await street.says(kevin, estate, '是6栋不是5栋')
    expect(await street.petition()).toMatchObject({ place: { building: '5' } })
  })
})

describe('taking back', () => {
  test('"not needed any more" withdraws it, and who has the task is told', async () => {
    const street = await darkStairs()
    await street.says(liu, estate, '不用了，已经好了')
    await street.expectStatus('withdrawn')
    expect(street.kinds(property)).toEqual(['task', 'taskWithdrawn'])
    await street.itIs('2026-03-20 09:00')
    expect(street.kinds(property)).toEqual(['task', 'taskWithdrawn'])
  })

  test('"撤回" in private does the same', async () => {
    const street = await darkStairs()
    await street.says(liu, 'dm', '撤回')
    await street.expectStatus('withdrawn')
    expect(street.kinds(liu)).toContain('withdrawn')
  })

  test('a message that is recalled takes its petition back', async () => {
    const street = await darkStairs()
    await street.says(liu, estate, '', { type: 'recall', recalls: street.first })
    await street.expectStatus('withdrawn')
  })

  test('a neighbour who says "solved with us" ends nothing for the others', async () => {
    const street = await darkStairs()
    await street.says(still, estate, '我家也是')
    await street.says(still, estate, '不用了，已经好了')
    await street.expectStatus('dispatched')
  })
})

describe('asking how it stands', () => {
  test('is answered in private with number, status, handler and date', async () => {
    const street = await darkStairs()
    await street.says(liu, 'dm', '修了没？')
    expect(street.told(liu).at(-1)).toMatch(/1001号.*待签收.*3月4日/)
    await street.says(property, 'dm', '签收')
    await street.says(liu, 'dm', '1001号进度')
    expect(street.told(liu).at(-1)).toMatch(/1001号.*办理中/)
  })

  test('who has no petition is told so', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(kevin, 'dm', '我的诉求到哪一步了')
    expect(street.told(kevin)).toEqual(['您名下没有诉求。有事直接说：什么事、在哪里。'])
  })

  test('"hurry" is passed on to who has it', async () => {
    const street = await darkStairs()
    await street.says(liu, 'dm', '催一下')
    expect(street.kinds(liu)).toContain('urged')
    expect(street.kinds(property)).toEqual(['task'])
    await street.itIs('2026-03-02 11:30')
    expect(street.kinds(property)).toEqual(['task', 'taskUrged'])
  })
})
