import { expect, test } from 'vitest'
import { touchedBy } from '../../src/domain/console/touched.ts'
import type { Change } from '../../src/domain/street/sheets/changes.ts'
import { aPetition } from '../support/builders.ts'

const gone = (sheet: Change['sheet'], before: Change['before']): Change => ({
  ...{ sheet, key: 'x', before, after: null },
})

test('petitions are touched by the grid, office and category that goes, and not by what only changes', () => {
  const petition = aPetition('handling')
  const to: string = petition.to.code
  const changes = [
    gone('categories', { code: petition.category }),
    gone(to.startsWith('QS') ? 'units' : 'departments', { code: to }),
    gone('categories', { code: '9999' }),
    { ...gone('categories', { code: petition.category }), after: { code: petition.category } },
    gone('rooms', { id: to }),
  ]
  expect(touchedBy(changes, [petition]).map(({ change, numbers }) => [change, numbers])).toEqual(
    changes.slice(0, 2).map((change) => [change, [petition.number]]),
  )
})
