import { deskKey } from '../../src/domain/console/scope.ts'
import type { Errand } from '../../src/domain/errands/errand.ts'
import type { PetitionId } from '../../src/domain/ids.ts'
import type { Address, Notice } from '../../src/domain/notices/notice.ts'
import { correctionsIn } from '../../src/domain/petition/correction.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import { type Petition, petitioners } from '../../src/domain/petition/petition.ts'
import { dueAt } from '../../src/domain/voices/voice.ts'
import type { Cause, Entry } from '../../src/flows/ports.ts'

export interface Dated {
  readonly entry: Entry
  readonly now: Date
}

/** Nothing of its own is claimed. */
const led = { cause: 'with', place: '', key: '' } as const

interface Numbered {
  readonly entry: Omit<Entry, 'cause' | 'with'>
  readonly now: Date
  readonly n: number
  /** The entry by whose cause it happens; null: by its own. */
  readonly lead: number | null
  readonly claim: ReturnType<typeof claimOf> | typeof led
}

/** Entries, and what is written with them as if it were one: numbered on, and led by theirs. */
function numberedOf(entries: readonly Dated[]): readonly Numbered[] {
  const own = entries.map(({ entry, now }, n): Numbered => {
    return { entry, now, n, lead: null, claim: claimOf(entry.cause) }
  })
  const others = entries.flatMap(({ entry, now }, lead): Omit<Numbered, 'n'>[] => {
    const { outcome, with: other } = entry
    return other ? [{ entry: { ...other, outcome }, now, lead, claim: led }] : []
  })
  return [...own, ...others.map((one, i) => ({ ...one, n: own.length + i }))]
}

/**
 * Entries as rows of each table; `n` says of which entry. Moments are milliseconds since 1970: as text they are half of
 * what writing them costs.
 */
export function rowsOf(entries: readonly Dated[]) {
  const numbered = numberedOf(entries)
  const withPetition = numbered.flatMap(({ n, entry }) =>
    entry.petition ? [{ n, entry, petition: entry.petition }] : [],
  )
  return {
    entries: inOrder(numbered).map(({ n, lead, claim, entry, now }) => ({
      n,
      lead,
      now: now.getTime(),
      ...claim,
      outcome: entry.outcome,
      petition: entry.petition?.id,
      version: entry.petition?.version,
      voice: entry.voice?.id,
      voiced: entry.voice?.version,
      errand: entry.errand?.id,
      errand_version: entry.errand?.version,
    })),
    petitions: withPetition.map(({ n, petition }) => ({ n, ...petitionRow(petition) })),
    events: withPetition.flatMap(({ n, entry, petition }) =>
      entry.events.map((event, seq) => ({ n, seq, ...eventRow(event, petition) })),
    ),
    people: withPetition.flatMap(({ n, petition }) =>
      [...new Set(petitioners(petition).map(({ person }) => person))]
        .sort()
        .map((person) => ({ n, person })),
    ),
    messages: withPetition.flatMap(({ n, petition }) =>
      [...new Set(petition.messages)].sort().map((message) => ({ n, message })),
    ),
    timers: withPetition.flatMap(({ n, entry }) =>
      [...new Map(entry.timers.map((timer) => [timer.key, timer])).values()]
        .sort((a, b) => (a.key < b.key ? -1 : 1))
        .map(({ key, dueAt, command }) => ({ n, key, due: dueAt.getTime(), command })),
    ),
    letters: numbered.flatMap(({ n, entry }) =>
      entry.letters.map(({ id, to, notice, sendAt, calm }) => ({
        n,
        id,
        reader: readerOf(to),
        petition: petitionOf(notice),
        send: sendAt.getTime(),
        body: { to, notice, ...(calm && { calm }) },
      })),
    ),
    questions: numbered.flatMap(({ n, entry: { question } }) =>
      question
        ? [{ n, conversation: question.conversation, person: question.person, body: question.ask }]
        : [],
    ),
    corrections: withPetition.flatMap(({ n, entry, petition }) =>
      correctionsIn(entry.events, petition).map(({ at, ...correction }) => ({
        n,
        ...correction,
        corrected: at.getTime(),
      })),
    ),
    voices: numbered.flatMap(({ n, entry: { voice } }) =>
      voice
        ? [
            {
              ...{ n, id: voice.id, number: voice.number, version: voice.version },
              ...{ state: voice.state, due: dueAt(voice)?.getTime(), body: voice },
            },
          ]
        : [],
    ),
    errands: numbered.flatMap(({ n, entry: { errand } }) =>
      errand ? [{ n, ...errandRow(errand) }] : [],
    ),
  }
}

/** Whatever is written together locks petitions in the same order as all else, or two writers wait for each other. */
const inOrder = (numbered: readonly Numbered[]) =>
  [...numbered].sort((a, b) => {
    const [one = '', other = ''] = [a.entry.petition?.id, b.entry.petition?.id]
    return one < other ? -1 : one > other ? 1 : 0
  })

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

/** A registration holds the very petition that is written beside it (`whole`): that is sent once. */
function eventRow(event: PetitionEvent, petition: Petition) {
  if (event.kind !== 'registered' || event.petition !== petition) return { body: event }
  const { petition: _, ...body } = event
  return { body, whole: true }
}

const errandRow = (errand: Errand) => ({
  id: errand.id,
  number: errand.number,
  version: errand.version,
  asker: errand.asker,
  head: errand.head,
  desk: deskKey(errand.desk),
  due: errand.dueAt?.getTime(),
  asked: errand.askedAt.getTime(),
  body: errand,
})

const petitionRow = (petition: Petition) => ({
  id: petition.id,
  number: petition.number,
  version: petition.version,
  status: petition.status,
  grid: petition.grid,
  to_code: 'to' in petition ? petition.to.code : null,
  reporter: petition.reporter.person,
  registered: petition.registeredAt.getTime(),
  resolve_due: 'resolveDueAt' in petition ? petition.resolveDueAt.getTime() : null,
  body: petition,
})
