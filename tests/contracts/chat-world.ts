import { describe, expect, test } from 'vitest'
import type { ChatWorld, WorldMessage } from '../../src/flows/ports/chat-world.ts'

/** The people and groups that every world of this suite starts with. */
export const village = {
  bot: { id: 'bot', name: '小邻' },
  people: [
    { id: 'wang', name: '王芳' },
    { id: 'li', name: '李强' },
    { id: 'zhao', name: '赵敏' },
  ],
  rooms: [
    {
      ...{ id: 'group-1', topic: '幸福里业主群' },
      members: [
        { id: 'wang', alias: '5-2-301王' },
        { id: 'li', alias: '' },
      ],
    },
    { id: 'group-2', topic: '阳光花园群', members: [{ id: 'li', alias: '三号楼长' }] },
  ],
}

/** What every simulated chat platform promises to sandbox and demo. */
export function chatWorldContract(name: string, open: () => ChatWorld) {
  describe(`a chat world ${name}`, () => {
    const text = (from: string, room: string | null, words: string) =>
      ({ from, room, type: 'text', text: words }) as const

    test('knows its people and groups, and the bot is none of the people', () => {
      const world = open()
      expect(world.people()).toEqual(village.people)
      expect(world.rooms()).toEqual(village.rooms)
      expect(world.people().map(({ id }) => id)).not.toContain(world.bot)
    })
    test('shows what was said in a group, oldest first, and only there', () => {
      const world = open()
      world.say(text('wang', 'group-1', '一'))
      world.say(text('li', 'group-1', '二'))
      world.say(text('li', 'group-2', '三'))
      world.say(text('li', null, '四'))
      expect(words(world.said({ room: 'group-1' }, 10))).toEqual(['一', '二'])
      expect(words(world.said({ room: 'group-1' }, 1))).toEqual(['二'])
      expect(words(world.said({ dmWith: 'li' }, 10))).toEqual(['四'])
      expect(world.said({ dmWith: 'wang' }, 10)).toEqual([])
    })
    test('gives back a picture byte for byte', () => {
      const world = open()
      const bytes = new Uint8Array(70_000).map((_, i) => i * 7)
      const said = world.say({
        ...{ from: 'wang', room: 'group-1', type: 'image', text: '' },
        file: { bytes, mime: 'image/png', name: '照片.png' },
      })
      const file = world.file(said.file ?? '')
      expect(file?.mime).toBe('image/png')
      expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true)
      expect(world.file('nothing')).toBeUndefined()
    })
    test('marks what was taken back, tells it to those who listen, and only once', () => {
      const world = open()
      const heard: WorldMessage[] = []
      const stop = world.listen((message) => heard.push(message))
      const said = world.say(text('wang', 'group-1', '说错了'))
      world.recall(said.id)
      world.recall(said.id)
      expect(heard.map(({ id, recalled }) => [id, recalled])).toEqual([
        [said.id, false],
        [said.id, true],
      ])
      expect(world.said({ room: 'group-1' }, 1)[0]?.recalled).toBe(true)
      stop()
      world.say(text('wang', 'group-1', '没人听'))
      expect(heard).toHaveLength(2)
    })
    test('carries mentions and quotes', () => {
      const world = open()
      const first = world.say(text('wang', 'group-1', '灯坏了'))
      const second = world.say({
        ...text('li', 'group-1', '我家也是'),
        ...{ quotes: first.id, mentions: [world.bot] },
      })
      expect(second).toMatchObject({ quotes: first.id, mentions: [world.bot] })
    })
    test('refuses unknown people, groups and messages', () => {
      const world = open()
      expect(() => world.say(text('nobody', 'group-1', '在吗'))).toThrow('no such person')
      expect(() => world.say(text('wang', 'group-9', '在吗'))).toThrow('no such group')
      expect(() => world.recall('nothing')).toThrow('no such message')
      expect(world.said({ room: 'group-1' }, 10)).toEqual([])
    })
    test('never gives an id twice', () => {
      const world = open()
      const ids = Array.from({ length: 500 }, () => world.say(text('wang', null, '在')).id)
      expect(new Set(ids).size).toBe(500)
    })
  })
}

const words = (messages: readonly WorldMessage[]) => messages.map(({ text }) => text)
