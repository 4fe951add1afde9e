import { expect, test } from 'vitest'
import { rooms } from '../../src/cli/operator/rooms.ts'
import { at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { neighbourhood } from '../support/neighbourhood.ts'

const now = '2026-03-02 09:00'

async function office() {
  const { desk } = await neighbourhood(now)
  const stores = memory({ book: await desk.rulebooks.current() })
  const seen = { ...stores, clock: () => at(now) }
  return { stores, rooms: (...words: string[]) => rooms(words, seen, stores.bindRoom) }
}

test('groups are shown by their present names, with what they are, and when we were deaf', async () => {
  const { stores, rooms } = await office()
  await stores.rooms.seen('wechat', 'room-xf-1', '幸福里大群')
  await stores.rooms.seen('wechatStandby', '@@7f', '幸福里大群')
  await stores.rooms.lost('wechatStandby', '@@7f', at('2026-03-02 08:00'))
  const [fromAt, untilAt] = [at('2026-03-01 09:00'), at('2026-03-01 10:00')]
  await stores.gaps.keep({ channel: 'wechat', fromAt, untilAt })
  const shown = await rooms()
  expect(shown.ok && shown.value).toEqual([
    expect.stringMatching(/^wechat room-xf-1 幸福里大群（资料里叫 .+） → room-xf-1$/),
    'wechatStandby @@7f 幸福里大群 → 未绑定 unbound，3月2日（周一）08:00被移出',
    '群 2 groups；7天内漏听 1 times deaf',
    '微信 3月1日（周日）09:00 – 3月1日（周日）10:00',
  ])
})

test('a group is bound to a room that exists, on a channel that exists', async () => {
  const { stores, rooms } = await office()
  expect((await rooms('bind', 'wechatStandby', '@@7f', 'room-xf-1')).ok).toBe(true)
  expect(await stores.people.roomOf('wechatStandby', '@@7f')).toBe('room-xf-1')
  for (const words of [
    ['bind', 'wechatStandby', '@@7f', 'no-such-room'],
    ['bind', 'pigeon', '@@7f', 'room-xf-1'],
    ['bind', 'wechat'],
    ['unbind', 'wechat', 'a', 'room-xf-1'],
  ])
    expect((await rooms(...words)).ok).toBe(false)
})
