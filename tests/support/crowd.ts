import {
  categoryCode,
  departmentCode,
  personId,
  petitionId,
  roomId,
  unitCode,
} from '../../src/domain/ids.ts'
import type { HelpAsked } from '../../src/domain/petition/help-asked.ts'
import type { JointPart } from '../../src/domain/petition/joint/joint-work.ts'
import {
  type Destination,
  type ExtensionAsked,
  type Petition,
  type Status,
  statuses,
} from '../../src/domain/petition/petition.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { aPetition, aPetitioner, at } from './builders.ts'

/** Numbers from 0 up to 1 that look random, and are the same for a seed. */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const hour = 3_600_000

/** Petitions of all kinds, anywhere, in anybody's hands, of residents and of staff: numbers from 5001 on. */
export function crowd(count: number, seed: number, book: Rulebook): Petition[] {
  const random = dice(seed)
  // of its own, so that what is asked for changes nothing else of a crowd
  const wishes = dice(seed + 1)
  const blames = dice(seed + 2)
  const one = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T
  const often = (share: number) => random() < share
  const units = [...book.units.map(({ code }) => code), unitCode('QS-XX-09')]
  const rooms = [...book.rooms.map(({ id }) => id), roomId('room-unbound'), null]
  const people = [...book.staff.map(({ id }) => id), ...['r1', 'r2', 'r3'].map(personId)]
  const moment = (from: string, days: number) =>
    new Date(at(from).getTime() + Math.floor(random() * days * 24) * hour)
  const desk = (): Destination =>
    often(0.5)
      ? {
          kind: 'department',
          code: one([...book.departments.map(({ code }) => code), departmentCode('XX')]),
        }
      : { kind: one(['grid', 'community', 'street'] as const), code: one(units) }
  const petitioner = (i: number) =>
    aPetitioner(one(people), { room: one(rooms), household: `h${i}${Math.floor(random() * 4)}` })
  const part = (id: number): JointPart => ({
    ...{ id, to: desk(), task: '看看', required: often(0.5), isCall: false, askedBy: null },
    ...{ askedAt: at('2026-03-01 09:00'), dueAt: at('2026-03-09 09:00'), provisional: false },
    state: one(['open', 'done', 'released'] as const),
    ...(wishes() < 0.3 && {
      sentBack: { reason: '不归我们', sentBackAt: at('2026-03-01 15:00') },
    }),
  })
  const anybody = () => people[Math.floor(wishes() * people.length)] ?? personId('r1')
  const named = ['S001', 'S002', 'S010', 'S027', 'S043', 'S061', 'S070'].map(personId)
  const accused = () => named[Math.floor(blames() * named.length)] ?? personId('S002')
  const look = () => ({
    ...{ head: anybody(), askedAt: at('2026-03-01 17:00') },
    ...(wishes() < 0.3 && { fixed: true, words: '好了' }),
  })
  const wish = (): ExtensionAsked => ({
    by: wishes() < 0.1 ? null : anybody(),
    days: wishes() < 0.2 ? null : 1 + Math.floor(wishes() * 9),
    ...{ reason: '等配件', askedAt: at('2026-03-01 16:00') },
  })
  const help = (): HelpAsked => ({
    by: wishes() < 0.1 ? null : anybody(),
    ...{ text: '要登高车', askedAt: at('2026-03-01 17:00') },
  })
  return Array.from({ length: count }, (_, i) => {
    const status: Status = one(statuses)
    const registeredAt = moment('2026-02-20 09:00', 10)
    const sent = { to: desk(), dispatchedAt: registeredAt }
    const inHand = {
      ...{
        acceptDueAt: moment('2026-03-01 00:00', 3),
        resolveDueAt: moment('2026-03-01 00:00', 5),
      },
      ...(often(0.3) && { joint: { parts: [part(1), part(2)] } }),
      ...(wishes() < 0.3 && { extensionAsked: wish() }),
      ...(wishes() < 0.3 && { helpAsked: [help()] }),
    }
    const words = one([
      '楼道灯不亮三天了',
      '3栋王阿姨家漏水13800001111',
      '路灯坏了，晚上看不见',
      '𠮷祥路😀堵车',
    ])
    return {
      ...aPetition(status),
      ...(status === 'received' || status === 'withdrawn' ? {} : sent),
      ...(status === 'dispatched' || status === 'handling' ? inHand : {}),
      ...(status === 'handling' && { handler: one(people) }),
      ...((status === 'resolved' || status === 'closed') && wishes() < 0.4 && { check: look() }),
      ...{ id: petitionId(`crowd-${seed}-${i}`), number: 5001 + i, registeredAt, version: 1 },
      ...{ reporter: petitioner(i), grid: often(0.3) ? null : one(units), words: [words] },
      supporters: often(0.3) ? [petitioner(i), petitioner(i + 1)] : [],
      ...{ confidential: often(0.3), kind: one(['report', 'dispute'] as const), summary: words },
      ...{ category: categoryCode(one(['0101', '0301', '0901'])), returns: one([0, 0, 1, 3]) },
      urgency: one(['normal', 'normal', 'urgent', 'emergency'] as const),
      place: { ...aPetition(status).place, building: one(['3', '5', null]) },
      ...(blames() < 0.3 && { accused: [accused(), accused()] }),
      ...(often(0.2) && {
        relay: { head: one(people), consent: one(['open', 'given', 'withheld'] as const) },
      }),
    } as Petition
  })
}
