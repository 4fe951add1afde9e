import { describe, expect, test } from 'vitest'
import { longConnection, webhook } from './lark-fake-listeners.ts'
import { aLark, bot, taskCard } from './lark-fake-support.ts'

const next = { ...taskCard, header: { title: { tag: 'plain_text', content: '诉求 1001 已签收' } } }
const toast = { type: 'success', content: '已签收' }

/** A Lark with a task card in a group, and a bot that answers presses as told. */
async function aTask(answer: (press: Press) => object | 'later' = () => ({})) {
  const lark = await aLark({ mode: 'socket' })
  const presses: Press[] = []
  await longConnection(lark, (envelope) => {
    const press: Press = JSON.parse(envelope)
    presses.push(press)
    return answer(press)
  })
  const client = await bot(lark)
  const card = await client.sendCard('oc_one', taskCard)
  return { lark, card, presses, ...client }
}
interface Press {
  readonly header: { readonly event_id: string; readonly event_type: string }
  readonly event: { readonly token: string; readonly action: object }
}

test('a press says who, where and what, and its answer changes the card for everybody', async () => {
  const { lark, card, presses } = await aTask(() => ({ toast, card: { type: 'raw', data: next } }))
  const seen = await lark.press(card, 'ou_li', '接单')
  expect(seen).toEqual({ toast, card: next, error: null })
  expect(lark.message(card)).toMatchObject({ card: next, changes: 1 })
  expect(presses).toMatchObject([
    {
      header: { event_type: 'card.action.trigger' },
      event: {
        ...{ operator: { open_id: 'ou_li' }, host: 'im_message' },
        token: expect.stringMatching(/^c-/),
        action: { tag: 'button', name: 'accept', value: { a: 'accept', v: 7 } },
        context: { open_message_id: card, open_chat_id: 'oc_one' },
      },
    },
  ])
})

test('a form brings what was filled in, and what is empty is not there', async () => {
  const { lark, card, presses } = await aTask()
  await lark.press(card, 'ou_li', '办结', { result: 'done', on: '2026-11-21', note: '已更换' })
  await lark.press(card, 'ou_li', 'close', { result: 'cannot', note: '等配件' })
  expect(presses.map(({ event }) => event.action)).toMatchObject([
    { form_value: { result: 'done', on: '2026-11-21 +0800', note: '已更换' } },
    { form_value: { result: 'cannot', note: '等配件' }, value: { a: 'close', v: 7 } },
  ])
  expect(presses[1]?.event.action).not.toHaveProperty('form_value.on')
})

describe('the client stops', () => {
  test('a form whose required field is empty', async () => {
    const { lark, card, presses } = await aTask()
    expect(await lark.press(card, 'ou_li', '办结', { result: 'done' })).toMatchObject({
      error: 'required: note',
    })
    expect(presses).toEqual([])
  })
  test.each([
    ['a button that is not there', '转办', {}, 'no button'],
    ['a field that is not there', '办结', { why: 'a' }, 'no field why'],
    ['an option that is not there', '办结', { result: 'maybe', note: 'a' }, 'no option'],
    ['more than fits', '办结', { result: 'done', note: 'x'.repeat(21) }, '20 characters'],
    ['a date that is none', '办结', { result: 'done', note: 'a', on: '明天' }, 'YYYY-MM-DD'],
  ])('%s', async (_, button, form, why) => {
    const { lark, card } = await aTask()
    await expect(lark.press(card, 'ou_li', button, form)).rejects.toThrow(why)
  })
  test('who does not see the card', async () => {
    const { lark, card } = await aTask()
    await expect(lark.press(card, 'ou_out', '接单')).rejects.toThrow('does not see')
  })
  test('a card that is 14 days old, or was taken back', async () => {
    const { lark, card, call, presses } = await aTask()
    await call('DELETE', `/im/v1/messages/${card}`, {})
    expect(await lark.press(card, 'ou_li', '接单')).toMatchObject({ error: 'recalled', card: null })
    const second = await (await bot(lark)).sendCard('oc_one', taskCard)
    await lark.advance(14 * 86_400_000 + 1)
    expect(await lark.press(second, 'ou_li', '接单')).toMatchObject({ error: 'expired' })
    expect(presses).toEqual([])
  })
  test('a button that the card as it now stands has no more', async () => {
    const elements = [{ tag: 'div', text: { tag: 'plain_text', content: '已办结' } }]
    const ended = { schema: '2.0', body: { elements } }
    const { lark, card } = await aTask(() => ({ card: { type: 'raw', data: ended } }))
    await lark.press(card, 'ou_li', '接单')
    await expect(lark.press(card, 'ou_li', '接单')).rejects.toThrow('no button')
  })
})

describe('who pressed sees an error', () => {
  test.each([
    ['of the wrong shape', { toast: { kind: 'success' } }, '200672'],
    ['with what no answer has', { message: 'ok' }, '200672'],
    ['with a card that is none', { card: { type: 'raw', data: { elements: [] } } }, '200673'],
    ['with a template', { card: { type: 'template', data: {} } }, '200672'],
    ['of nothing in time', 'later', '200341'],
  ] as const)('for an answer %s', async (_, answer, error) => {
    const { lark, card, presses } = await aTask(() => answer)
    expect(await lark.press(card, 'ou_li', '接单')).toMatchObject({ error, card: taskCard })
    await lark.advance(86_400_000)
    expect(presses).toHaveLength(1) // a callback is never delivered again
  })
  test('when nobody is there, or the webhook fails', async () => {
    const lark = await aLark({ mode: 'socket' })
    const card = await (await bot(lark)).sendCard('oc_one', taskCard)
    expect(await lark.press(card, 'ou_li', '接单')).toMatchObject({ error: '200340' })
    const other = await aLark({ webhookUrl: (await webhook(() => ({ status: 500 }))).url })
    const second = await (await bot(other)).sendCard('oc_one', taskCard)
    expect(await other.press(second, 'ou_li', '接单')).toMatchObject({ error: '200671' })
  })
})

test('a press again is another event', async () => {
  const { lark, card, presses } = await aTask()
  await lark.press(card, 'ou_li', '接单')
  await lark.press(card, 'ou_li', '接单')
  expect(new Set(presses.map(({ header }) => header.event_id)).size).toBe(2)
})

const updating =
  ({ ask, freshToken }: Awaited<ReturnType<typeof aTask>>) =>
  async (token = '') => {
    const path = '/open-apis/interactive/v1/card/update'
    return (await ask('POST', path, { token, card: next }, await freshToken())).json.code
  }

test('the token of a press changes the card after the answer, twice, within half an hour', async () => {
  const task = await aTask()
  const update = updating(task)
  const { lark, card, presses } = task
  await lark.press(card, 'ou_li', '接单')
  const token = presses[0]?.event.token
  expect(await update(token)).toBe(0)
  expect(lark.message(card).card).toEqual(next)
  expect(await update(token)).toBe(0)
  expect(await update(token)).toBe(10003)
  expect(await update('c-none')).toBe(10002)
  await lark.press(card, 'ou_li', '接单')
  await lark.advance(30 * 60_000 + 1)
  expect(await update(presses[1]?.event.token)).toBe(10003)
})

test('and not before the answer, nor when none came', async () => {
  const task = await aTask(() => 'later')
  const update = updating(task)
  const { lark, card, presses } = task
  const pressed = lark.press(card, 'ou_li', '接单')
  await expect.poll(() => presses.length).toBe(1)
  expect(await update(presses[0]?.event.token)).toBe(10003)
  await pressed
  expect(await update(presses[0]?.event.token)).toBe(10003)
  expect(lark.message(card).changes).toBe(0)
})

test('on wish a press comes as a frame of old', async () => {
  const lark = await aLark({ mode: 'socket' })
  lark.socket.cardFrames = true
  const { frames } = await longConnection(lark)
  const card = await (await bot(lark)).sendCard('oc_one', taskCard)
  await lark.press(card, 'ou_li', '接单')
  expect(frames.map(({ headers }) => headers.type)).toEqual(['card'])
})
