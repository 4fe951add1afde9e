import { afterEach, beforeEach, expect, test } from 'vitest'
import { textsOf } from '../../bots/sandbox/lark/card-walk.ts'
import { group, larkStreet, liu, xu, zou } from './lark-story-support.ts'

let street: Awaited<ReturnType<typeof larkStreet>>
beforeEach(async () => {
  street = await larkStreet()
}, 60_000)
afterEach(async () => {
  await street.stop()
})

const day = 24 * 3_600
const title = (card: object | null) => textsOf(card)[0]

test('a light is reported in a group, accepted, resolved, rated with two stars, and taken up again', async () => {
  await street.says(liu, '5栋2单元楼道灯坏了三天了', group)
  expect(await street.petition()).toMatchObject({ status: 'dispatched', to: { code: 'WY1' } })
  const [his, hers] = [street.cardOf(zou), street.cardOf(xu)]
  expect(his.text).toContain('居民说：\n“5栋2单元楼道灯坏了三天了”')

  const accepted = await street.press(zou, his.id, '签收')
  expect(accepted).toMatchObject({ error: null, toast: { type: 'success' } })
  expect(title(accepted.card)).toBe('诉求 1001号 · 办理中')
  expect(await street.petition()).toMatchObject({ status: 'handling', handler: 'S061' })

  // she presses before her copy changes
  const late = await street.press(xu, hers.id, '签收')
  expect(late.toast).toEqual({ type: 'info', content: '已由邹建国签收，卡片已更新' })
  expect(title(late.card)).toBe('诉求 1001号 · 办理中')

  await street.later(5)
  expect(title(street.lark.message(hers.id).card)).toBe('诉求 1001号 · 办理中')

  const photo = new Uint8Array([137, 80, 78, 71, 1, 2, 3])
  await street.sendsPhoto(zou, photo)
  const result = { result: '换了灯泡和开关，电话13800138000' }
  const resolved = await street.press(zou, his.id, '提交办结', result)
  expect(resolved).toMatchObject({ error: null, toast: { type: 'success' } })
  const done = await street.petition()
  expect(done).toMatchObject({ status: 'resolved', result: result.result })
  expect('resultPhotos' in done && done.resultPhotos).toHaveLength(1)

  const rating = street.cardOf(liu)
  expect(rating.text).toContain('办理结果：换了灯泡和开关，电话[电话]')
  expect(street.lark.file(rating.files[0] ?? '')?.bytes).toEqual(Buffer.from(photo))
  const why = await street.press(liu, rating.id, '★★ 不满意')
  expect(why).toMatchObject({ error: null, toast: null })
  expect(await street.petition()).toMatchObject({ status: 'resolved' })
  const rated = await street.press(liu, rating.id, '提交评价', {
    ...{ solved: 'no', comment: '今晚又不亮了' },
  })
  expect(rated.toast).toEqual({ type: 'success', content: '对不起还没解决，已重办并报上一级' })
  expect(await street.petition()).toMatchObject({ status: 'dispatched', reopenings: 1 })

  await street.later(5)
  const again = street.cardOf(zou)
  expect(again.id).not.toBe(his.id)
  expect(again.text).toContain('【居民反映没解决，重办】今晚又不亮了')
  expect(street.lark.message(his.id).text).toContain('这张卡片已由新的一张代替')
  expect(street.faults).toEqual([])
})

test('four stars in one press close it, and all cards show the end without buttons', async () => {
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const card = street.cardOf(zou)
  await street.press(zou, card.id, '签收')
  await street.press(zou, card.id, '提交办结', { result: '换了灯泡' })
  const rating = street.cardOf(liu)
  const rated = await street.press(liu, rating.id, '★★★★ 满意')
  expect(rated.toast?.content).toContain('谢谢')
  expect(await street.petition()).toMatchObject({ status: 'closed', ratings: [{ score: 4 }] })
  await street.later(5)
  for (const one of [card, rating, street.cardOf(xu)]) {
    const now = street.lark.message(one.id).card
    expect(JSON.stringify(now)).not.toContain('"button"')
  }
})

test('return, transfer, extension and help each have their form', async () => {
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const card = street.cardOf(zou)
  const presses = (button: string, form?: Record<string, string>) =>
    street.press(zou, card.id, button, form)
  await presses('求助')
  expect(await presses('提交求助')).toMatchObject({ error: 'required: text' })
  expect((await presses('提交求助', { text: '要登高车' })).toast?.content).toContain('求助已报')
  await presses('延期')
  const longer = await presses('申请延期', { days: '2', reason: '等配件' })
  expect(longer.toast?.content).toContain('延期申请')
  await presses('转办')
  await presses('取消')
  await presses('退回')
  const returned = await presses('确认退回', { reason: 'notOurDuty', note: '是路灯' })
  expect(returned.toast?.content).toContain('已退回')
  const petition = await street.petition()
  expect(petition).toMatchObject({ returns: 1, to: { kind: 'community' } })
  const timeline = await street.desk.petitions.timeline(petition.id)
  expect(timeline.map(({ kind }) => kind)).toEqual([
    ...['registered', 'helpAsked', 'extensionAsked', 'returned'],
  ])
  expect(timeline.at(-1)).toMatchObject({
    reason: '不属于本单位职责：是路灯',
    code: 'notOurDuty',
  })
  expect(title(returned.card)).toBe('诉求 1001号')
})

test('more time is asked for on one card and given on that of the dispatcher', async () => {
  const dispatcher = 'ou_staff_043'
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const card = street.cardOf(zou)
  await street.press(zou, card.id, '延期')
  await street.press(zou, card.id, '申请延期', { days: '1', reason: '等配件' })
  const asked = street.cardOf(dispatcher)
  expect(asked.text).toContain('【延期申请】1天，理由：等配件')
  const before = await street.petition()
  await street.press(dispatcher, asked.id, '同意延期')
  const given = await street.press(dispatcher, asked.id, '确认同意', {})
  expect(given.toast?.content).toContain('已同意延期')
  const after = await street.petition()
  const dueAt = (petition: typeof after) =>
    'resolveDueAt' in petition ? petition.resolveDueAt.getTime() : 0
  expect(dueAt(after) - dueAt(before)).toBe(day * 1_000)
  expect(JSON.stringify(given.card)).not.toContain('同意延期"')
})

test('a slow answer says so after two seconds, and the card follows', async () => {
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const card = street.cardOf(zou)
  const { record } = street.desk.petitions
  Object.assign(street.desk.petitions, {
    record: async (...entry: Parameters<typeof record>) => {
      await new Promise((done) => setTimeout(done, 2_500))
      return record(...entry)
    },
  })
  const seen = await street.press(zou, card.id, '签收')
  expect(seen).toMatchObject({ error: null, toast: { content: '处理中，请稍候' } })
  expect(title(seen.card)).toBe('诉求 1001号 · 待签收')
  const now = () => title(street.lark.message(card.id).card)
  await expect.poll(now, { timeout: 5_000 }).toBe('诉求 1001号 · 办理中')
})

test('an answer lost on the way: the card changes all the same, and a press on the old one is told so', async () => {
  await street.stop()
  street = await larkStreet({ patienceMs: 1 })
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const card = street.cardOf(zou)
  const lost = await street.press(zou, card.id, '签收')
  expect(lost.error).toBe('200341')
  const now = () => title(street.lark.message(card.id).card)
  await expect.poll(() => street.petition()).toMatchObject({ status: 'handling' })
  expect(now()).toBe('诉求 1001号 · 待签收')
  await street.press(zou, card.id, '签收')
  const timeline = await street.desk.petitions.timeline((await street.petition()).id)
  expect(timeline.map(({ kind }) => kind)).toEqual(['registered', 'accepted'])
  await street.later(5)
  expect(now()).toBe('诉求 1001号 · 办理中')
})

test('a card of thirteen days is sent anew, and the old one says so', async () => {
  await street.pressesNobody() // each time with a card that replaces the one before
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const old = street.cardOf(zou)
  await street.later(13 * day)
  await street.later(5)
  const fresh = street.cardOf(zou)
  expect(fresh.id).not.toBe(old.id)
  const sent = street.lark.calls('messages.create').map(({ body }) => body as { uuid?: string })
  expect(sent.map(({ uuid }) => uuid)).toContain(`again-${old.id}`)
  expect(street.lark.message(old.id).text).toContain('这张卡片已由新的一张代替')
  await street.later(2 * day)
  const pressed = await street.press(zou, fresh.id, '签收')
  expect(pressed).toMatchObject({ error: null, toast: { type: 'success' } })
})

test('words said in reply to a card are about its petition', async () => {
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const card = street.cardOf(zou)
  await street.says(liu, '6栋电梯坏了，按钮没反应', group)
  expect(await street.petition(1002)).toMatchObject({ to: { code: 'WY1' } })
  await street.says(zou, '签收', null, card.id)
  expect(await street.petition(1001)).toMatchObject({ status: 'handling' })
  expect(await street.petition(1002)).toMatchObject({ status: 'dispatched' })
  await street.later(5)
  expect(title(street.lark.message(card.id).card)).toBe('诉求 1001号 · 办理中')
})

test('data protection that refuses the words of a card (230028) gets it without them', async () => {
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  const card = street.cardOf(zou)
  await street.says(zou, '1001 签收')
  const refusal = { code: 230028, msg: 'The messages do NOT pass the audit' }
  street.lark.fault('messages.patch', { kind: 'answer', status: 400, body: refusal })
  await street.later(5)
  const now = street.lark.message(card.id)
  expect(title(now.card)).toBe('诉求 1001号 · 办理中')
  expect(now.text).toContain('因数据保护')
})

test('a card whose answer from Lark was lost stands once, and can be pressed', async () => {
  street.lark.fault('messages.create', { kind: 'commitThenFail', status: 502 })
  await street.says(liu, '5栋2单元楼道灯坏了', group)
  await street.later(10)
  const cards = street.lark.messages(zou).filter(({ type }) => type === 'interactive')
  expect(cards).toHaveLength(1)
  const seen = await street.press(zou, street.cardOf(zou).id, '签收')
  expect(seen.toast).toMatchObject({ type: 'success' })
})
