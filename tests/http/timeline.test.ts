import { expect, test } from 'vitest'
import { carryOut } from '../../src/domain/carry-out.ts'
import { categoryCode, personId, unitCode } from '../../src/domain/ids.ts'
import type { Command } from '../../src/domain/petition/command.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { eventText } from '../../src/http/petitions/timeline.ts'
import { eventLabels } from '../../src/texts/timeline.ts'
import { smallBook } from '../support/book.ts'
import { aPetition, at } from '../support/builders.ts'

function lineOf(command: Command, petition: Petition = aPetition('handling')): string {
  const staff = smallBook.staff.find(({ id }) => id === 'S002') ?? null
  const by = { kind: 'person', id: personId('S002'), staff } as const
  const step = carryOut(command, petition, by, at('2026-03-03 10:00'), smallBook)
  if (!step.ok) throw new Error(step.problem.kind)
  const { event } = step.value
  return `${eventLabels[event.kind]} ${eventText(event, smallBook)}`
}

test('the timeline says what staff put right, from what to what, and where it went', () => {
  const category = categoryCode('0101')
  expect(lineOf({ kind: 'correct', text: '', category, place: null })).toMatch(
    /^纠正 类别：楼道照明 → 路灯照明；改由.*办理；.*前签收/,
  )
  const place = { ...aPetition('handling').place, building: '3', unit: '1', room: '101' }
  const moved = lineOf({
    kind: 'correct',
    text: '',
    category: null,
    place: { place, grid: unitCode('QS-XF-01') },
  })
  expect(moved).toBe('纠正 地点：幸福里小区5栋 → 幸福里小区3栋')
})

test('the timeline says why it was no petition, and that somebody insisted', () => {
  expect(lineOf({ kind: 'dismiss', reason: '群里聊天' })).toBe('不作为诉求 群里聊天')
  expect(lineOf({ kind: 'insist' }, aPetition('withdrawn'))).toMatch(/^重新登记 派往安居物业/)
})
