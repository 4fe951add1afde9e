import fc from 'fast-check'
import type { FollowUp } from '../../../src/domain/aftercare/follow-up.ts'
import { dayOf, daysAfter } from '../../../src/domain/deadlines/calendar.ts'
import { messageId, personId, petitionId } from '../../../src/domain/ids.ts'
import { nowhere } from '../../../src/domain/intake/place.ts'
import { sides } from '../../../src/domain/mediation/mediation.ts'
import { type MediationStep, mediationDuties } from '../../../src/domain/mediation/step.ts'
import type { Actor } from '../../../src/domain/people/roles.ts'
import { theClock } from '../../../src/domain/people/roles.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import { otherWays } from '../../../src/domain/petition/elsewhere.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import { lifecycle } from '../../../src/domain/petition/lifecycle.ts'
import { isInHand, type Petition, type Status } from '../../../src/domain/petition/petition.ts'
import { register } from '../../../src/domain/petition/register.ts'
import type { Rulebook } from '../../../src/domain/street/rulebook.ts'
import { aPetitioner } from '../../support/builders.ts'
import { at, type Dice, destinations } from './chance.ts'
import { jointCommands } from './joint-chance.ts'

const kinds = Object.keys(lifecycle) as Command['kind'][]

export const dice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.nat(10_000),
  fits: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  actor: fc.nat(1_000),
  byWhoMay: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  rings: fc.integer({ min: 0, max: 9 }).map((n) => n < 2),
  minutes: fc.oneof(fc.nat(90), fc.nat(3 * 24 * 60)),
  text: fc.constantFrom(
    '',
    ' ',
    '已修好',
    '不归我们管',
    '配件没到，要等厂里发货过来',
    '重复，报过了',
  ),
  days: fc.integer({ min: -2, max: 40 }),
  pick: fc.nat(10_000),
  flag: fc.boolean(),
})

const residents = ['liu', 'still', 'he', 'stranger']

/** Everybody who may try something. */
export const actorsOf = (book: Rulebook): readonly Actor[] => [
  theClock,
  ...residents.map((id): Actor => ({ kind: 'person', id: personId(id), staff: null })),
  ...book.staff.map((staff): Actor => ({ kind: 'person', id: staff.id, staff })),
]

/** A petition somewhere, of any trade, in any hurry. */
export function birth(
  { pick, flag, text, actor }: Dice,
  now: Date,
  book: Rulebook,
): { petition: Petition; event: PetitionEvent } {
  const category = at(pick, book.categories)
  const grids = book.units.filter(({ kind }) => kind === 'grid').map(({ code }) => code)
  const field = <Value>(value: Value) => ({ value, confidence: 1, because: '' })
  const matter = {
    messages: [messageId('m1')],
    reporter: personId('liu'),
    supporters: [],
    summary: text,
    category: field(category.code),
    kind: field(category.kind),
    place: field({ ...nowhere, name: flag ? '幸福里小区' : null, building: flag ? '5' : null }),
    grid: field(flag ? at(actor, grids) : null),
    urgency: field(at(actor, ['normal', 'normal', 'urgent', 'emergency'] as const)),
    danger: null,
    onBehalfOf: field(actor % 2 === 0 ? '张奶奶' : null),
    vulnerable: field(actor % 5 === 0),
    since: field(null),
    confidential: field(category.confidential),
    settled: field(false),
  }
  const reporter = aPetitioner('liu', { household: 'a' })
  const of = { id: petitionId('p'), number: 1001, matter, reporter, supporters: [] }
  const relay = actor % 2 === 0 ? ({ head: personId('liu'), consent: 'open' } as const) : undefined
  return register({ ...of, words: [text], photos: [], placeMissing: !flag, relay }, now, book)
}

/** A command of a kind, made of chance: often one that must be refused. */
export function commandOf(d: Dice, petition: Petition, now: Date, book: Rulebook): Command {
  const fitting = kinds.filter((kind) =>
    (lifecycle[kind].from as readonly Status[]).includes(petition.status),
  )
  // who asked for more time is answered more often than chance would
  const asked = isInHand(petition) && petition.extensionAsked && d.pick % 3 === 0
  const ruling = d.flag ? 'approveExtension' : 'refuseExtension'
  const kind = asked ? ruling : at(d.kind, d.fits ? fitting : kinds)
  return (commands[kind] as (d: Dice, now: Date, book: Rulebook) => Command)(d, now, book)
}

const place = ({ flag, actor }: Dice, { units }: Rulebook) => {
  const grids = units.filter(({ kind }) => kind === 'grid').map(({ code }) => code)
  return flag
    ? {
        place: { ...nowhere, name: '幸福里小区', building: String(actor % 8) },
        grid: at(actor, grids),
      }
    : null
}

const commands: {
  readonly [K in Command['kind']]: (
    d: Dice,
    now: Date,
    book: Rulebook,
  ) => Extract<Command, { kind: K }>
} = {
  stopWaiting: () => ({ kind: 'stopWaiting' }),
  accept: () => ({ kind: 'accept' }),
  return: ({ text }) => ({ kind: 'return', reason: text }),
  transfer: ({ pick, text, flag }, _, book) => ({
    kind: 'transfer',
    to: at(pick, destinations(book)),
    reason: text,
    designates: flag,
  }),
  askHelp: ({ text }) => ({ kind: 'askHelp', text }),
  answerHelp: ({ text }) => ({ kind: 'answerHelp', text }),
  askExtension: ({ days, flag, text }) => ({
    kind: 'askExtension',
    days: flag ? days : null,
    reason: text,
  }),
  approveExtension: ({ days, flag }) => ({ kind: 'approveExtension', days: flag ? days : null }),
  refuseExtension: ({ text }) => ({ kind: 'refuseExtension', reason: text }),
  answerInterim: ({ text, days, pick }, now) => ({
    kind: 'answerInterim',
    text,
    day: pick % 9 === 0 ? null : daysAfter(dayOf(now), days),
  }),
  mediate: (d, now) => ({ kind: 'mediate', step: stepOf(d, now) }),
  note: ({ text }) => ({ kind: 'note', text, photos: [] }),
  resolve: ({ text }) => ({ kind: 'resolve', result: text, photos: [] }),
  ...jointCommands,
  supplement: ({ text, pick }) => ({
    kind: 'supplement',
    text,
    messages: [messageId(`m${pick % 5}`)],
    photos: [],
  }),
  amend: (d, _, book) => ({
    kind: 'amend',
    text: d.text,
    messages: [],
    place: place(d, book),
    category: d.pick % 3 === 0 ? at(d.pick, book.categories).code : null,
    raise:
      d.pick % 7 === 0
        ? { urgency: at(d.pick, ['urgent', 'emergency'] as const), danger: null }
        : null,
  }),
  correct: (d, _, book) => ({
    kind: 'correct',
    text: d.text,
    category: d.pick % 2 === 0 ? at(d.pick, book.categories).code : null,
    place: place(d, book),
  }),
  dismiss: ({ text }) => ({ kind: 'dismiss', reason: text }),
  redirect: ({ text, pick, flag }) => ({
    kind: 'redirect',
    way: flag ? at(pick, otherWays) : null,
    reason: text,
  }),
  insist: () => ({ kind: 'insist' }),
  conceal: () => ({ kind: 'conceal' }),
  correctPetitioner: ({ text, flag }) => ({
    kind: 'correctPetitioner',
    household: flag ? 'room-xf-1/5-2-302' : null,
    onBehalfOf: flag ? null : text,
  }),
  join: ({ actor }) => {
    const person = at(actor, residents)
    return { kind: 'join', petitioner: aPetitioner(person, { household: person }) }
  },
  unjoin: () => ({ kind: 'unjoin' }),
  urge: () => ({ kind: 'urge' }),
  rate: ({ pick, text }) => ({
    kind: 'rate',
    rating: {
      solved: at(pick, [true, true, false, null]),
      score: at(pick, [5, 4, 3, 2, 1, null] as const),
      reason: text || null,
    },
  }),
  reopen: ({ text }) => ({ kind: 'reopen', reason: text }),
  consent: ({ flag, text }) => ({ kind: 'consent', given: flag, text }),
  followUp: ({ pick, flag, text }) => ({
    kind: 'followUp',
    step: at<FollowUp>(pick, [
      { kind: 'askCallBack' },
      { kind: 'callBack', result: flag ? 'fixed' : 'unreached', score: null, words: text },
      { kind: 'askLasting' },
      { kind: 'check', fixed: flag, words: text },
      { kind: 'lasts', words: text },
      { kind: 'remindCallBack' },
      { kind: 'passCheck' },
    ]),
  }),
  withdraw: ({ text }) => ({ kind: 'withdraw', reason: text }),
  merge: ({ flag }) => ({
    kind: 'merge',
    into: { petition: petitionId(flag ? 'other' : 'p'), number: 1002 },
  }),
  unmerge: () => ({ kind: 'unmerge' }),
  remind: ({ flag }) => ({ kind: 'remind', of: flag ? 'accept' : 'resolve', share: 0.5 }),
  escalate: ({ flag }) => ({
    kind: 'escalate',
    of: flag ? 'accept' : 'resolve',
    after: { amount: 1, unit: 'workingDays' },
    to: 'street_supervisor',
  }),
  watchInterim: ({ flag }) => ({ kind: 'watchInterim', missed: flag }),
  pressDecision: ({ flag }) => ({ kind: 'pressDecision', raised: flag }),
  remindRating: () => ({ kind: 'remindRating' }),
  closeUnrated: () => ({ kind: 'closeUnrated' }),
}

/** Any step of mediation, of people or of the clock. */
function stepOf({ actor, text, flag, days }: Dice, now: Date): MediationStep {
  const duty = at(actor, mediationDuties)
  const steps: readonly MediationStep[] = [
    { kind: 'consent', sides, agrees: actor % 6 !== 0 },
    { kind: 'consent', sides, agrees: true },
    { kind: 'consent', sides: ['applicant'], agrees: flag },
    { kind: 'party', called: text },
    { kind: 'appoint', heldAt: new Date(now.getTime() + days * 3_600_000), place: '调解室' },
    { kind: 'met', text },
    { kind: 'hold', outcome: flag ? 'failed' : 'adjourned', record: text },
    { kind: 'hold', outcome: 'failed', record: '谈不拢' },
    {
      kind: 'settle',
      content: text,
      performBy: flag ? daysAfter(dayOf(now), days) : null,
      oral: flag,
    },
    { kind: 'major', reason: text },
    { kind: 'handOver', reason: text },
    { kind: 'fail', reason: text },
    { kind: 'inProcedure', way: at(actor, otherWays), reference: text },
    { kind: 'perform', kept: flag, text },
    { kind: 'visit', text },
    { kind: 'confirm', applied: flag },
    { kind: 'remind', of: duty, share: 0.5 },
    {
      kind: 'escalate',
      of: duty,
      after: { amount: 1, unit: 'workingDays' },
      to: 'street_leader',
    },
    { kind: 'appointmentNear' },
    { kind: 'askOutcome' },
    { kind: 'askWhetherItLasts' },
    { kind: 'confirmationNear' },
  ]
  return at(actor, steps)
}
