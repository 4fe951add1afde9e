import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deadline } from '../../../src/domain/deadlines/deadline.ts'
import type { Limit } from '../../../src/domain/deadlines/limit.ts'
import { reckoning } from '../../../src/domain/deadlines/reckoning.ts'
import { reckoningWords } from '../../../src/texts/reckoning-words.ts'
import { smallBook } from '../../support/book.ts'
import { at } from '../../support/builders.ts'

const { calendar, policies } = smallBook
const counted = (amount: number, unit: Limit['unit'], from: string) =>
  reckoning({ amount, unit }, at(from), policies.officeHours, calendar)
const words = (...limit: Parameters<typeof counted>) =>
  reckoningWords({ kind: 'counted', reckoning: counted(...limit), source: '' })

test.each<[Parameters<typeof counted>, string]>([
  [
    [5, 'workingDays', '2026-03-02 10:00'],
    '3月2日（周一）10:00起5个工作日，当天不算，跳过3月7–8日周末，到3月9日（周一）当天结束',
  ],
  [
    [2, 'workingDays', '2026-09-30 10:00'],
    '9月30日（周三）10:00起2个工作日，当天不算，跳过10月1–7日节假日，到10月9日（周五）当天结束',
  ],
  [
    [3, 'workingDays', '2026-09-30 10:00'],
    '9月30日（周三）10:00起3个工作日，当天不算，跳过10月1–7日节假日，10月10日调休上班，照算，到10月10日（周六）当天结束',
  ],
  [
    [1, 'workingDays', '2026-02-28 10:00'],
    '2月28日（周六）10:00起1个工作日，当天不算，跳过3月1日周末，2月28日调休上班，照算，到3月2日（周一）当天结束',
  ],
  [
    [4, 'workingHours', '2026-03-06 16:00'],
    '3月6日（周五）16:00起4个工作小时（只算办公时间），跳过3月7–8日周末，到3月9日（周一）11:00',
  ],
  [[24, 'hours', '2026-03-07 10:00'], '3月7日（周六）10:00起24小时，到3月8日（周日）10:00'],
  [
    [1, 'workingDays', '2027-01-01 10:00'],
    '1月1日（周五）10:00起1个工作日，当天不算，跳过1月2–3日周末，到1月4日（周一）当天结束，节假日安排未公布，暂定',
  ],
])('%j: %s', (limit, told) => {
  expect(words(...limit)).toBe(told)
})

test('it ends when the limit ends, whatever the limit', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom<Limit['unit']>('minutes', 'hours', 'workingHours', 'days', 'workingDays'),
      fc.date({ min: at('2026-01-01 00:00'), max: at('2026-11-30 00:00'), noInvalidDate: true }),
      (amount, unit, from) => {
        const limit = { amount, unit }
        const { at: end } = reckoning(limit, from, policies.officeHours, calendar)
        expect(end).toEqual(deadline(limit, from, policies.officeHours, calendar).at)
      },
    ),
  )
})
