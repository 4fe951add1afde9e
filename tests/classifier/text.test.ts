import { expect, test } from 'vitest'
import { coded, normalise } from '../../src/domain/intake/text.ts'

test.each([
  ['５棟２單元　電梯壞了', '5栋2单元 电梯坏了'],
  ['灯坏了[捂脸]谁管[流泪][流泪]', '灯坏了 谁管'],
  ['漏水🌧️💧了', '漏水 了'],
  ['①楼道黑②没人修', '1楼道黑2没人修'],
  ['a\u200bb\ufeff\u0000c', 'ab c'],
  ['坏\ud83d了', '坏了'],
  ['坏了\udca9', '坏了'],
  ['𠮷祥里', '𠮷祥里'],
  ['A3幢', 'A3幢'],
  ['', ''],
])('%j is read as %j', (raw, plain) => {
  expect(normalise(raw)).toBe(plain)
})

test('numbers, punctuation and letter case make no difference to n-grams', () => {
  expect(coded(normalise('12栋，3单元！WiFi断了'))).toBe(coded(normalise('5栋 47单元。wifi断了')))
})
