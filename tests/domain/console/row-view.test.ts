import { expect, test } from 'vitest'
import { lookOf } from '../../../src/domain/console/look.ts'
import { rowView } from '../../../src/domain/console/row-view.ts'
import { departmentCode } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aBook, aPetition, aPetitioner, at } from '../../support/builders.ts'

const book = aBook()
const now = at('2026-03-02 12:00')
const summary = '我是5栋301的，楼道灯不亮三天'

function seenBy(id: string, petition: Petition) {
  const staff = book.staff.find((one) => one.id === id)
  if (!staff) throw new Error(`no ${id}`)
  const look = lookOf(petition, staff, book)
  return look === 'none' ? 'none' : rowView(petition, look, staff, book, now)
}

const company = { kind: 'department', code: departmentCode('WY1') } as const
const office = { kind: 'department', code: departmentCode('SZ') } as const

test.each([
  ['the community above', 'S001', summary],
  ['the street leader', 'S042', summary],
  ['the company it went to', 'S061', null],
])('of what is confidential %s reads this much', (_, staff, line) => {
  const petition = aPetition('handling', { confidential: true, summary, to: company })
  expect(seenBy(staff, petition)).toMatchObject({ line })
})

test('an office that handles what is confidential does not read who it is', () => {
  const petition = aPetition('dispatched', { confidential: true, summary, to: office })
  expect(seenBy('S046', petition)).toMatchObject({ line: '［略］，楼道灯不亮三天' })
  expect(seenBy('S010', petition)).toBe('none')
})

test('who reported reads their own line, who joined what is confidential does not', () => {
  const reported = { confidential: true, summary, reporter: aPetitioner('S027') }
  expect(seenBy('S027', aPetition('handling', reported))).toMatchObject({ line: summary })
  const joined = { confidential: true, summary, supporters: [aPetitioner('S027')] }
  expect(seenBy('S027', aPetition('handling', joined))).toMatchObject({ line: null, households: 2 })
})

test('a grid worker sees that the neighbours’ petition is there, and no word of it', () => {
  expect(seenBy('S010', aPetition('handling'))).toMatchObject({ line: null, mayAccept: false })
})

test('while a neighbour has not agreed, the line names nobody and the place no door', () => {
  const petition = aPetition('dispatched', {
    relay: { head: aPetitioner('S027').person, consent: 'open' },
    onBehalfOf: '王奶奶',
    summary: '王奶奶家漏水',
    place: { ...aPetition('dispatched').place, room: '301' },
  })
  const row = seenBy('S061', petition)
  expect(row).toMatchObject({ line: '一位邻居家漏水' })
  expect(row !== 'none' && row.petition.place.room).toBeNull()
})

test('who has it may sign for it once, by the limit that comes first', () => {
  expect(seenBy('S061', aPetition('dispatched'))).toMatchObject({
    mayAccept: true,
    next: { duty: 'accept', dueAt: at('2026-03-02 14:00'), isLate: false },
  })
  expect(seenBy('S061', aPetition('handling', { resolveDueAt: at('2026-03-02 11:00') }))).toEqual(
    expect.objectContaining({
      mayAccept: false,
      next: { duty: 'resolve', dueAt: at('2026-03-02 11:00'), isLate: true },
    }),
  )
  expect(seenBy('S061', aPetition('resolved'))).toMatchObject({ next: null })
})
