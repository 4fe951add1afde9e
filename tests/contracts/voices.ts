import { describe, expect, test } from 'vitest'
import type { Stores } from '../../db/stores/stores.ts'
import { personId, roomId, unitCode, voiceId } from '../../src/domain/ids.ts'
import { answered, end, post } from '../../src/domain/voices/lifecycle.ts'
import type { Spoken } from '../../src/domain/voices/voice.ts'
import { smallBook } from '../support/book.ts'
import { aHeard, aLetter, anEntry, at } from '../support/builders.ts'
import { press } from './causes.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')

const anAnnouncement = (id: string, number: number): Spoken =>
  post(
    {
      kind: 'announcement',
      ...{ unit: unitCode('QS-XF'), audience: '幸福里社区', rooms: [roomId('room-xf-1')] },
      ...{ text: '明天停水检修', options: [], urgent: false, endsAt: null, draftedAt: now },
    },
    { id: voiceId(id), number, by: personId('S002'), at: now },
    smallBook.policies,
  )

let keys = 0
const write = async (
  { petitions }: Pick<Stores, 'petitions'>,
  voice: Spoken,
  but: Parameters<typeof anEntry>[0] = {},
) => (await petitions.record([anEntry({ cause: press(`voice-${++keys}`), voice, ...but })], now))[0]

/** What every keeper promises of what is said to groups. */
export function voicesContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`voices in ${name}`, () => {
    test('are numbered one by one, and written with the letters that follow', async () => {
      const stores = await opened()
      const numbers = [await stores.voices.number(), await stores.voices.number()]
      expect(numbers).toEqual([1, 2])
      const [one, two] = [anAnnouncement('v-1', 1), anAnnouncement('v-2', 2)]
      expect(await write(stores, one, { letters: [aLetter('v-letter', { sendAt: now })] })).toBe(
        'recorded',
      )
      expect(await write(stores, two)).toBe('recorded')
      expect(await stores.voices.open()).toEqual([two, one])
      expect(await stores.voices.latest(1)).toEqual([two])
      expect((await stores.outbox.take(9, now)).map(({ id }) => id)).toEqual(['v-letter'])
      expect(await (await opened()).voices.latest(9)).toEqual([])
    })

    test('that changed meanwhile are not overwritten, and nothing else is written', async () => {
      const stores = await opened()
      const first = anAnnouncement('v-1', 1)
      await write(stores, first)
      const answer = { person: personId('p-1'), household: 'p-1', at: now }
      const heard = answered(first, answer)
      expect(await write(stores, heard)).toBe('recorded')
      const letters = [aLetter('never', { sendAt: now })]
      expect(await write(stores, answered(first, { ...answer, household: 'x' }), { letters })).toBe(
        'stale',
      )
      expect(await stores.voices.open()).toEqual([heard])
      expect(await stores.outbox.take(9, now)).toEqual([])
    })

    test('answered twice at once: one is read again', async () => {
      const stores = await opened()
      const first = anAnnouncement('v-1', 1)
      await write(stores, first)
      const answers = ['p-1', 'p-2'].map((person) =>
        answered(first, { person: personId(person), household: person, at: now }),
      )
      const written = await stores.petitions.record(
        answers.map((voice) => anEntry({ cause: press(`voice-${++keys}`), voice })),
        now,
      )
      expect([...written].sort()).toEqual(['recorded', 'stale'])
    })

    test('are due when they end, and over once', async () => {
      const stores = await opened()
      const voice = anAnnouncement('v-1', 1)
      await write(stores, voice)
      expect(await stores.voices.due(now, 9)).toEqual([])
      expect(await stores.voices.due(voice.endsAt, 9)).toEqual([voice])
      const over = end(voice)
      const cause = press('voice/v-1/over')
      expect(await write(stores, over, { cause })).toBe('recorded')
      expect(await write(stores, { ...over, version: 3 }, { cause })).toBe('alreadyDone')
      expect(await stores.voices.due(voice.endsAt, 9)).toEqual([])
      expect(await stores.voices.open()).toEqual([])
      expect(await stores.voices.latest(9)).toEqual([over])
      expect(await stores.retention.count('letters', voice.endsAt)).toBe(0)
      const later = at('2026-12-01 09:00')
      expect(await stores.retention.forget('letters', later, '2026-12-01')).toBe(1)
      expect(await stores.voices.latest(9)).toEqual([])
    })

    test('lose the answer of who wants to be forgotten', async () => {
      const stores = await opened()
      const { id: person } = await stores.people.meet(aHeard('收到'), null)
      const voice = anAnnouncement('v-1', 1)
      await write(stores, voice)
      const other = { person: personId('p-2'), household: 'p-2', at: now }
      const both = answered(answered(voice, other), { person, household: 'a-door', at: now })
      await write(stores, { ...both, version: 2 })
      await stores.rights.erase(person, 'asked', now)
      expect(await stores.voices.open()).toEqual([{ ...both, version: 3, answers: [other] }])
    })

    test('know who is in which group, and by what name', async () => {
      const { people } = await opened()
      const here = roomId('room-xf-1')
      const { id } = await people.meet(
        { channel: 'wechat', sender: { id: 'wx-1', name: '', alias: '5-2-301' } },
        here,
      )
      await people.meet(
        { channel: 'wechat', sender: { id: 'wx-2', name: '', alias: '' } },
        roomId('room-hb-1'),
      )
      expect(await people.inRooms([here])).toEqual([{ person: id, room: here, alias: '5-2-301' }])
      expect(await people.inRooms([])).toEqual([])
    })
  })
}
