import type { MessageId } from '../../ids.ts'
import type { Opinion } from './opinion.ts'

/** A petition that messages of the stretch belong to. */
export interface Registered {
  readonly id: string
  readonly messages: readonly MessageId[]
}

/**
 * What is registered keeps its identity, however the second reader cuts the stretch: what it tells apart of one petition
 * is put together again, and what it takes from another petition is given back.
 */
export function oneForEach(
  opinions: readonly Opinion[],
  registered: readonly Registered[],
): readonly Opinion[] {
  const told = new Map<string, Opinion>()
  for (const [nth, opinion] of opinions.entries()) {
    const petition = petitionOf(opinion, registered)
    const key = petition?.id ?? `new ${nth}`
    const own = petition ? withoutOthers(opinion, petition, registered) : opinion
    const before = told.get(key)
    told.set(key, before ? together(before, own) : own)
  }
  return [...told.values()]
}

/** The petition that most of its messages belong to. */
function petitionOf(opinion: Opinion, registered: readonly Registered[]): Registered | undefined {
  const shared = ({ messages }: Registered) =>
    messages.filter((id) => opinion.messages.includes(id)).length
  return registered
    .filter((petition) => shared(petition) > 0)
    .sort((a, b) => shared(b) - shared(a))[0]
}

const withoutOthers = (
  opinion: Opinion,
  own: Registered,
  registered: readonly Registered[],
): Opinion => ({
  ...opinion,
  messages: opinion.messages.filter(
    (id) => own.messages.includes(id) || !registered.some(({ messages }) => messages.includes(id)),
  ),
})

const together = (a: Opinion, b: Opinion): Opinion => ({
  ...a,
  messages: [...new Set([...a.messages, ...b.messages])],
  supporters: [...new Set([...a.supporters, ...b.supporters])],
  urgency: a.urgency?.value === 'emergency' ? a.urgency : (b.urgency ?? a.urgency),
  danger: a.danger ?? b.danger,
})
