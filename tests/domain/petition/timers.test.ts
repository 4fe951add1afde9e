import { expect, test } from 'vitest'
import { timersFor } from '../../../src/domain/petition/timers.ts'
import { moment } from '../../../src/texts/moments.ts'
import { aBook, aPetition } from '../../support/builders.ts'

const drawn = (petition: Parameters<typeof timersFor>[0]) =>
  timersFor(petition, aBook()).map(({ dueAt, command }) => {
    const { kind, ...rest } = command
    return `${moment(dueAt)} ${kind} ${Object.values(rest)
      .map((v) => (typeof v === 'object' ? `${v.amount} ${v.unit}` : v))
      .join(' ')}`.trim()
  })

test('a dispatched petition is pressed for acceptance and for its end', () => {
  expect(drawn(aPetition('dispatched'))).toMatchInlineSnapshot(`
    [
      "3月2日（周一）11:30 remind accept 0.5",
      "3月2日（周一）13:00 remind accept 0.8",
      "3月2日（周一）14:00 escalate accept 0 minutes community_manager",
      "3月3日（周二） escalate accept 1 workingDays street_supervisor",
      "3月3日（周二）13:30 remind resolve 0.5",
      "3月4日（周三）06:36 remind resolve 0.8",
      "3月4日（周三）18:00 escalate resolve 0 minutes community_manager",
      "3月5日（周四） escalate resolve 1 workingDays street_supervisor",
      "3月12日（周四）09:00 escalate resolve 7 days street_supervisor",
    ]
  `)
})

test('a resolved one is asked about once, then closed', () => {
  expect(drawn(aPetition('resolved'))).toMatchInlineSnapshot(`
    [
      "3月5日（周四） remindRating",
      "3月8日（周日） closeUnrated",
    ]
  `)
})

test('what has fired in one round does not count as fired in the next', () => {
  const keys = (reopenings: number) =>
    timersFor(aPetition('resolved', { reopenings }), aBook()).map(({ key }) => key)
  expect(keys(0)).not.toEqual(keys(1))
})

test.each(['closed', 'withdrawn'] as const)('the clock leaves a %s petition alone', (status) => {
  expect(timersFor(aPetition(status), aBook())).toEqual([])
})
