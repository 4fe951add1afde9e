import { describe, expect, test } from 'vitest'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const until = at('2026-03-02 09:10')
const after = at('2026-03-02 09:11')

/** What every keeper of seen keys promises. */
export function seenKeysContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => {
    const street = await fresh()
    return { street, keys: (await street.open()).seenKeys }
  }

  describe(`seen keys in ${name}`, () => {
    test('are claimed once, and seen from then on, by every process', async () => {
      const { keys, street } = await opened()
      const other = (await street.open()).seenKeys
      expect(await keys.seen('hotline/a', now)).toBe(false)
      expect(await keys.claim('hotline/a', now, until)).toBe(true)
      expect(await other.claim('hotline/a', now, until)).toBe(false)
      expect(await other.seen('hotline/a', now)).toBe(true)
      expect(await other.seen('hotline/b', now)).toBe(false)
      expect(await other.claim('hotline/b', now, until)).toBe(true)
    })

    test('of many callers at once only one gets a key', async () => {
      const { keys, street } = await opened()
      const other = (await street.open()).seenKeys
      const claims = Array.from({ length: 20 }, (_, i) =>
        (i % 2 ? keys : other).claim('lark/x', now, until),
      )
      expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1)
    })

    test('hold until their time is over, and can be claimed again then', async () => {
      const { keys } = await opened()
      await keys.claim('a', now, until)
      expect(await keys.seen('a', until)).toBe(false)
      expect(await keys.claim('a', after, at('2026-03-02 10:00'))).toBe(true)
      expect(await keys.seen('a', after)).toBe(true)
    })

    test('that hold no more are forgotten, the others stay', async () => {
      const { keys } = await opened()
      await keys.claim('old', now, until)
      await keys.claim('new', now, at('2026-03-02 10:00'))
      expect(await keys.forget(after)).toBe(1)
      expect(await keys.forget(after)).toBe(0)
      expect(await keys.seen('new', after)).toBe(true)
    })

    test('of any length and kind are told apart', async () => {
      const { keys } = await opened()
      const long = 'x'.repeat(20_000)
      expect(await keys.claim(`${long}\0a\uD83D`, now, until)).toBe(true)
      expect(await keys.claim(`${long}\0b\uD83D`, now, until)).toBe(true)
      expect(await keys.seen(`${long}\0a\uD83D`, now)).toBe(true)
      expect(await keys.seen(long, now)).toBe(false)
    })
  })
}
