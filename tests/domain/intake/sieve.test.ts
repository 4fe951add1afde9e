import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { handwritten } from '../../../src/classifier/corpus/read.ts'
import { soundsOfChatter } from '../../../src/domain/intake/cues-of-chatter.ts'
import { soundsOfMatters } from '../../../src/domain/intake/cues-of-matters.ts'
import { guards } from '../../../src/domain/intake/emergency-guards.ts'
import { signs } from '../../../src/domain/intake/emergency-signs.ts'
import { signsOfPeople } from '../../../src/domain/intake/emergency-signs-people.ts'
import { frailties } from '../../../src/domain/intake/frailty.ts'
import { needsOf } from '../../../src/domain/intake/sieve/needs.ts'
import { sieveOf } from '../../../src/domain/intake/sieve/sieve.ts'
import { sayings } from '../../../src/domain/intake/since-sayings.ts'

const sifted = (pattern: RegExp, text: string) => sieveOf([pattern]).sift(text).length > 0

/** What a pattern needs, as words. */
const needs = (pattern: RegExp) => {
  const found = needsOf(pattern)
  return (
    found &&
    [...found].map((gram) => {
      const before = gram >>> 16
      return `${before === 0 ? '' : String.fromCharCode(before)}${String.fromCharCode(gram & 0xffff)}`
    })
  )
}

describe('what a pattern needs', () => {
  test.each([
    [/转让/, ['转让']],
    [/转让|低价出/, ['转让', '低价']],
    [/(?:修|换)(?:好|完)了/, ['修好', '修完', '换好', '换完']],
    [/坏了?掉/, ['坏了', '坏掉']],
    [/[^,。]{0,4}漏(?!水)/, ['漏']],
    [/(?<!没)停.{0,3}/, ['停']],
    [/lift/i, ['li', 'lI', 'Li', 'LI']],
    [/𨋢/u, ['𨋢']],
    [/(?<who>甲|乙)(?:说|讲){2,3}/, ['甲说', '甲讲', '乙说', '乙讲']],
  ])('%s', (pattern, grams) => {
    expect(needs(pattern)?.toSorted()).toEqual(grams.toSorted())
  })

  test.each([/水?/, /(?:水|.)/, /[^水]/, /(?=水)/, /^$/, /[一-龥]+/, /(.)\1/, /\p{L}/u, /[ks]/iu])(
    'nothing is said of %s',
    (pattern) => {
      expect(needsOf(pattern)).toBeNull()
    },
  )
})

const patterns = [
  ...Object.values({ ...soundsOfChatter, ...soundsOfMatters }).flat(),
  ...[...signs, ...signsOfPeople].flatMap((sign) => sign.signs),
  ...guards.flatMap(({ words, unless }) => (unless ? [words, unless] : [words])),
  ...Object.values(frailties),
  ...sayings.map(({ pattern }) => pattern),
]

test('no pattern that is in a text falls through', () => {
  const sieve = sieveOf(patterns)
  const texts = handwritten('training').map(({ text }) => text)
  expect(texts.length).toBeGreaterThan(1_000)
  let found = 0
  for (const [i, text] of texts.entries()) {
    const said = i % 2 === 0 ? text : `${text.slice(text.length / 2)}${texts[i - 1]}`
    const kept = new Set(sieve.sift(said))
    patterns.forEach((pattern, number) => {
      if (said.search(pattern) < 0) return
      found++
      expect(kept.has(number), `${pattern} in ${said}`).toBe(true)
    })
  }
  expect(found).toBeGreaterThan(texts.length)
})

test('nor does one of patterns made at random', () => {
  const atom = fc.constantFrom(
    '水',
    '电',
    '[水电]',
    '(?:水|停电)',
    '.',
    '[^水]',
    '\\d',
    '停?',
    '^',
    '$',
  )
  const times = fc.constantFrom('', '', '?', '*', '+', '{2}', '{0,2}', '+?')
  const piece = fc.tuple(atom, times).map(([a, b]) => (/[?^$]$/.test(a) ? a : a + b))
  const row = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''))
  const pattern = fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|'))
  const text = fc.array(fc.constantFrom(...'水电停1是'), { maxLength: 8 })
  fc.assert(
    fc.property(pattern, text, (source, chars) => {
      const said = chars.join('')
      if (new RegExp(source).test(said)) expect(sifted(new RegExp(source), said)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
