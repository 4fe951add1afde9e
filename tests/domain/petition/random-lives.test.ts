import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { revive, toJson } from '../../../db/json.ts'
import { readStreet } from '../../../db/street/read-street.ts'
import { carryOut } from '../../../src/domain/carry-out.ts'
import { partsOf, staffAt, standings } from '../../../src/domain/people/in-charge.ts'
import { type Actor, rolesAbove, theClock } from '../../../src/domain/people/roles.ts'
import { leadsTo } from '../../../src/domain/petition/becomes.ts'
import type { Command } from '../../../src/domain/petition/command.ts'
import { sameDestination } from '../../../src/domain/petition/destination.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import { evolve } from '../../../src/domain/petition/evolve.ts'
import { openParts, owedParts } from '../../../src/domain/petition/joint/joint-work.ts'
import { lifecycle, type Standing } from '../../../src/domain/petition/lifecycle.ts'
import {
  isInHand,
  isOpen,
  type Petition,
  type Status,
} from '../../../src/domain/petition/petition.ts'
import type { Timer } from '../../../src/domain/petition/timer.ts'
import { timersFor } from '../../../src/domain/petition/timers.ts'
import { at } from '../../support/builders.ts'
import { actorsOf, birth, commandOf, dice } from './a-life.ts'
import type { Dice } from './chance.ts'

const read = await readStreet('db/sample-street')
if (!read.ok) throw new Error('the sample street has faults')
const { book } = read.value
const actors = actorsOf(book)

interface Life {
  readonly petition: Petition
  readonly events: readonly PetitionEvent[]
  /** Keys of timers that have rung: never again. */
  readonly rung: ReadonlySet<string>
  readonly now: Date
}

/** How many steps of each kind were taken and refused, over all lives: a property that never saw one says nothing of it. */
const taken = new Map<string, number>()
const refused = new Map<string, number>()
const count = (where: Map<string, number>, kind: string) =>
  void where.set(kind, (where.get(kind) ?? 0) + 1)

describe('random lives', () => {
  test('of thousands of petitions break no rule', () => {
    const lives = fc.tuple(dice, fc.array(dice, { minLength: 1, maxLength: 30, size: 'max' }))
    fc.assert(
      fc.property(lives, ([first, rest]) => {
        const now = at('2026-01-05 09:00')
        const { petition, event } = birth(first, now, book)
        let life: Life = { petition, events: [event], rung: new Set(), now }
        holds(life)
        for (const one of rest) {
          life = step(one, life)
          holds(life)
        }
        replays(life)
      }),
      { numRuns: 2_500, interruptAfterTimeLimit: 240_000, markInterruptAsFailure: true },
    )
  }, 300_000)

  test('took and refused every kind of step', () => {
    const kinds = Object.keys(lifecycle)
    expect(kinds.filter((kind) => !taken.has(kind))).toEqual([])
    expect(kinds.filter((kind) => !refused.has(kind))).toEqual([])
    const steps = [...taken.values()].reduce((sum, n) => sum + n, 0)
    expect(steps).toBeGreaterThan(13_000)
  })
})

/** One step of a life, taken or refused. */
function step(d: Dice, life: Life): Life {
  const timer = d.rings ? nextTimer(life) : undefined
  if (timer) return ring(timer, life)
  const now = new Date(life.now.getTime() + d.minutes * 60_000)
  const command = commandOf(d, life.petition, now, book)
  return attempt(command, actorFor(d, command.kind, life.petition), { ...life, now })
}

const nextTimer = ({ petition, rung }: Life): Timer | undefined =>
  timersFor(petition, book)
    .filter(({ key }) => !rung.has(key))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0]

/** What the clock was told to do as the petition stands, it may do. */
function ring({ key, dueAt, command }: Timer, life: Life): Life {
  const now = dueAt > life.now ? dueAt : life.now
  const after = attempt(command, theClock, { ...life, now })
  // a clock that was stopped rings late, and reminds of no limit that has passed
  const isTooLate = command.kind === 'remind' && now > dueAt
  must(isTooLate || after.events.length === life.events.length + 1, `${command.kind} rings in vain`)
  return { ...after, rung: new Set([...after.rung, key]) }
}

function actorFor({ byWhoMay, actor }: Dice, kind: Command['kind'], petition: Petition): Actor {
  const may = byWhoMay ? near(petition).filter((one) => mayTry(kind, one, petition)) : actors
  return may[actor % may.length] ?? theClock
}

/** Those who may do most with a petition. */
function near(petition: Petition): Actor[] {
  const inCharge = 'to' in petition ? staffAt(petition.to, book).map(({ id }) => id) : []
  return actors.filter(
    (one) =>
      one.kind === 'clock' ||
      !one.staff ||
      inCharge.includes(one.id) ||
      partsOf(one.id, petition, book).length > 0 ||
      (rolesAbove as readonly string[]).includes(one.staff.role),
  )
}

function mayTry(kind: Command['kind'], actor: Actor, petition: Petition): boolean {
  const is = standings(actor, petition, book)
  return (lifecycle[kind].by as readonly Standing[]).some((standing) => is.has(standing))
}

function attempt(command: Command, by: Actor, life: Life): Life {
  const { petition: before, now } = life
  const { kind } = command
  const written = toJson(before)
  const stepped = carryOut(command, before, by, now, book)
  must(toJson(before) === written, `${kind} changed what was`)
  if (!stepped.ok) {
    count(refused, kind)
    return life
  }
  count(taken, kind)
  const { petition, event } = stepped.value
  must(fits(kind, before), `${kind} while ${before.status}`)
  must(mayTry(kind, by, before), `${kind} by somebody who may not`)
  if (petition.status === 'resolved' && isInHand(before))
    must(owedParts(before.joint).length === 0, 'resolved while others owe their part')
  must(
    leadsTo(kind, before.status).includes(petition.status),
    `${kind} leads from ${before.status} to ${petition.status}`,
  )
  must(petition.version === before.version + 1, `${kind} counts to ${petition.version}`)
  must(petition.id === before.id && petition.number === before.number, 'another petition')
  return { ...life, petition, events: [...life.events, event] }
}

const fits = (kind: Command['kind'], { status }: Petition): boolean =>
  (lifecycle[kind].from as readonly Status[]).includes(status)

/** What must be so of a petition at any moment. */
function holds({ petition, rung }: Life): void {
  const { status } = petition
  const timers = timersFor(petition, book)
  must(new Set(timers.map(({ key }) => key)).size === timers.length, 'a key twice')
  for (const { command, dueAt } of timers) {
    must(fits(command.kind, petition), `${command.kind} would ring while ${status}`)
    must((lifecycle[command.kind].by as readonly Standing[]).includes('clock'), command.kind)
    must(!Number.isNaN(dueAt.getTime()), `${command.kind} rings at no time`)
  }
  if (isOpen(petition) || status === 'resolved')
    must(
      timers.some(({ key }) => !rung.has(key)),
      `${status}, and nobody looks at it again`,
    )
  else
    must(
      // whether a settlement or a repair lasts is asked for longer than its petition is open
      timers.every(
        ({ command }) =>
          status === 'closed' &&
          (command.kind === 'followUp' ||
            (command.kind === 'mediate' && petition.mediation?.end?.kind === 'settled')),
      ),
      `${status}, and the clock goes on`,
    )
  if (!isInHand(petition)) return
  must(staffAt(petition.to, book).length > 0, 'nobody has it')
  must(petition.acceptDueAt >= petition.dispatchedAt, 'due before it was sent')
  must(!Number.isNaN(petition.resolveDueAt.getTime()), 'no limit')
  const open = openParts(petition.joint)
  must(
    new Set(petition.joint?.parts.map(({ id }) => id)).size === (petition.joint?.parts.length ?? 0),
    'a part twice',
  )
  must(
    open.every(({ to }) => staffAt(to, book).length > 0),
    'a part that nobody has',
  )
  must(
    open.every(({ to }) => !sameDestination(to, petition.to)),
    'who leads assists',
  )
  const keys = timers.map(({ command }) => ('part' in command ? command.part : null))
  must(
    open.every(({ id }) => keys.includes(id)),
    'a part that nobody watches',
  )
  if (petition.status === 'handling') must(petition.respondedAt !== null, 'in hand, unanswered')
}

/** The timeline tells the whole life: evolved again from its first line, as it is stored, it gives the row. */
function replays({ petition, events }: Life): void {
  const [first, ...rest] = revive<PetitionEvent[]>(JSON.parse(toJson(events)))
  if (first?.kind !== 'registered') throw new Error('a life begins with its registration')
  const row = revive<Petition>(JSON.parse(toJson(petition)))
  expect(rest.reduce(evolve, first.petition)).toEqual(row)
}

/** Cheaper than `expect`: it is asked a million times. */
function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what)
}
