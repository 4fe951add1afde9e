import { describe, expect, test } from 'vitest'
import { masked } from '../../../src/domain/intake/mask.ts'
import { onBehalfIn } from '../../../src/domain/intake/relay.ts'
import { vulnerableIn } from '../../../src/domain/intake/vulnerable.ts'

describe('speaking for another', () => {
  test.each([
    ['我替302张奶奶反映一下', '张奶奶'],
    ['帮隔壁王大爷报个修', '王大爷'],
    ['老李托我问一下低保的事', '老李'],
    ['我替他登记个事', '他'],
    ['我爸妈住机床厂3栋 家里灶打不着', '爸妈'],
    ['我妈一个人住 暖气不热', '妈'],
    ['受孙老师委托 反映门口积水', '孙老师'],
  ])('%s: %s', (text, who) => {
    expect(onBehalfIn(text).value).toContain(who)
  })

  test.each([
    '我家没水了',
    '我帮忙抬了一下',
    '大家反映的路灯修了吗',
    '孩子差点摔了',
    '我反映一下楼道灯',
  ])('%s: for himself', (text) => {
    expect(onBehalfIn(text).value).toBeNull()
  })
})

describe('somebody frail', () => {
  test.each([
    '老人一个人住 八十多了',
    '独居老人家里停电',
    '他坐轮椅 出不去',
    '我怀孕八个月了 爬不动楼',
    '孩子才三个月 屋里太冷',
    '我爸刚做完手术 要静养',
    '她眼睛看不见',
    '我老伴偏瘫在床',
  ])('%s', (text) => {
    expect(vulnerableIn(text, false).value).toBe(true)
  })

  test.each([
    '小区里老人孩子多',
    '老人家都说好',
    '楼上孩子天天跑跳',
    '盲道被占了',
    '心脏病都要吓出来啦',
  ])('nobody in particular: %s', (text) => {
    expect(vulnerableIn(text, false).value).toBe(false)
  })
})

test.each([
  ['电话13812345678', '电话[电话]'],
  ['打138 1234 5678', '打[电话]'],
  ['座机0531-87654321', '座机[电话]'],
  ['身份证11010519491231002X', '身份证[身份证号]'],
  ['身份证 110105 19491231 002X 麻烦了', '身份证 [身份证号] 麻烦了'],
  ['旧证110105491231002', '旧证[身份证号]'],
  ['卡号6222021234567890123', '卡号[卡号]'],
  ['卡号 6222 0212 3456 7890 123', '卡号 [卡号]'],
  ['+86 138-1234-5678', '[电话]'],
  ['138 123 45678', '[电话]'],
  ['(0531)8765 4321', '[电话]'],
  ['幺三八一二三四五六七八', '[电话]'],
  ['一三八1234五六七八打我', '[电话]打我'],
  ['湘A7B2C9堵了门', '[车牌]堵了门'],
  ['京A·12345', '[车牌]'],
  ['粤BD12345绿牌', '[车牌]绿牌'],
  ['云A座灯坏了 川B2栋', '云A座灯坏了 川B2栋'],
  ['一二三四五栋没水', '一二三四五栋没水'],
  ['3-2-1301', '3-2-1301'],
  ['5栋2单元1301', '5栋2单元1301'],
  ['2026年4月15日停水', '2026年4月15日停水'],
])('%s is masked: %s', (text, clean) => {
  expect(masked(text)).toBe(clean)
})
