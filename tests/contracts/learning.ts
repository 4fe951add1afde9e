import { describe, expect, test } from 'vitest'
import { categoryCode, departmentCode, personId, unitCode } from '../../src/domain/ids.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import type { ModelRecord } from '../../src/flows/ports/learning.ts'
import { aPetition, at } from '../support/builders.ts'
import { about } from './causes.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const by = personId('S002')

const corrected = (moment = '2026-03-02 10:00'): PetitionEvent => ({
  kind: 'corrected',
  by,
  at: at(moment),
  text: '',
  place: null,
  was: { category: categoryCode('0301'), place: aPetition('handling').place },
  redispatch: null,
  reclassified: { category: categoryCode('0302'), kind: 'report', confidential: false },
})

const dismissed = (moment: string): PetitionEvent => ({
  kind: 'dismissed',
  by,
  at: at(moment),
  reason: '聊天',
})

const aRecord = (but: Partial<ModelRecord> = {}): Omit<ModelRecord, 'version'> => ({
  origin: 'retrained',
  corpus: 'c',
  taxonomy: 't',
  corrections: 3,
  figures: { petitionRecall: 0.9 },
  madeAt: now,
  ...but,
})
const bytesOf = (...bytes: number[]) => Uint8Array.from(bytes)

/** What every keeper of what is learnt promises, be it memory or PostgreSQL. */
export function learningContract(name: string, fresh: () => Promise<Street>) {
  const opened = async () => (await fresh()).open()

  describe(`corrections in ${name}`, () => {
    test('are none at first', async () => {
      const { corrections } = await opened()
      expect(await corrections.count()).toBe(0)
      expect(await corrections.list()).toEqual([])
    })

    test('come with the entry that they are part of, and other processes see them at once', async () => {
      const street = await fresh()
      const [one, other] = await Promise.all([street.open(), street.open()])
      const petition = aPetition('handling')
      await one.petitions.record([about({ ...petition, version: 1 })], now)
      await one.petitions.record(
        [about({ ...petition, version: 2 }, { events: [corrected()] })],
        now,
      )
      expect(await other.corrections.count()).toBe(1)
      expect(await other.corrections.list()).toEqual([
        {
          id: 'petition-1/2/0/category',
          petition: 'petition-1',
          field: 'category',
          old: '0301',
          new: '0302',
          text: petition.words[0],
          by,
          at: at('2026-03-02 10:00'),
        },
      ])
    })

    test('of a stale entry are not kept, and of one that is written twice once', async () => {
      const { petitions, corrections } = await opened()
      const petition = aPetition('handling')
      await petitions.record([about({ ...petition, version: 1 })], now)
      const step = about({ ...petition, version: 2 }, { events: [corrected()] })
      expect(await petitions.record([step], now)).toEqual(['recorded'])
      expect(await petitions.record([step], now)).toEqual(['alreadyDone'])
      const late = about({ ...petition, version: 2 }, { events: [corrected()] })
      expect(await petitions.record([late], now)).toEqual(['stale'])
      expect(await corrections.count()).toBe(1)
    })

    test('are in order of time, several to an entry, and keep what a database cannot', async () => {
      const { petitions, corrections } = await opened()
      const petition = aPetition('handling', { words: ['灯坏\0了很久'] })
      const moved: PetitionEvent = {
        kind: 'transferred',
        by,
        at: at('2026-03-02 09:30'),
        reason: '转',
        from: { kind: 'department', code: departmentCode('WY1') },
        to: { kind: 'grid', code: unitCode('QS-XF-02') },
        because: '',
        acceptDueAt: now,
        resolveDueAt: now,
        provisional: false,
      }
      await petitions.record(
        [
          about(
            { ...petition, version: 1 },
            { events: [moved, corrected(), dismissed('2026-03-02 11:00')] },
          ),
        ],
        now,
      )
      const kept = await corrections.list()
      expect(kept.map(({ field, new: right }) => `${field} ${right}`)).toEqual([
        'handler grid/QS-XF-02',
        'category 0302',
        'petition no',
      ])
      expect(kept[0]?.text).toBe('灯坏�了很久')
    })
  })

  describe(`weights in ${name}`, () => {
    test('are none at first: those of the program are in force', async () => {
      const { models } = await opened()
      expect(await models.inForce()).toBe(0)
      expect(await models.list()).toEqual([])
      await expect(models.bytes(1)).rejects.toThrow(RangeError)
    })

    test('are in force once added, for other processes too, and can be rolled back', async () => {
      const street = await fresh()
      const [one, other] = await Promise.all([street.open(), street.open()])
      expect(await one.models.add(aRecord(), bytesOf(0, 1, 255))).toBe(1)
      expect(await one.models.add(aRecord({ origin: 'adopted' }), bytesOf(2))).toBe(2)
      expect(await other.models.inForce()).toBe(2)
      expect([...(await other.models.bytes(1))]).toEqual([0, 1, 255])
      expect(await other.models.list()).toEqual([
        { ...aRecord({ origin: 'adopted' }), version: 2 },
        { ...aRecord(), version: 1 },
      ])
      expect(await one.models.use(1)).toBe(true)
      expect(await other.models.inForce()).toBe(1)
      expect(await one.models.use(0)).toBe(true)
      expect(await other.models.inForce()).toBe(0)
      expect(await one.models.use(3)).toBe(false)
      expect(await other.models.inForce()).toBe(0)
    })

    test('that are the same once more are no new version, and in force again', async () => {
      const { models } = await opened()
      await models.add(aRecord(), bytesOf(1))
      await models.add(aRecord(), bytesOf(2))
      expect(await models.add(aRecord(), bytesOf(1))).toBe(1)
      expect(await models.inForce()).toBe(1)
      expect(await models.list()).toHaveLength(2)
    })

    test('stay as far as the last five, and no number is given twice', async () => {
      const { models } = await opened()
      for (let i = 1; i <= 7; i++) await models.add(aRecord(), bytesOf(i))
      expect((await models.list()).map(({ version }) => version)).toEqual([7, 6, 5, 4, 3])
      await expect(models.bytes(2)).rejects.toThrow(RangeError)
      expect(await models.use(2)).toBe(false)
      expect(await models.add(aRecord(), bytesOf(8))).toBe(8)
    })

    test('that several add at the same moment are one each', async () => {
      const street = await fresh()
      const both = await Promise.all([street.open(), street.open()])
      const added = await Promise.all(
        [1, 2, 3, 1].map((byte, i) => both[i % 2]?.models.add(aRecord(), bytesOf(byte))),
      )
      expect(new Set(added).size).toBe(3)
      expect(added[0]).toBe(added[3])
      expect(await both[0]?.models.list()).toHaveLength(3)
    })
  })
}
