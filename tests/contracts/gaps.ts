import { describe, expect, test } from 'vitest'
import type { Gap } from '../../src/flows/ports/gaps.ts'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const aGap = (but: Partial<Gap> = {}): Gap => ({
  channel: 'wechat',
  fromAt: at('2026-03-02 09:00'),
  untilAt: at('2026-03-02 09:20'),
  ...but,
})

/** What every keeper of gaps promises. */
export function gapsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`gaps in ${name}`, () => {
    test('come back in order, from a moment on', async () => {
      const { gaps } = await opened()
      const later = aGap({ fromAt: at('2026-03-02 10:00'), untilAt: at('2026-03-02 10:01') })
      expect(await gaps.keep(later)).toBe(true)
      expect(await gaps.keep(aGap())).toBe(true)
      expect(await gaps.since(at('2026-03-02 09:20'))).toEqual([aGap(), later])
      expect(await gaps.since(at('2026-03-02 09:21'))).toEqual([later])
    })

    test('are one each, the longest, and news only once', async () => {
      const { gaps } = await opened()
      const longer = aGap({ untilAt: at('2026-03-02 09:40') })
      expect(await gaps.keep(aGap())).toBe(true)
      expect(await gaps.keep(longer)).toBe(false)
      expect(await gaps.keep(aGap())).toBe(false)
      expect(await gaps.keep(aGap({ channel: 'wechatStandby' }))).toBe(true)
      expect(await gaps.since(at('2026-03-02 00:00'))).toEqual([
        longer,
        aGap({ channel: 'wechatStandby' }),
      ])
    })

    test('have the moment until which a channel was heard, never an earlier one', async () => {
      const { gaps } = await opened()
      expect(await gaps.lastSign('wechat')).toBeUndefined()
      await gaps.sign('wechat', at('2026-03-02 09:00'))
      await gaps.sign('wechat', at('2026-03-02 08:00'))
      expect(await gaps.lastSign('wechat')).toEqual(at('2026-03-02 09:00'))
      expect(await gaps.lastSign('lark')).toBeUndefined()
    })

    test('of one street never show in another', async () => {
      const { gaps } = await opened()
      await gaps.keep(aGap())
      expect(await (await opened()).gaps.since(at('2026-01-01 00:00'))).toEqual([])
    })
  })
}
