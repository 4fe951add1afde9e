import { expect, test } from 'vitest'
import { departmentCode, unitCode } from '../../../src/domain/ids.ts'
import { figureOf, measures, quarrelMeasures } from '../../../src/domain/numbers/figures.ts'
import { groupsOf } from '../../../src/domain/numbers/groups.ts'
import { narrowed } from '../../../src/domain/numbers/narrowed.ts'
import type { Scope } from '../../../src/domain/numbers/scope.ts'
import { storyBefore, storyUntil } from '../../../src/domain/numbers/story.ts'
import { smallBook as book } from '../../support/book.ts'
import { at } from '../../support/builders.ts'
import { rated, reopened, resolved, returned, timeline } from './told.ts'

const span = { from: at('2026-03-02 00:00'), until: at('2026-03-06 00:00') }
const to = (code: string) => ({ kind: 'department', code: departmentCode(code) }) as const
const timelines = book.categories.flatMap(({ code: category, confidential }, i) =>
  (['QS-XF-01', 'QS-XF-02', null] as const).map((grid, j) =>
    timeline(
      {
        ...{ number: i * 10 + j, category, confidential, grid: grid && unitCode(grid) },
        to: to(i % 2 === 0 ? 'WY1' : 'SZ'),
      },
      ...([
        [returned('2026-03-03 09:00', '2026-03-05 18:00')],
        [resolved('2026-03-03 10:00'), rated('2026-03-03 12:00', true, 5)],
        [resolved('2026-03-03 10:00'), reopened('2026-03-03 12:00', '2026-03-04 12:00')],
      ][j] ?? []),
    ),
  ),
)
const stories = timelines.flatMap((events) => storyUntil(events, span.until) ?? [])

test('of those that can count every number is the same as of all, in every part of the street', () => {
  const near = narrowed(stories, book)
  const scopes: Scope[] = ['QS', 'QS-XF', 'QS-XF-02'].flatMap((code) => {
    const scope = { unit: unitCode(code) }
    return [
      scope,
      ...(['place', 'department', 'category'] as const).flatMap((by) =>
        groupsOf(scope, by, book).map((group) => group.scope),
      ),
    ]
  })
  expect(scopes.length).toBeGreaterThan(30)
  for (const scope of scopes)
    for (const measure of [...measures, ...quarrelMeasures].filter((one) => one !== 'repeated'))
      expect(
        figureOf(measure, { stories: near(scope), span, scope, book }),
        `${measure} ${JSON.stringify(scope)}`,
      ).toEqual(figureOf(measure, { stories, span, scope, book }))
  expect(near({ unit: unitCode('QS-XF-02') })).toHaveLength(6)
  expect(near({ unit: unitCode('QS'), department: departmentCode('RQ') })).toEqual([])
})

test('a story told up to a moment is the same whether it is cut or told anew', () => {
  for (const events of timelines)
    for (const moment of [
      '2026-03-01 00:00',
      '2026-03-03 10:00',
      '2026-03-03 12:00',
      '2026-04-01 00:00',
    ]) {
      const whole = storyUntil(events, at('2030-01-01 00:00'))
      expect(whole && storyBefore(whole, at(moment))).toEqual(storyUntil(events, at(moment)))
    }
})
