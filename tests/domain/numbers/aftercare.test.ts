import { expect, test } from 'vitest'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import { callBacks, headChecks } from '../../../src/domain/numbers/aftercare.ts'
import type { Story } from '../../../src/domain/numbers/story.ts'
import { resolution } from '../../../src/domain/numbers/verdicts.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook as book } from '../../support/book.ts'
import { aPetition, at } from '../../support/builders.ts'

const counting = (petitions: readonly Petition[]) => ({
  stories: petitions.map((petition): Story => ({ petition, steps: [] })),
  span: { from: at('2026-03-01 00:00'), until: at('2026-04-01 00:00') },
  scope: { unit: unitCode('QS') },
  book,
})

const called = (
  number: number,
  result: 'fixed' | 'notFixed' | 'unreached' | null,
  solved: boolean | null,
) =>
  aPetition('closed', {
    number,
    ratings: [
      {
        person: personId('resident-1'),
        solved,
        score: null,
        reason: null,
        ratedAt: at('2026-03-03 12:00'),
      },
    ],
    callBack: {
      of: personId('S002'),
      why: 'sample',
      askedAt: at('2026-03-03 12:00'),
      dueAt: at('2026-03-10 23:59'),
      ...(result && {
        answer: { result, score: null, words: '' },
        saidAt: at('2026-03-04 10:00'),
      }),
    },
  })

test('calls back: who was reached counts, what contradicts a rating stands beside', () => {
  const found = callBacks(
    counting([
      called(1001, 'fixed', true),
      called(1002, 'notFixed', true),
      called(1003, 'unreached', true),
      called(1004, null, true),
      called(1005, 'fixed', null),
    ]),
  )
  expect(found).toMatchObject({
    counted: [1001, 1005],
    outOf: [1001, 1002, 1005],
    beside: { unreached: [1003], contradicted: [1002], waiting: [1004] },
  })
})

test('a rating that never says whether it is solved is in no rate, and shown beside', () => {
  const found = resolution(counting([called(1001, null, null), called(1002, null, true)]))
  expect(found.beside).toMatchObject({ undecided: [1001] })
})

test('what a head saw last counts, and what is still to be looked at stands beside', () => {
  const check = { head: personId('S027'), askedAt: at('2026-03-03 10:00') }
  const petition = aPetition('resolved', { check: { ...check, fixed: false } })
  const looked = (fixed: boolean, day: string) => ({
    petition,
    event: {
      kind: 'followedUp' as const,
      by: personId('S027'),
      at: at(`2026-03-${day} 10:00`),
      step: { kind: 'checked' as const, fixed, words: '' },
    },
  })
  const all = counting([aPetition('resolved', { number: 1028, check })])
  const found = headChecks({
    ...all,
    stories: [{ petition, steps: [looked(true, '04'), looked(false, '09')] }, ...all.stories],
  })
  expect(found).toMatchObject({ counted: [], outOf: [1027], beside: { waiting: [1028] } })
})
