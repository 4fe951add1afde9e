import { type Destination, sameDestination } from '../destination.ts'
import type { PetitionEvent } from '../event.ts'
import { isInHand, type Petition } from '../petition.ts'
import type { JointHappening } from './joint-event.ts'
import type { JointPart, JointWork } from './joint-work.ts'

type OfJoint = Extract<PetitionEvent, { kind: JointHappening['kind'] }>

/** How a petition stands after something happened to its joint work. */
export function evolveJoint(petition: Petition, event: OfJoint): Petition {
  if (!isInHand(petition)) return petition
  return { ...petition, joint: jointAfter(petition.joint ?? { parts: [] }, event) }
}

function jointAfter(joint: JointWork, event: OfJoint): JointWork {
  const changed = (id: number, but: Partial<JointPart>): JointWork => ({
    ...joint,
    parts: joint.parts.map((part) => (part.id === id ? { ...part, ...but } : part)),
  })
  const ended = { state: 'done', endedAt: event.at } as const
  switch (event.kind) {
    case 'assistAsked':
      return {
        ...joint,
        parts: withParts(joint.parts, event.parts),
        ...(event.call && { call: event.call }),
      }
    case 'assistReleased':
      return calledOff({ ...joint, parts: letGo(joint.parts, event.parts, event.at) })
    case 'partTaken':
      return changed(event.part, { takenAt: event.at, ...(event.attended && ended) })
    case 'partFinished':
      return changed(event.part, { ...ended, result: event.result, photos: event.photos })
    case 'partRefused':
      return changed(event.part, {
        sentBack: { reason: event.reason, sentBackAt: event.at },
      })
    case 'callConcluded':
      return {
        parts: withParts(letGo(joint.parts, event.absent, event.at), event.parts),
        ...(joint.call && {
          call: { ...joint.call, conclusion: event.text, concludedAt: event.at },
        }),
      }
    case 'partReminded':
    case 'partEscalated':
    case 'callWatched':
      return joint
  }
}

/** Where nobody who was called need come any more there is no meeting, and nothing to conclude. */
function calledOff({ call, ...joint }: JointWork): JointWork {
  if (!call) return joint
  const comes = ({ isCall, state, askedAt }: JointPart) =>
    isCall && state !== 'released' && askedAt >= call.calledAt
  return call.concludedAt || joint.parts.some(comes) ? { ...joint, call } : joint
}

const withParts = (known: readonly JointPart[], asked: readonly JointPart[]): JointPart[] => [
  ...known.map((part) => asked.find(({ id }) => id === part.id) ?? part),
  ...asked.filter(({ id }) => known.every((part) => part.id !== id)),
]

const letGo = (
  parts: readonly JointPart[],
  gone: readonly { readonly part: number }[],
  at: Date,
): JointPart[] =>
  parts.map((one) =>
    gone.some(({ part }) => part === one.id) ? { ...one, state: 'released', endedAt: at } : one,
  )

/** What others do stays when the lead changes; whoever leads now owes no part of it beside. */
export function carriedJoint(
  joint: JointWork | undefined,
  lead: Destination,
  at: Date,
): JointWork | undefined {
  if (!joint) return undefined
  const own = joint.parts.filter((part) => part.state === 'open' && sameDestination(part.to, lead))
  if (own.length === 0) return joint
  return calledOff({
    ...joint,
    parts: letGo(
      joint.parts,
      own.map(({ id }) => ({ part: id })),
      at,
    ),
  })
}
