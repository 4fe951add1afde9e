import type { LetterId } from '../../../src/domain/ids.ts'
import type { Address, Notice } from '../../../src/domain/notices/notice.ts'
import type { Letter, Outbox } from '../../../src/flows/ports.ts'
import type { KeptLetter, Shelf } from './shelf.ts'
import { memorySightings, seenMeanwhile } from './sightings.ts'

const minute = 60_000
const leaseUnderWay = 5 * minute

export function memoryOutbox(shelf: Shelf, holder: string): Outbox {
  const isOurs = (entry: KeptLetter) => entry.state === 'leased' && entry.holder === holder
  return {
    async take(count, now) {
      const held = new Set<string>()
      const due: KeptLetter[] = []
      for (const entry of unsentInOrder(shelf)) {
        const reader = readerOf(entry.letter.to)
        if (held.has(reader)) continue
        if (entry.dueAt > now) held.add(reader)
        else due.push(entry)
      }
      return due.slice(0, count).map((entry) => {
        const letter = letterOf(entry)
        entry.state = 'leased'
        entry.holder = holder
        entry.attempts += 1
        entry.dueAt = new Date(now.getTime() + minute)
        entry.setOut = null
        return letter
      })
    },
    async takeAlong(letters, now) {
      const taken = found(letters, shelf)
      const along = unsentInOrder(shelf).filter(
        ({ letter, state }) =>
          state === 'pending' &&
          letter.sendAt > now &&
          petitionOf(letter.notice) !== null &&
          taken.some(
            ({ letter: after }) =>
              readerOf(after.to) === readerOf(letter.to) &&
              petitionOf(after.notice) === petitionOf(letter.notice) &&
              letter.id < after.id,
          ),
      )
      return along.map((entry) => {
        const letter = letterOf(entry)
        entry.state = 'leased'
        entry.holder = holder
        entry.attempts += 1
        entry.dueAt = new Date(now.getTime() + minute)
        entry.setOut = null
        return letter
      })
    },
    async pings(people, since, until) {
      const parcels = new Map<string, { reader: string; calm: boolean }>()
      for (const { letter, state, sentAt, doubt, setOut } of shelf.letters.values()) {
        const went = state === 'sent' && sentAt && sentAt >= since && (!until || sentAt < until)
        const mayHaveGone = state !== 'sent' && state !== 'given_up' && doubt && !doubt.isOver
        if (!went && !mayHaveGone) continue
        const reader = readerOf(letter.to)
        const key = `${reader}/${doubt?.parcel ?? setOut?.parcel ?? letter.id}`
        const calm = parcels.get(key)?.calm !== false && letter.calm === true
        parcels.set(key, { reader, calm })
      }
      const counts = people.map((person) => {
        const mine = [...parcels.values()].filter(
          ({ reader, calm }) => calm && reader === `person/${person}`,
        )
        return [person, mine.length] as const
      })
      return new Map(counts.filter(([, count]) => count > 0))
    },
    async setOut(letters, via, now) {
      const ours = found(letters, shelf).filter(isOurs)
      for (const entry of ours) {
        entry.setOut = { via, at: now, parcel: letters[0] ?? entry.letter.id }
        entry.dueAt = new Date(now.getTime() + leaseUnderWay)
      }
      return ours.map(({ letter }) => letter.id)
    },
    async noteWays(letters, { doubt, closed }) {
      for (const entry of found(letters, shelf).filter(isOurs))
        Object.assign(entry, { doubt, closed })
    },
    async sent(letters, now, as) {
      for (const entry of found(letters, shelf)) {
        if (entry.state === 'sent') continue
        const message = as?.get(entry.letter.id)
        Object.assign(entry, {
          state: 'sent',
          sentAt: now,
          ...(message !== undefined && { message }),
        })
        seenMeanwhile(entry, shelf)
      }
    },
    ...memorySightings(shelf),
    async retry(letters, at) {
      for (const entry of found(letters, shelf))
        if (isOurs(entry)) {
          entry.state = 'pending'
          entry.dueAt = at
        }
    },
    async postpone(letters, sendAt) {
      for (const entry of found(letters, shelf))
        if (isOurs(entry)) {
          entry.state = 'pending'
          entry.letter = { ...entry.letter, sendAt }
          entry.dueAt = sendAt
        }
    },
    async giveUp(letters, why) {
      for (const entry of found(letters, shelf))
        if (isOurs(entry)) Object.assign(entry, { state: 'given_up', why })
    },
    async drop(letters) {
      for (const entry of found(letters, shelf))
        if (isOurs(entry)) shelf.letters.delete(entry.letter.id)
    },
    async givenUp(count) {
      return [...shelf.letters.values()]
        .filter(({ state }) => state === 'given_up')
        .sort(inOrder)
        .slice(0, count)
        .map((entry) => ({ ...letterOf(entry), why: entry.why }))
    },
    async again(letters) {
      const entries = found(letters, shelf).filter(({ state }) => state === 'given_up')
      for (const entry of entries) {
        Object.assign(entry, { state: 'pending', attempts: 0, closed: [], why: '' })
        entry.dueAt = entry.letter.sendAt
      }
      return entries.sort(inOrder).map(({ letter }) => letter.id)
    },
    async possibleDoubles() {
      return [...shelf.letters.values()].filter(
        ({ state, doubt }) => state === 'sent' && doubt && !doubt.isOver,
      ).length
    },
    async unsure(fallen = []) {
      const orphans = unsentInOrder(shelf).filter(
        ({ letter, state, holder: of }) =>
          state === 'leased' &&
          of !== null &&
          (of === holder ? fallen.includes(letter.id) : !shelf.alive.has(of)),
      )
      for (const entry of orphans) entry.holder = holder
      return orphans.map(onItsWay)
    },
    async sentSince(since, to) {
      const readers = new Set(to.map(readerOf))
      return [...shelf.letters.values()]
        .filter(
          ({ letter, sentAt }) => sentAt && sentAt >= since && readers.has(readerOf(letter.to)),
        )
        .sort(inOrder)
        .map(onItsWay)
    },
    async letters({ petition, person }) {
      return [...shelf.letters.values()]
        .filter(
          ({ letter }) =>
            (!petition || petitionOf(letter.notice) === petition) &&
            (!person || (letter.to.kind === 'person' && letter.to.person === person)),
        )
        .sort(inOrder)
        .map((entry) => ({
          ...letterOf(entry),
          state: entry.state === 'leased' ? 'pending' : entry.state,
          via: (entry.state === 'sent' && entry.setOut?.via.channel) || null,
          ...{ sentAt: entry.sentAt ?? null, seenAt: entry.seenAt ?? null },
        }))
    },
  }
}

const letterOf = ({ letter, attempts, doubt, closed }: KeptLetter): Letter => ({
  ...letter,
  ...{ attempts, doubt, closed },
})

const onItsWay = (entry: KeptLetter) => ({ ...letterOf(entry), setOut: entry.setOut })

const found = (ids: readonly LetterId[], shelf: Shelf): KeptLetter[] =>
  ids.flatMap((id) => shelf.letters.get(id) ?? [])

const inOrder = (a: KeptLetter, b: KeptLetter) =>
  a.letter.sendAt.getTime() - b.letter.sendAt.getTime() || (a.letter.id < b.letter.id ? -1 : 1)

const unsentInOrder = (shelf: Shelf) =>
  [...shelf.letters.values()]
    .filter(({ state }) => state === 'pending' || state === 'leased')
    .sort(inOrder)

const readerOf = (to: Address) => (to.kind === 'person' ? `person/${to.person}` : `room/${to.room}`)

const petitionOf = (notice: Notice) => ('brief' in notice ? notice.brief.petition : null)
