import { describe, expect, test } from 'vitest'
import { roomId } from '../../../src/domain/ids.ts'
import { readReply } from '../../../src/domain/intake/read-reply.ts'
import { u } from './understanding.ts'

const read = (text: string) =>
  readReply(text, 'confirm', { room: roomId('meiyuan'), alias: '5-2-301' }, u)

describe('corrections', () => {
  test.each([
    ['不是保洁，是电梯故障', '0302'],
    ['不是停水，是地漏返水堵住了', '0305'],
    ['写错了，应该是停水', '0201'],
    ['是垃圾没人收，不是噪音', '0401'],
    ['不是我家漏水，是单元门禁坏了', '0303'],
  ])('%s: of the category, and the place stays', (text, category) => {
    expect(read(text)).toMatchObject({ act: 'amend', place: null, category })
  })

  test.each([
    ['是6栋不是5栋', { building: '6' }],
    ['打错了，6栋', { building: '6' }],
    ['写错了 是6栋2单元', { building: '6', unit: '2' }],
    ['6栋', { building: '6' }],
    ['6栋2单元那边', { building: '6', unit: '2' }],
    ['搞错了，是6栋', { building: '6' }],
    ['不是6栋，是我家', { building: '5', room: '301' }],
    ['不是梅园，是桂花公寓2栋', { name: '桂花公寓', building: '2' }],
  ])('%s: of the place', (text, place) => {
    expect(read(text)).toMatchObject({ act: 'amend', place, category: null })
  })

  test('of both', () => {
    expect(read('不是楼道灯，是6栋电梯坏了')).toMatchObject({
      act: 'amend',
      place: { building: '6' },
      category: '0302',
    })
  })
})

test('what began is not what is over', () => {
  expect(read('跟他家说过三回都吵起来了，想请社区调解').act).not.toBe('withdraw')
  expect(read('井盖翘起来了').act).not.toBe('withdraw')
  expect(read('不用了，灯亮起来了').act).toBe('withdraw')
  expect(read('来电了').act).toBe('withdraw')
})

describe('small talk answers nothing', () => {
  test.each([
    '好了好了别吵了',
    '好啦好啦都别争了',
    '算了算了不说了',
    '行了不聊了',
    '取消了取消了，今天不拼单了',
    '今晚的球取消了',
    '已经好了吗你家宝宝',
    '你家空调修好了没',
    '3栋的团购到了',
    '6栋的包裹在门卫',
    '2栋有人拼西瓜吗',
    '搞错了，是6栋的快递',
    '饭烧好了',
    '快递到了',
    '对面太晒了',
    '中午吃啥',
    '行李找到了',
    '先不要取消',
    '是不是弄错人了',
    '好不好看',
    '作业弄好了快睡',
    '蛋糕换好了',
    '你们修好了吗？',
  ])('%s', (text) => {
    expect(read(text).act).toBe('other')
  })
})

describe('what is over is taken back', () => {
  test.each([
    '不用了已经好了',
    '撤回吧',
    '取消吧',
    '取消登记',
    '已经修好了',
    '好了，不用来了',
    '自己弄好了',
    '物业换好了',
    '不漏了',
  ])('%s', (text) => {
    expect(read(text).act).toBe('withdraw')
  })

  test.each(['算了', '算了不报了', '不用了', '别登记', '说着玩的'])('%s is a no', (text) => {
    expect(read(text).act).toBe('no')
  })
})
