import { describe, expect, test } from 'vitest'
import { personId, unitCode } from '../../src/domain/ids.ts'
import type { Webhook } from '../../src/flows/ports/webhooks.ts'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const later = at('2026-03-02 10:00')

export const aWebhook = (id: string, but: Partial<Webhook> = {}): Webhook => ({
  ...{ id, name: '区平台', url: 'https://city.example/events', secret: 'secret' },
  ...{ person: personId('S043'), unit: unitCode('QS'), madeBy: null, madeAt: now, state: 'on' },
  ...{ cursor: null, failures: 0, tryAt: now, told: 0, toldAt: null, why: null },
  ...but,
})

/** What every keeper of webhooks promises. */
export function webhooksContract(name: string, fresh: () => Promise<Street>) {
  describe(`webhooks in ${name}`, () => {
    test('come back as they were kept, and of one id there is one', async () => {
      const { webhooks } = await (await fresh()).open()
      expect(await webhooks.keep(aWebhook('a'))).toBe(true)
      expect(await webhooks.keep(aWebhook('a', { name: 'another' }))).toBe(false)
      expect(await webhooks.list()).toEqual([aWebhook('a')])
    })

    test('are taken by one at a time, the longest waiting first, and again when their time is over', async () => {
      const { webhooks } = await (await fresh()).open()
      await webhooks.keep(aWebhook('a', { tryAt: later }))
      await webhooks.keep(aWebhook('b'))
      await webhooks.keep(aWebhook('c', { state: 'off' }))
      const taken = await Promise.all([webhooks.take(now, later), webhooks.take(now, later)])
      expect(taken.flatMap((one) => one?.id ?? [])).toEqual(['b'])
      const again = [await webhooks.take(later, at('2026-03-02 11:00'))]
      again.push(await webhooks.take(later, at('2026-03-02 11:00')))
      expect(again.map((one) => one?.id).sort()).toEqual(['a', 'b'])
      expect(await webhooks.take(later, later)).toBeUndefined()
    })

    test('go on from where they were told, and nobody who comes late sets them back', async () => {
      const { webhooks } = await (await fresh()).open()
      const first = aWebhook('a', { failures: 2, why: 'status 500' })
      await webhooks.keep(first)
      await webhooks.told(first, { cursor: 'one', count: 3, tryAt: later }, now)
      await webhooks.told(first, { cursor: 'none', count: 9, tryAt: now }, now)
      const [known] = await webhooks.list()
      const told = { told: 3, toldAt: now, failures: 0, why: null, tryAt: later }
      expect(known).toEqual({ ...first, ...told, cursor: 'one' })
      await webhooks.told(known ?? first, { cursor: 'two', count: 0, tryAt: later }, later)
      expect(await webhooks.list()).toEqual([{ ...first, ...told, cursor: 'two' }])
    })

    test('fail, are given up, and begin again when somebody says so', async () => {
      const { webhooks } = await (await fresh()).open()
      await webhooks.keep(aWebhook('a', { cursor: 'one' }))
      const failed = { why: 'status 500', tryAt: later }
      await webhooks.failed('a', { ...failed, gaveUp: false })
      expect(await webhooks.list()).toMatchObject([{ ...failed, failures: 1, state: 'on' }])
      expect(await webhooks.switchTo('a', 'on', now)).toBe(false)
      await webhooks.failed('a', { ...failed, gaveUp: true })
      expect(await webhooks.list()).toMatchObject([{ failures: 2, state: 'given_up' }])
      expect(await webhooks.take(later, later)).toBeUndefined()
      expect(await webhooks.switchTo('a', 'on', now)).toBe(true)
      expect(await webhooks.list()).toEqual([aWebhook('a', { cursor: 'one' })])
      expect(await webhooks.switchTo('a', 'paused', now)).toBe(true)
      expect(await webhooks.take(later, later)).toBeUndefined()
      expect(await webhooks.switchTo('a', 'paused', now)).toBe(false)
      expect(await webhooks.switchTo('a', 'on', now)).toBe(true)
      expect(await webhooks.list()).toEqual([aWebhook('a', { cursor: 'one' })])
      expect(await webhooks.switchTo('a', 'paused', now)).toBe(true)
      expect(await webhooks.switchTo('a', 'off', now)).toBe(true)
      for (const state of ['on', 'paused'] as const)
        expect(await webhooks.switchTo('a', state, now)).toBe(false)
      expect(await webhooks.switchTo('nobody', 'off', now)).toBe(false)
    })
  })
}
