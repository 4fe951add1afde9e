import { describe, expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [head, worker] = [staffAccount('S039'), staffAccount('S015')]
/** 河滨新村1-1-302. */
const neighbour = 'wx-r-034'
type Street = Awaited<ReturnType<typeof neighbourhood>>
const states = async (street: Street) =>
  Object.fromEntries(
    (await street.desk.errands.since(new Date(0))).map(({ number, state }) => [number, state]),
  )

/** Said to be done: who asked for it is asked. */
async function reported() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(neighbour, 'dm', '请户长帮我去医院取一下降压药')
  await street.says(head, 'dm', '代办1号办好了')
  return street
}

describe('while who asked for an errand is asked whether it is done', () => {
  test.each([
    '我们单元楼道灯坏了三天了，麻烦来修一下，谢谢',
    '1号楼1单元门口垃圾堆了两天，还没来收，辛苦安排一下',
  ])('a trouble is a petition, however it thanks: %s', async (words) => {
    const street = await reported()
    await street.says(neighbour, 'dm', words)
    expect(await street.count()).toBe(1)
    expect(await states(street)).toEqual({ 1: 'reported' })
  })

  test('the next errand is one of its own', async () => {
    const street = await reported()
    await street.says(neighbour, 'dm', '请户长再帮我买点菜，谢谢')
    expect(await states(street)).toEqual({ 1: 'reported', 2: 'asked' })
  })

  test.each([
    ['收到了，谢谢户长', 'done'],
    ['请户长帮我取的药收到了，谢谢', 'done'],
    ['挺好的，谢谢', 'done'],
    ['药还没送来', 'taken'],
    ['没有啊，都等了两天了，药还没送到', 'taken'],
    ['送错了，不是这个药', 'taken'],
  ])('they answer: %s', async (words, state) => {
    const street = await reported()
    await street.says(neighbour, 'dm', words)
    expect(await states(street)).toEqual({ 1: state })
    expect(await street.count()).toBe(0)
  })
})

describe('a head with an errand in hand', () => {
  async function inHand() {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(head, 'dm', '帮1号楼的王奶奶代办：取老年证')
    return street
  }

  test('writes the next one down', async () => {
    const street = await inHand()
    await street.says(head, 'dm', '帮1号楼的李大爷代办：把药送到家')
    expect(await states(street)).toEqual({ 1: 'taken', 2: 'taken' })
  })

  test('tells a trouble', async () => {
    const street = await inHand()
    await street.says(head, 'dm', '河滨新村1号楼1单元楼道灯坏了，换了灯泡都送到物业了也不来装')
    expect(await street.count()).toBe(1)
    expect(await states(street)).toEqual({ 1: 'taken' })
  })

  test.each(['取回来了，老年证送到家里了', '办好了', '表送到了，老人缺米，已告诉社区'])(
    'says that it is done: %s',
    async (words) => {
      const street = await inHand()
      await street.says(head, 'dm', words)
      expect(await states(street)).toEqual({ 1: 'done' })
      expect(await street.count()).toBe(0)
    },
  )

  test('names in a reason nobody who has not agreed', async () => {
    const street = await inHand()
    await street.says(head, 'dm', '代办1号办不了：王奶奶不在家')
    expect(street.told(worker).at(-1)).toContain('户长办不了')
    expect(street.told(worker).join()).not.toContain('王奶奶')
  })
})

test('a head agrees to what is asked in the words of a consent', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(neighbour, 'dm', '请户长帮我去医院取一下降压药')
  await street.says(head, 'dm', '代办1号同意')
  expect(await states(street)).toEqual({ 1: 'taken' })
})

describe('who has a petition and an errand', () => {
  test.each([
    ['灯已经修好了，不用了', 'asked', 'withdrawn'],
    ['药不用取了', 'dropped', 'dispatched'],
    ['路灯我们自己处理好了，撤回吧', 'asked', 'withdrawn'],
  ])('takes back the one that is meant: %s', async (words, errand, petition) => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(neighbour, 'dm', '请户长帮我去医院取一下降压药')
    await street.says(neighbour, 'dm', '我们单元楼道灯坏了三天了')
    await street.says(neighbour, 'dm', words)
    expect(await states(street)).toEqual({ 1: errand })
    expect((await street.petition()).status).toBe(petition)
  })
})

test('who binds an account between the offer and its answer has asked as who they are now', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-second', 'dm', '我家住河滨新村1号楼1单元，请户长帮我交一下电费')
  await street.says(neighbour, 'dm', '绑定')
  const [code] = /\d{6}/.exec(street.told(neighbour).at(-1) ?? '') ?? []
  await street.says('wx-second', 'dm', `绑定 ${code}`)
  await street.says('wx-second', 'dm', '好的')
  const [errand] = await street.desk.errands.since(new Date(0))
  expect(errand).toMatchObject({ state: 'passed', asker: await street.person(neighbour) })
})

describe('who has a petition and an errand says only 不用了', () => {
  const both = async (minutesLater = 60) => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(neighbour, 'dm', '请户长帮我去医院取一下降压药')
    await street.itIs('2026-03-02 10:00')
    await street.says(neighbour, 'dm', '我们单元楼道灯坏了三天了')
    await street.itIs(`2026-03-02 ${10 + Math.floor(minutesLater / 60)}:0${minutesLater % 60}`)
    await street.says(neighbour, 'dm', '不用了')
    return street
  }
  const standing = async (street: Street) => [
    (await states(street))[1],
    (await street.petition()).status,
  ]

  test('they are asked which, and nothing is dropped', async () => {
    const street = await both()
    expect(await standing(street)).toEqual(['asked', 'dispatched'])
    expect(street.told(neighbour).at(-1)).toMatch(/代办1号（.*取.*）.*诉求1001号（.*）/)
  })

  test.each([
    ['代办的', ['dropped', 'dispatched']],
    ['药那个', ['dropped', 'dispatched']],
    ['代办1号不用了', ['dropped', 'dispatched']],
    ['灯', ['asked', 'withdrawn']],
    ['楼道灯', ['asked', 'withdrawn']],
    ['1001', ['asked', 'withdrawn']],
    ['1001号不用了', ['asked', 'withdrawn']],
    ['都不用了', ['dropped', 'withdrawn']],
    ['谢谢', ['asked', 'dispatched']],
    ['灯还没修好', ['asked', 'dispatched']],
    ['楼道灯还要修', ['asked', 'dispatched']],
    ['代办还要', ['asked', 'dispatched']],
    ['都要', ['asked', 'dispatched']],
    ['两件都还需要', ['asked', 'dispatched']],
    ['都要取消', ['dropped', 'withdrawn']],
  ])('and answer: %s', async (words, expected) => {
    const street = await both()
    await street.says(neighbour, 'dm', words)
    expect(await standing(street)).toEqual(expected)
  })

  test('right after one of them, it is that one', async () => {
    expect(await standing(await both(5))).toEqual(['asked', 'withdrawn'])
  })
})
