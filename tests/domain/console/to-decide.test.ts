import { expect, test } from 'vitest'
import { lookOf } from '../../../src/domain/console/look.ts'
import { tabsOf } from '../../../src/domain/console/tabs.ts'
import { toDecide, waitsForDecision } from '../../../src/domain/console/to-decide.ts'
import { endOf } from '../../../src/domain/deadlines/calendar.ts'
import { personId } from '../../../src/domain/ids.ts'
import { whether } from '../../../src/domain/petition/may-do.ts'
import { wideBook } from '../../security/street.ts'
import { aPetition, at } from '../../support/builders.ts'
import { crowd } from '../../support/crowd.ts'

const now = at('2026-03-02 10:30')
const everybody = wideBook.staff

test('what stands there to decide can be decided, nobody else could, and whoever can sees it', () => {
  const petitions = crowd(200, 21, wideBook)
  let extensions = 0
  let parts = 0
  let helps = 0
  for (const petition of petitions)
    for (const staff of everybody) {
      const kinds = toDecide(petition, staff, now, wideBook).map(({ kind }) => kind)
      const by = { kind: 'person', id: staff.id, staff } as const
      const refuses = whether('refuseExtension', petition, by, now, wideBook)
      expect(kinds.includes('extension')).toBe(refuses.ok)
      const helped = whether('answerHelp', petition, by, now, wideBook)
      expect(kinds.includes('help')).toBe(helped.ok)
      if (kinds.includes('partSentBack'))
        expect(whether('releaseAssist', petition, by, now, wideBook).ok).toBe(true)
      if (kinds.length > 0) {
        expect(waitsForDecision(petition)).toBe(true)
        expect(lookOf(petition, staff, wideBook)).toBe('full')
        expect(tabsOf(staff, wideBook)).toContain('decide')
      }
      extensions += kinds.filter((kind) => kind === 'extension').length
      helps += kinds.filter((kind) => kind === 'help').length
      parts += kinds.filter((kind) => kind === 'partSentBack').length
    }
  expect(Math.min(extensions, parts, helps)).toBeGreaterThan(10)
})

test('says which limit it would move, and to when', () => {
  const asked = {
    ...{ by: personId('S061'), reason: '等配件', askedAt: at('2026-03-02 09:00') },
    days: 3,
  }
  const dueAt = at('2026-03-05 18:00')
  const petition = aPetition('handling', { extensionAsked: asked, resolveDueAt: dueAt })
  const dispatcher = everybody.find(({ id }) => id === 'S043')
  if (!dispatcher) throw new Error('nobody')
  const one = { kind: 'extension', asked, dueAt, movesTo: endOf('2026-03-08') }
  expect(toDecide(petition, dispatcher, now, wideBook)).toEqual([one])
  const open = { ...petition, extensionAsked: { ...asked, days: null } }
  expect(toDecide(open, dispatcher, now, wideBook)).toMatchObject([{ movesTo: null }])
})

test('who stands in for one above decides in their place, and has the tab for it', () => {
  const away = [
    { id: 'a', person: personId('S043'), from: '2026-03-01', until: '2026-03-09' } as const,
  ].map((one) => ({ ...one, deputy: personId('S046') }))
  const book = { ...wideBook, away }
  const officer = everybody.find(({ id }) => id === 'S046')
  if (!officer) throw new Error('nobody')
  expect(tabsOf(officer, wideBook)).not.toContain('decide')
  expect(tabsOf(officer, book)).toContain('decide')
})
