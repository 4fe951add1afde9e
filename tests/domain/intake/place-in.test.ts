import { describe, expect, test } from 'vitest'
import { roomId } from '../../../src/domain/ids.ts'
import { gridOf } from '../../../src/domain/intake/gazetteer.ts'
import { gridOfAll } from '../../../src/domain/intake/grid-of-all.ts'
import { nowhere, type Place } from '../../../src/domain/intake/place.ts'
import { doorsIn } from '../../../src/domain/intake/place-grammar.ts'
import { placeIn } from '../../../src/domain/intake/place-in.ts'
import { gazetteer } from './a-street.ts'

/** `梅园小区 5栋 2单元 1楼 301室 52号 3组`, what is not said left out. */
function written({ name, building, unit, floor, room, number, group }: Place): string {
  return [
    name,
    building && `${building}栋`,
    unit && `${unit}单元`,
    floor && `${floor}楼`,
    room && `${room}室`,
    number && `${number}号`,
    group && `${group}组`,
  ]
    .filter(Boolean)
    .join(' ')
}

const read = (text: string, room: string, alias = '', asked = false) =>
  written(placeIn(text, { rooms: [{ room: roomId(room), alias }], asked }, gazetteer).value)

describe('doors in every spelling', () => {
  test.each([
    ['5栋2单元301漏水', '梅园小区 5栋 2单元 301室'],
    ['5-2-301 下水堵了', '梅园小区 5栋 2单元 301室'],
    ['5#2-1301没水', '梅园小区 5栋 2单元 1301室'],
    ['五号楼门口的路灯不亮', '梅园小区 5栋'],
    ['十二栋楼下有狗', '梅园小区 12栋'],
    ['7幢乙单元门禁坏了', '梅园小区 7栋 2单元'],
    ['3 栋 1 单元电梯停了', '梅园小区 3栋 1单元'],
    ['11#3门下水反味', '梅园小区 11栋 3单元'],
    ['6栋2单元16楼灯不亮', '梅园小区 6栋 2单元 16楼'],
    ['6号喽3单源灯不亮', '梅园小区 6栋 3单元'],
    ['5撞门口垃圾堆成山', '梅园小区 5栋'],
    ['9栋贰单元501阀门漏水', '梅园小区 9栋 2单元 501室'],
    ['进门右手第二排,就是6栋,雨水管断了', '梅园小区 6栋'],
    ['三单元一楼返黑水,9号楼的', '梅园小区 9栋 3单元 1楼'],
    ['7栋电梯停了,天天爬10楼', '梅园小区 7栋'],
    ['9栋一楼大厅没人拖地', '梅园小区 9栋 1楼'],
    ['6栋三单元三零一漏水', '梅园小区 6栋 3单元 301室'],
    ['4/2/501 停电', '梅园小区 4栋 2单元 501室'],
  ])('%s', (text, place) => {
    expect(read(text, 'meiyuan')).toBe(place)
  })

  test.each([
    ['A3座大堂灯不亮', '江湾一号 A3栋'],
    ['b2地库漏水', '江湾一号 B2栋'],
    ['A1-2-1902 停水', '江湾一号 A1栋 2单元 1902室'],
  ])('buildings with letters: %s', (text, place) => {
    expect(read(text, 'jiangwan')).toBe(place)
  })

  test('where a building has one stair, two numbers are building and room', () => {
    expect(read('3-606 门坏了', 'guihua')).toBe('桂花公寓 3栋 606室')
  })

  test.each([
    ['青年路52号门口的井盖没了', 'meiyuan', '青年路 52号'],
    ['113号那家店占道', 'shops', '青年路 113号'],
    ['青年街五十二号对面', 'meiyuan', '青年路 52号'],
    ['我们四组的水渠堵了', 'village', '石桥村 4组'],
    ['石桥三组路灯坏了', 'meiyuan', '石桥村 3组'],
  ])('roads and village groups: %s', (text, room, place) => {
    expect(read(text, room)).toBe(place)
  })
})

describe('what has numbers and is no door', () => {
  test.each([
    '停了3天2夜了',
    '物业费从1块6涨到2块1',
    '下午5点到6点没水',
    '3月12号开始施工',
    '电话13900001111没人接',
    '一共5个人 2辆车',
    '尾号366的车',
    '欠了15万',
    '室外零下12度',
    '2026年了还这样',
    '1-4栋都停水了',
    '5栋和6栋都没网',
    '一个人扫三栋楼',
    '楼梯爬到5楼就喘',
  ])('%s', (text) => {
    expect(read(text, 'meiyuan')).toBe('梅园小区')
  })
})

describe("the speaker's own door", () => {
  test.each([
    ['我家没水了', '5-2-301刘', '梅园小区 5栋 2单元 301室'],
    ['我们单元电梯坏了', '5-2-301刘', '梅园小区 5栋 2单元'],
    ['楼道灯不亮', '8栋1单元402', '梅园小区 8栋 1单元'],
    ['我们楼停电了', '8栋1单元402', '梅园小区 8栋'],
    ['我们楼下打桩太吵', '6#3-1102', '梅园小区 6栋'],
    ['我家楼下垃圾没人收', '6#3-1102', '梅园小区 6栋'],
    ['16楼灯不亮', '七栋二单元1601', '梅园小区 7栋 2单元 16楼'],
    ['三单元门口堆纸箱', '2-3-102老张', '梅园小区 2栋 3单元'],
    ['302张奶奶家没暖气', '2-3-102老张', '梅园小区 2栋 3单元 302室'],
    ['12栋楼顶漏水 我家客厅泡了', '12栋1单元1101', '梅园小区 12栋 1单元 1101室'],
    ['3栋门口的灯坏了', '5-2-301刘', '梅园小区 3栋'],
    ['小区大门口积水', '5-2-301刘', '梅园小区'],
    ['家里人都急死了 小区门口积水', '5-2-301刘', '梅园小区'],
    ['我家没水了', '阿芳', '梅园小区'],
    ['我家楼上漏水', '5-2-301刘', '梅园小区 5栋 2单元 301室'],
    ['不是屋里 是后院的水池臭', '5-2-301刘', '梅园小区'],
  ])('%s (%s)', (text, alias, place) => {
    expect(read(text, 'meiyuan', alias)).toBe(place)
  })

  test('a ten-household group stands for its village group or building', () => {
    expect(read('水渠堵了', 'group-3')).toBe('石桥村 3组')
    expect(read('3单元一楼有老鼠', 'building-2')).toBe('机床厂宿舍 2栋 3单元 1楼')
  })

  test('a private speaker is where the groups are that he is in', () => {
    const at = (rooms: readonly { room: string; alias: string }[], text: string) =>
      written(
        placeIn(
          text,
          { rooms: rooms.map(({ room, alias }) => ({ room: roomId(room), alias })) },
          gazetteer,
        ).value,
      )
    expect(at([{ room: 'meiyuan', alias: '' }], '5栋楼道灯坏了')).toBe('梅园小区 5栋')
    expect(
      at(
        [
          { room: 'meiyuan', alias: '' },
          { room: 'village', alias: '三组' },
        ],
        '水停了',
      ),
    ).toBe('')
    expect(at([{ room: 'meiyuan', alias: '' }], '我爸住机床厂宿舍3号楼2单元')).toBe(
      '机床厂宿舍 3栋 2单元',
    )
  })
})

describe('names', () => {
  test.each([
    ['梅园8栋', '梅园小区 8栋'],
    ['桂花开了真香', '石桥村'],
    ['桂花2号楼门坏了', '桂花公寓 2栋'],
    ['水库里有死鱼', '石桥水库'],
    ['公园那个滑梯坏了', '儿童公园'],
    ['东门市场门口占道', '东门菜市场'],
  ])('%s', (text, place) => {
    expect(read(text, 'village')).toBe(place)
  })

  test('an answer to "where is it?" may be a bare name or number', () => {
    expect(read('桂花', 'meiyuan', '', true)).toBe('桂花公寓')
    expect(read('303', 'meiyuan', '5-2-301刘', true)).toBe('梅园小区 5栋 2单元 303室')
    expect(read('7', 'meiyuan', '', true)).toBe('梅园小区 7栋')
    expect(read('b2', 'jiangwan', '', true)).toBe('江湾一号 B2栋')
    expect(read('52', 'shops', '', true)).toBe('青年路 52号')
    expect(read('3', 'village', '', true)).toBe('石桥村 3组')
    expect(read('5-2-301', 'meiyuan', '', true)).toBe('梅园小区 5栋 2单元 301室')
    expect(read('机床厂七栋 打错了 八栋', 'meiyuan', '', true)).toBe('机床厂宿舍 8栋')
    expect(read('不是5栋 是7栋3单元', 'meiyuan', '', true)).toBe('梅园小区 7栋 3单元')
  })
})

describe('grids', () => {
  test.each<[Partial<Place>, string | null]>([
    [{ name: '梅园小区', building: '6' }, 'T-A-1'],
    [{ name: '梅园小区', building: '7' }, 'T-A-2'],
    [{ name: '梅园小区' }, null],
    [{ name: '梅园小区', building: '40' }, null],
    [{ name: '江湾一号', building: 'B2' }, 'T-A-3'],
    [{ name: '青年路' }, 'T-A-4'],
    [{ name: '石桥村', group: '4' }, 'T-V-2'],
    [{ name: '石桥水库' }, 'T-V-2'],
    [{}, null],
    [{ name: '没有这个地方' }, null],
  ])('%o → %s', (place, grid) => {
    expect(gridOf({ ...nowhere, ...place }, gazetteer)).toBe(grid)
  })

  test.each([
    ['1-3栋都停水了', 'T-A-1'],
    ['1到3栋停电', 'T-A-1'],
    ['三栋和四栋没网', 'T-A-1'],
    ['7、8号楼电梯都停了', 'T-A-2'],
    ['8栋、9栋、10栋停气', 'T-A-2'],
    ['1、2、5栋停水', 'T-A-1'],
    ['1、8、9栋停水', null],
    ['5-8栋停水了', null],
    ['6栋和7栋停电了', null],
    ['全小区停水了', null],
    ['30-32栋停水', null],
  ])('of several buildings: %s → %s', (text, grid) => {
    expect(gridOfAll(doorsIn(text), '梅园小区', gazetteer)).toBe(grid)
  })
})
