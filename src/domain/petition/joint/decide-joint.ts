import { dayOf, daysAfter, endOf } from '../../deadlines/calendar.ts'
import type { PersonId } from '../../ids.ts'
import { receives, staffAt } from '../../people/in-charge.ts'
import { no, ok, type Result } from '../../result.ts'
import type { Rulebook } from '../../street/rulebook.ts'
import { sameDestination } from '../destination.ts'
import type { PetitionEvent } from '../event.ts'
import { type InHand, isInHand, type Petition } from '../petition.ts'
import type { Refusal } from '../refusal.ts'
import type { AskedPart, JointCommand } from './joint-command.ts'
import { type Call, type JointPart, openCall, openParts, owedParts } from './joint-work.ts'
import { partLimit } from './part-limit.ts'

interface Who {
  readonly by: PersonId | null
  readonly at: Date
}
type Decision = Result<PetitionEvent, Refusal>

/** Nobody is asked for something a year ahead. */
const longestDays = 366

/**
 * What follows from a command about joint work.
 *
 * Refuses with `assistantUnknown` when nobody, the lead itself, or an office without people is asked, `taskMissing` and
 * `meetingMissing` when it is not said for what and when, `partDueWrong` for a limit that is over or a year away,
 * `notAssisting` when those named owe nothing, `noCall` when nobody is called.
 */
export function jointDecision(
  command: JointCommand,
  petition: Petition,
  who: Who,
  book: Rulebook,
): Decision {
  if (!isInHand(petition)) return no({ kind: 'notNow' })
  switch (command.kind) {
    case 'askAssist':
      return asked(command, petition, who, book)
    case 'releaseAssist':
      return released(command, petition, who)
    case 'concludeCall':
      return concluded(command, petition, who, book)
    case 'takePart': {
      const open = ownParts(petition, who.by, book)
      const met = open.find(({ isCall, dueAt }) => isCall && (command.came || who.at >= dueAt))
      const part = met ?? open.find(({ takenAt }) => !takenAt)
      if (!part) return no({ kind: 'alreadyDone' })
      return ok({ kind: 'partTaken', ...who, ...of(part), attended: part === met })
    }
    case 'finishPart': {
      const part = ownParts(petition, who.by, book).find(({ isCall }) => !isCall)
      if (!part) return no({ kind: 'alreadyDone' })
      const { result, photos } = command
      if (!result.trim()) return no({ kind: 'resultMissing' })
      const inTime = who.at <= part.dueAt
      return ok({ kind: 'partFinished', ...who, ...of(part), result, photos, inTime })
    }
    case 'refusePart': {
      const [part] = ownParts(petition, who.by, book)
      if (!part || part.sentBack) return no({ kind: 'alreadyDone' })
      if (part.designated) return no({ kind: 'designated' })
      if (!command.reason.trim()) return no({ kind: 'reasonMissing' })
      return ok({ kind: 'partRefused', ...who, ...of(part), reason: command.reason })
    }
    case 'remindPart':
    case 'escalatePart': {
      const part = openParts(petition.joint).find(({ id }) => id === command.part)
      if (!part) return no({ kind: 'notNow' })
      return command.kind === 'remindPart'
        ? ok({ kind: 'partReminded', ...who, ...of(part), share: command.share })
        : ok({
            kind: 'partEscalated',
            ...who,
            ...of(part),
            after: command.after,
            above: command.to,
          })
    }
    case 'watchCall':
      return openCall(petition.joint) ? ok({ kind: 'callWatched', ...who }) : no({ kind: 'notNow' })
  }
}

/** Why the lead cannot resolve yet; null: nobody else owes anything. */
export function stillOwed({ joint }: InHand): Refusal | null {
  const owing = owedParts(joint)
  if (owing.length > 0) return { kind: 'partsOpen', owing: owing.map(({ to }) => to) }
  return openCall(joint) ? { kind: 'callOpen' } : null
}

const of = ({ id, to }: JointPart) => ({ part: id, to })

const ownParts = (petition: InHand, person: PersonId | null, book: Rulebook) =>
  openParts(petition.joint).filter(
    ({ to }) => person !== null && receives(person, to, petition, book),
  )

function asked(
  { parts, required, call }: Extract<JointCommand, { kind: 'askAssist' }>,
  petition: InHand,
  who: Who,
  book: Rulebook,
): Decision {
  const meetAt = call?.meetAt ?? null
  if (call && !meetAt) return no({ kind: 'meetingMissing' })
  if (meetAt && !isAhead(meetAt, who.at)) return no({ kind: 'partDueWrong' })
  if (!call && parts.some(({ task }) => !task.trim())) return no({ kind: 'taskMissing' })
  const made = madeParts(parts, { required, meetAt }, petition, who, book)
  if (!made.ok) return made
  const called: Call | null =
    call && meetAt ? { meetAt, place: call.place, calledBy: who.by, calledAt: who.at } : null
  return ok({ kind: 'assistAsked', ...who, parts: made.value, call: called })
}

/** Those named as parts of a petition: new ones, and open ones with another task or limit. */
function madeParts(
  wanted: readonly AskedPart[],
  { required, meetAt }: { readonly required: boolean; readonly meetAt: Date | null },
  petition: InHand,
  who: Who,
  book: Rulebook,
): Result<JointPart[], Refusal> {
  const isNobody = ({ to }: AskedPart) =>
    sameDestination(to, petition.to) || staffAt(to, book).length === 0
  if (wanted.length === 0 || wanted.some(isNobody)) return no({ kind: 'assistantUnknown' })
  if (wanted.some(({ dueAt }) => dueAt && !isAhead(dueAt, who.at)))
    return no({ kind: 'partDueWrong' })
  const isCall = meetAt !== null
  const once = wanted.filter(
    ({ to }, i) => !wanted.slice(i + 1).some((other) => sameDestination(other.to, to)),
  )
  let next = 1 + Math.max(0, ...(petition.joint?.parts.map(({ id }) => id) ?? []))
  return ok(
    once.map(({ to, task, dueAt }) => {
      const limit = isCall
        ? { dueAt: meetAt, provisional: false }
        : dueAt
          ? { dueAt, provisional: false }
          : partLimit(to, petition, who.at, book)
      const before = openParts(petition.joint).find(
        (part) => part.isCall === isCall && sameDestination(part.to, to),
      )
      return {
        id: before?.id ?? next++,
        ...{ to, task, required, isCall, ...limit },
        ...{ askedBy: who.by, askedAt: who.at, state: 'open' as const },
        ...((before?.sentBack || before?.designated) && { designated: true as const }),
      }
    }),
  )
}

const isAhead = (moment: Date, at: Date) =>
  moment > at && moment <= endOf(daysAfter(dayOf(at), longestDays))

function released(
  { to, reason }: Extract<JointCommand, { kind: 'releaseAssist' }>,
  petition: InHand,
  who: Who,
): Decision {
  const parts = openParts(petition.joint).filter(
    (part) => to.length === 0 || to.some((one) => sameDestination(one, part.to)),
  )
  if (parts.length === 0) return no({ kind: 'notAssisting' })
  return ok({ kind: 'assistReleased', ...who, parts: parts.map(of), reason })
}

/** Who was called and came has done that; who did not come is let go, and counted as absent. */
function concluded(
  { text, parts }: Extract<JointCommand, { kind: 'concludeCall' }>,
  petition: InHand,
  who: Who,
  book: Rulebook,
): Decision {
  if (!openCall(petition.joint)) return no({ kind: 'noCall' })
  if (!text.trim()) return no({ kind: 'resultMissing' })
  const others = parts.filter(({ to }) => !sameDestination(to, petition.to))
  const made =
    others.length === 0
      ? ok([])
      : madeParts(others, { required: true, meetAt: null }, petition, who, book)
  if (!made.ok) return made
  const absent = openParts(petition.joint).filter(({ isCall }) => isCall)
  return ok({ kind: 'callConcluded', ...who, text, absent: absent.map(of), parts: made.value })
}
