import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { personId, petitionId } from '../../../src/domain/ids.ts'
import { classify } from '../../../src/domain/intake/classify.ts'
import { memoryOf } from '../../../src/domain/intake/memory.ts'
import { decodeModel, type Model } from '../../../src/domain/intake/model.ts'
import type { Correction } from '../../../src/domain/petition/correction.ts'
import { aBook, at } from '../../support/builders.ts'
import { book as street } from './a-street.ts'

const book = { ...street, staff: aBook().staff }
const now = at('2026-03-02 10:00')

const model = decodeModel(readFileSync('src/classifier/weights.bin'))

let made = 0
const corrected = (
  text: string,
  right: string,
  field: Correction['field'] = 'category',
): Correction => ({
  id: `${++made}`,
  petition: petitionId('p'),
  field,
  old: '',
  new: right,
  text,
  by: personId('S002'),
  at: at('2026-03-02 09:00'),
})
const idle = (text: string, by = 'S002') => ({
  ...corrected(text, 'no', 'petition'),
  by: personId(by),
})

const remembering = (...corrections: readonly Correction[]): Model => ({
  ...model,
  memory: memoryOf(corrections, book, now),
})
const codeOf = (text: string, of: Model) => classify(text, of).categories[0]?.code

const berries = '团购的草莓烂了好多，到底谁管，求处理'
const lamp = '5栋楼道的感应灯不会亮了，摸黑上楼'

describe('words that staff corrected', () => {
  test.each<[said: string, isNear: boolean]>([
    [lamp, true],
    ['6栋楼道感应灯不会亮了  摸黑上楼！', true],
    ['十二栋楼道的感应灯不会亮啊，摸黑上楼', true],
    ['B座楼道的感应灯不会亮了，摸黑上楼', true],
    ['5棟樓道的感應燈不會亮了，摸黑上樓', true],
    ['5栋楼道的感应灯又亮了，不用摸黑上楼', false],
    ['5栋楼道的窗户关不上了，风往里灌', false],
    ['路上的感应灯不会亮了', false],
    ['电梯不会动了，走楼梯上楼', false],
  ])('hold for "%s": %s', (said, isNear) => {
    expect(codeOf(said, remembering(corrected(lamp, '0101'))) === '0101').toBe(isNear)
    expect(codeOf(said, model)).not.toBe('0101')
  })

  test('hold for a longer text with another word or two, and say so without telling the words', () => {
    const long =
      '我们这栋楼西边那个化粪池的味道一到下午就往屋里钻，窗户都不敢开，孩子闻了恶心，反映两回了'
    const near = long.replace('孩子', '老人')
    const verdict = classify(near, remembering(corrected(long, '0401')))
    expect(verdict.categories[0]).toEqual({ code: '0401', p: 1 })
    expect(verdict.because).toMatch(/^更正记忆：.*垃圾清运/)
    expect(verdict.because).not.toContain('化粪池')
  })

  test('are what the latest correction says, and nothing where the rulebook lacks its category', () => {
    expect(codeOf(lamp, remembering(corrected(lamp, '0101'), corrected(lamp, '0302')))).toBe('0302')
    expect(codeOf(lamp, remembering(corrected(lamp, '9999')))).toBe(codeOf(lamp, model))
  })

  test('are left silent when they were no matter, until somebody insists', () => {
    expect(classify(berries, remembering(idle(berries)))).toMatchObject({
      petition: 0,
      recalled: 'idle',
    })
    const insisted = remembering(idle(berries), corrected(berries, 'yes', 'petition'))
    expect(classify(berries, insisted).petition).toBe(classify(berries, model).petition)
  })

  test('are no matter by one above the handlers, or by two different people', () => {
    const recalled = (...of: readonly Correction[]) =>
      classify(berries, remembering(...of)).recalled
    expect(recalled(idle(berries, 'S061'))).toBeUndefined()
    expect(recalled(idle(berries, 'S061'), idle(berries, 'S061'))).toBeUndefined()
    expect(recalled(idle(berries, 'S061'), idle(berries, 'S010'))).toBe('idle')
    const insisted = corrected(berries, 'yes', 'petition')
    expect(recalled(idle(berries, 'S061'), insisted, idle(berries, 'S010'))).toBeUndefined()
  })

  test('are no matter for 90 days', () => {
    const recalled = (day: string) =>
      classify(berries, { ...model, memory: memoryOf([idle(berries)], book, at(day)) }).recalled
    expect(recalled('2026-05-31 08:59')).toBe('idle')
    expect(recalled('2026-05-31 09:00')).toBeUndefined()
  })

  test('are always read afresh where they name a thing with its fault', () => {
    const twice = remembering(idle(lamp), idle(lamp, 'S061'))
    expect(classify(lamp, twice)).toEqual(classify(lamp, model))
  })

  test.each(['6栋有人被困电梯里了快来人', '楼下着火了好大的烟', '我家一屋子煤气味'])(
    'never silence danger: %s',
    (danger) => {
      expect(classify(danger, remembering(idle(danger))).recalled).toBeUndefined()
    },
  )

  test('never silence what sounds like danger, though no rule says so', () => {
    const hint = '楼上那个人翻到栏杆外面坐着'
    const guess = classify(hint, model).categories.find(({ code }) => code === '0812')
    expect(guess?.p ?? 0).toBeGreaterThan(0.2)
    expect(classify(hint, remembering(idle(hint))).recalled).toBeUndefined()
  })

  test('say nothing of places and handlers', () => {
    const corrections = [
      corrected(lamp, '幸福里小区///6///', 'place'),
      corrected(lamp, 'grid/QS-XF-02', 'handler'),
    ]
    expect(classify(lamp, remembering(...corrections)).recalled).toBeUndefined()
  })
})

test('ten thousand corrections cost less than fifty microseconds a message', () => {
  const things = [
    '路灯',
    '电梯',
    '门禁',
    '水管',
    '井盖',
    '垃圾桶',
    '围墙',
    '健身器',
    '充电桩',
    '监控',
  ]
  const faults = [
    '坏了没人修',
    '歪倒在路上',
    '漏得厉害',
    '响个不停',
    '锈得不成样',
    '被人拆走',
    '一碰就掉',
  ]
  const places = [
    '东门口',
    '地下车库',
    '凉亭旁边',
    '幼儿园后头',
    '菜场拐角',
    '顶楼平台',
    '配电房边上',
  ]
  const times = [
    '三天',
    '半个月',
    '从上周起',
    '一到晚上',
    '下雨以后',
    '前阵子',
    '今天早上',
    '过完年',
  ]
  const tails = ['谁来管管', '老人都绊倒了', '麻烦看看', '打电话没人接', '', '求处理']
  const said = things.flatMap((thing) =>
    faults.flatMap((fault) =>
      places.flatMap((place) =>
        times.flatMap((time) => tails.map((tail) => `${place}的${thing}${time}${fault}${tail}`)),
      ),
    ),
  )
  const [known, asked] = [said.filter((_, i) => i % 2), said.filter((_, i) => i % 2 === 0)]
  const full = remembering(...known.slice(0, 10_000).map((text) => corrected(text, '0101')))
  const cost = (of: Model) => {
    const begun = process.cpuUsage().user
    for (const text of asked.slice(0, 4_000)) classify(text, of)
    return (process.cpuUsage().user - begun) / 4_000
  }
  cost(full)
  expect(cost(full) - cost(model)).toBeLessThan(50)
})
