import { describe, expect, test } from 'vitest'
import { dayNumber, dayOf } from '../../../src/domain/intake/days.ts'
import { lastHoliday, lastLunarDay } from '../../../src/domain/intake/holidays.ts'
import { firstDayIn, sinceIn } from '../../../src/domain/intake/since.ts'

/** A Wednesday evening in Beijing. */
const at = new Date('2026-04-15T20:20:00+08:00')
const since = (text: string) => sinceIn(text, at).value

describe('days as dialects name them', () => {
  test.each([
    ['打前儿个起这暖气就凉了', '2026-04-13'],
    ['昨儿个傍黑电瓶叫人卸了', '2026-04-14'],
    ['夜儿里院墙塌了', '2026-04-14'],
    ['琴晚条水管爆咗', '2026-04-14'],
    ['前日开始冇水', '2026-04-13'],
    ['大前儿后半夜起就没信号', '2026-04-12'],
    ['今朝开始煤气细到煮唔熟饭', '2026-04-15'],
    ['今儿晌午崩的', '2026-04-15'],
    ['自打礼拜一就这味儿', '2026-04-13'],
    ['从周一就这样了', '2026-04-13'],
    ['上礼拜三那天就不亮了', '2026-04-08'],
    ['上个星期二被人撞歪的', '2026-04-07'],
    ['停了四宿了', '2026-04-11'],
    ['今天都第四天了还没来人', '2026-04-12'],
    ['断断续续停了三天', '2026-04-12'],
    ['3号那天就打不开了', '2026-04-03'],
    ['正月初六落大雪压塌的', '2026-02-22'],
    ['从腊月二十八起没人扫过', '2026-02-15'],
    ['从早上八点就停了', '2026-04-15'],
    ['从夜里十一点就停了', '2026-04-14'],
    ['路灯打五一就没亮过', '2025-05-01'],
    ['从立春那天开始渗水', '2026-02-04'],
    ['今天第三次跳闸了', '2026-04-15'],
  ])('%s: %s', (text, day) => {
    expect(since(text)).toBe(day)
  })
})

describe('what only happened on a day is no first day', () => {
  test.each([
    '昨晚我一脚踩空崴了脚',
    '前天我去敲门没人应',
    '昨天差点撞上电线杆',
    '昨儿个看见一窝老鼠',
    '昨天的外卖也让人拿错',
    '今早遛狗绊了一跤',
    '昨晚救护车都开不进来',
    '前天跟物业讲过',
    '昨天接娃的时候绕了一大圈',
    '不是第一回了 昨晚丢了两双鞋',
    '搁那四五天了',
    '有十来天了',
    '二十多天没人扫',
    '二月三月的工资都没发',
    '那台24小时的取款机坏了',
    '第二天照样停满',
    '停半个月了',
  ])('%s', (text) => {
    expect(since(text)).toBeNull()
  })
})

test('of all that is said of a matter the plainest saying counts', () => {
  const said = ['昨天漏到我家来了', '是从上周五开始的'].map((text) => ({ text, at }))
  expect(firstDayIn(said).value).toBe('2026-04-10')
})

test.each([
  ['清明', '2025-04-04'],
  ['端午', '2025-05-31'],
  ['中秋', '2025-10-06'],
  ['冬至', '2025-12-21'],
  ['立冬', '2025-11-07'],
  ['除夕', '2025-01-28'],
  ['重阳', '2025-10-29'],
])('the %s of 2025 was on %s', (name, day) => {
  const found = lastHoliday(name, dayNumber(new Date('2025-12-31T12:00:00+08:00')))
  expect(found === null ? null : dayOf(found)).toBe(day)
})

test('the twelfth lunar month may begin in the next year', () => {
  const today = dayNumber(new Date('2027-02-01T12:00:00+08:00'))
  const found = lastLunarDay(12, 8, today)
  expect(found === null ? null : dayOf(found)).toBe('2027-01-15')
})
