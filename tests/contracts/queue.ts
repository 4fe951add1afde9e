import { describe, expect, test } from 'vitest'
import { lookOf } from '../../src/domain/console/look.ts'
import { lookWithin, reads, scopeOf } from '../../src/domain/console/scope.ts'
import { pairsOf } from '../../src/domain/console/search.ts'
import { dueFirst, isIn, type QueueViewer, type Tab, tabs } from '../../src/domain/console/tabs.ts'
import { toDecide, waitsForDecision } from '../../src/domain/console/to-decide.ts'
import { categoryCode, petitionId, unitCode } from '../../src/domain/ids.ts'
import type { Absence } from '../../src/domain/people/absence.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import type { Cursor, Narrowed } from '../../src/flows/ports/queue.ts'
import { wideBook } from '../security/street.ts'
import { anEntry, aPetition, aPetitioner, at } from '../support/builders.ts'
import { crowd } from '../support/crowd.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 10:30')
const hot = [5003, 5007, 5011, 5050]
const deciding = [5004, 5009, ...Array.from({ length: 40 }, (_, i) => 5060 + i)]

const away = (person: string, deputy: string | null): Absence => {
  const id = (one: string) => wideBook.staff.find((staff) => staff.id === one)?.id
  const [gone, instead] = [id(person), deputy === null ? null : id(deputy)]
  if (!gone || instead === undefined) throw new Error(`nobody is ${person} or ${deputy}`)
  return { id: person, person: gone, from: '2026-03-01', until: '2026-03-09', deputy: instead }
}

/** Everybody is there; some are away, with and without a deputy; who is above is, too. */
const books: readonly Rulebook[] = [
  wideBook,
  { ...wideBook, away: [away('S010', 'S009'), away('S061', 'S027'), away('S002', 'S015')] },
  { ...wideBook, away: [away('S043', 'S046'), away('S009', null), away('S042', 'S070')] },
  { ...wideBook, away: [away('S001', null), away('S002', null), away('S070', 'S067')] },
]

/** What every keeper of petitions promises to those who look at them in the console. */
export function queueContract(name: string, fresh: () => Promise<Street>) {
  const opened = async (petitions: readonly Petition[]) => {
    const stores = await (await fresh()).open()
    const entries = petitions.map((petition) =>
      anEntry({ cause: { kind: 'press', key: petition.id }, petition }),
    )
    const written = await stores.petitions.record(entries, now)
    expect(new Set(written)).toEqual(new Set(['recorded']))
    const everything = (tab: Tab, viewer: QueueViewer, narrowed: Narrowed = {}) =>
      stores.queue.page(tab, viewer, narrowed, null, 10_000)
    return { queue: stores.queue, everything }
  }
  const numbers = (petitions: readonly Petition[]) => petitions.map(({ number }) => number)
  const viewers = books.flatMap((book) =>
    book.staff.map((staff) => ({
      staff,
      book,
      viewer: { scope: scopeOf(staff, book), now, hot, deciding },
    })),
  )
  const viewerOf = (id: string) => {
    const found = viewers.find(({ staff }) => staff.id === id)
    if (!found) throw new Error(`nobody is ${id}`)
    return found.viewer
  }

  describe(`the queue in ${name}`, () => {
    test('shows everybody exactly what lookOf lets them see, and counts it', async () => {
      const petitions = crowd(250, 7, wideBook)
      const { everything, queue } = await opened(petitions)
      let outlines = 0
      for (const { staff, book, viewer } of viewers) {
        const who = `${staff.id} in book ${books.indexOf(book)}`
        const looks = petitions.map((petition) => lookOf(petition, staff, book))
        outlines += looks.filter((look) => look === 'outline').length
        expect(
          petitions.map((petition) => lookWithin(petition, viewer.scope)),
          who,
        ).toEqual(looks)
        const seen = petitions.filter((_, i) => looks[i] !== 'none')
        const shown = numbers(await everything('all', viewer))
        expect(shown.sort(), who).toEqual(numbers(seen).sort())
        const counts: Readonly<Record<string, number>> = await queue.counts(viewer)
        for (const tab of tabs) {
          const expected = petitions.filter((petition) => isIn(tab, petition, viewer))
          expect(numbers(await everything(tab, viewer)).sort(), `${who}: ${tab}`).toEqual(
            numbers(expected).sort(),
          )
          if (tab !== 'all') expect(counts[tab], `${who}: ${tab}`).toBe(expected.length)
        }
      }
      expect(outlines).toBeGreaterThan(50)
    })

    test('knows everything of which something waits for a decision', async () => {
      const petitions = crowd(250, 13, wideBook)
      const { queue } = await opened(petitions)
      const waiting = petitions.filter(waitsForDecision)
      expect(waiting.length).toBeGreaterThan(20)
      let hidden = 0
      for (const { staff, book, viewer } of viewers) {
        const seen = waiting.filter((one) => lookWithin(one, viewer.scope) !== 'none')
        const found = numbers(await queue.undecided(viewer.scope)).sort()
        expect(found, staff.id).toEqual(numbers(seen).sort())
        const theirs = (all: readonly Petition[]) =>
          numbers(all.filter((one) => toDecide(one, staff, now, book).length > 0))
        const shown = petitions.filter((one) => lookWithin(one, viewer.scope) !== 'none')
        expect(theirs(seen), staff.id).toEqual(theirs(shown))
        hidden += waiting.length - seen.length
      }
      expect(hidden).toBeGreaterThan(waiting.length)
    })

    test('what is due first comes first, the newest in all; pages neither skip nor repeat', async () => {
      const petitions = crowd(200, 3, wideBook)
      const { queue, everything } = await opened(petitions)
      const leader = viewerOf('S042')
      for (const tab of ['late', 'unit', 'all'] as const) {
        const keyOf = (one: Petition) => (tab === 'all' ? one.registeredAt : dueFirst(one))
        const whole = await everything(tab, leader)
        const moments = whole.map((one) => keyOf(one).getTime())
        const sorted = [...moments].sort((a, b) => (tab === 'all' ? b - a : a - b))
        expect(moments).toEqual(sorted)
        const paged: number[] = []
        let cursor: Cursor | null = null
        for (;;) {
          const page: Petition[] = await queue.page(tab, leader, {}, cursor, 7)
          paged.push(...numbers(page))
          const last = page.at(-1)
          if (!last || page.length < 7) break
          cursor = { at: keyOf(last), number: last.number }
        }
        expect(paged).toEqual(numbers(whole))
        expect(paged.length).toBeGreaterThan(14)
      }
    })

    test('three households make a petition hot, not three people', async () => {
      const joined: readonly (readonly [string, boolean])[] = [
        ...([
          ['a', false],
          ['ab', false],
          ['aaa', false],
          ['abbb', false],
          ['abab', false],
        ] as const),
        ...([
          ['abc', true],
          ['aabac', true],
          ['abbbbc', true],
          ['abcd', true],
        ] as const),
      ]
      const petitions = joined.map(([homes], i) => {
        const [reporter, ...supporters] = [...homes].map((household, nth) =>
          aPetitioner(`r-${i}-${nth}`, { household }),
        )
        const about = { id: petitionId(`hot-${i}`), number: 7001 + i, version: 1, supporters }
        return { ...aPetition('dispatched'), ...(reporter && { reporter }), ...about }
      })
      const { queue, everything } = await opened(petitions)
      const leader = viewerOf('S042')
      const expected = petitions.filter((_, i) => joined[i]?.[1])
      expect(numbers(await everything('hot', leader)).sort()).toEqual(numbers(expected))
      expect((await queue.counts(leader)).hot).toBe(expected.length)
    })

    test('narrows down by each field', async () => {
      const petitions = crowd(200, 5, wideBook)
      const { everything } = await opened(petitions)
      const leader = viewerOf('S042')
      const narrowing: readonly [Narrowed, (petition: Petition) => boolean][] = [
        [{ status: 'handling' }, ({ status }) => status === 'handling'],
        [{ categories: [categoryCode('0301')] }, ({ category }) => category === '0301'],
        [{ urgency: 'emergency' }, ({ urgency }) => urgency === 'emergency'],
        [
          { registeredSince: at('2026-02-25 00:00') },
          (one) => one.registeredAt >= at('2026-02-25 00:00'),
        ],
        [{ desk: 'department/SZ' }, (one) => 'to' in one && one.to.code === 'SZ'],
        [{ part: { units: [unitCode('QS-XF-02')], rooms: [] } }, ({ grid }) => grid === 'QS-XF-02'],
        [{ search: { number: 5010 } }, ({ number }) => number === 5010],
        [
          { search: { place: { name: '幸福里小区', building: '5' } } },
          ({ place }) => place.building === '5',
        ],
      ]
      for (const [narrowed, holds] of narrowing) {
        const expected = petitions.filter(holds)
        expect(expected.length).toBeGreaterThan(0)
        expect(numbers(await everything('all', leader, narrowed)).sort()).toEqual(
          numbers(expected).sort(),
        )
      }
    })

    test('words are found by who reads them, never what is confidential or not agreed to', async () => {
      const petitions = crowd(300, 11, wideBook)
      const { everything } = await opened(petitions)
      const search = { pairs: pairsOf('道灯不亮') }
      for (const { staff, viewer } of viewers.slice(0, wideBook.staff.length)) {
        const found = await everything('all', viewer, { search })
        for (const petition of found) {
          expect(petition.words.join()).toContain('道灯不亮')
          expect(petition.confidential).toBe(false)
          expect(reads(petition, viewer.scope)).toBe(true)
          const unasked = petition.relay?.consent === 'open' && petition.urgency !== 'emergency'
          expect(unasked).toBe(false)
        }
        if (staff.id === 'S042') expect(found.length).toBeGreaterThan(20)
      }
      expect(await everything('all', viewerOf('S042'), { search: { pairs: ['天花'] } })).toEqual([])
    })

    test('tells of what was written since, by any process', async () => {
      const street = await fresh()
      const [one, other] = await Promise.all([street.open(), street.open()])
      const write = (petition: Petition) =>
        other.petitions.record(
          [anEntry({ cause: { kind: 'press', key: `${petition.version}` }, petition })],
          now,
        )
      const begin = await one.queue.news(null)
      expect(begin.petitions).toEqual([])
      await write({ ...aPetition('dispatched'), version: 1 })
      const first = await one.queue.news(begin.at)
      expect(first.petitions).toMatchObject([{ status: 'dispatched', version: 1 }])
      await write({ ...aPetition('handling'), version: 2 })
      const second = await one.queue.news(first.at)
      expect(second.petitions).toMatchObject([{ status: 'handling', version: 2 }])
      expect(second.petitions[0]?.registeredAt).toEqual(aPetition('handling').registeredAt)
    })

    test('words that were taken away are not found any more', async () => {
      const stores = await (await fresh()).open()
      const before = { ...aPetition('handling'), version: 1 }
      const leader = viewerOf('S042')
      const find = () => stores.queue.page('all', leader, { search: { pairs: ['楼道'] } }, null, 10)
      const write = (petition: Petition) =>
        stores.petitions.record(
          [anEntry({ cause: { kind: 'press', key: `${petition.version}` }, petition })],
          now,
        )
      await write(before)
      expect(await find()).toHaveLength(1)
      await write({ ...before, version: 2, summary: '—', words: [] })
      expect(await find()).toEqual([])
    })
  })
}
