import { departmentCode, personId, petitionId, roomId, unitCode } from '../../src/domain/ids.ts'
import type { Staff, StaffRole } from '../../src/domain/people/roles.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { browserAt } from '../http/console/someone.ts'
import { smallBook } from '../support/book.ts'
import { anEntry, aPetition, aPetitioner, at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'

const inOffice = (
  id: string,
  name: string,
  role: StaffRole,
  unit: string,
  department?: string,
): Staff => ({
  id: personId(id),
  name,
  role,
  unit: unitCode(unit),
  department: department === undefined ? null : departmentCode(department),
  phone: '13800000000',
  accounts: { wechat: `wx-${id}` },
})

/** Two communities and every office, some of them twice. */
export const wideBook: Rulebook = {
  ...smallBook,
  units: [
    ...smallBook.units,
    {
      code: unitCode('QS-HB'),
      parent: unitCode('QS'),
      kind: 'community',
      name: '河滨社区',
      aliases: [],
    },
    {
      code: unitCode('QS-HB-01'),
      parent: unitCode('QS-HB'),
      kind: 'grid',
      name: '河滨第一网格',
      aliases: [],
    },
  ],
  rooms: [
    ...smallBook.rooms,
    { id: roomId('room-hb-1'), topic: '河滨居民群', unit: unitCode('QS-HB'), defaultPlace: null },
  ],
  staff: [
    ...smallBook.staff,
    inOffice('S003', '黄雪梅', 'community_manager', 'QS-HB'),
    inOffice('S004', '周佩玲', 'community_dispatcher', 'QS-HB'),
    inOffice('S015', '梁春兰', 'grid_worker', 'QS-HB-01'),
    inOffice('S070', '毛丽华', 'mediator', 'QS', 'MT'),
    inOffice('S067', '白红霞', 'department_officer', 'QS', 'RQ'),
  ],
}

/** A word that occurs in this petition and nowhere else: who may not see it finds it on no page. */
export const markOf = (number: number): string => `暗记${number}号`
/** Where its reporter lives: nobody finds it but by asking who it is, with a reason. */
export const doorOf = (number: number): string => `暗门${number}室`

const company = { kind: 'department', code: departmentCode('WY1') } as const
const community = (code: string) => ({ kind: 'community', code: unitCode(code) }) as const

/** Petitions that differ in who may see them. */
export const petitions: readonly Petition[] = [
  aPetition('received'),
  aPetition('dispatched', { to: { kind: 'grid', code: unitCode('QS-XF-02') } }),
  aPetition('handling', { to: company }),
  aPetition('resolved', { to: company }),
  aPetition('closed', { to: company }),
  aPetition('withdrawn'),
  aPetition('dispatched', { confidential: true, to: company }),
  aPetition('dispatched', {
    grid: unitCode('QS-HB-01'),
    to: { kind: 'grid', code: unitCode('QS-HB-01') },
  }),
  aPetition('handling', {
    ...{ kind: 'dispute', confidential: true, category: category('0901'), to: community('QS-XF') },
    ...{ handler: personId('S002') },
  }),
  aPetition('dispatched', {
    ...{ kind: 'dispute', confidential: true, category: category('0901') },
    ...{ grid: null, to: { kind: 'department', code: departmentCode('MT') } },
  }),
  aPetition('dispatched', {
    kind: 'complaint',
    to: community('QS-HB'),
    grid: unitCode('QS-HB-01'),
    confidential: true,
  }),
  aPetition('dispatched', { reporter: aPetitioner('S027'), to: community('QS-XF') }),
  aPetition('resolved', {
    ...{ to: company, check: { head: personId('S027'), askedAt: at('2026-03-02 10:00') } },
  }),
].map((petition, i) => marked(petition, 2001 + i))

function category(code: string) {
  const found = smallBook.categories.find((one) => one.code === code)
  if (!found) throw new Error(`no category ${code}`)
  return found.code
}

function marked(petition: Petition, number: number): Petition {
  return {
    ...petition,
    ...{ id: petitionId(`petition-${number}`), number, version: 1 },
    summary: `楼道灯不亮${markOf(number)}`,
    words: [`楼道灯三天没亮了${markOf(number)}`],
    reporter: { ...petition.reporter, household: doorOf(number) },
  }
}

/** A street in memory in which these petitions were recorded, and an office is open. */
export async function openStreet(more: readonly Petition[] = petitions, book = wideBook) {
  const now = at('2026-03-02 10:30')
  const stores = memory({ book })
  const faults: string[] = []
  const desk = memoryDesk(stores, {
    clock: () => now,
    report: (what, fault) =>
      void faults.push(`${what}: ${fault instanceof Error ? fault.stack : fault}`),
  })
  for (const petition of more)
    await stores.petitions.record(
      [
        anEntry({
          cause: { kind: 'press', key: petition.id },
          petition,
          events: [
            { kind: 'registered', petition, because: '网格', by: null, at: petition.registeredAt },
          ],
        }),
      ],
      now,
    )
  return { desk, stores, faults, book, visitor: browserAt(desk) }
}
