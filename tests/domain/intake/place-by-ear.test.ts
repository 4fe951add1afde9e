import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { packedSounds } from '../../../src/cli/pinyin/packed.ts'
import { roomId } from '../../../src/domain/ids.ts'
import { gazetteerOf } from '../../../src/domain/intake/gazetteer.ts'
import { packedSounds as committed } from '../../../src/domain/intake/pinyin-table.ts'
import { placeIn } from '../../../src/domain/intake/place-in.ts'
import { placesNamed } from '../../../src/domain/intake/place-names.ts'
import { fuzzy } from '../../../src/domain/intake/sounds-alike.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import { book, gazetteer } from './a-street.ts'

const named = (text: string, homes: readonly string[] = []) =>
  placesNamed(text, { units: [], homes }, gazetteer).map(({ spot }) => spot.name)

test('the table of sounds is what the generator makes', () => {
  expect(committed.trim()).toBe(packedSounds())
  const file = new URL('../../../src/domain/intake/pinyin-table.ts', import.meta.url)
  expect(readFileSync(file).length).toBeLessThan(40_000)
})

test.each([
  ['zhang', 'zan'],
  ['liu', 'niu'],
  ['re', 'le'],
  ['hui', 'fei'],
  ['huang', 'fan'],
  ['xing', 'xin'],
  ['shi', 'si'],
])('%s and %s are mixed up', (one, other) => {
  expect(fuzzy(one)).toBe(fuzzy(other))
})

describe('names written as they sound', () => {
  test.each([
    ['没园小区3栋灯坏了', '梅园小区'],
    ['梅圆小区停水', '梅园小区'],
    ['机窗厂宿舍4号楼漏水', '机床厂宿舍'],
    ['机床场宿社3号楼没暖气', '机床厂宿舍'],
    ['桂发公寓电梯停了', '桂花公寓'],
    ['江弯一好B2座停电', '江湾一号'],
    ['清年路52号占道', '青年路'],
    ['石乔水库有死鱼', '石桥水库'],
    ['在而童公园门口', '儿童公园'],
  ])('%s: %s', (text, place) => {
    expect(named(text, ['儿童公园'])[0]).toBe(place)
  })
})

describe('names written with a slip', () => {
  test.each([
    ['桂花公8栋没电', '桂花公寓'],
    ['桂公花寓2栋没电', '桂花公寓'],
    ['桂花大公寓2栋没电', '桂花公寓'],
    ['机床宿舍5栋漏水', '机床厂宿舍'],
    ['机床厂舍宿5栋漏水', '机床厂宿舍'],
  ])('%s: %s', (text, place) => {
    expect(named(text)[0]).toBe(place)
  })
})

describe('names in letters', () => {
  test.each([
    ['guihuagongyu3栋漏水', '桂花公寓'],
    ['ghgy 2栋没电', '桂花公寓'],
    ['jcc5号楼没气', '机床厂宿舍'],
    ['myxq 8栋 没气', '梅园小区'],
  ])('%s: %s', (text, place) => {
    expect(named(text)[0]).toBe(place)
  })

  test('letters before a door are no part of it', () => {
    const { value } = placeIn(
      'myxq5-2-301漏水',
      { rooms: [{ room: roomId('factory'), alias: '' }] },
      gazetteer,
    )
    expect(value).toMatchObject({ name: '梅园小区', building: '5', unit: '2', room: '301' })
  })
})

describe('what only sounds like a place', () => {
  test.each([
    '没怨小去过',
    '人才市场招人',
    '他去清廉陆军那边了',
    '机场接人',
    'jcc',
    'WIFI密码多少',
    'ghgy是什么意思',
    '归化公鱼好吃',
  ])('%s', (text) => {
    expect(named(text)).toEqual([])
  })

  test('one of two names is meant by the same slip: none is taken', () => {
    const [place] = book.places
    const places = ['兰溪花园', '兰湖花园'].map((name) => ({ ...place, name, aliases: [] }))
    const twins = gazetteerOf({ ...book, places, rooms: [] } as unknown as Rulebook)
    const heard = (text: string) => placesNamed(text, { units: [], homes: [] }, twins)
    expect(heard('兰花园3栋停水')).toEqual([])
    expect(heard('兰西花园3栋停水').map(({ spot }) => spot.name)).toEqual(['兰溪花园'])
  })
})
