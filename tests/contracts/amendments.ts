import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/ids.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { aBook, at } from '../support/builders.ts'
import type { Street } from './street.ts'

const gao = personId('S010')
const zou = personId('S061')
const now = at('2026-03-02 09:00')
const later = at('2026-03-02 09:30')
const named =
  (topic: string) =>
  (book: Rulebook): Rulebook => ({ ...book, rooms: book.rooms.map((room) => ({ ...room, topic })) })
const byForm = (draft: string | null = null) => ({
  ...{ person: gao, at: now, draft },
  by: { kind: 'form' } as const,
})

/** What every keeper of changes to the rulebook promises, be it memory or PostgreSQL. */
export function amendmentsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => {
    const street = await fresh()
    const stores = await street.open()
    await stores.saveRulebook(aBook())
    return { street, ...stores }
  }

  describe(`amendments in ${name}`, () => {
    test('are written down with the version that came of them, the newest first', async () => {
      const { rulebooks } = await opened()
      await rulebooks.amend(named('甲群'), byForm())
      await rulebooks.amend(named('乙群'), {
        ...{ person: zou, at: later, draft: 'd' },
        by: { kind: 'file', name: '群.xlsx' },
      })
      const [last, first] = await rulebooks.amendments(10)
      expect(last).toMatchObject({
        ...{ version: 3, person: zou, at: later, draft: 'd' },
        by: { kind: 'file', name: '群.xlsx' },
      })
      expect(first).toMatchObject({ version: 2, person: gao, at: now, draft: null })
      expect(first?.changes.every(({ sheet }) => sheet === 'rooms')).toBe(true)
      expect(last?.changes.map(({ before, after }) => [before?.topic, after?.topic])).toEqual(
        aBook().rooms.map(() => ['甲群', '乙群']),
      )
      expect(await rulebooks.amendments(1)).toEqual([last])
      expect(await rulebooks.amendments(1, 3)).toEqual([first])
      expect(await rulebooks.amendment({ version: 2 })).toEqual(first)
      expect(await rulebooks.amendment({ draft: 'd' })).toEqual(last)
      expect(await rulebooks.amendment({ draft: 'e' })).toBeUndefined()
    })

    test('that change nothing leave nothing behind', async () => {
      const { rulebooks } = await opened()
      expect((await rulebooks.amend((book) => ({ ...book }), byForm('d'))).version).toBe(1)
      expect(await rulebooks.amendments(10)).toEqual([])
    })

    test('of one draft happen once, by how many processes ever it is applied', async () => {
      const { rulebooks, street } = await opened()
      const other = (await street.open()).rulebooks
      await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          (i % 2 ? rulebooks : other).amend(named(`第${i}次`), byForm('d')),
        ),
      )
      expect((await other.current()).version).toBe(2)
      expect(await other.amendments(10)).toHaveLength(1)
    })
  })

  describe(`drafts in ${name}`, () => {
    const prepared = {
      ...{ person: gao, madeAt: now, version: 1, by: { kind: 'file', name: 'a.csv' } as const },
      changes: [{ sheet: 'rooms', key: 'a', before: { id: 'a' }, after: null }] as const,
    }

    test('are found by who made them, also by another process', async () => {
      const { drafts, street } = await opened()
      const draft = await drafts.keep(prepared)
      expect(draft).toEqual({ ...prepared, id: draft.id })
      expect(await (await street.open()).drafts.find(draft.id, gao)).toEqual(draft)
      expect(await drafts.find(draft.id, zou)).toBeUndefined()
      expect(await drafts.find('nothing\0', gao)).toBeUndefined()
    })

    test('are forgotten when they are old', async () => {
      const { drafts } = await opened()
      const { id } = await drafts.keep(prepared)
      expect(await drafts.forget(now)).toBe(0)
      expect(await drafts.forget(later)).toBe(1)
      expect(await drafts.find(id, gao)).toBeUndefined()
    })
  })
}
