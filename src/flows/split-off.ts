import { joinWords } from '../domain/heads/neighbour.ts'
import { petitionId } from '../domain/ids.ts'
import { consentAsked } from '../domain/notices/consent-asked.ts'
import { noticesFor } from '../domain/notices/notices-for.ts'
import { registeredNotices } from '../domain/notices/registered-notices.ts'
import type { Actor } from '../domain/people/roles.ts'
import type { Petition, Petitioner } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { leaving, separable, splitOff } from '../domain/petition/split-off.ts'
import { timersFor } from '../domain/petition/timers.ts'
import { no, ok, type Result } from '../domain/result.ts'
import { changed } from './act-on-two.ts'
import { onceDone } from './act-once.ts'
import { lettersFor } from './letters.ts'
import { partAgain } from './merge-petitions.ts'
import type { Desk, HeardMessage } from './ports.ts'
import { bookFor } from './understand.ts'

/** Somebody who joined, what they said for it, and the petition of their own that was merged, if they came by one. */
export interface Joined {
  readonly petitioner: Petitioner
  readonly said: readonly HeardMessage[]
  readonly merged: Petition | null
}

/** Those who may be split off, in the order in which they joined. */
export async function joinedTo(
  petition: Petition,
  by: Actor,
  desk: Desk,
): Promise<readonly Joined[]> {
  const book = await bookFor(petition, desk)
  const may = separable(petition, by, desk.clock(), book)
  const messages = may.length > 0 ? await desk.inbox.find(petition.messages) : []
  return Promise.all(
    may.map(async (petitioner): Promise<Joined> => {
      const { person, household, relayedFor } = petitioner
      const [reaches, own] = await Promise.all([
        desk.people.reaches(person),
        desk.petitions.list({ person, statuses: ['withdrawn'] }),
      ])
      const theirs = messages.filter(({ channel, sender }) =>
        reaches.some((reach) => reach.channel === channel && reach.account === sender.id),
      )
      const said = theirs.filter(
        ({ text }) => relayedFor === undefined || text.includes(relayedFor),
      )
      const merged = own.find(
        (one) =>
          one.status === 'withdrawn' &&
          one.mergedInto?.petition === petition.id &&
          (relayedFor === undefined || one.reporter.household === household),
      )
      return { petitioner, said, merged: merged ?? null }
    }),
  )
}

interface Said {
  readonly petition: Petition
  readonly by: Actor
  readonly key: string
  /** What their matter is, in one line. */
  readonly summary: string
}

/**
 * Splits off who joined by mistake: what had a number before gets its own back, all else is registered anew for them, in one
 * with their leaving. Answers the petition that they have now. Refuses as `decide` does, with `notNow` what moved on since
 * `petition` was read.
 */
export async function splitOne(
  one: Joined,
  { petition, by, key, summary }: Said,
  desk: Desk,
): Promise<Result<Petition, Refusal>> {
  const { petitioner, said, merged } = one
  if (merged) {
    const done = await partAgain({ petition: merged, by, key, version: merged.version }, desk)
    return done.ok ? ok(merged) : done
  }
  const cause = { kind: 'press', key } as const
  const left = await changed([leaving(petitioner, petition)], petition, by, desk)
  if (!left.ok) return left
  const [book, [number = 0]] = await Promise.all([
    desk.rulebooks.current(),
    desk.petitions.numbers(1),
  ])
  const words = said
    .map(({ text }) => joinWords(text.trim(), petitioner))
    .filter((text) => text !== '')
  const of = {
    ...{ id: petitionId(desk.newId()), number, reporter: petitioner, summary },
    words: words.length > 0 ? words : [summary],
    messages: said.map(({ id }) => id),
  }
  const own = splitOff(of, petition, by, desk.clock(), book)
  const notices = [
    ...registeredNotices(own.petition, { room: null, asksPlace: false }, book),
    ...consentAsked(own.petition, book),
    ...noticesFor(own.event, null, own.petition, book),
  ]
  const beside = {
    ...{ petition: own.petition, events: [own.event], timers: timersFor(own.petition, book) },
    letters: lettersFor(notices, book, desk),
  }
  const entry = { cause, outcome: 'splitOff', ...left.value, with: beside }
  const [written] = await desk.petitions.record([entry], desk.clock())
  if (written === 'recorded') return ok(own.petition)
  return splitBefore({ petition, by, key }, desk)
}

/** For a press that comes when the petition has moved on: whether it moved on by that very press. Else refuses with `notNow`. */
export async function splitBefore(
  { petition, by, key }: Pick<Said, 'petition' | 'by' | 'key'>,
  desk: Desk,
): Promise<Result<Petition, Refusal>> {
  const cause = { kind: 'press', key } as const
  const act = { petition: petition.id, command: { kind: 'unjoin' }, by, cause } as const
  const done = await onceDone(act, no({ kind: 'notNow' }), desk)
  return done.ok ? ok(petition) : done
}
