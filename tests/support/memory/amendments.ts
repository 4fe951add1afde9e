import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import { changesBetween } from '../../../src/domain/street/sheets/changes.ts'
import { sheetsOf } from '../../../src/domain/street/sheets/sheets-of.ts'
import type { Drafts } from '../../../src/flows/ports/drafts.ts'
import type { Rulebooks } from '../../../src/flows/ports/rulebooks.ts'
import { kept, type Shelf } from './shelf.ts'

export const memoryAmendments = (
  { books, amendments }: Shelf,
  save: (book: Rulebook) => Rulebook,
): Pick<Rulebooks, 'amend' | 'amendments' | 'amendment'> => ({
  async amend(change, amending) {
    const before = books.at(-1)
    if (!before) throw new RangeError('no rulebook to change')
    if (amending.draft && amendments.some(({ draft }) => draft === amending.draft)) return before
    const next = save(change(before))
    const changes = changesBetween(sheetsOf(before), sheetsOf(next))
    if (next !== before) amendments.push(kept({ ...amending, version: next.version, changes }))
    return next
  },
  amendments: async (count, before = Number.POSITIVE_INFINITY) =>
    amendments
      .filter(({ version }) => version < before)
      .reverse()
      .slice(0, count),
  amendment: async (of) =>
    amendments.find(({ version, draft }) =>
      'draft' in of ? draft === of.draft : version === of.version,
    ),
})

export const memoryDrafts = ({ drafts, newId }: Shelf): Drafts => ({
  async keep(draft) {
    const own = kept({ id: newId(), ...draft })
    drafts.set(own.id, own)
    return own
  },
  async find(id, person) {
    const draft = drafts.get(id)
    return draft?.person === person ? draft : undefined
  },
  async forget(before) {
    const old = [...drafts.values()].filter(({ madeAt }) => madeAt < before)
    for (const { id } of old) drafts.delete(id)
    return old.length
  },
})
