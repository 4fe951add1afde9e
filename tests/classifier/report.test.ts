import { expect, test } from 'vitest'
import { calibrationError, macroF1 } from '../../src/classifier/report.ts'

test('macro F1 weighs every label alike, however rare', () => {
  const pairs = [
    { want: 'a', got: 'a' },
    { want: 'a', got: 'a' },
    { want: 'b', got: 'a' },
  ]
  // a: precision 2/3, recall 1; b: never got
  expect(macroF1(pairs)).toBeCloseTo((0.8 + 0) / 2)
})

test('who says 80% and is right four times of five is calibrated', () => {
  const said = [true, true, true, true, false].map((isTrue) => [0.8, isTrue] as const)
  expect(calibrationError(said)).toBeCloseTo(0)
  expect(calibrationError([[0.9, false]])).toBeCloseTo(0.9)
})
