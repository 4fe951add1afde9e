import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/ids.ts'
import { at } from '../support/builders.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const until = at('2026-03-02 09:10')
const after = at('2026-03-02 09:11')
const nextWeek = at('2026-03-09 09:00')
const gao = personId('S010')
const zou = personId('S061')
const session = (hash: string, client = 'Chrome') => ({ hash, client, expiresAt: nextWeek })

/** What every keeper of sign-in links and sessions promises. */
export function sessionsContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => {
    const street = await fresh()
    return { street, sessions: (await street.open()).sessions }
  }

  describe(`sessions in ${name}`, () => {
    test('a link can be looked at as often as one likes and begins one session', async () => {
      const { sessions } = await opened()
      await sessions.offer(gao, 'link', until)
      for (let looks = 0; looks < 3; looks++)
        expect(await sessions.offeredTo('link', now)).toBe(gao)
      const begun = await sessions.begin('link', session('one'), now)
      expect(begun).toMatchObject({ person: gao, client: 'Chrome', beganAt: now, seenAt: now })
      expect(await sessions.find('one', now)).toEqual(begun)
      expect(await sessions.offeredTo('link', now)).toBeUndefined()
      expect(await sessions.begin('link', session('two'), now)).toBeUndefined()
      expect(await sessions.find('two', now)).toBeUndefined()
    })

    test('of many who come at once with one link only one gets in', async () => {
      const { sessions, street } = await opened()
      const other = (await street.open()).sessions
      await sessions.offer(gao, 'link', until)
      const all = await Promise.all(
        Array.from({ length: 20 }, (_, i) =>
          (i % 2 ? sessions : other).begin('link', session(`s${i}`), now),
        ),
      )
      expect(all.filter((one) => one !== undefined)).toHaveLength(1)
      expect(await sessions.list(now)).toHaveLength(1)
    })

    test('a link expires, and a newer one of the same person takes its place', async () => {
      const { sessions } = await opened()
      await sessions.offer(gao, 'old', until)
      await sessions.offer(zou, 'theirs', until)
      await sessions.offer(gao, 'new', until)
      expect(await sessions.offeredTo('old', now)).toBeUndefined()
      expect(await sessions.offeredTo('new', now)).toBe(gao)
      expect(await sessions.offeredTo('theirs', now)).toBe(zou)
      expect(await sessions.offeredTo('new', until)).toBeUndefined()
      expect(await sessions.begin('new', session('one'), after)).toBeUndefined()
    })

    test('a session ends by its time, or when it is ended, by its owner alone', async () => {
      const { sessions } = await opened()
      await sessions.offer(gao, 'link', until)
      const begun = await sessions.begin('link', session('one'), now)
      const id = begun?.id ?? ''
      expect(await sessions.find('one', nextWeek)).toBeUndefined()
      expect(await sessions.end(id, zou)).toBe(false)
      expect(await sessions.find('one', after)).toMatchObject({ person: gao })
      expect(await sessions.end(id, gao)).toBe(true)
      expect(await sessions.end(id)).toBe(false)
      expect(await sessions.find('one', after)).toBeUndefined()
    })

    test('are listed by when they were seen, and forgotten when they are over', async () => {
      const { sessions } = await opened()
      for (const [person, hash] of [
        [gao, 'a'],
        [zou, 'b'],
      ] as const) {
        await sessions.offer(person, `link-${hash}`, until)
        await sessions.begin(`link-${hash}`, session(hash), now)
      }
      await sessions.find('a', after)
      expect((await sessions.list(after)).map(({ person }) => person)).toEqual([gao, zou])
      expect((await sessions.list(after, zou)).map(({ person }) => person)).toEqual([zou])
      expect(await sessions.list(nextWeek)).toEqual([])
      await sessions.offer(gao, 'unused', until)
      expect(await sessions.forget(until)).toBe(1)
      expect(await sessions.forget(nextWeek)).toBe(2)
      expect(await sessions.find('a', after)).toBeUndefined()
    })
  })
}
