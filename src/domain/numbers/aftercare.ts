import { contradicts } from '../aftercare/call-back.ts'
import type { Counting } from './counting.ts'
import { type Figure, figure } from './figure.ts'
import { belongs } from './scope.ts'
import type { Story } from './story.ts'

/**
 * Called back about by somebody else than the handler, and found to be done; out of those of whom somebody was reached in
 * the span. Beside it: nobody reached, the call contradicts the rating, still to be called.
 */
export function callBacks({ stories, span, scope, book }: Counting): Figure {
  const mine = stories.filter((story) => belongs(story, scope, book))
  const answered = mine.filter(({ petition }) => {
    const saidAt = 'callBack' in petition ? petition.callBack?.saidAt : undefined
    return saidAt !== undefined && saidAt >= span.from && saidAt < span.until
  })
  const reached = answered.filter((story) => resultOf(story) !== 'unreached')
  return figure(
    reached.filter((story) => resultOf(story) === 'fixed'),
    reached,
    {
      unreached: answered.filter((story) => resultOf(story) === 'unreached'),
      contradicted: reached.filter(({ petition }) => contradicts(petition)),
      waiting: mine.filter(
        ({ petition }) =>
          'callBack' in petition && petition.callBack !== undefined && !petition.callBack.answer,
      ),
    },
  )
}

/** Looked at on the spot by a household head, and found to be done; out of those looked at in the span. */
export function headChecks({ stories, span, scope, book }: Counting): Figure {
  const mine = stories.filter((story) => belongs(story, scope, book))
  const looked = mine.filter(({ steps }) =>
    steps.some(
      ({ event }) =>
        event.kind === 'followedUp' &&
        event.step.kind === 'checked' &&
        event.at >= span.from &&
        event.at < span.until,
    ),
  )
  return figure(
    looked.filter((story) => lastLook(story) === true),
    looked,
    {
      waiting: mine.filter(
        ({ petition }) =>
          petition.status === 'resolved' &&
          petition.check !== undefined &&
          petition.check.fixed === undefined,
      ),
    },
  )
}

const resultOf = ({ petition }: Story) =>
  'callBack' in petition ? petition.callBack?.answer?.result : undefined

const lastLook = ({ steps }: Story): boolean | undefined => {
  const { event } =
    steps.findLast(
      (step) => step.event.kind === 'followedUp' && step.event.step.kind === 'checked',
    ) ?? {}
  return event?.kind === 'followedUp' && event.step.kind === 'checked'
    ? event.step.fixed
    : undefined
}
