import type { PetitionId } from '../../src/domain/ids.ts'
import type { Address, Notice } from '../../src/domain/notices/notice.ts'
import { type Petition, petitioners } from '../../src/domain/petition/petition.ts'
import type { Cause, Entry } from '../../src/flows/ports.ts'

export interface Dated {
  readonly entry: Entry
  readonly now: Date
}

/** Entries as rows of each table; `n` says of which entry. */
export function rowsOf(entries: readonly Dated[]) {
  const numbered = entries.map((dated, n) => ({ ...dated, n }))
  const withPetition = numbered.flatMap(({ n, entry }) =>
    entry.petition ? [{ n, entry, petition: entry.petition }] : [],
  )
  return {
    entries: numbered.map(({ n, entry, now }) => ({
      n,
      now,
      ...claimOf(entry.cause),
      outcome: entry.outcome,
      petition: entry.petition?.id,
      version: entry.petition?.version,
    })),
    petitions: withPetition.map(({ n, petition }) => ({ n, ...petitionRow(petition) })),
    events: withPetition.flatMap(({ n, entry, petition: { id, version } }) =>
      entry.events.map((body, seq) => ({ n, petition: id, version, seq, body })),
    ),
    people: withPetition.flatMap(({ n, petition }) =>
      [...new Set(petitioners(petition).map(({ person }) => person))]
        .sort()
        .map((person) => ({ n, petition: petition.id, person })),
    ),
    messages: withPetition.flatMap(({ n, petition }) =>
      [...new Set(petition.messages)]
        .sort()
        .map((message) => ({ n, petition: petition.id, message })),
    ),
    timers: withPetition.flatMap(({ n, entry, petition: { id } }) =>
      [...new Map(entry.timers.map((timer) => [timer.key, timer])).values()]
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, dueAt, command }) => ({ n, petition: id, key, due: dueAt, command })),
    ),
    letters: numbered.flatMap(({ n, entry }) =>
      entry.letters.map(({ id, to, notice, sendAt }) => ({
        n,
        id,
        reader: readerOf(to),
        petition: petitionOf(notice),
        send: sendAt,
        body: { to, notice },
      })),
    ),
    questions: numbered.flatMap(({ n, entry: { question } }) =>
      question
        ? [{ n, conversation: question.conversation, person: question.person, body: question.ask }]
        : [],
    ),
  }
}

/** Whose letters go out in order. */
export const readerOf = (to: Address): string =>
  to.kind === 'person' ? `person/${to.person}` : `room/${to.room}`

const petitionOf = (notice: Notice): PetitionId | undefined =>
  'brief' in notice ? notice.brief.petition : undefined

/** `place` and `key` find the row that is claimed: a message in its channel, a petition's timer, a press. */
export function claimOf(cause: Cause) {
  switch (cause.kind) {
    case 'message':
      return { cause: cause.kind, place: cause.channel, key: cause.message }
    case 'timer':
      return { cause: cause.kind, place: cause.petition, key: cause.key }
    case 'press':
      return { cause: cause.kind, place: '', key: cause.key }
  }
}

const petitionRow = (petition: Petition) => ({
  id: petition.id,
  number: petition.number,
  version: petition.version,
  status: petition.status,
  grid: petition.grid,
  to_code: 'to' in petition ? petition.to.code : null,
  reporter: petition.reporter.person,
  registered: petition.registeredAt,
  resolve_due: 'resolveDueAt' in petition ? petition.resolveDueAt : null,
  body: petition,
})
