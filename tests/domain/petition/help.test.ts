import { expect, test } from 'vitest'
import { personId } from '../../../src/domain/ids.ts'
import { noticesFor } from '../../../src/domain/notices/notices-for.ts'
import { decide } from '../../../src/domain/petition/decide.ts'
import { evolve } from '../../../src/domain/petition/evolve.ts'
import { withHelp } from '../../../src/domain/petition/help.ts'
import type { JointPart } from '../../../src/domain/petition/joint/joint-work.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook } from '../../support/book.ts'
import { aPetition, at } from '../../support/builders.ts'

const when = at('2026-03-02 10:00')
const [lead, other, boss] = ['S061', 'S046', 'S043'].map(personId) as [
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
  ReturnType<typeof personId>,
]
const part: JointPart = {
  ...{ id: 1, to: { kind: 'grid', code: 'QS-XF-01' as never }, task: '看看', required: true },
  ...{ isCall: false, askedBy: boss, askedAt: when, dueAt: when, provisional: false },
  state: 'open',
}
const asked = (petition: Petition) => ('helpAsked' in petition ? petition.helpAsked : undefined)
const asks = (by: typeof lead, text: string, of?: { part: number; to: typeof part.to }) =>
  ({ kind: 'helpAsked', by, at: when, text, ...(of && { of }) }) as const
const both = [
  asks(lead, '要断电'),
  asks(other, '没有梯子', { part: 1, to: part.to }),
  asks(lead, '要断电，急'),
].reduce<Petition>(evolve, aPetition('handling', { joint: { parts: [part] } }))

test('who asks again asks anew, each of their own part', () => {
  expect(asked(both)).toEqual([
    { by: other, text: '没有梯子', askedAt: when, part: 1 },
    { by: lead, text: '要断电，急', askedAt: when },
  ])
})

test('a part that is done asks no more, others who are called are help, and the task takes it along when it goes', () => {
  const done = { kind: 'partFinished', part: 1, to: part.to, by: other, at: when } as const
  expect(asked(withHelp(both, { ...done, result: '好了', photos: [], inTime: true }))).toHaveLength(
    1,
  )
  const called = { kind: 'assistAsked', parts: [], call: null, by: boss, at: when } as const
  expect(withHelp(both, called)).not.toHaveProperty('helpAsked')
  const resolved = { kind: 'resolved', result: '好了', photos: [], inTime: true } as const
  expect(evolve(both, { ...resolved, by: lead, at: when })).not.toHaveProperty('helpAsked')
})

test('nobody answers themselves, and each who asked hears of it once', () => {
  const staff = smallBook.staff.find(({ id }) => id === boss)
  if (!staff) throw new Error('nobody')
  const by = { kind: 'person', id: boss, staff } as const
  const answer = { kind: 'answerHelp', text: '梯子和断电都约好了' } as const
  const own = evolve(aPetition('handling'), asks(boss, '我也没办法'))
  expect(decide(answer, own, by, when, smallBook)).toMatchObject({
    problem: { kind: 'nothingAsked' },
  })
  const decided = decide(answer, both, by, when, smallBook)
  if (!decided.ok) throw new Error(decided.problem.kind)
  const told = noticesFor(decided.value, both, evolve(both, decided.value), smallBook)
  const heard = told.flatMap(({ to, notice }) =>
    notice.kind === 'helpAnswered' && to.kind === 'person' ? [to.person] : [],
  )
  expect(heard).toEqual(expect.arrayContaining([lead, other]))
  expect(new Set(heard).size).toBe(heard.length)
  expect(evolve(both, decided.value)).not.toHaveProperty('helpAsked')
})
