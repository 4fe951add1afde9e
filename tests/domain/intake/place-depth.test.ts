import { expect, test } from 'vitest'
import { roomId } from '../../../src/domain/ids.ts'
import { depthOf } from '../../../src/domain/intake/place-depth.ts'
import { placeIn } from '../../../src/domain/intake/place-in.ts'
import { gazetteer } from './a-street.ts'

const read = (text: string, category: string, alias: string) => {
  const rooms = [{ room: roomId('meiyuan'), alias }]
  const { building, unit, floor, room } = placeIn(
    text,
    { rooms, depth: depthOf(category) },
    gazetteer,
  ).value
  return [building, unit, floor, room].map((level) => level ?? '-').join(' ')
}

test.each([
  ['又卡住了 按了没反应', '0302', '3 2 - -', 'a lift is that of the own stair'],
  ['摸着冰凉', '0204', '3 2 - 302', 'heating is at home'],
  ['整个小区都卡', '0302', '- - - -', 'unless it is said to be everywhere'],
  ['卖菜的又摆出来了', '0601', '- - - -', 'stalls are anywhere'],
])('%s (%s): %s, for %s', (text, category, place) => {
  expect(read(text, category, '3-2-302')).toBe(place)
})

test('beside a stair door 我家 only says who is troubled; of a leak it is the flat', () => {
  expect(read('3栋2单元的门禁又坏了，我家都听得见它响', '0303', '3-2-302')).toBe('3 2 - -')
  expect(read('3栋2单元上面渗水，我家墙都湿了', '0304', '3-2-302')).toBe('3 2 - 302')
})

test('a room said before its stair lies in it where the matter is of a flat', () => {
  expect(read('401的毛师傅下岗了，想申请低保。就在3栋2单元', '1001', '')).toBe('3 2 - 401')
  expect(read('我住401，3栋2单元的门禁坏了', '0303', '')).toBe('3 2 - -')
})

test('a lift is on no floor, and several floors are none', () => {
  expect(read('3栋电梯在9楼门开一条缝', '0302', '')).toBe('3 - - -')
  expect(read('3栋9楼还是10楼阳台冒烟', '0804', '')).toBe('3 - - -')
  expect(read('3栋9楼阳台冒烟', '0804', '')).toBe('3 - 9 -')
})
