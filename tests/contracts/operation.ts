import { describe, expect, test } from 'vitest'
import { letterId, messageId, petitionId } from '../../src/domain/ids.ts'
import { aHeard, aLetter, anEntry, aPetition, at } from '../support/builders.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const later = at('2026-03-02 10:00')

/** What everybody who tells an operator how things are promises. */
export function operationContract(name: string, fresh: () => Promise<Street>) {
  describe(`operation in ${name}`, () => {
    test('an empty office has nothing that waits', async () => {
      const { operation } = await (await fresh()).open()
      expect(await operation.vitals(now)).toMatchObject({
        inbox: { waiting: 0, oldestAt: null, setAside: 0 },
        outbox: { due: 0, oldestDueAt: null, later: 0, givenUp: 0 },
        timers: { overdue: 0, oldestDueAt: null },
      })
      expect(await operation.setAside(10)).toEqual([])
      expect(await operation.jobs()).toEqual([])
    })

    test('what waits is counted, with the moment since when', async () => {
      const stores = await (await fresh()).open()
      const { inbox, outbox, petitions, operation } = stores
      await inbox.keep([aHeard('一'), aHeard('二', { id: messageId('m2') })], now)
      await inbox.setAside(messageId('m2'), 'wechat', 'RangeError')
      const timer = { key: 'remind', dueAt: now, command: { kind: 'stopWaiting' } } as const
      await petitions.record(
        [
          anEntry({
            cause: { kind: 'press', key: 'p' },
            petition: aPetition('dispatched', { id: petitionId('p') }),
            timers: [timer],
            letters: [
              aLetter('1', { sendAt: now }),
              aLetter('2', { sendAt: at('2026-03-02 12:00') }),
              aLetter('3', { sendAt: at('2026-03-02 08:00') }),
            ],
          }),
        ],
        now,
      )
      await outbox.take(1, now)
      await outbox.giveUp([letterId('3')], 'nobody there')
      expect(await operation.vitals(later)).toMatchObject({
        inbox: { waiting: 1, oldestAt: now, setAside: 1 },
        outbox: { due: 1, oldestDueAt: now, later: 1, givenUp: 1 },
        timers: { overdue: 1, oldestDueAt: now },
      })
      expect((await operation.vitals(now)).timers.overdue).toBe(0)
      expect(await operation.setAside(10)).toEqual([
        { channel: 'wechat', keptAt: now, fault: 'RangeError' },
      ])
    })

    test('of each job the last end is kept', async () => {
      const { operation } = await (await fresh()).open()
      await operation.noteJob({ name: 'retention', endedAt: now, fault: 'Error' })
      await operation.noteJob({ name: 'reports', endedAt: now, fault: null })
      await operation.noteJob({ name: 'retention', endedAt: later, fault: null })
      expect(await operation.jobs()).toEqual([
        { name: 'reports', endedAt: now, fault: null },
        { name: 'retention', endedAt: later, fault: null },
      ])
    })

    test('of the backups the last one is known', async () => {
      const { operation } = await (await fresh()).open()
      expect(await operation.lastBackup()).toBeUndefined()
      const run = { bytes: 5_000_000_000, rows: 12, sha256: 'abc', verifiedAt: null }
      const last = { ...run, id: 'b', madeAt: later, verifiedAt: later }
      await operation.noteBackup(last)
      await operation.noteBackup({ ...run, id: 'a', madeAt: now })
      expect(await operation.lastBackup()).toEqual(last)
    })
  })
}
