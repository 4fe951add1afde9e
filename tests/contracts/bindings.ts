import { describe, expect, test } from 'vitest'
import { type PersonId, personId, roomId } from '../../src/domain/ids.ts'
import type { SaidCode } from '../../src/flows/ports/bindings.ts'
import { aBook, aHeard, aLetter, anEntry, aPetition, aPetitioner, at } from '../support/builders.ts'
import { about } from './causes.ts'
import type { Street } from './street.ts'

const nine = at('2026-03-02 09:00')
const minutesOn = (minutes: number) => new Date(nine.getTime() + minutes * 60_000)
const staff = aBook().staff.map(({ id }) => id)
const hash = 'a'.repeat(64)
const here = roomId('room-xf-1')

let said = 0
const saying = (account: string, but: Partial<SaidCode> = {}): SaidCode => ({
  hash,
  by: { channel: 'lark', account },
  aloud: false,
  key: `lark/m${++said}`,
  staff,
  ...but,
})
const onLark = (id: string, name = '小刘') =>
  aHeard('', { channel: 'lark', sender: { id, name, alias: '' } })
const onWechat = (id: string) => aHeard('', { sender: { id, name: '小刘', alias: '5-2-301' } })

/** What everybody who binds accounts to people promises, be it memory or PostgreSQL. */
export function bindingsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => {
    const street = await fresh()
    const stores = await street.open()
    await stores.saveRulebook(aBook())
    const { id: resident } = await stores.people.meet(onWechat('wx-r'), here)
    const issued = (person: PersonId = resident) =>
      stores.bindings.issue(person, hash, minutesOn(15), nine)
    return { street, ...stores, resident, issued }
  }

  describe(`a code in ${name}`, () => {
    test('makes an account that of its person, once', async () => {
      const { people, bindings, resident, issued } = await opened()
      expect(await issued()).toBe(true)
      expect(await bindings.claim(saying('ou_r'), minutesOn(14))).toEqual({
        ...{ kind: 'bound', person: resident },
      })
      expect((await people.meet(onLark('ou_r'), null)).id).toBe(resident)
      expect(await people.reaches(resident)).toEqual([
        { kind: 'person', channel: 'lark', account: 'ou_r' },
        { kind: 'person', channel: 'wechat', account: 'wx-r' },
      ])
      expect(await bindings.claim(saying('ou_other'), minutesOn(14))).toEqual({ kind: 'unknown' })
      expect(await bindings.claim(saying('ou_r'), minutesOn(14))).toMatchObject({ kind: 'already' })
    })

    test('gives the same answer to the same message', async () => {
      const { bindings, resident, issued } = await opened()
      await issued()
      const message = saying('ou_r')
      for (let i = 0; i < 3; i++)
        expect(await bindings.claim(message, nine)).toEqual({ kind: 'bound', person: resident })
    })

    test('said aloud it is void also for an account that missed too often', async () => {
      const { bindings, resident } = await opened()
      await bindings.issue(resident, hash, minutesOn(90), nine)
      for (let i = 0; i < 5; i++)
        await bindings.claim(saying('ou_r', { hash: 'c'.repeat(64) }), nine)
      expect(await bindings.claim(saying('ou_r', { aloud: true }), nine)).toEqual({
        kind: 'locked',
      })
      expect(await bindings.claim(saying('ou_thief'), minutesOn(1))).toEqual({ kind: 'unknown' })
    })
    test('is void when it is over, when another was given, and when it was said aloud', async () => {
      const { bindings, resident, issued } = await opened()
      await issued()
      expect(await bindings.claim(saying('ou_r'), minutesOn(15))).toEqual({ kind: 'unknown' })
      await bindings.issue(resident, 'b'.repeat(64), minutesOn(30), nine)
      expect(await bindings.claim(saying('ou_r'), nine)).toEqual({ kind: 'unknown' })
      await issued()
      const aloud = saying('ou_s', { aloud: true })
      expect(await bindings.claim(aloud, nine)).toEqual({ kind: 'voided' })
      expect(await bindings.claim(aloud, nine)).toEqual({ kind: 'voided' })
      expect(await bindings.claim(saying('ou_r'), nine)).toEqual({ kind: 'unknown' })
    })

    test('is never given to two, unless the first is over', async () => {
      const { bindings, issued } = await opened()
      expect(await issued()).toBe(true)
      expect(await bindings.issue(personId('S010'), hash, minutesOn(60), minutesOn(14))).toBe(false)
      expect(await bindings.issue(personId('S010'), hash, minutesOn(60), minutesOn(15))).toBe(true)
      expect(await bindings.claim(saying('ou_x'), minutesOn(16))).toMatchObject({ person: 'S010' })
    })

    test('cannot be guessed: five wrong ones lock an account for an hour, also for the right one', async () => {
      const { bindings, resident, issued } = await opened()
      const wrong = { hash: 'c'.repeat(64) }
      for (let i = 0; i < 5; i++)
        expect(await bindings.claim(saying('ou_r', wrong), nine)).toEqual({ kind: 'unknown' })
      await bindings.issue(resident, hash, minutesOn(90), nine)
      expect(await bindings.claim(saying('ou_r'), minutesOn(59))).toEqual({ kind: 'locked' })
      expect(await bindings.claim(saying('ou_r'), minutesOn(60))).toMatchObject({ kind: 'bound' })
      expect(await issued()).toBe(true)
    })

    test('wrong, and read five times, counts once', async () => {
      const { bindings, issued } = await opened()
      const wrong = saying('ou_r', { hash: 'c'.repeat(64) })
      for (let i = 0; i < 5; i++)
        expect(await bindings.claim(wrong, nine)).toMatchObject({ kind: 'unknown' })
      await issued()
      expect(await bindings.claim(saying('ou_r'), nine)).toMatchObject({ kind: 'bound' })
    })

    test('cannot be guessed from many accounts at once', async () => {
      const { street, bindings, issued } = await opened()
      const { bindings: other } = await street.open()
      const answers = await Promise.all(
        Array.from({ length: 110 }, (_, i) =>
          [bindings, other][i % 2]?.claim(saying(`ou_${i}`, { hash: 'c'.repeat(64) }), nine),
        ),
      )
      expect(answers.filter((one) => one?.kind === 'unknown')).toHaveLength(100)
      await issued()
      expect(await bindings.claim(saying('ou_r'), nine)).toEqual({ kind: 'locked' })
    })

    test('is used by one of many who say it at the same moment', async () => {
      const { street, bindings, issued } = await opened()
      const { bindings: other } = await street.open()
      await issued()
      const answers = await Promise.all(
        ['ou_1', 'ou_2', 'ou_3', 'ou_4'].map((id, i) =>
          (i % 2 ? other : bindings).claim(saying(id), nine),
        ),
      )
      expect(answers.map(({ kind }) => kind).sort()).toEqual([
        ...['bound', 'unknown', 'unknown', 'unknown'],
      ])
    })
  })

  describe(`staff in ${name}`, () => {
    test('keep what they bound when the rulebook is saved again, until it is taken back', async () => {
      const { people, bindings, issued, saveRulebook } = await opened()
      const S010 = personId('S010')
      await issued(S010)
      await bindings.claim(saying('ou_new'), nine)
      await saveRulebook(aBook())
      expect((await people.meet(onLark('ou_new'), null)).id).toBe(S010)
      expect((await people.reaches(S010)).map(({ account }) => account)).toEqual([
        ...['ou_new', 'wx-S010', 'ou_S010'],
      ])
      expect(await bindings.release(S010)).toBe(1)
      expect((await people.meet(onLark('ou_new'), null)).id).not.toBe(S010)
      expect((await people.meet(onLark('ou_S010'), null)).id).toBe(S010)
    })

    test('lose a bound account that the rulebook gives to another', async () => {
      const { people, bindings, issued, saveRulebook } = await opened()
      await issued(personId('S010'))
      await bindings.claim(saying('ou_new'), nine)
      const changed = aBook().staff.map((one) =>
        one.id === 'S001' ? { ...one, accounts: { lark: 'ou_new' } } : one,
      )
      await saveRulebook(aBook({ staff: changed }))
      expect((await people.meet(onLark('ou_new'), null)).id).toBe('S001')
      expect((await people.reaches(personId('S010'))).map(({ account }) => account)).not.toContain(
        'ou_new',
      )
    })

    test('never become somebody else by a code', async () => {
      const { people, bindings, issued } = await opened()
      await issued()
      expect(await bindings.claim(saying('ou_S010'), nine)).toEqual({ kind: 'inOffice' })
      expect((await people.meet(onLark('ou_S010'), null)).id).toBe('S010')
    })
  })

  describe(`two people who are one, in ${name}`, () => {
    const both = async () => {
      const stores = await opened()
      const { id: other } = await stores.people.meet(onLark('ou_r'), roomId('room-xf-2'))
      return { ...stores, other }
    }

    test('have the petitions of both, each petitioner counted once', async () => {
      const { bindings, petitions, resident, other, issued } = await both()
      const reported = aPetition('dispatched', {
        reporter: aPetitioner(other),
        supporters: [aPetitioner('neighbour'), aPetitioner(resident)],
        ratings: [{ person: other, solved: true, score: 5, reason: null, ratedAt: nine }],
      })
      await petitions.record([about(reported)], nine)
      await issued()
      await bindings.claim(saying('ou_r'), nine)
      const [found] = await petitions.list({ person: resident })
      expect(found).toMatchObject({
        ...{ version: 2, reporter: { person: resident, household: resident } },
        ...{ supporters: [{ person: 'neighbour' }], ratings: [{ person: resident }] },
      })
      expect(await petitions.list({ person: other })).toEqual([])
      const next = { ...reported, version: 2 }
      expect(await petitions.record([about(next)], nine)).toEqual(['stale'])
      const after = found && { ...found, version: 3 }
      expect(after && (await petitions.record([about(after)], nine))).toEqual(['recorded'])
    })

    test('get the letters to both, are known in the groups of both, asked what both were asked', async () => {
      const { bindings, petitions, people, outbox, resident, other, issued } = await both()
      const to = { kind: 'person', person: other } as const
      const question = { kind: 'sense', sinceAt: nine } as const
      await petitions.record(
        [
          anEntry({
            ...{ cause: { kind: 'press', key: 'a' }, letters: [aLetter('l1', { to })] },
            question: { conversation: 'lark/dm/ou_r', person: other, ask: question },
          }),
        ],
        nine,
      )
      await issued()
      await bindings.claim(saying('ou_r'), nine)
      expect(await outbox.take(10, nine)).toMatchObject([{ id: 'l1', to: { person: resident } }])
      expect(await people.reaches(other)).toEqual(await people.reaches(resident))
      expect(await petitions.question('lark/dm/ou_r', resident)).toEqual(question)
      const [known] = await people.find([resident])
      expect(known?.rooms.map(({ room }) => room)).toEqual(['room-xf-1', 'room-xf-2'])
    })

    test('stay one when that one turns out to be a third', async () => {
      const { bindings, people, petitions, resident, other, issued } = await both()
      const petition = aPetition('dispatched', { reporter: aPetitioner(other), supporters: [] })
      await petitions.record([about(petition)], nine)
      await issued()
      await bindings.claim(saying('ou_r'), nine)
      const { id: third } = await people.meet(onLark('ou_third'), null)
      await bindings.issue(third, 'd'.repeat(64), minutesOn(15), nine)
      const bound = await bindings.claim(
        saying('wx-r', { hash: 'd'.repeat(64), by: { channel: 'wechat', account: 'wx-r' } }),
        nine,
      )
      expect(bound).toEqual({ kind: 'bound', person: third })
      const all = await people.reaches(third)
      expect(all.map(({ account }) => account).sort()).toEqual(['ou_r', 'ou_third', 'wx-r'])
      expect(await people.reaches(other)).toEqual(all)
      expect(await people.reaches(resident)).toEqual(all)
      expect(await petitions.list({ person: third })).toHaveLength(1)
    })
  })
}
