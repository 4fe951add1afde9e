import { owedIn } from '../mediation/duties.ts'
import { isQuarrel, type MediationEnd } from '../mediation/mediation.ts'
import { isInHand, type Petition } from '../petition/petition.ts'
import type { Counting } from './counting.ts'
import { type Figure, figure } from './figure.ts'
import { belongs, belongsThen } from './scope.ts'
import { isSetAside, type Step, type Story, states } from './story.ts'

/** What share of mediations should be settled (人民调解工作“十四五”目标，成功率95%以上). */
export const settledTarget = 0.95

/** Quarrels registered in the span; beside them what was taken back, merged, or gone to a court or another office. */
export function quarrels(counting: Counting): Figure {
  const { span } = counting
  const all = quarrelsOf(counting).filter(
    ({ petition }) => petition.registeredAt >= span.from && petition.registeredAt < span.until,
  )
  return figure(
    all.filter((story) => !isSetAside(story)),
    null,
    { setAside: all.filter((story) => isSetAside(story)) },
  )
}

/**
 * Mediations that ended in the span with an agreement, each petition by its last end; out of those that were settled or
 * failed. Beside them those that went to a court or another office.
 */
export function settled(counting: Counting): Figure {
  const ended = quarrelsOf(counting).flatMap((story) => {
    const kind = story.steps.flatMap((step) => endIn(step, counting.span.from) ?? []).at(-1)
    return kind ? [{ story, kind }] : []
  })
  const of = (...kinds: MediationEnd['kind'][]) =>
    ended.filter(({ kind }) => kinds.includes(kind)).map(({ story }) => story)
  return figure(of('settled'), of('settled', 'failed'), { setAside: of('inProcedure') })
}

/** Handed over to the centre in the span, counted where they lie. */
export const handedOver = (counting: Counting): Figure =>
  figure(
    quarrelsOf(counting).filter(({ steps }) =>
      steps.some(
        ({ event }) =>
          event.kind === 'mediated' &&
          event.step.kind === 'handOver' &&
          event.at >= counting.span.from,
      ),
    ),
  )

/**
 * Quarrels that were in hand beyond a limit at any moment of the span: one of mediation's own, by the rulebook in force, or
 * the final one. Out of the quarrels that were in hand.
 */
export function quarrelsLate(counting: Counting): Figure {
  const { stories, span, scope, book } = counting
  const inHand = stories.flatMap((story) => {
    const there = states(story, span.until).filter(
      ({ petition, from, until }) =>
        isQuarrel(petition) &&
        isInHand(petition) &&
        latest(from, span.from) < earliest(until, span.until) &&
        belongsThen(petition, story, scope, book),
    )
    const isLate = there.some(({ petition, from, until }) =>
      limitsOf(petition).some(
        (dueAt) => latest(from, dueAt, span.from) < earliest(until, span.until),
      ),
    )
    return there.length > 0 ? [{ story, isLate }] : []
  })
  return figure(
    inHand.filter(({ isLate }) => isLate).map(({ story }) => story),
    inHand.map(({ story }) => story),
  )

  function limitsOf(petition: Petition): Date[] {
    return [
      ...owedIn(petition, book).map(({ dueAt }) => dueAt),
      ...(isInHand(petition) ? [petition.resolveDueAt] : []),
    ]
  }
}

const quarrelsOf = ({ stories, scope, book }: Counting): Story[] =>
  stories.filter((story) => isQuarrel(story.petition) && belongs(story, scope, book))

/** How a mediation ended with this step, if it did, and not before the span. */
function endIn({ event, petition }: Step, from: Date): MediationEnd['kind'] | null {
  if (event.kind !== 'mediated' || event.at < from) return null
  const { kind } = event.step
  return kind === 'settle' || kind === 'fail' || kind === 'inProcedure'
    ? (petition.mediation?.end?.kind ?? null)
    : null
}

const latest = (...moments: Date[]) => Math.max(...moments.map((moment) => moment.getTime()))
const earliest = (...moments: Date[]) => Math.min(...moments.map((moment) => moment.getTime()))
