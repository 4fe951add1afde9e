import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Gateway, startGateway } from '../../bots/sandbox/gateway.ts'
import { simWorld } from '../../bots/sandbox/sim-world.ts'
import { type Ledger, ledgerOf } from '../../bots/wechat/ledger.ts'
import { likenessOf } from '../../bots/wechat/likeness.ts'
import { noPace } from '../../bots/wechat/pace.ts'
import { startPair } from '../../bots/wechat/standby.ts'
import { messageId, roomId } from '../../src/domain/ids.ts'
import { village } from '../contracts/chat-world.ts'
import { aHeard, at } from '../support/builders.ts'
import { aParcel, hasty, openInbox, openMedia, say } from './stage.ts'
import { openTidings } from './tidings.ts'

const soon = { timeout: 20_000, interval: 50 }
const toClose: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close()
})

const standby = { id: 'bot-2', name: '小邻二号' }

/** Two accounts on one platform; `veil`: the second sees ids of its own. */
async function twoAccounts(veil: string, isForgetful = false, groups: string[] | null = null) {
  const world = simWorld({ ...village, standby }, () => new Date())
  let first: Gateway = await startGateway(world)
  const second = await startGateway(world, { seat: { account: standby.id, veil } })
  toClose.push(second.stop, () => first.stop())
  if (groups) second.puppet.roomList = async () => groups
  const { inbox, kept } = openInbox()
  const { tidings, told } = openTidings()
  const options = {
    ...{ endpoint: first.endpoint, token: first.token, inbox, tidings, say, link: hasty },
    ...{ botNames: [], media: openMedia(), clock: () => new Date(), pace: noPace },
    ...{ report: () => {}, show: () => {} },
  }
  const pair = await startPair({
    primary: options,
    standby: { endpoint: second.endpoint, token: second.token },
    people: {
      roomOf: async (channel, room) => {
        const bare = channel === 'wechat' ? room : room.slice(veil.length)
        return bare === 'group-1' ? roomId('room-1') : undefined
      },
    },
    steadyIds: veil === '',
  })
  toClose.push(pair.stop)
  const states = () => [pair.primary.channel.health().state, pair.channel.health().state]
  await expect.poll(states, soon).toEqual(['up', 'up'])
  await expect
    .poll(() => pair.primary.account()?.name && pair.standby.account()?.name, soon)
    .toBe(standby.name)
  const texts = () => kept.filter(({ type }) => type === 'text').map(({ text }) => text)
  return {
    ...{ world, pair, kept, told, texts },
    says: (text: string, from = 'wang', room: string | null = 'group-1') =>
      world.post({ from, room, dmWith: room === null ? standby.id : null, type: 'text', text }).id,
    async cut() {
      await first.stop()
      await expect.poll(states, soon).toEqual(['down', 'up'])
    },
    async mend() {
      const port = Number(first.endpoint.split(':')[1])
      first = await startGateway(world, { port, token: first.token })
      first.puppet.faults.forgetful = isForgetful
      await expect.poll(states, soon).toEqual(['up', 'up'])
    },
    close: async () => {
      for (const close of toClose.splice(0).reverse()) await close()
    },
  }
}

describe.each([
  ['with the same ids', '', 'wechat'],
  ['with ids of its own', 'w2-', 'wechatStandby'],
])('a second account %s', (_, veil, channel) => {
  test('hears along, keeps what the first could not hear, once, and stops when it is back', async () => {
    const { says, texts, kept, cut, mend, told, pair } = await twoAccounts(veil)
    says('一')
    says('好')
    says('好')
    await expect.poll(texts, soon).toEqual(['一', '好', '好'])
    expect(kept.every((message) => message.channel === 'wechat')).toBe(true)
    await cut()
    says('二')
    says('好', 'li')
    await expect.poll(texts, soon).toEqual(['一', '好', '好', '二', '好'])
    expect(kept.at(-1)).toMatchObject({
      channel,
      room: `${veil}group-1`,
      sender: { id: `${veil}li` },
    })
    await mend()
    await expect.poll(() => pair.primary.channel.health().state, soon).toBe('up')
    await new Promise((done) => setTimeout(done, 7_000)) // and until then the second may be the faster one
    says('三')
    await expect.poll(texts, soon).toEqual(['一', '好', '好', '二', '好', '三'])
    await new Promise((done) => setTimeout(done, 2_500)) // both have looked again
    expect(texts()).toEqual(['一', '好', '好', '二', '好', '三'])
    expect(kept.at(-1)?.channel).toBe('wechat')
    expect(told.gaps).toEqual([])
  }, 60_000)
})

test('what the first account missed and cannot have repeated is no gap when the second heard it', async () => {
  const { says, texts, cut, mend, told } = await twoAccounts('', true)
  says('一')
  await expect.poll(texts, soon).toEqual(['一'])
  await cut()
  says('二')
  await mend()
  says('三')
  await expect.poll(texts, soon).toEqual(['一', '二', '三'])
  expect(told.gaps).toEqual([])
}, 60_000)

test('a group that only the first is in was not heard by the second: the gap is told', async () => {
  const { says, texts, cut, mend, told } = await twoAccounts('', true, ['group-1'])
  says('一')
  await expect.poll(texts, soon).toEqual(['一'])
  await cut()
  await mend()
  await expect.poll(() => told.gaps.map(({ channel }) => channel), soon).toEqual(['wechat'])
}, 60_000)

test('it speaks in groups only while the first cannot, and neither takes the other for a neighbour', async () => {
  const { world, pair, texts, says, cut } = await twoAccounts('')
  const parcel = (text: string) =>
    aParcel({ kind: 'room', channel: 'wechatStandby', room: 'group-1', mention: null }, text)
  const spoken = () => world.said({ room: 'group-1' }, 9).map(({ from, text }) => [from, text])
  expect(await pair.channel.deliver(parcel('抢话'))).toMatchObject({
    ...{ ok: false, problem: { kind: 'later' } },
  })
  const first = { kind: 'room', channel: 'wechat', room: 'group-1', mention: null } as const
  await pair.primary.channel.deliver(aParcel(first, '我是一号'))
  world.botIsIn('group-1', false)
  await expect
    .poll(async () => (await pair.channel.deliver(parcel('一号不在群里'))).ok, soon)
    .toBe(true)
  world.botIsIn('group-1', true)
  await cut()
  expect((await pair.channel.deliver(parcel('一号掉线了'))).ok).toBe(true)
  expect(spoken()).toEqual([
    ['bot', '我是一号'],
    ['bot-2', '一号不在群里'],
    ['bot-2', '一号掉线了'],
  ])
  says('收到', 'li')
  says('私下找二号', 'wang', null)
  await expect.poll(() => texts().sort(), soon).toEqual(['收到', '私下找二号'].sort())
}, 60_000)

test('it speaks in groups while the first is up but silenced', async () => {
  const { pair, world } = await twoAccounts('')
  const { channel } = pair.primary
  const silenced = { ...channel.health(), state: 'silenced' } as const
  const health = vi.spyOn(channel, 'health').mockReturnValue(silenced)
  const to = { kind: 'room', channel: 'wechatStandby', room: 'group-1', mention: null } as const
  expect((await pair.channel.deliver(aParcel(to, '一号被限制了'))).ok).toBe(true)
  expect(world.said({ room: 'group-1' }, 9).at(-1)).toMatchObject({ from: standby.id })
  health.mockRestore()
  expect((await pair.channel.deliver(aParcel(to, '抢话'))).ok).toBe(false)
}, 60_000)

test('when the second account cannot be started, the first is stopped', async () => {
  const world = simWorld(village, () => new Date())
  const gateway = await startGateway(world)
  toClose.push(gateway.stop)
  const { tidings, told } = openTidings()
  const lastHeardUntil = async (channel: string) => {
    if (channel === 'wechatStandby') throw new Error('the database is away')
    return undefined
  }
  const starting = startPair({
    primary: {
      ...{ endpoint: gateway.endpoint, token: gateway.token, inbox: openInbox().inbox, say },
      tidings: { ...tidings, lastHeardUntil },
      ...{ link: hasty, botNames: [], media: openMedia(), clock: () => new Date() },
      ...{ pace: noPace, report: () => {}, show: () => {} },
    },
    standby: { endpoint: gateway.endpoint, token: gateway.token },
    people: { roomOf: async () => undefined },
    steadyIds: true,
  })
  await expect(starting).rejects.toThrow('away')
  await wait(500)
  const rooms = told.rooms.length
  world.retitle('group-1', '新名字')
  await wait(1_000)
  expect(told.rooms).toHaveLength(rooms)
}, 60_000)

const nine = at('2026-03-02 09:00')
const said = (id: string, text: string, name = '王芳', secondsLater = 0) => ({
  group: 'g',
  message: aHeard(text, {
    ...{ id: messageId(id), room: 'g', sender: { id: `${id}-sender`, name, alias: '' } },
    sentAt: new Date(nine.getTime() + secondsLater * 1_000),
  }),
})

describe('the ledger of what was heard', () => {
  const noted = (...traces: ReturnType<typeof said>[]): Ledger => {
    const ledger = ledgerOf(false)
    for (const trace of traces) ledger.note(trace)
    return ledger
  }
  test.each([
    ['the same', said('b', '灯坏了'), true],
    ['four seconds later', said('b', '灯坏了', '王芳', 4), true],
    ['six seconds later', said('b', '灯坏了', '王芳', 6), false],
    ['by somebody else', said('b', '灯坏了', '李强'), false],
    ['other words', said('b', '灯好了'), false],
    ['calling one of us', said('b', '@小邻\u2005灯坏了'), true],
    ['in another group', { ...said('b', '灯坏了'), group: 'h' }, false],
  ])('knows it again: %s', (_, other, isSame) => {
    expect(noted(said('a', '灯坏了')).claim(other) !== undefined).toBe(isSame)
  })
  test('counts equal words, and answers the same twice', () => {
    const ledger = noted(said('a1', '好'), said('a2', '好', '王芳', 1))
    const claims = ['b1', 'b2', 'b3', 'b1'].map((id) => ledger.claim(said(id, '好'))?.id)
    expect(claims).toEqual(['a1', 'a2', undefined, 'a1'])
    expect(ledger.counterpart(messageId('b2'))).toBe('a2')
    ledger.forget(at('2026-03-02 09:10'))
    expect(ledger.claim(said('b1', '好'))).toBeUndefined()
  })
})

test('a group is proposed as one we know when several people were heard in both, never on one word', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  try {
    const words = ['楼道灯坏了三天', '物业来看过了吗', '还没有人来看过', '好的']
    const ledger = ledgerOf(false)
    const proposed: string[][] = []
    const likeness = likenessOf(ledger, (...one) => void proposed.push(one))
    const look = async () => {
      vi.advanceTimersByTime(11_000)
      await likeness.look(async () => roomId('room-1'))
    }
    const heard = async (i: number, name: string) => {
      const text = words[i] ?? ''
      ledger.note(said(`a${i}`, text, name))
      const { message } = said(`b${i}`, text, name)
      likeness.heard({ ...message, room: 'w2-g', sender: { ...message.sender, id: name } })
      await look()
    }
    await heard(0, '王芳')
    await heard(1, '王芳')
    await heard(3, '李强')
    expect(proposed).toEqual([])
    expect(likeness.isOpen()).toBe(true)
    await heard(2, '李强')
    expect(proposed).toEqual([['w2-g', 'room-1']])
    likeness.bound('w2-g')
    expect(likeness.isOpen()).toBe(false)
  } finally {
    vi.useRealTimers()
  }
})
