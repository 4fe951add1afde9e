import { describe, expect, test } from 'vitest'
import { deskKey } from '../../src/domain/console/scope.ts'
import type { Errand } from '../../src/domain/errands/errand.ts'
import { beginErrand } from '../../src/domain/errands/lifecycle.ts'
import { errandId, type PersonId, personId, unitCode } from '../../src/domain/ids.ts'
import { nowhere } from '../../src/domain/intake/place.ts'
import { smallBook } from '../support/book.ts'
import { aBook, aHeard, aLetter, anEntry, at } from '../support/builders.ts'
import { press } from './causes.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const desk = { kind: 'grid', code: unitCode('QS-XF-02') } as const
const nobody = { person: personId('nobody'), desks: [] }

const anErrand = (number: number, asker: PersonId): Errand =>
  beginErrand(
    {
      ...{ asker, head: personId('S027'), neighbour: null, consent: 'notNeeded', words: '取药' },
      ...{ place: nowhere, desk, petition: null },
    },
    { id: errandId(`e-${number}`), number, at: now },
    smallBook,
  )
const over = (errand: Errand): Errand => ({
  ...errand,
  ...{ version: errand.version + 1, state: 'done', dueAt: null, overAt: now },
})

/** What every keeper promises of errands. */
export function errandsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()
  type Opened = Awaited<ReturnType<typeof opened>>
  const write = async ({ petitions }: Opened, errand: Errand, key: string) =>
    (
      await petitions.record(
        [anEntry({ cause: press(key), errand, letters: [aLetter(`l-${key}`, { sendAt: now })] })],
        now,
      )
    )[0]

  describe(`errands in ${name}`, () => {
    test('are numbered, found by whom they concern, due, and written once with their letters', async () => {
      const stores = await opened()
      expect([await stores.errands.number(), await stores.errands.number()]).toEqual([1, 2])
      const [one, two] = [anErrand(1, personId('p-1')), anErrand(2, personId('p-2'))]
      expect(await write(stores, one, 'one')).toBe('recorded')
      expect(await write(stores, two, 'two')).toBe('recorded')
      expect(await write(stores, two, 'two')).toBe('alreadyDone')
      expect(await stores.errands.open({ ...nobody, person: personId('p-1') })).toEqual([one])
      expect(await stores.errands.open({ ...nobody, person: personId('S027') })).toEqual([one, two])
      expect(await stores.errands.open({ ...nobody, desks: [deskKey(desk)] })).toEqual([one, two])
      expect(await stores.errands.open(nobody)).toEqual([])
      expect(await stores.errands.due(now, 9)).toEqual([])
      expect(await stores.errands.due(at('2026-03-02 18:00'), 1)).toEqual([one])
      const done = over(one)
      expect(await write(stores, done, 'done')).toBe('recorded')
      expect(await write(stores, { ...one, version: 2 }, 'late')).toBe('stale')
      expect(await stores.errands.open({ ...nobody, person: personId('p-1') })).toEqual([])
      expect(await stores.errands.unfinished()).toEqual([two])
      expect(await stores.errands.askedBy(personId('p-1'))).toEqual([done])
      expect(await stores.errands.since(now)).toEqual([two, done])
      expect(await stores.errands.since(at('2026-03-02 09:01'))).toEqual([])
      const letters = await stores.outbox.take(9, now)
      expect(letters.map(({ id }) => id).sort()).toEqual(['l-done', 'l-one', 'l-two'])
      expect(await (await opened()).errands.since(now)).toEqual([])
    })

    test('are those of whom who asked turned out to be', async () => {
      const stores = await opened()
      await stores.saveRulebook(aBook())
      const { id: known } = await stores.people.meet(aHeard('你好'), null)
      const sender = { id: 'ou_errand', name: '小刘', alias: '' }
      const { id: other } = await stores.people.meet(aHeard('', { channel: 'lark', sender }), null)
      await write(stores, anErrand(1, other), 'asked')
      const hash = 'e'.repeat(64)
      await stores.bindings.issue(known, hash, at('2026-03-02 09:15'), now)
      const by = { channel: 'lark', account: sender.id } as const
      const said = { hash, by, aloud: false, key: 'lark/errand', staff: [] }
      expect(await stores.bindings.claim(said, now)).toMatchObject({ kind: 'bound' })
      expect(await stores.errands.askedBy(known)).toMatchObject([{ version: 2, asker: known }])
      expect(await stores.errands.open({ ...nobody, person: other })).toEqual([])
    })

    test('are forgotten when they are old, and at once for who wants that, but never while they run', async () => {
      const stores = await opened()
      const { id: person } = await stores.people.meet(aHeard('请户长帮我取药'), null)
      await write(stores, anErrand(1, person), 'one')
      await write(stores, over(anErrand(1, person)), 'one done')
      await write(stores, anErrand(2, person), 'two')
      await stores.rights.erase(person, 'asked', now)
      expect((await stores.errands.askedBy(person)).map(({ number }) => number)).toEqual([2])
      expect(await stores.retention.forget('letters', now, '2026-03-02')).toBe(0)
      await write(stores, over(anErrand(2, person)), 'two done')
      expect(await stores.retention.forget('letters', now, '2026-03-03')).toBe(1)
      const other = personId('p-9')
      await write(stores, anErrand(3, other), 'three')
      await write(stores, over(anErrand(3, other)), 'three done')
      expect(await stores.retention.forget('letters', now, '2026-03-03')).toBe(0)
      expect(await stores.retention.count('letters', at('2026-03-02 09:01'))).toBeGreaterThan(0)
    })
  })
}
