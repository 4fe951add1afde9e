import { expect, test } from 'vitest'
import { correctionDocuments } from '../../src/classifier/corpus/corrections.ts'
import { personId, petitionId } from '../../src/domain/ids.ts'
import type { Correction } from '../../src/domain/petition/correction.ts'
import { at } from '../support/builders.ts'

const corrected = (text: string, right: string, by = 'S002'): Correction => ({
  id: text,
  petition: petitionId('p'),
  field: /^\d+$/.test(right) ? 'category' : 'petition',
  old: '',
  new: right,
  text,
  by: personId(by),
  at: at('2026-03-02 09:00'),
})
const whole = { trust: 1, topicsOnly: false }
const learnt = (...corrections: readonly Correction[]) =>
  correctionDocuments(corrections, whole).map(({ text, category }) => `${text} ${category}`)
const numbered = (count: number, by: (i: number) => string) =>
  Array.from({ length: count }, (_, i) =>
    corrected(`${String.fromCharCode(0x4e00 + i)}字路口的灯`, '0101', by(i)),
  )
const total = (corrections: readonly Correction[]) =>
  correctionDocuments(corrections, whole).reduce((sum, { weight }) => sum + weight, 0)

test('of the same words the latest is learnt, whatever the door', () => {
  expect(learnt(corrected('5栋门禁坏了', '0301'), corrected('6栋的门禁坏了', '0303'))).toEqual([
    '6栋的门禁坏了 0303',
  ])
})

test('chatter is learnt until somebody insists, and danger never as chatter', () => {
  const idle = corrected('群里说灯的事', 'no')
  expect(learnt(idle)).toEqual(['群里说灯的事 null'])
  expect(learnt(idle, corrected('群里说灯的事', 'yes'))).toEqual([])
  expect(learnt(corrected('5栋着火了，好大的烟', 'no'))).toEqual([])
})

test('places, handlers and categories that the classifier does not know are not learnt', () => {
  const other = { ...corrected('灯坏了', 'grid/QS-XF-02'), field: 'handler' } as const
  expect(learnt(other, corrected('灯坏了很久', '9999'))).toEqual([])
})

test('few count eight times, many three times, and one person at most as much as thirty lines', () => {
  const each = (count: number) => correctionDocuments(numbered(count, String), whole)[0]?.weight
  expect(each(1)).toBeCloseTo(8, 1)
  expect(each(1_200)).toBe(3)
  expect(each(2_400)).toBe(3)
  expect(total(numbered(300, () => 'S002'))).toBeCloseTo(240)
  expect(total(numbered(300, String))).toBeGreaterThan(1_500)
})

test('where only topics may be learnt, nothing is said of what is a matter', () => {
  const corrections = [corrected('群里说灯的事', 'no'), corrected('门禁坏了', '0303')]
  expect(correctionDocuments(corrections, { trust: 0.5, topicsOnly: true })).toMatchObject([
    { text: '门禁坏了', category: '0303', kind: null },
  ])
})
