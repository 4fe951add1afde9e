import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roomId } from '../../../src/domain/ids.ts'
import { emergencyIn } from '../../../src/domain/intake/emergency.ts'
import { masked } from '../../../src/domain/intake/mask.ts'
import { readReply } from '../../../src/domain/intake/read-reply.ts'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { replyContexts } from '../../../src/domain/intake/reply.ts'
import { sinceIn } from '../../../src/domain/intake/since.ts'
import { talk, u } from './understanding.ts'

const chinese = fc
  .array(
    fc.constantFrom(
      ...'我们5栋2单元三楼灯坏了电梯困人煤气味着火谢谢嗯好是不对又没今天昨晚上周四-#，。！？ 👍😭1234567890＠@「」:\n'.split(
        '',
      ),
    ),
    { maxLength: 120 },
  )
  .map((chars) => chars.join(''))
const anything = fc.oneof(chinese, fc.string({ unit: 'binary', maxLength: 200 }), fc.string())

describe('whatever is written', () => {
  test('reading a talk never throws, and its fields hold their promises', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 6 }), fc.boolean(), (texts, isPrivate) => {
        const lines = texts.map((text, index) => `r${index % 3}: ${text}`)
        const { matters } = readStretch(talk(isPrivate ? null : 'meiyuan', ...lines), u)
        for (const { messages, summary, category, supporters, reporter } of matters) {
          expect(messages.length).toBeGreaterThan(0)
          expect([...summary].length).toBeLessThanOrEqual(30)
          expect(category.confidence).toBeLessThanOrEqual(1)
          expect(supporters).not.toContain(reporter)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('reading a reply never throws, and knows its petition only when it is said', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...replyContexts), (text, context) => {
        const { petition } = readReply(text, context, { room: roomId('meiyuan'), alias: text }, u)
        expect(petition === null || text.normalize('NFKC').includes(String(petition))).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('no telephone number survives masking', () => {
    fc.assert(
      fc.property(chinese, fc.integer({ min: 13000000000, max: 19999999999 }), (text, phone) => {
        expect(masked(`${text.replace(/\d/g, '')}${phone}`)).not.toContain(String(phone))
      }),
    )
  })
})

describe('length and repetition', () => {
  const pieces = [
    '嗯',
    '谢谢',
    '好的',
    '去看看',
    '马上去',
    '1',
    '5栋',
    '5-',
    '1 ',
    '不是',
    '不对',
    '快啊',
    '呵呵',
    '一',
    '着火',
    '电梯',
    '没有人',
    '「',
    '@a ',
    '。',
    ' ',
    '\u200b',
    '\ud83d',
    '😀',
    'مرحبا',
    '第二',
    '我家也是',
    '零',
    '在吗',
    '昨天',
    '12',
    '满意',
    '没',
  ]

  test.each(pieces)('20,000 characters of %j are read at once', (piece) => {
    const text = piece.repeat(Math.ceil(20_000 / piece.length))
    const start = performance.now()
    readStretch(talk('meiyuan', `r: ${text}`), u)
    readStretch(talk(null, `r: ${text}x`), u)
    for (const context of replyContexts)
      readReply(`${text}x`, context, { room: null, alias: text }, u)
    emergencyIn(text)
    sinceIn(text, new Date())
    expect(performance.now() - start).toBeLessThan(1000)
  })
})
