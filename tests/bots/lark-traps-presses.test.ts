import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, onTestFinished, test } from 'vitest'
import type { OnPress, Press } from '../../bots/lark/accept.ts'
import { larkSet } from './lark-stage.ts'

describe.each(['socket', 'webhook'] as const)('presses by %s (4.3)', (mode) => {
  const card = (words: string) => ({
    schema: '2.0',
    body: {
      elements: [
        {
          ...{ tag: 'button', name: 'b_accept', text: { tag: 'plain_text', content: words } },
          behaviors: [{ type: 'callback', value: { a: 'accept', v: 7, operator: 'ou_zhao' } }],
        },
      ],
    },
  })
  const withCard = async (onPress: OnPress) => {
    let sent = ''
    const set = await larkSet(
      mode,
      {},
      {
        cards: (gateway) => {
          void gateway.send('ou_li', 'interactive', card('接单'), 'c1').then(({ message }) => {
            sent = message
          })
          return {
            ...{ cardFor: async () => null, onPress },
            surface: { channel: 'lark', replace: async () => 'shown', send: async () => 'later' },
          }
        },
      },
    )
    onTestFinished(set.close)
    await expect.poll(() => sent).not.toBe('')
    return { ...set, lark: set.lark, sent }
  }
  let presses: Press[] = []
  afterEach(() => {
    presses = []
  })
  const obeying: OnPress = async (press) => {
    presses.push(press)
    return { toast: { type: 'success', content: '已接单' }, card: card('退回') }
  }
  test('who pressed is the platform’s word, whatever the button says', async () => {
    const { lark, sent } = await withCard(obeying)
    const seen = await lark.press(sent, 'ou_li', '接单')
    expect(seen).toMatchObject({ error: null, toast: { type: 'success', content: '已接单' } })
    expect(JSON.stringify(seen.card)).toContain('退回')
    expect(presses).toMatchObject([
      { operator: 'ou_li', message: sent, name: 'b_accept', value: { a: 'accept', v: 7 } },
    ])
  })
  test('one that takes longer than Lark waits is answered at once, and the card follows', async () => {
    const { lark, sent } = await withCard(async (press) => {
      await pause(2_500)
      return obeying(press)
    })
    const seen = await lark.press(sent, 'ou_li', '接单')
    expect(seen).toMatchObject({ error: null, toast: { type: 'info' } })
    const shown = () => JSON.stringify(lark.message(sent).card)
    await expect.poll(shown, { timeout: 5_000 }).toContain('退回')
  }, 15_000)
  test('one that fails is told so', async () => {
    const { lark, sent } = await withCard(() => Promise.reject(new Error('no')))
    expect(await lark.press(sent, 'ou_li', '接单')).toMatchObject({
      ...{ error: null, toast: { type: 'error' } },
    })
  })
  test('frames of old (type=card) are dropped by the SDK: no press, and no harm', async () => {
    const set = await withCard(obeying)
    set.lark.socket.cardFrames = true
    const { error } = await set.lark.press(set.sent, 'ou_li', '接单')
    if (mode === 'webhook') return expect(error).toBe(null) // it knows no frames
    expect(error).not.toBe(null)
    expect(presses).toEqual([])
    set.lark.socket.cardFrames = false
    expect((await set.lark.press(set.sent, 'ou_li', '接单')).error).toBe(null)
  })
})
