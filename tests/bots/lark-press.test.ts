import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Press } from '../../bots/lark/accept.ts'
import { readPress } from '../../bots/lark/cards/read-press.ts'
import { safe, safeMarkdown } from '../../bots/lark/cards/safe-words.ts'
import { at } from '../support/builders.ts'

const aPress = (but: Partial<Press>): Press => ({
  ...{ id: 'event-1', operator: 'ou_zou', message: 'om_1', chat: 'oc_1', name: '', value: {} },
  ...{ form: {}, at: at('2026-03-02 10:00'), ...but },
})

describe('what a press means', () => {
  test.each([
    ['accept_v7', {}, { kind: 'accept' }],
    [
      'do_return_v7',
      { reason: '1', note: '是路灯' },
      { kind: 'return', reason: '不属于本单位职责：是路灯', code: 'notOurDuty' },
    ],
    [
      'do_transfer_v7',
      { to: 'SZ', reason: '是路灯' },
      { kind: 'transfer', to: 'SZ', reason: '是路灯' },
    ],
    [
      'do_askExtension_v7',
      { days: '3', reason: '等配件' },
      { kind: 'askExtension', days: 3, reason: '等配件' },
    ],
    ['do_askHelp_v7', { text: '要登高车' }, { kind: 'askHelp', text: '要登高车' }],
    ['do_resolve_v7', { result: ' 换好了 ' }, { kind: 'resolve', result: '换好了' }],
    ['rate_5_v7', {}, { kind: 'rate', solved: true, score: 5, reason: null }],
    ['rate_3_v7', {}, { kind: 'rate', solved: null, score: 3, reason: null }],
    [
      'do_rate_v7',
      { score: ['2'], solved: 'no', comment: '又坏了' },
      { kind: 'rate', solved: false, score: 2, reason: '又坏了' },
    ],
  ])('is read from the name alone, should a form not send its value: %s', (name, form, order) => {
    expect(readPress(aPress({ name, form }))).toMatchObject({ order, version: 7, petition: null })
  })

  test('one or two stars ask why before they count', () => {
    const value = { a: 'rate_2', k: 'rating', p: 'petition-1', v: 3 }
    expect(readPress(aPress({ value }))).toEqual({
      ...{ kind: 'rating', petition: 'petition-1', version: 3, order: null, open: 2 },
    })
  })

  test('is nothing for what none of our buttons sends', () => {
    for (const name of ['', 'close', 'accept', 'rate_9_v1', 'open_everything_v1', '__proto___v1'])
      expect(readPress(aPress({ name }))).toBeNull()
  })

  test('whatever a client sends, it is read or passed over, and never throws', () => {
    const anything = fc.dictionary(
      fc.constantFrom('a', 'k', 'p', 'v', 'reason', 'days', 'x'),
      fc.anything(),
    )
    fc.assert(
      fc.property(fc.string(), anything, anything, (name, value, form) => {
        readPress(aPress({ name, value, form }))
        readPress(aPress({ name: `do_${name}_v1`, value: { ...value, a: 'do_return' }, form }))
      }),
    )
  })
})

describe('words on a card', () => {
  test('never take more bytes of JSON than they may', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.integer({ min: 20, max: 200 }),
        (text, most) => {
          expect(Buffer.byteLength(JSON.stringify(safe(text, most))) - 2).toBeLessThanOrEqual(most)
        },
      ),
    )
  })
  test('are no markdown, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(safeMarkdown(text, 500).replace(/&#\d+;/g, '')).toMatch(/^[^!-/:-@[-`{-~\n]*$/)
      }),
    )
  })
  test('show no half of a number where they are cut', () => {
    const phones = '13800138000，'.repeat(400)
    for (let most = 60; most < 90; most++) expect(safe(phones, most)).not.toMatch(/\d/)
    expect(safe(`${'a'.repeat(50)}13800138000`, 57)).not.toMatch(/\d/)
  })
})
