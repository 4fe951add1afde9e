import { describe, expect, test } from 'vitest'
import { doorsIn } from '../../../src/domain/intake/place-grammar.ts'
import { cpuMsOf } from '../../support/cpu-time.ts'

const letters = { number: '号', building: '栋', unit: '单元', floor: '楼', room: '室', group: '组' }

/** `5栋 2单元`, doors parted by `/`; several buildings in brackets. */
const read = (text: string) =>
  doorsIn(text)
    .map((door) => [
      ...(door.several ? [`[${door.buildings.join(' ')}]`] : []),
      ...Object.entries(letters).flatMap(([level, word]) => {
        const value = door[level as keyof typeof letters]
        return value === null ? [] : [`${value}${word}`]
      }),
    ])
    .filter((levels) => levels.length > 0)
    .map((levels) => levels.join(' '))
    .join(' / ')

describe('one door', () => {
  test.each([
    ['5栋2单元301', '5栋 2单元 301室'],
    ['五号楼', '5栋'],
    ['8#', '8栋'],
    ['B2座1203', 'B2栋 1203室'],
    ['9A座大堂', '9A栋'],
    ['A2楼下那盏灯', 'A2栋'],
    ['3-2-501', '3栋 2单元 501室'],
    ['3一2一501', '3栋 2单元 501室'],
    ['7栋2门漏水', '7栋 2单元'],
    ['甲单元', '1单元'],
    ['6栋 三单元 三零一', '6栋 3单元 301室'],
    ['4楼2单元', '4栋 2单元'],
    ['15F的厕所', '15楼'],
    ['302张奶奶', '302室'],
    ['楼上那个503半夜吵', '503室'],
    ['他住201', '201室'],
    ['7栋2单元1603小艾', '7栋 2单元 1603室'],
    ['湾里三组', '3组'],
    ['五社的水渠', '5组'],
    ['建设路52号门面', '52号'],
  ])('%s: %s', (text, doors) => {
    expect(read(text)).toBe(doors)
  })

  test('each level knows where it was said', () => {
    const [door] = doorsIn('在12栋乙单元3楼 漏水')
    expect(door?.spans).toEqual({ building: [1, 4], unit: [4, 7], floor: [7, 9] })
  })
})

describe('several at once', () => {
  test.each([
    ['3、4、6栋没水', '[3 4 6]'],
    ['5-8栋没气', '[5 6 7 8]'],
    ['A1-A3座停电', '[A1 A2 A3]'],
    ['二三栋没网', '[2 3]'],
    ['5栋1、2单元没水', '5栋'],
    ['6栋二楼到四楼全黑', '6栋'],
    ['6栋3、4楼全黑', '6栋'],
    ['卡在七八楼中间', ''],
  ])('%s: %s', (text, doors) => {
    expect(read(text)).toBe(doors)
  })
})

describe('an address by itself, where bare numbers are doors', () => {
  test.each([
    ['云溪市望湖小区83-11-402', '83栋 11单元 402室'],
    ['云溪区望湖小区83幢11号', '83栋 11单元'],
    ['云溪市柳林路12号望湖大厦2004', '12号 / 2004室'],
    ['云溪市柳林路32弄6号楼1102', '32号 6栋 1102室'],
    ['云溪镇柳林街7号3楼305', '7号 3楼 305室'],
    ['云溪镇望湖新村106', '106栋'],
    ['云溪区望湖大厦8楼c12', '8楼 C12室'],
    ['云溪区望湖广场9楼807-811', '9楼 807室'],
    ['云溪村116号', '116号'],
    ['云溪市望湖花园二期', ''],
  ])('%s: %s', (text, doors) => {
    expect(read(text)).toBe(doors)
  })

  test('in talk the same numbers are none', () => {
    expect(read('我们望湖小区106了')).toBe('')
    expect(read('小区停水3天了')).toBe('')
  })
})

describe('what has numbers and is no door', () => {
  test.each([
    '坐12路公交',
    '晚上8点到10点',
    '上午9:30开会',
    '13912345678',
    '一共3栋楼的人',
    '交了1200元',
    '3月5号通知',
    '种了一排树',
    '爬到6楼',
    '从6楼背着下的六楼',
    '负一楼积水',
    '地下二层',
    '订单8842',
    '快递3件',
    '零下5度',
  ])('%s', (text) => {
    expect(read(text)).toBe('')
  })
})

test.each(['1', '5栋', '5-', '一', '1、', 'A', '12号', '3楼 ', '1单元', '望湖小区1-', '9一'])(
  '50,000 characters of %j are read at once',
  (piece) => {
    const text = piece.repeat(Math.ceil(50_000 / piece.length))
    expect(cpuMsOf(() => doorsIn(text))).toBeLessThan(1000)
  },
)
