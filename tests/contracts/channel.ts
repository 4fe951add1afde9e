import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterId } from '../../src/domain/ids.ts'
import type { Channel, Parcel, Reach } from '../../src/flows/ports/channels.ts'
import type { WorldUtterance } from '../../src/flows/ports/chat-world.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'

/** What the bot said, as the platform shows it to people. */
export interface Spoken {
  /** The group, or the person of a private chat. */
  readonly where: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly file: Uint8Array | null
}

/** What a platform does not have: the suite then wants nothing made up in its place. */
export type Lack =
  | 'aliases' // names of their own in a group
  | 'transcripts' // words to a voice
  | 'groups heard' // what is said in groups; it may still speak there
  | 'groups spoken to'
  | 'quotes'
  | 'recalls'

/** A channel with a platform behind it that can be driven. It has the people and groups of `village`. */
export interface Stage {
  readonly channel: Channel
  readonly lacks?: readonly Lack[]
  /** The bot's id on the platform. */
  readonly bot: string
  /** Somebody says something; answers the message's id. */
  say(what: WorldUtterance): Promise<string>
  recall(message: string): Promise<void>
  /** A person the channel never heard of, in a group it never heard of. */
  stranger(person: string, name: string, room: string): Promise<void>
  /** The platform announces each message twice, from now on or no more. */
  twice(on: boolean): Promise<void>
  /** What is in the inbox, in the order it was kept. */
  kept(): readonly HeardMessage[]
  /** The stored bytes of a message's file. */
  stored(message: HeardMessage): Promise<Uint8Array | undefined>
  spoken(): readonly Spoken[]
  /** Cuts the link between channel and platform, and mends it. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** A parcel that the channel words as `words`, with a picture when there is one. */
  parcel(to: Reach, words: string, picture?: Uint8Array): Promise<Parcel>
  close(): Promise<void>
}

/** What every channel promises: it hears all, exactly once and in order, and says where it was told to. */
export function channelContract(name: string, open: () => Promise<Stage>) {
  describe(`the channel ${name}`, () => {
    let stage: Stage
    beforeAll(async () => {
      stage = await open()
    }, 60_000)
    afterAll(() => stage?.close())

    const lacks = (lack: Lack) => stage.lacks?.includes(lack) ?? false
    /** Where it can be heard: in private, on a platform that hears no groups. */
    const heardIn = (room: string | null) => (lacks('groups heard') ? null : room)
    const inGroup = (text: string, but: Partial<WorldUtterance> = {}): WorldUtterance => {
      const { room = 'group-1', ...rest } = but
      return { from: 'wang', room: heardIn(room), type: 'text', text, ...rest }
    }
    const heard = async (id: string): Promise<HeardMessage> => {
      const find = () => stage.kept().find((message) => message.id === id)
      await expect.poll(find, { timeout: 10_000 }).toBeDefined()
      const message = find()
      if (!message) throw new Error('not heard')
      return message
    }
    const unlessLacking = (lack: Lack, text: string) => (lacks(lack) ? '' : text)
    const said = async (what: WorldUtterance) => heard(await stage.say(what))
    const spokenTo = async (where: string, text: string): Promise<Spoken> => {
      const find = () =>
        stage.spoken().find((one) => one.where === where && one.text.includes(text))
      await expect.poll(find, { timeout: 10_000 }).toBeDefined()
      const spoken = find()
      if (!spoken) throw new Error('not spoken')
      return spoken
    }
    const group = (room: string, mention: string | null = null): Reach => ({
      ...{ kind: 'room', channel: stage.channel.name, room, mention },
    })
    const person = (account: string): Reach => ({
      ...{ kind: 'person', channel: stage.channel.name, account },
    })

    const neverGoes = async (parcel: Parcel, words: string) => {
      const sent = await stage.channel.deliver(parcel)
      expect(sent).toMatchObject({ ok: false, problem: { kind: 'never' } })
      expect(stage.spoken().some(({ text }) => text.includes(words))).toBe(false)
    }

    describe('hears', () => {
      test('who said what, where and when', async () => {
        const before = Date.now() - 1_000
        const message = await said(inGroup('5号楼2单元楼道灯坏了'))
        expect(message).toMatchObject({
          ...{ channel: stage.channel.name, room: heardIn('group-1'), type: 'text' },
          ...{ text: '5号楼2单元楼道灯坏了', media: null, mentionsUs: false },
          ...{
            quotes: null,
            recalls: null,
            sender: { id: 'wang', name: '王芳', alias: unlessLacking('aliases', '5-2-301王') },
          },
        })
        expect(message.sentAt.getTime()).toBeGreaterThanOrEqual(before)
        expect(message.sentAt.getTime()).toBeLessThanOrEqual(Date.now() + 1_000)
      })
      test('a private chat, which has no group and no alias', async () => {
        const message = await said(inGroup('我想反映个事', { room: null }))
        expect(message).toMatchObject({ room: null, sender: { id: 'wang', alias: '' } })
      })
      test('what is said in groups, or nothing of it where it declares so', async () => {
        const id = await stage.say({ ...inGroup('群里的话'), room: 'group-1' })
        if (!lacks('groups heard')) await heard(id)
        await said(inGroup('私下的话', { room: null }))
        const kept = stage.kept().filter((message) => message.id === id)
        expect(kept).toHaveLength(lacks('groups heard') ? 0 : 1)
      })
      test('a mention of us, and takes our name out of the words', async () => {
        const message = await said(inGroup('电梯停了', { mentions: [stage.bot] }))
        expect(message).toMatchObject({ mentionsUs: !lacks('groups heard'), text: '电梯停了' })
      })
      test('a mention of somebody else as none of us', async () => {
        expect(await said(inGroup('你看看', { mentions: ['li'] }))).toMatchObject({
          mentionsUs: false,
        })
      })
      test('a quote, as the id of what was quoted', async () => {
        const first = await said(inGroup('垃圾三天没清了'))
        const reply = await said(inGroup('我们楼下也是', { from: 'li', quotes: first.id }))
        const quotes = lacks('quotes') ? null : first.id
        expect(reply).toMatchObject({ quotes, text: '我们楼下也是' })
      })
      test('that something was taken back', async () => {
        const message = await said(inGroup('说错了'))
        await stage.recall(message.id)
        const recall = () => stage.kept().find(({ recalls }) => recalls === message.id)
        if (lacks('recalls')) {
          await said(inGroup('没说错'))
          expect(stage.kept().some(({ type, recalls }) => type === 'recall' || recalls)).toBe(false)
          return
        }
        await expect.poll(recall, { timeout: 10_000 }).toBeDefined()
        expect(recall()).toMatchObject({ type: 'recall', room: 'group-1', sender: { id: 'wang' } })
      })
      test.each([
        ['small', 900],
        ['large', 2_000_000],
      ])('a %s picture, byte for byte', async (_, size) => {
        const bytes = new Uint8Array(size).map((_, i) => (i * 31) % 251)
        const file = { bytes, mime: 'image/jpeg', name: '现场.jpg' }
        const message = await said(inGroup('', { type: 'image', file }))
        expect(message).toMatchObject({ type: 'image', text: '' })
        const stored = await stage.stored(message)
        expect(stored && Buffer.from(stored).equals(Buffer.from(bytes))).toBe(true)
      })
      test('a voice with its transcript', async () => {
        const file = { bytes: new Uint8Array([1, 2, 3]), mime: 'audio/mpeg', name: '语音.mp3' }
        const message = await said(inGroup('水管爆了快来人', { type: 'voice', file }))
        const text = unlessLacking('transcripts', '水管爆了快来人')
        expect(message).toMatchObject({ type: 'voice', text })
        expect(Buffer.from((await stage.stored(message)) ?? [])).toEqual(Buffer.from([1, 2, 3]))
      })
      test('a person and a group it never heard of', async () => {
        await stage.stranger('newcomer', '新邻居', 'group-new')
        const message = await said(inGroup('刚搬来', { from: 'newcomer', room: 'group-new' }))
        expect(message).toMatchObject({
          ...{ room: heardIn('group-new'), sender: { id: 'newcomer', name: '新邻居', alias: '' } },
        })
      })
      test.each([
        ['20,000 characters', '漏水了，'.repeat(5_000)],
        ['nothing but emoji', '👨‍👩‍👧‍👦🚰💧🇨🇳'],
        ['right-to-left and joined letters', 'سلام \u200F楼道\u202Eabc\u202C\u200D'],
        ['control characters and new lines', 'a\tb\r\nc\u0001\u001B[31md\u007F'],
        ['rare characters', '𠮷野家门口\u3000积水𪚥'],
        ['what looks like markup', '<b>楼道</b> &amp; {"a":1} \'; drop table--'],
        ['a name that is not ours after an @', '@全体 楼道灯坏了'],
      ])('%s exactly as said', async (_, text) => {
        expect((await said(inGroup(text))).text).toBe(text)
      })
      test('half a character and NUL, which no store can hold, as U+FFFD or not at all', async () => {
        const { text } = await said(inGroup('楼道\uD83D灯\0坏了'))
        expect(text).toMatch(/^楼道\uFFFD*灯\uFFFD?坏了$/)
      })
      test('what is announced twice, once', async () => {
        await stage.twice(true)
        const ids: string[] = []
        for (let i = 0; i < 5; i++) ids.push(await stage.say(inGroup(`重复${i}`)))
        for (const id of ids) await heard(id)
        await stage.twice(false)
        await said(inGroup('之后'))
        const kept = stage.kept().filter(({ text }) => text.startsWith('重复'))
        expect(kept.map(({ id }) => id)).toEqual(ids)
      })
      test('a burst in two chats, in order in each, large pictures among it', async () => {
        const chats = [
          { from: 'li', room: heardIn('group-1') },
          { from: lacks('groups heard') ? 'wang' : 'li', room: heardIn('group-2') },
        ] as const
        const ids: [string[], string[]] = [[], []]
        const file = { bytes: new Uint8Array(400_000), mime: 'image/png', name: '大图.png' }
        for (let i = 0; i < 60; i++) {
          const chat = i % 2 === 0 ? 0 : 1
          const what = i % 10 < 2 ? ({ type: 'image', file } as const) : {}
          ids[chat].push(await stage.say(inGroup(`第${i}条`, { ...chats[chat], ...what })))
        }
        const all = new Set(ids.flat())
        const burst = () => stage.kept().filter(({ id }) => all.has(id))
        await expect.poll(() => burst().length, { timeout: 20_000 }).toBe(60)
        for (const chat of [0, 1] as const) {
          const theirs = new Set(ids[chat])
          const kept = burst().filter(({ id }) => theirs.has(id))
          expect(kept.map(({ id }) => id)).toEqual(ids[chat])
        }
      })
      test('never its own words', async () => {
        const to = lacks('groups spoken to') ? person('wang') : group('group-1')
        await stage.channel.deliver(await stage.parcel(to, '这是我说的'))
        await spokenTo(to.kind === 'room' ? to.room : to.account, '这是我说的')
        await said(inGroup('嗯'))
        expect(stage.kept().some(({ text }) => text.includes('这是我说的'))).toBe(false)
      })
    })

    describe('says', () => {
      test('to a group, and to nobody else', async () => {
        const parcel = await stage.parcel(group('group-2'), '已登记 1001号')
        if (lacks('groups spoken to')) return neverGoes(parcel, '1001号')
        expect(await stage.channel.deliver(parcel)).toEqual({ ok: true, value: undefined })
        expect(await spokenTo('group-2', '已登记 1001号')).toMatchObject({ mentions: [] })
        const elsewhere = stage.spoken().filter(({ text }) => text.includes('1001号'))
        expect(elsewhere).toHaveLength(1)
      })
      test('to a member of a group, with a mention', async () => {
        const parcel = await stage.parcel(group('group-1', 'wang'), '请问是几号楼？')
        if (lacks('groups spoken to')) return neverGoes(parcel, '请问是几号楼？')
        expect((await stage.channel.deliver(parcel)).ok).toBe(true)
        expect((await spokenTo('group-1', '请问是几号楼？')).mentions).toEqual(['wang'])
      })
      test('to a person in private, with a picture', async () => {
        const picture = new Uint8Array(50_000).map((_, i) => (i * 13) % 256)
        const parcel = await stage.parcel(person('li'), '1002号已办结', picture)
        expect((await stage.channel.deliver(parcel)).ok).toBe(true)
        await spokenTo('li', '1002号已办结')
        const shown = () => stage.spoken().find(({ where, file }) => where === 'li' && file)?.file
        await expect.poll(shown, { timeout: 10_000 }).toBeTruthy()
        expect(Buffer.from(shown() ?? []).equals(Buffer.from(picture))).toBe(true)
      })
      test('never to whom the platform does not know', async () => {
        for (const to of [group('no-such-group'), person('no-such-person')])
          await neverGoes(await stage.parcel(to, '有人吗'), '有人吗')
      })
      test('which letters have arrived, equal ones counted', async () => {
        const since = new Date(Date.now() - 1_000)
        const [one, two, lost] = [
          await stage.parcel(person('wang'), '催办：1003号'),
          await stage.parcel(person('wang'), '催办：1003号'),
          await stage.parcel(person('wang'), '催办：1003号'),
        ]
        const elsewhere = await stage.parcel(person('li'), '催办：1003号')
        await stage.channel.deliver(one)
        await stage.channel.deliver(two)
        const arrived = await stage.channel.arrived([one, two, lost, elsewhere], since)
        expect(arrived).toEqual([one.id, two.id])
      })
      test('later while the link is down, and then again', async () => {
        await stage.cut()
        const parcel = await stage.parcel(person('wang'), '断线时的话')
        expect(await stage.channel.deliver(parcel)).toMatchObject({
          ...{ ok: false, problem: { kind: 'later' } },
        })
        await stage.mend()
        const sent = async () => (await stage.channel.deliver(parcel)).ok
        await expect.poll(sent, { timeout: 20_000, interval: 300 }).toBe(true)
        await spokenTo('wang', '断线时的话')
        expect((await said(inGroup('又通了'))).text).toBe('又通了')
      }, 40_000)
    })
  })
}

let letters = 0
/** A letter's id that no other has. */
export const anotherLetter = () => letterId(`letter-${++letters}`)
