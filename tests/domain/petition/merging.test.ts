import { describe, expect, test } from 'vitest'
import { carryOut } from '../../../src/domain/carry-out.ts'
import { personId, petitionId } from '../../../src/domain/ids.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { timersFor } from '../../../src/domain/petition/timers.ts'
import { aBook, aPetition, aPetitioner, at } from '../../support/builders.ts'

const book = aBook()
const now = at('2026-03-03 10:00')
const into = { petition: petitionId('petition-0'), number: 1001 }
const reporter = aPetition('dispatched').reporter.person

const by = (command: Command, petition: Petition, person = reporter) =>
  carryOut(command, petition, { kind: 'person', id: person, staff: null }, now, book)

function done(command: Command, petition: Petition) {
  const step = by(command, petition)
  if (!step.ok) throw new Error(step.problem.kind)
  return step.value
}

const told = ({ notices }: ReturnType<typeof done>) =>
  notices.map(({ to, notice }) => `${to.kind === 'person' ? to.person : 'room'} ${notice.kind}`)

describe('a petition that is the same as another', () => {
  test('ends, says where it went, and rings no more', () => {
    const open = aPetition('dispatched', { supporters: [aPetitioner('neighbour')] })
    const step = done({ kind: 'merge', into }, open)
    expect(step.petition).toMatchObject({
      status: 'withdrawn',
      reason: '与1001号是同一件事，已并入',
      mergedInto: into,
    })
    expect(timersFor(step.petition, book)).toEqual([])
    expect(told(step)).toEqual(['S061 taskMerged', 'neighbour merged'])
  })

  test.each([
    ['an emergency', aPetition('dispatched', { urgency: 'emergency' }), 'notNow'],
    ['one that is answered', aPetition('resolved'), 'notNow'],
    ['itself', aPetition('dispatched', { id: into.petition }), 'notNow'],
  ] as const)('is never %s', (_what, petition, kind) => {
    expect(by({ kind: 'merge', into }, petition)).toEqual({ ok: false, problem: { kind } })
  })

  test('is so only for those whose it is', () => {
    const stranger = personId('stranger')
    expect(by({ kind: 'merge', into }, aPetition('dispatched'), stranger)).toEqual({
      ok: false,
      problem: { kind: 'notYours' },
    })
  })

  test('stands by itself again with fresh limits, and its handlers get it back', () => {
    const merged = done({ kind: 'merge', into }, aPetition('handling')).petition
    const step = done({ kind: 'unmerge' }, merged)
    expect(step.petition).toMatchObject({
      status: 'dispatched',
      to: { code: 'WY1' },
      reopenings: 0,
    })
    expect(step.petition).not.toHaveProperty('mergedInto')
    expect(told(step)).toEqual(['S061 task'])
    expect(timersFor(step.petition, book).length).toBeGreaterThan(0)
  })

  test('is not parted when it was merely taken back', () => {
    expect(by({ kind: 'unmerge' }, aPetition('withdrawn'))).toEqual({
      ok: false,
      problem: { kind: 'notNow' },
    })
  })
})
