import type { HouseholdHead } from '../../src/domain/heads/household-head.ts'
import { categoryCode, departmentCode, personId, unitCode } from '../../src/domain/ids.ts'
import { textKeys } from '../../src/domain/notices/own-texts.ts'
import type { Policies, Policy } from '../../src/domain/street/policy.ts'
import type { CatalogueLine, Category, Rulebook } from '../../src/domain/street/rulebook.ts'
import { usualTexts } from '../../src/texts/own-texts.ts'

/**
 * Nothing may be left out: a new field of a rulebook does not compile here until it is given, and is then found missing by
 * the test if the settings drop it.
 */
type Complete<T> = T extends string | number | boolean | null
  ? T
  : T extends readonly unknown[]
    ? { readonly [K in keyof T]: Complete<T[K]> }
    : string extends keyof T
      ? T
      : { readonly [K in keyof T]-?: Complete<NonNullable<T[K]>> }

const days = (amount: number) => ({ amount, unit: 'days' }) as const
const hours = (amount: number) => ({ amount, unit: 'workingHours' }) as const
const keep = (amount: number) => ({ for: days(amount), source: `规定第${amount}条` })

const policy = {
  ...{ name: 'complete', source: '某规定第9条', aroundTheClock: true },
  when: { urgent: 'urgent', emergency: 'emergency' },
  ...{ accept: hours(3), resolve: days(9), remindAt: [0.25, 0.75] },
  escalate: [
    { after: days(0), to: 'street_supervisor' },
    { after: days(2), to: 'street_leader' },
  ],
  extension: { times: 3, atMost: days(4), approvedBy: 'street_leader' },
  mediation: {
    ...{ meetParties: days(2), sessions: { atLeast: 3, within: days(8) }, majorSameDay: true },
    handOver: { afterFailedSessions: 3, within: days(1), to: departmentCode('MT') },
    followUp: [{ after: days(11), by: 'visit' }],
  },
} as const satisfies Complete<Policy>

const policies = {
  survey: { remindAfter: days(3), closeAfter: days(6), reopenWithin: days(8) },
  quietHours: { from: '22:10', to: '06:50' },
  officeHours: [{ from: '08:40', to: '16:20' }],
  placeAnswerWithin: hours(5),
  hotSpot: { petitions: 7, households: 9, withinHours: 50 },
  inRooms: { greetsNewcomers: false, asksToRepeat: true },
  assessment: {
    ...{ response: 10, onTime: 15, resolution: 20, satisfaction: 25, notReturned: 14 },
    notRepeated: 16,
  },
  joint: {
    ...{ limit: days(4), byDepartment: { CG: days(2) }, remindAt: [0.3] },
    ...{ escalate: [{ after: days(1), to: 'street_leader' }], concludeWithin: days(5) },
  },
  catalogueLearning: { petitions: 4, withinDays: 90 },
  aftercare: {
    headChecks: ['all'],
    callBack: { share: 0.25, within: days(7), always: ['doubted'] },
    lasting: {
      ...{ after: days(20), answerWithin: days(9), of: ['safety'] },
      categories: [categoryCode('0101')],
    },
    ...{ noteBefore: hours(2), noteWithin: hours(40) },
  },
  errands: { accept: hours(6), done: days(3), answer: days(4), source: '约定第2条' },
  retention: {
    ...{ chatter: keep(3), inbox: keep(170), media: keep(4), letters: keep(160) },
    ...{ closedPetitions: keep(900), reveals: keep(1100), accounts: keep(20), people: keep(300) },
  },
  publicPages: [unitCode('QS-XF')],
  pings: { perDay: 6, digestAt: ['10:00', '16:00'], briefAt: '08:10' },
  urging: { within: hours(9) },
  approval: { pressAfter: hours(7), raiseAfter: hours(15) },
} as const satisfies Complete<Omit<Policies, 'byName'>>

const catalogue = {
  ...{ category: categoryCode('0101'), unit: unitCode('QS-XF'), source: '建议1号' },
  hours: { from: '22:00', to: '06:00' },
  ...{ leadHandler: departmentCode('SZ'), assistHandlers: [departmentCode('CG'), 'GRID'] },
} as const satisfies Complete<CatalogueLine>

const head = {
  ...{ person: personId('H901'), unit: unitCode('QS-XF-01'), place: '幸福里小区' },
  ranges: [{ letter: '', from: 1, to: 2 }],
  ...{ entrances: ['1', '2'], rooms: [{ letter: '', from: 101, to: 602 }] },
  ...{ from: '2026-01-01', until: '2027-12-31', confirmedBy: unitCode('QS-XF') },
} as const satisfies Complete<HouseholdHead>

/** A street that has decided everything there is to decide, over the places and people of another. */
export function completeBook(sample: Rulebook): Omit<Complete<Rulebook>, 'away' | 'leaves'> {
  const [first, ...categories] = sample.categories
  const [deputy] = sample.staff.filter(({ role }) => role === 'grid_worker')
  if (!first || !deputy || !sample.heads || !sample.shapes) throw new Error('a poor sample')
  const category = {
    ...first,
    assistHandlers: [departmentCode('CG'), 'COMMUNITY'],
    countedOnly: true,
  } satisfies Complete<Category>
  const person = personId('S011')
  return {
    ...sample,
    categories: [category, ...(categories as Complete<Category>[])],
    catalogue: [catalogue],
    heads: [head],
    shapes: {
      ...sample.shapes,
      // an outline with a hole, and a second one
      [unitCode('QS-LJ')]: [
        [117.1, 36.1, 117.2, 36.2],
        [117.12, 36.12, 117.14, 36.14],
        [117.3, 36.3, 117.4, 36.4],
      ].map(([west = 0, south = 0, east = 0, north = 0], i) => {
        const ring = [
          [west, south] as const,
          [east, south] as const,
          [east, north] as const,
          [west, north] as const,
        ]
        return i === 1 ? ring.toReversed() : ring
      }),
    },
    staff: [
      ...sample.staff.filter(({ role, phone }) => role !== 'household_head' || phone !== ''),
      {
        ...{ id: head.person, name: '邻居甲', role: 'household_head', unit: head.unit },
        ...{ department: null, phone: '', accounts: { wechat: 'wx-h-901' } },
      },
    ],
    duty: [
      { on: 0, unit: unitCode('QS'), person },
      { on: '2026-05-01', unit: unitCode('QS'), person },
    ],
    absences: [
      {
        id: `file/${person}/2026-03-02/2026-03-06/${deputy.id}`,
        ...{ person, from: '2026-03-02', until: '2026-03-06', deputy: deputy.id },
      },
    ],
    texts: Object.fromEntries(
      textKeys.map((key) => [key, usualTexts[key].replaceAll('\n', '\\n') || '再见']),
    ) as Complete<NonNullable<Rulebook['texts']>>,
    policies: { ...policies, byName: { ...sample.policies.byName, complete: policy } },
  } as Omit<Complete<Rulebook>, 'away' | 'leaves'>
}
