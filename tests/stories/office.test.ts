import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const [property, dispatcher, supervisor, municipal, streetDispatcher, manager] = [
  'S061',
  'S002',
  'S044',
  'S046',
  'S043',
  'S001',
].map(staffAccount) as [string, string, string, string, string, string]

async function darkStairs() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'room-xf-1', '5栋2单元楼道灯坏了，晚上黑漆漆的')
  await street.expectStatus('dispatched')
  return street
}

describe('sending back', () => {
  test('without a reason is asked for one, and the answer completes it', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '退回')
    expect(street.kinds(property).at(-1)).toBe('askReason')
    expect(await street.petition()).toMatchObject({ to: { code: 'WY1' } })
    await street.says(property, 'dm', '公共部位的灯是市政路灯，不归物业')
    expect(await street.petition()).toMatchObject({ to: { kind: 'community', code: 'QS-XF' } })
    expect(street.kinds(dispatcher)).toContain('task')
    expect(street.kinds(liu)).toContain('moved')
  })

  test('keeps the limit that the resident was promised', async () => {
    const street = await darkStairs()
    const before = await street.petition()
    await street.itIs('2026-03-03 10:00')
    await street.says(property, 'dm', '1001 退回：不归物业管')
    const after = await street.petition()
    expect('resolveDueAt' in after && after.resolveDueAt).toEqual(
      'resolveDueAt' in before && before.resolveDueAt,
    )
  })

  test('the third time it stays with the street, whose supervisor is told', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '1001 退回：不归物业管')
    await street.says(dispatcher, 'dm', '1001 转市政')
    expect(await street.petition()).toMatchObject({ to: { code: 'SZ' } })
    await street.says(municipal, 'dm', '1001 退回：楼道灯不归市政')
    await street.says(dispatcher, 'dm', '1001 转安居物业')
    await street.says(property, 'dm', '1001 退回：不归物业管')
    expect(await street.petition()).toMatchObject({ to: { kind: 'street' }, returns: 3 })
    expect(street.kinds(supervisor)).toContain('stuck')
    await street.says(streetDispatcher, 'dm', '1001 退回：不归我们')
    expect(await street.petition()).toMatchObject({ to: { kind: 'street' }, returns: 3 })
    expect(street.told(streetDispatcher).at(-1)).toContain('不能再退回')
  })
})

describe('passing on, asking for help, telling how it goes', () => {
  test('a transfer goes straight to who is named, and everybody concerned is told', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '1001 转市政')
    expect(await street.petition()).toMatchObject({ to: { code: 'SZ' }, status: 'dispatched' })
    expect(street.kinds(municipal)).toEqual(['task'])
    expect(street.kinds(liu)).toContain('moved')
    expect(street.kinds(property).at(-1)).toBe('done')
  })

  test('a transfer to nobody we know changes nothing and says how to name an office', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '1001 转给火星办')
    expect(await street.petition()).toMatchObject({ to: { code: 'WY1' } })
    expect(street.told(property).at(-1)).toContain('部门或网格名称')
  })

  test('a call for help reaches the community manager; the limit stands', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '1001 需要供电所协助断电才能换')
    expect(street.kinds(manager)).toContain('helpAsked')
    expect(street.kinds(liu)).toContain('helpSought')
    await street.expectStatus('handling')
    expect(await street.petition()).toMatchObject({
      helpAsked: [{ text: expect.stringContaining('断电') }],
    })
    expect(street.told(manager).at(-1)).toContain('1001 答复求助：怎么协调')
  })

  test('who was asked for help answers by its number; who asked hears it, and nobody waits any longer', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '1001 需要供电所协助断电才能换')
    await street.says(property, 'dm', '1001 答复求助：我自己来')
    expect(await street.petition()).toHaveProperty('helpAsked')
    await street.says(manager, 'dm', '1001 答复求助：')
    expect(await street.petition()).toHaveProperty('helpAsked')
    await street.says(manager, 'dm', '1001 答复求助：我约了供电所，明早九点断电')
    expect(street.kinds(property).at(-1)).toBe('helpAnswered')
    expect(street.told(property).at(-1)).toMatch(/求助答复.*明早九点断电/)
    expect(street.told(manager).at(-1)).toContain('答复已告知求助的人')
    expect(await street.petition()).not.toHaveProperty('helpAsked')
    await street.says(manager, 'dm', '1001 答复求助：再说一遍')
    expect(street.told(manager).at(-1)).toContain('没有等待审批的延期申请或求助')
  })

  test('a word on how it goes reaches the resident', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '1001 已联系厂家，配件明天到')
    await street.expectStatus('handling')
    expect(street.told(liu).at(-1)).toContain('配件明天到')
  })

  test.each(['你好', '在吗', '我的任务', '怎么用', '早上好'])(
    '"%s" from who holds a task is no news of it',
    async (text) => {
      const street = await darkStairs()
      await street.says(property, 'dm', '签收')
      const told = street.told(liu).length
      await street.says(property, 'dm', text)
      expect(street.told(liu)).toHaveLength(told)
    },
  )

  test('"我的任务" lists what lies with them', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '我的任务')
    expect(street.told(property).at(-1)).toMatch(/您手上有1件[\s\S]*1001号/)
    await street.says(supervisor, 'dm', '我的任务')
    expect(street.told(supervisor)).toEqual(['您手上没有任务。'])
  })
})

describe('done', () => {
  test('with the photo sent before the words', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '', { photo: 'new-lamp' })
    await street.says(property, 'dm', '已换灯泡，办结')
    expect(await street.petition()).toMatchObject({
      status: 'resolved',
      resultPhotos: ['new-lamp'],
      inTime: true,
    })
    const letter = street.delivered.find(({ parcel }) =>
      parcel.notices.some(({ kind }) => kind === 'resolved'),
    )
    expect(letter?.parcel.notices[0]).toMatchObject({ photos: ['new-lamp'] })
  })

  test('with the photo sent after the words', async () => {
    const street = await darkStairs()
    await street.says(property, 'dm', '签收')
    await street.says(property, 'dm', '1001 已换灯泡，办结')
    await street.says(property, 'dm', '', { photo: 'new-lamp' })
    const petition = await street.petition()
    const timeline = await street.desk.petitions.timeline(petition.id)
    expect(timeline.at(-1)).toMatchObject({ kind: 'noted', photos: ['new-lamp'] })
    expect(street.kinds(liu).at(-1)).toBe('noted')
  })
})

describe('an order that is not yours to give', () => {
  test.each([
    [staffAccount('S062'), '1001 签收'],
    [staffAccount('S062'), '1001 已换灯泡，办结'],
    [staffAccount('S009'), '1001 退回：不在本网格'],
    [staffAccount('S009'), '1001 转市政'],
  ])('%s: "%s" is refused in one clear sentence', async (account, text) => {
    const street = await darkStairs()
    await street.says(account, 'dm', text)
    expect(street.told(account)).toEqual(['1001号：这件诉求不在您名下，不能进行这项操作。'])
    expect(await street.petition()).toMatchObject({ status: 'dispatched', version: 1 })
  })
})
