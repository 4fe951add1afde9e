import { expect, test } from 'vitest'
import { scoreAddresses } from '../../src/classifier/scoring/addresses.ts'

/** `云溪|road 12|roadno 号|+`: a token, and its tag; `+` goes on with the one before. */
function bio(...addresses: readonly string[]): string {
  return addresses
    .map((address) => {
      let last = ''
      const lines = address.split(' ').map((piece) => {
        const [token = '', tag = ''] = piece.split('|')
        const begins = tag === '+' ? 'I' : 'B'
        last = tag === '+' ? last : tag
        return `${token} ${begins}-${last}`
      })
      return lines.join('\n')
    })
    .join('\n\n')
}

test('spans count only when both ends are right', () => {
  const scores = scoreAddresses(
    bio('云溪路|road', '溪园|poi 7|houseno 栋|+ 3|cellno 单元|+ 502|roomno 室|+'),
  )
  expect(scores.addresses).toBe(2)
  expect(scores.micro).toEqual({ precision: 1, recall: 1, f1: 1, expected: 3, found: 3 })
  expect(scores.whole).toBe(1)
})

test('errors are told apart', () => {
  const scores = scoreAddresses(
    bio(
      '云溪园|poi 7|houseno 栋|person 502|roomno 室|+', // the word is tagged as something else
      '云溪园|poi 9|cellno 栋|+', // another level
      '云溪园|poi 丙|houseno 馆|+', // nothing is read there
      '云溪园|poi 4|otherinfo 单元|+', // nothing is wanted there
    ),
  )
  expect(scores.errors).toEqual({ missed: 1, invented: 1, wrongLevel: 1, wrongBorder: 1 })
  expect(scores.houseno).toMatchObject({ expected: 2, found: 2, recall: 0 })
  expect(scores.roomno.f1).toBe(1)
})
