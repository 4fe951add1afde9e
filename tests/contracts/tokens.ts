import { describe, expect, test } from 'vitest'
import { personId, unitCode } from '../../src/domain/ids.ts'
import type { ApiToken } from '../../src/flows/ports/tokens.ts'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const later = at('2026-03-02 09:05')
const nextYear = at('2027-03-02 09:00')

const aToken = (but: Partial<ApiToken> = {}) => ({
  id: 'token-1',
  name: '区级热线',
  person: personId('S043'),
  unit: unitCode('QS'),
  power: 'act' as const,
  madeBy: personId('S043'),
  madeAt: now,
  expiresAt: nextYear,
  ...but,
})

/** What every keeper of tokens promises. */
export function tokensContract(name: string, fresh: () => Promise<Street>) {
  describe(`tokens in ${name}`, () => {
    const opened = async () => (await (await fresh()).open()).tokens

    test('a token is found by its hash until it expires, and remembers when it was used', async () => {
      const tokens = await opened()
      expect(await tokens.keep(aToken(), 'hash')).toBe(true)
      expect(await tokens.keep(aToken({ power: 'read' }), 'second')).toBe(false)
      expect(await tokens.find('second', now)).toBeUndefined()
      const kept = { ...aToken(), seenAt: null, revokedAt: null }
      expect(await tokens.find('hash', now)).toEqual(kept)
      expect(await tokens.find('other', now)).toBeUndefined()
      await tokens.find('hash', at('2026-03-02 09:00'))
      expect((await tokens.list())[0]?.seenAt).toEqual(now)
      await tokens.find('hash', later)
      expect((await tokens.list())[0]?.seenAt).toEqual(later)
      expect(await tokens.find('hash', nextYear)).toBeUndefined()
    })

    test('what is revoked opens nothing any more, and stays in the list', async () => {
      const tokens = await opened()
      await tokens.keep(aToken(), 'one')
      await tokens.keep(aToken({ id: 'token-2', name: '大屏', madeBy: null, madeAt: later }), 'two')
      expect(await tokens.revoke('token-1', later)).toBe(true)
      expect(await tokens.revoke('token-1', later)).toBe(false)
      expect(await tokens.revoke('nonsense', later)).toBe(false)
      expect(await tokens.find('one', later)).toBeUndefined()
      expect(await tokens.find('two', later)).toMatchObject({ name: '大屏', madeBy: null })
      expect((await tokens.list()).map(({ name, revokedAt }) => [name, revokedAt])).toEqual([
        ['大屏', null],
        ['区级热线', later],
      ])
    })
  })
}
