import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, setStage } from '../../src/cli/demo/stage.ts'
import type { WorldUtterance } from '../../src/flows/ports/chat-world.ts'
import { at } from '../support/builders.ts'

let stage: Stage

beforeAll(async () => {
  stage = await setStage(at('2026-03-02 09:00'), 'db/sample-street')
})

afterAll(async () => stage.close())

/** Somebody says something; answers what became of it, and what we said back in that chat. */
async function says(
  from: string,
  room: string | null,
  text: string,
  but: Partial<WorldUtterance> = {},
) {
  const { id } = stage.world.say({ from, room, type: 'text', text, ...but })
  const heard = await stage.heard((message) => message.id === id)
  await stage.work.settle()
  const entry = stage.entries.find(({ cause }) => cause.kind === 'message' && cause.message === id)
  const chat = stage.world.said(room === null ? { dmWith: from } : { room }, 50)
  const answers = chat
    .slice(chat.findIndex((message) => message.id === id) + 1)
    .filter((message) => message.from === stage.world.bot)
    .map((message) => message.text)
  return { id, heard, entry, answers }
}

const petitions = async () => (await stage.desk.petitions.list({ limit: 200 })).length

test.each<[string, string]>([
  ['empty', ''],
  ['only spaces', ' \u3000\n\t '],
  ['only emoji', '😂😂👍🏻👨‍👩‍👧‍👦🇨🇳'],
  ['only punctuation', '？？？！！！。。。'],
  ['control characters', 'a\u0000b\u0001c\u0007\u001b[31m\u007f'],
  ['right to left, with marks that turn the line', '\u202Eمرحبا\u202C שלום \u2066x\u2069'],
  ['half a surrogate pair', 'hi \uD83D there \uDE00'],
  ['zero-width characters', '\u200B\u200D\uFEFF'],
  ['an image of markup', '<script>alert(1)</script>%s %d {{x}}'],
  ['what looks like SQL', "'; drop table petition; --"],
])('%s is answered in private and passed over in a group', async (_, text) => {
  const before = await petitions()
  const aside = await says('wx-r-010', null, text)
  expect(aside.entry?.outcome).toMatch(/^(helped|senseAsked|notAPetition)$/)
  expect(aside.answers).toHaveLength(1)
  const aloud = await says('wx-r-010', 'room-xf-1', text)
  expect(aloud.entry?.outcome).toBe('chatter')
  expect(aloud.answers).toEqual([])
  expect(await petitions()).toBe(before)
  expect(stage.faults).toEqual([])
})

test('twenty thousand characters are kept whole and read', async () => {
  const text = `5栋2单元楼道灯坏了，${'晚上回家什么都看不见，'.repeat(1_900)}`
  expect(text.length).toBeGreaterThan(20_000)
  const { heard, entry, answers } = await says('wx-r-003', null, `幸福里小区${text}`)
  expect(heard.text).toBe(`幸福里小区${text}`)
  expect(entry?.outcome).toBe('registered')
  expect(answers).toHaveLength(1)
  expect(answers[0]?.length).toBeLessThan(300)
})

test('twenty thousand characters of nothing are passed over', async () => {
  const { entry, answers } = await says('wx-r-009', 'room-xf-1', '哈'.repeat(20_000))
  expect(entry?.outcome).toBe('chatter')
  expect(answers).toEqual([])
})

test('a message that the platform announces twice is read once', async () => {
  const before = await petitions()
  const { heard } = await says('wx-r-016', 'room-xf-2', '3幢1单元下水道堵了，污水往外冒')
  await stage.work.inbox.keep([heard], stage.clock())
  await stage.work.settle()
  expect(await petitions()).toBe(before + 1)
  const lines = stage.world.said({ room: 'room-xf-2' }, 50).filter(({ from }) => from === 'wx-bot')
  expect(lines).toHaveLength(1)
})

test('the same words said twice are one petition', async () => {
  const before = await petitions()
  await says('wx-r-017', 'room-xf-2', '6幢1单元单元门的门禁坏了，关不上')
  await says('wx-r-017', 'room-xf-2', '6幢1单元单元门的门禁坏了，关不上')
  expect(await petitions()).toBe(before + 1)
})

test('a stranger in a group that belongs to no unit is told so when asking, else left alone', async () => {
  const before = await petitions()
  stage.world.addPerson({ id: 'wx-stranger', name: '外地人' })
  stage.world.addRoom({ id: 'room-nobody', topic: '拼车群', members: [] })
  stage.world.join('room-nobody', 'wx-stranger')
  const aloud = await says('wx-stranger', 'room-nobody', '5栋2单元楼道灯坏了')
  expect([aloud.entry?.outcome, aloud.answers]).toEqual(['roomUnbound', []])
  const asked = await says('wx-stranger', 'room-nobody', '@邻里小助手 路灯坏了', {
    mentions: ['wx-bot'],
  })
  expect(asked.answers).toHaveLength(1)
  expect(asked.answers[0]).toContain('还没有绑定社区')
  expect(await petitions()).toBe(before)
})

test('a stranger in private is heard like anybody', async () => {
  stage.world.addPerson({ id: 'wx-newcomer', name: '新来的' })
  const { entry } = await says('wx-newcomer', null, '幸福里小区7栋1单元电梯坏了，停在三楼不动')
  expect(entry?.outcome).toBe('registered')
})

test('a message that cannot be read is set aside, who wrote is told, and the next one goes on', async () => {
  const { inbox } = stage.desk
  const poison = '读我就坏'
  const { stretch } = inbox
  Object.assign(inbox, {
    async stretch(...[upTo, since]: Parameters<typeof stretch>) {
      if (upTo.text === poison) throw new Error('poisoned')
      return stretch(upTo, since)
    },
  })
  const before = await petitions()
  const bad = stage.world.say({ from: 'wx-r-011', room: null, type: 'text', text: poison })
  const good = stage.world.say({
    ...{ from: 'wx-r-011', room: null, type: 'text' },
    text: '幸福里小区7栋3单元楼道灯坏了',
  })
  await stage.heard(({ id }) => id === good.id)
  for (let tries = 0; tries < 4; tries += 1) await stage.work.settle()
  Object.assign(inbox, { stretch })

  expect(await petitions()).toBe(before + 1)
  expect(await inbox.waiting(10)).toEqual([])
  const next = stage.kept.find(({ id }) => id === good.id)
  const kept = next && (await inbox.stretch(next, new Date(0)))
  expect(kept?.map(({ id }) => id)).toEqual([bad.id, good.id])
  const told = stage.world.said({ dmWith: 'wx-r-011' }, 10).map(({ text }) => text)
  expect(told.filter((text) => text.includes('没能读懂'))).toHaveLength(1)
  expect(stage.faults).toHaveLength(3)
  expect(stage.faults.join()).not.toContain(poison)
})
