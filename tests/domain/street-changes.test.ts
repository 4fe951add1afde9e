import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  changesBetween,
  columnsOf,
  withChanges,
  withoutChanges,
} from '../../src/domain/street/sheets/changes.ts'
import { type Cells, type Sheets, sheetNames } from '../../src/domain/street/sheets/sheet.ts'

const none = Object.fromEntries(sheetNames.map((name) => [name, []])) as unknown as Sheets
const duty = (...lines: Cells[]): Sheets => ({ ...none, duty: lines })
const rooms = (...lines: Cells[]): Sheets => ({ ...none, rooms: lines })
const room = (id: string, topic: string): Cells => ({ id, topic, unit: 'QS', default_place: '' })

test('lines are added, changed column by column, and removed', () => {
  const before = rooms(room('a', '一群'), room('b', '二群'), room('c', '三群'))
  const after = rooms(room('c', '三群'), room('b', '二群（新）'), room('d', '四群'))
  const changes = changesBetween(before, after)
  expect(changes.map(({ key, before, after }) => [key, before?.topic, after?.topic])).toEqual([
    ['a', '一群', undefined],
    ['b', '二群', '二群（新）'],
    ['d', undefined, '四群'],
  ])
  expect(changes.map(columnsOf)).toEqual([
    ['id', 'topic', 'unit'],
    ['topic'],
    ['id', 'topic', 'unit'],
  ])
})

test('lines keep their place, new ones come last', () => {
  const before = rooms(room('a', '一群'), room('b', '二群'))
  const changes = changesBetween(
    before,
    rooms(room('c', '三群'), room('b', '二'), room('a', '一群')),
  )
  expect(withChanges(before, changes)?.rooms.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('a line that was changed meanwhile is not overwritten', () => {
  const before = rooms(room('a', '一群'))
  const changes = changesBetween(before, rooms(room('a', '甲群')))
  expect(withChanges(rooms(room('a', '乙群')), changes)).toBeUndefined()
  expect(withChanges(rooms(), changes)).toBeUndefined()
})

test('undone is what was changed, and not what others changed in the same line', () => {
  const before = rooms(room('a', '一群'), room('b', '二群'))
  const changes = changesBetween(before, rooms(room('a', '甲群'), room('b', '乙群')))
  const moved = { ...room('a', '甲群'), unit: 'QS-XF' }
  const since = rooms(moved, room('b', '乙群'), room('c', '三群'))
  const undone = withoutChanges(since, changes)
  expect(undone.ok && undone.value.rooms).toEqual([
    { ...moved, topic: '一群' },
    room('b', '二群'),
    room('c', '三群'),
  ])
  const again = withoutChanges(rooms(room('a', '丙群')), changes)
  expect(again.ok ? [] : again.problem.map(({ key }) => key)).toEqual(['a', 'b'])
})

const line = fc.record({
  on: fc.constantFrom('周一', '周二', '周三'),
  unit: fc.constantFrom('QS', 'QS-XF'),
  person: fc.constantFrom('S1', 'S2'),
})
const table = fc.array(line, { maxLength: 8 }).map((lines) => duty(...lines))
const sorted = (sheets: Sheets | undefined) => sheets?.duty.map((one) => JSON.stringify(one)).sort()

test('the changes between any two states lead from one to the other, and undone back again', () => {
  fc.assert(
    fc.property(table, table, (before, after) => {
      const changes = changesBetween(before, after)
      const there = withChanges(before, changes)
      expect(sorted(there)).toEqual(sorted(after))
      const back = there && withoutChanges(there, changes)
      expect(back?.ok && sorted(back.value)).toEqual(sorted(before))
    }),
  )
})
