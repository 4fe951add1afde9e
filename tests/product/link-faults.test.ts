import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { wechatChannel } from '../../bots/wechat/channel.ts'
import type { LinkPuppet } from '../../bots/wechat/link-puppet.ts'
import { noPace, paceOf } from '../../bots/wechat/pace.ts'
import { receiptsBook } from '../../bots/wechat/receipts.ts'
import { letterId } from '../../src/domain/ids.ts'
import type { Parcel } from '../../src/flows/ports/channels.ts'
import { sayAll } from '../../src/texts/say.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const to = { kind: 'person', channel: 'wechat', account: 'wx-r-003' } as const
const help = (id: string): Parcel => ({ id: letterId(id), to, notices: [{ kind: 'help' }] })

/** A platform on a link that can be cut, before or after what we say has got through. */
function platform() {
  const receipts = receiptsBook()
  const said: { readonly id: string; readonly text: string; readonly at: Date }[] = []
  const link = { up: true, breaks: 'never' as 'never' | 'before' | 'after' }
  const puppet = {
    get up() {
      return link.up
    },
    isLoggedIn: true,
    contactPayload: async () => ({}),
    async messageSendText(_: string, text: string) {
      const breaks = link.breaks
      if (breaks !== 'before') said.push({ id: `m${said.length}`, text, at: new Date() })
      if (breaks !== 'never') throw Object.assign(new Error('14 UNAVAILABLE'), { code: 14 })
    },
  } as unknown as LinkPuppet
  const channel = wechatChannel({
    ...{ name: 'wechat', lastHeard: () => null, codeToScan: () => null },
    ...{ puppet, receipts, pace: paceOf(noPace), listenMs: 0, say: sayAll },
    clock: () => new Date(),
    names: { of: async () => ({ name: '', alias: '' }), forget: () => {} },
    media: { load: async () => undefined },
    async replay() {
      for (const { id, text, at } of said) receipts.note(id, { chat: to.account, text, at })
    },
    toFile: () => {
      throw new Error('no pictures here')
    },
    report: () => {},
  })
  return { channel, said, link }
}

test('the link was down when we asked what had arrived: it is asked again, not said again', async () => {
  const { channel, said, link } = platform()
  await channel.deliver(help('l1')) // and then we died
  const { channel: reborn, link: newLink, said: newSaid } = platform()
  newSaid.push(...said)
  newLink.up = false
  const asked = reborn.arrived([help('l1')], new Date(Date.now() - 60_000))
  const refused = expect(asked).rejects.toThrow('the link is not back')
  await vi.advanceTimersByTimeAsync(20_000)
  await refused
  newLink.up = true
  expect(await reborn.deliver(help('l1'))).toMatchObject({ ok: true })
  expect(newSaid).toHaveLength(1)
  expect(link.up).toBe(true)
})

test.each<['before' | 'after', number]>([
  ['before', 2],
  ['after', 2],
])(
  'the same words twice, the link cut %s the second: both are said, none more',
  async (cut, count) => {
    const { channel, said, link } = platform()
    await channel.deliver(help('l1'))
    await vi.advanceTimersByTimeAsync(5_000)
    link.breaks = cut
    expect(await channel.deliver(help('l2'))).toMatchObject({ ok: false })
    link.breaks = 'never'
    expect(await channel.deliver(help('l2'))).toMatchObject({ ok: true })
    expect(said).toHaveLength(count)
  },
)

test.each(['', '@刘\u2005', '@5-2-301刘\u2005@刘\u2005'])(
  'a line to a group is known again, whatever name the platform put before it: "%s"',
  (before) => {
    const receipts = receiptsBook()
    const at = new Date()
    receipts.note('m1', { chat: 'room-xf-1', text: `${before}已登记1005号`, at })
    const sought = [{ chat: 'room-xf-1', text: '已登记1005号' }]
    expect(receipts.found(sought, at)).toEqual(sought)
  },
)
