import { describe, expect, test } from 'vitest'
import { emergencyIn } from '../../../src/domain/intake/emergency.ts'
import { reachOf } from '../../../src/domain/intake/own-home.ts'
import { sinceIn } from '../../../src/domain/intake/since.ts'
import { vulnerableIn } from '../../../src/domain/intake/vulnerable.ts'

describe('danger in plain words', () => {
  test.each([
    '厨房热水器的软管滋滋响,一碰就漏气',
    '燃气报警一直滴滴叫,屋里有味道',
    '小吃店后头见明火了',
    '店门口的煤气罐着了',
    '高压线断了,搭在菜地里',
    '电表箱里火花直冒',
    '配电间啪啪响,还有股糊味',
    '三个小学生在水库边游泳',
    '娃儿反锁在屋里,灶上还烧着汤',
    '孩子的头卡在栏杆里拔不出来',
    '宝宝吞了一颗磁力珠',
    '小孩误食老鼠药',
    '她喝了84',
    '娃把纽扣电池吞下去了怎么办',
    '孩子被热油烫得满身起泡',
    '切菜切到手血流不止',
    '有个人吊在窗外',
    '轨道中间躺着个老头',
    '有个男的尾随我到门口,还在外面敲门',
    '贼翻窗进来了,手里有刀',
  ])('%s', (text) => {
    expect(emergencyIn(text)).not.toBeNull()
  })

  test.each([
    '滨河路那家婴儿游泳馆关门了',
    '水费这个月要爆炸',
    '辅导孩子写字写得我想跳楼',
    '施工要动明火作业,已经报备',
    '燃气表没电了,滴滴叫',
    '买菜的时候被蚊子咬了一口',
    '我妈吃了药,84岁了还要爬楼',
    '我妈吃了饭84岁的人还要自己爬楼',
    '自来水喝了有漂白水味',
    '菜吃了有农药残留谁负责',
  ])('none: %s', (text) => {
    expect(emergencyIn(text)).toBeNull()
  })
})

/** A Tuesday morning in Beijing. */
const at = new Date('2026-11-10T09:20:00+08:00')

test.each([
  ['大上个礼拜天挖开的', '2026-11-01'],
  ['头个礼拜三就停了', '2026-11-04'],
  ['从国庆前一天就没水', '2026-09-30'],
  ['早上六点就开始锯木头', '2026-11-10'],
  ['半夜两点多停的电', '2026-11-10'],
  ['墙皮掉了一大块,今天上午的事情', '2026-11-10'],
  ['坐天就坏了', '2026-11-09'],
  ['路灯作天开始不亮', '2026-11-09'],
  ['乘坐天桥的电梯坏了', null],
  ['小孩坐天台边上玩', null],
  ['三个工作天了还没人修', null],
  ['交了钱天还没亮就停水', null],
  ['大钱天就刷不开了', '2026-11-07'],
  ['漏了整四天', '2026-11-06'],
  ['自打前个礼拜换了人就没人管', null],
  ['从端午前就天天锯', null],
  ['清明那几天下雨就走不成了', null],
  ['开学头一天坏到现在', null],
  ['沟没盖子没人管,昨天有个老太太摔进去了', null],
  ['他总打孩子,昨天拿衣架抽', null],
])('%s: since %s', (text, day) => {
  expect(sinceIn(text, at).value).toBe(day)
})

test.each([
  ['我膝盖不行,天天爬楼', true],
  ['狗扑我闺女,裤腿都撕了', true],
  ['瓶子砸下来,离孩子一步远', true],
  ['伢才四十天,屋里冰凉', true],
  ['一个86一个84,就老两口', true],
  ['快递柜瘫了,件拿不出来', false],
  ['系统又瘫了交不了费', false],
])('%s: frail %s', (text, frail) => {
  expect(vulnerableIn(text, false).value).toBe(frail)
})

test.each([
  ['楼上家又在敲墙', 'unit'],
  ['楼上往下扔烟头', 'building'],
  ['楼后那片地让人种了葱', 'building'],
  ['我们这楼对面的烧烤摊往我家里灌烟', 'building'],
  ['有人撬我门锁', 'room'],
  ['12号楼前的树倒了', undefined],
])('%s: reaches %s', (text, reach) => {
  expect(reachOf(text)?.reach).toBe(reach)
})
