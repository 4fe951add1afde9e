import type { MediaId } from '../../../src/domain/ids.ts'
import { type Petition, petitioners } from '../../../src/domain/petition/petition.ts'
import type { Forgotten, PlainClass, Retention } from '../../../src/flows/ports/retention.ts'
import { type KeptMessage, kept, type Shelf } from './shelf.ts'

export const memoryRetention = (shelf: Shelf): Retention => {
  const note = ({ day, of, count }: Forgotten) => {
    const key = `${day}/${of}`
    const before = shelf.rights.forgotten.get(key)?.count ?? 0
    shelf.rights.forgotten.set(key, { day, of, count: before + count })
  }
  return {
    async markHeard(now) {
      for (const { message, keptAt } of shelf.messages.values()) {
        const person = shelf.accounts.get(`${message.channel}/${message.sender.id}`)
        const known = person && shelf.people.get(person)
        if (known && (!known.heardAt || known.heardAt < keptAt)) known.heardAt = keptAt
      }
      for (const known of shelf.people.values()) known.heardAt ??= now
    },
    count: async (of, before) => over(of, before, shelf).length,
    async forget(of, before, day) {
      const gone = over(of, before, shelf)
      for (const take of gone) take()
      note({ day, of, count: gone.length })
      return gone.length
    },
    over: async (before, count) =>
      [...shelf.petitions.values()]
        .filter((petition) => {
          const at = overAt(petition)
          return at !== null && at < before && petition.forgottenAt === undefined
        })
        .sort((a, b) => a.number - b.number)
        .slice(0, count)
        .map(({ id }) => id),
    async strip(petition, timeline, day) {
      const { id, version } = petition
      if (shelf.petitions.get(id)?.version !== version - 1) return false
      shelf.petitions.set(id, kept(petition))
      shelf.events.set(id, timeline.map(kept))
      for (const [key, entry] of shelf.messages) {
        const of = shelf.petitionsOf.get(entry.message.id) ?? []
        const isOnly = entry.petition === id || (of.includes(id) && of.length === 1)
        if (entry.state !== 'waiting' && isOnly) shelf.messages.delete(key)
      }
      for (const [key, { letter, state }] of shelf.letters) {
        const of = 'brief' in letter.notice ? letter.notice.brief.petition : null
        if (of === id && (state === 'sent' || state === 'given_up')) shelf.letters.delete(key)
      }
      for (const [message, of] of shelf.petitionsOf) {
        const others = of.filter((one) => one !== id)
        if (others.length === 0) shelf.petitionsOf.delete(message)
        else shelf.petitionsOf.set(message, others)
      }
      for (const [key, { card }] of shelf.cards) if (card.petition === id) shelf.cards.delete(key)
      for (const [key, one] of shelf.corrections)
        if (one.petition === id) shelf.corrections.delete(key)
      note({ day, of: 'closedPetitions', count: 1 })
      return true
    },
    async unreferred(media) {
      const texts = JSON.stringify([
        [...shelf.messages.values()].map(({ message }) => message),
        [...shelf.petitions.values()],
        [...shelf.events.values()],
        [...shelf.letters.values()].filter(
          ({ state }) => state === 'pending' || state === 'leased',
        ),
      ])
      const shown = (id: MediaId) => texts.includes(id)
      const playable = new Set(
        [...shelf.findings].flatMap(([id, finding]) =>
          finding.kind === 'voice' && shown(id) ? [finding.playable] : [],
        ),
      )
      return media.filter((id) => !shown(id) && !playable.has(id))
    },
    async note(forgotten) {
      note(forgotten)
    },
    notes: async (since) =>
      [...shelf.rights.forgotten.values()]
        .filter(({ day }) => day >= since)
        .sort((a, b) => (`${a.day}/${a.of}` < `${b.day}/${b.of}` ? -1 : 1)),
  }
}

const overAt = (petition: Petition): Date | null =>
  petition.status === 'closed'
    ? petition.closedAt
    : petition.status === 'withdrawn'
      ? petition.withdrawnAt
      : null

/** How to take away each record of a class that is over. */
function over(of: PlainClass, before: Date, shelf: Shelf): (() => void)[] {
  const led = ({ message, petition }: KeptMessage) =>
    petition !== null || shelf.petitionsOf.has(message.id)
  const gone = <K, V>(map: Map<K, V>, is: (value: V, key: K) => boolean) =>
    [...map]
      .filter(([key, value]) => is(value, key))
      .map(
        ([key]) =>
          () =>
            void map.delete(key),
      )
  switch (of) {
    case 'chatter':
      return gone(
        shelf.messages,
        (entry) => entry.state === 'read' && entry.keptAt < before && !led(entry),
      )
    case 'inbox':
      return gone(
        shelf.messages,
        (entry) =>
          entry.state !== 'waiting' &&
          entry.keptAt < before &&
          (entry.state === 'set_aside' || led(entry)) &&
          [entry.petition, ...(shelf.petitionsOf.get(entry.message.id) ?? [])].every((id) => {
            const petition = id && shelf.petitions.get(id)
            return !petition || overAt(petition) !== null
          }),
      )
    case 'letters':
      return [
        ...gone(
          shelf.letters,
          ({ state, letter, sentAt }) =>
            (state === 'sent' || state === 'given_up') &&
            letter.sendAt < before &&
            (sentAt ?? letter.sendAt) < before,
        ),
        ...gone(
          shelf.voices,
          (voice) => voice.kind !== 'item' && voice.state === 'over' && voice.endsAt < before,
        ),
        ...gone(
          shelf.errands,
          ({ overAt, asker }) =>
            overAt !== null &&
            (overAt < before || shelf.people.get(asker)?.eraseAskedAt !== undefined),
        ),
      ]
    case 'reveals':
      return gone(shelf.rights.reveals, ({ revealedAt }) => revealedAt < before)
    case 'accounts':
      return [
        ...gone(shelf.codes, ({ expiresAt }) => expiresAt < before),
        ...gone(shelf.misses, ({ at }) => at < before),
      ]
    case 'people': {
      const kept = new Set([
        ...[...shelf.petitions.values()].flatMap((p) => petitioners(p).map((one) => one.person)),
        ...[...shelf.errands.values()].map(({ asker }) => asker),
      ])
      const written = new Set(
        [...shelf.letters.values()].flatMap(({ letter, state }) =>
          letter.to.kind === 'person' && (state === 'pending' || state === 'leased')
            ? [letter.to.person]
            : [],
        ),
      )
      return [...shelf.people]
        .filter(
          ([id, { isStaff, heardAt, eraseAskedAt }]) =>
            !isStaff &&
            !shelf.merges.has(id) &&
            ((heardAt && heardAt < before) || eraseAskedAt) &&
            !kept.has(id) &&
            !written.has(id),
        )
        .map(([id]) => () => {
          shelf.people.delete(id)
          shelf.rights.said.delete(id)
          for (const [key, person] of shelf.accounts) if (person === id) shelf.accounts.delete(key)
          for (const [key, { letter }] of shelf.letters)
            if (letter.to.kind === 'person' && letter.to.person === id) shelf.letters.delete(key)
        })
    }
  }
}
