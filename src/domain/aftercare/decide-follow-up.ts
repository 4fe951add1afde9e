import { deadline } from '../deadlines/deadline.ts'
import type { PersonId } from '../ids.ts'
import type { Actor } from '../people/roles.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { type Petition, petitioners } from '../petition/petition.ts'
import type { Refusal } from '../petition/refusal.ts'
import { no, ok, type Result } from '../result.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { callBackReason, callerFor, mayCall } from './call-back.ts'
import type { FollowedUp, FollowUp } from './follow-up.ts'
import { askedWhetherItLasts } from './lasting.ts'
import { isOrphaned, nextToLook } from './pass-check.ts'
import { aftercareOf } from './policy.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}

/**
 * What follows from a step after a petition was resolved. Refuses with `notYours` when somebody else was asked, `notNow`
 * when nobody was, `alreadyDone` when it was answered before.
 */
export function followedUp(
  step: FollowUp,
  petition: Petition,
  by: Actor,
  who: Who,
  book: Rulebook,
): Result<PetitionEvent, Refusal> {
  if (petition.status !== 'resolved' && petition.status !== 'closed') return no({ kind: 'notNow' })
  const done = stepDone(step, petition, by, who, book)
  return done.ok ? ok({ kind: 'followedUp', ...who, step: done.value }) : done
}

function stepDone(
  step: FollowUp,
  petition: Extract<Petition, { status: 'resolved' | 'closed' }>,
  by: Actor,
  { at }: Who,
  book: Rulebook,
): Result<FollowedUp, Refusal> {
  const { check, callBack, lasting } = petition
  const isClock = by.kind === 'clock'
  switch (step.kind) {
    case 'check':
      if (!check) return no({ kind: 'notNow' })
      if (isClock || check.head !== by.id) return no({ kind: 'notYours' })
      if (check.fixed !== undefined) return no({ kind: 'alreadyDone' })
      return ok({ kind: 'checked', fixed: step.fixed, words: step.words })
    case 'passCheck': {
      if (!isClock) return no({ kind: 'notYours' })
      const to = check && isOrphaned(check, at, book) ? nextToLook(petition, at, book) : null
      return to ? ok({ kind: 'checkPassed', to }) : no({ kind: 'notNow' })
    }
    case 'askCallBack': {
      if (!isClock) return no({ kind: 'notYours' })
      const why = petition.status === 'closed' && !callBack ? callBackReason(petition, book) : null
      const of = why && callerFor(petition, book)
      if (!why || !of) return no({ kind: 'notNow' })
      const { within } = aftercareOf(book.policies).callBack
      const dueAt = deadline(within, at, book.policies.officeHours, book.calendar).at
      return ok({ kind: 'callBackAsked', of, why, dueAt })
    }
    case 'remindCallBack':
      if (!isClock) return no({ kind: 'notYours' })
      return callBack && !callBack.answer
        ? ok({ kind: 'callBackReminded' })
        : no({ kind: 'notNow' })
    case 'callBack': {
      if (isClock || !by.staff || !mayCall(by.staff, petition, book))
        return no({ kind: 'notYours' })
      if (!callBack) return no({ kind: 'notNow' })
      if (callBack.of !== by.id && !mayStandIn.has(by.staff.role)) return no({ kind: 'notYours' })
      // who could not be reached may be reached later
      if (callBack.answer && callBack.answer.result !== 'unreached')
        return no({ kind: 'alreadyDone' })
      const { result, score, words } = step
      return ok({ kind: 'calledBack', result, score, words })
    }
    case 'askLasting': {
      if (!isClock) return no({ kind: 'notYours' })
      const of = petition.status === 'closed' && !lasting ? askedWhetherItLasts(petition, book) : []
      return of.length > 0 ? ok({ kind: 'lastingAsked', of }) : no({ kind: 'notNow' })
    }
    case 'lasts':
      if (isClock || petitioners(petition).every(({ person }) => person !== by.id))
        return no({ kind: 'notYours' })
      if (!lasting) return no({ kind: 'notNow' })
      return lasting.lasts.includes(by.id)
        ? no({ kind: 'alreadyDone' })
        : ok({ kind: 'lasting', words: step.words })
  }
}

const mayStandIn: ReadonlySet<string> = new Set([
  'community_dispatcher',
  'street_dispatcher',
  'street_supervisor',
])

/** How a petition stands after it. Decided before: this only writes it down. */
export function withFollowUp(
  petition: Petition,
  { step, by, at }: Extract<PetitionEvent, { kind: 'followedUp' }>,
): Petition {
  if (petition.status !== 'resolved' && petition.status !== 'closed') return petition
  const { check, callBack, lasting } = petition
  switch (step.kind) {
    case 'checked':
      return check
        ? { ...petition, check: { ...check, fixed: step.fixed, words: step.words, saidAt: at } }
        : petition
    case 'checkPassed':
      return { ...petition, check: { head: step.to, askedAt: at } }
    case 'callBackAsked':
      return {
        ...petition,
        callBack: { of: step.of, why: step.why, askedAt: at, dueAt: step.dueAt },
      }
    case 'callBackReminded':
      return petition
    case 'calledBack': {
      const { result, score, words } = step
      return callBack
        ? { ...petition, callBack: { ...callBack, answer: { result, score, words }, saidAt: at } }
        : petition
    }
    case 'lastingAsked':
      return { ...petition, lasting: { of: step.of, askedAt: at, lasts: [] } }
    case 'lasting':
      return lasting && by
        ? { ...petition, lasting: { ...lasting, lasts: [...lasting.lasts, by] } }
        : petition
  }
}
