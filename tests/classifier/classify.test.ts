import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { classify } from '../../src/domain/intake/classify.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'

const bytes = readFileSync(new URL('../../src/classifier/weights.bin', import.meta.url))
const model = decodeModel(bytes)
const read = (text: string) => classify(text, model)

describe('what residents type is a matter of its category', () => {
  test.each([
    ['咱单元楼道的灯又不亮了', '0301'],
    ['街口路灯坏了一排 晚上走路害怕', '0101'],
    ['電梯壞了 老人家爬樓梯', '0302'],
    ['楼下烧烤店油烟太大 熏得开不了窗', '0503'],
    ['闻到好浓的煤气味 快来人', '0803'],
    ['老板拖欠我们三个月工资', '0904'],
    ['请问居住证到期了怎么续', '1201'],
    ['水渠塌了 田里进不了水', '1301'],
    ['要表扬网格员小陈 热心给老人送药', '1502'],
  ])('%s', (text, code) => {
    const { petition, categories } = read(text)
    expect(petition).toBeGreaterThan(0.5)
    expect(categories[0]?.code).toBe(code)
  })
})

test.each([
  '大家早上好 周末愉快',
  '出售九成新电动车 八百元 有意私聊',
  '楼道灯修好了 谢谢师傅',
  '接龙 土鸡蛋 1.张姐两份',
  '谁家有梯子借用一下',
  '哈哈哈笑死我了',
  '收到 马上安排师傅去看',
  '',
  '🙂🙂',
])('"%s" is no matter', (text) => {
  expect(read(text).petition).toBeLessThan(0.5)
})

test('probabilities are probabilities, and the best category comes first', () => {
  const { petition, categories, kind } = read('小区后门口垃圾堆了三天 臭死了 没人管')
  const ps = categories.map(({ p }) => p)
  expect(ps).toHaveLength(3)
  expect(ps).toEqual([...ps].sort((a, b) => b - a))
  for (const p of [petition, kind.p, ...ps]) {
    expect(p).toBeGreaterThanOrEqual(0)
    expect(p).toBeLessThanOrEqual(1)
  }
})

test('the reason names pieces of the text', () => {
  expect(read('路灯不亮了 没人修').because).toMatch(/路灯|不亮|没人/)
})

test('reading a text leaves nothing behind for the next', () => {
  const before = read('下水道堵了')
  read('电梯电梯电梯坏了坏了坏了')
  expect(read('下水道堵了')).toEqual(before)
})

test('very long and broken texts are read, too', () => {
  expect(read('路灯坏了。'.repeat(20_000)).petition).toBeGreaterThan(0.5)
  expect(read('\ud800\udfff\udc00\u0000'.repeat(50)).petition).toBeLessThan(0.5)
})

test('a model of another version, or cut short, is refused', () => {
  expect(() => decodeModel(new TextEncoder().encode('something else entirely'))).toThrow('version')
  expect(() => decodeModel(bytes.subarray(0, 20_000))).toThrow('too early')
})
