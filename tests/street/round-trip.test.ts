import { expect, test } from 'vitest'
import { readSheets } from '../../db/street/read-sheets.ts'
import { personId } from '../../src/domain/ids.ts'
import type { Policies } from '../../src/domain/street/policy.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { placed } from '../../src/domain/street/sheets/sheet.ts'
import { sheetsOf } from '../../src/domain/street/sheets/sheets-of.ts'
import { applyDraft, prepareTables } from '../../src/flows/amend-street.ts'
import { sampleBook } from '../http/console/settings-stage.ts'
import { at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'
import { completeBook } from './complete-book.ts'

const again = (book: Rulebook) => {
  const read = readSheets(placed(sheetsOf(book)))
  return read.ok ? read.value : read.problem
}
const complete = completeBook(sampleBook)

test('everything that a street can decide comes back from its tables', () => {
  expect(again(complete)).toEqual(complete)
})

test('what a street decides to have none of is not taken for what it says nothing of', () => {
  const { aftercare, joint, pings } = complete.policies
  const { complete: policy, ...byName } = complete.policies.byName
  if (!policy?.mediation) throw new Error('no clock for quarrels')
  const policies: Policies = {
    ...complete.policies,
    byName: {
      ...byName,
      complete: {
        ...policy,
        remindAt: [],
        mediation: { ...policy.mediation, followUp: [] },
      },
    },
    joint: { ...joint, byDepartment: {}, remindAt: [], escalate: [] },
    pings: { ...pings, digestAt: [] },
    aftercare: {
      ...aftercare,
      headChecks: [],
      callBack: { ...aftercare.callBack, always: [] },
      lasting: { ...aftercare.lasting, of: [], categories: [] },
    },
  }
  const bare = { ...complete, policies }
  expect(again(bare)).toEqual(bare)
})

test('a change of one line changes nothing else', async () => {
  const now = at('2026-03-02 09:00')
  const desk = memoryDesk(memory({ book: complete }), { clock: () => now, report: () => {} })
  const { rooms } = placed(sheetsOf(complete))
  const [first, ...others] = rooms
  if (!first) throw new Error('no rooms')
  const renamed = { ...first, cells: { ...first.cells, topic: '新名字' } }
  const who = { person: personId('S043'), by: { kind: 'form' } } as const
  const draft = await prepareTables({ rooms: [renamed, ...others] }, who, desk)
  if (!draft.ok || !draft.value) throw new Error(JSON.stringify(draft))
  expect((await applyDraft(draft.value, desk)).ok).toBe(true)
  const [room, ...more] = complete.rooms
  expect(await desk.rulebooks.version(2)).toEqual({
    ...complete,
    version: 2,
    rooms: [{ ...room, topic: '新名字' }, ...more],
  })
})
