import { isAskedToLook } from '../../../src/domain/console/own-view.ts'
import { waitsForDecision } from '../../../src/domain/console/to-decide.ts'
import type { PersonId } from '../../../src/domain/ids.ts'
import type { Near } from '../../../src/domain/intake/same-matter.ts'
import type { ChannelName } from '../../../src/domain/people/channel-name.ts'
import { correctionsIn } from '../../../src/domain/petition/correction.ts'
import { openParts } from '../../../src/domain/petition/joint/joint-work.ts'
import { isInHand, type Petition, petitioners } from '../../../src/domain/petition/petition.ts'
import type { PetitionFilter } from '../../../src/flows/ports/petition-filter.ts'
import type { Cause, Entry, Petitions, Recorded } from '../../../src/flows/ports.ts'
import { keyOf } from './inbox.ts'
import { kept, type Shelf } from './shelf.ts'

export const memoryPetitions = (shelf: Shelf): Petitions => ({
  async numbers(count) {
    const first = shelf.lastNumber + 1
    shelf.lastNumber += count
    return Array.from({ length: count }, (_, i) => first + i)
  },
  find: async (id) => shelf.petitions.get(id),
  findByNumber: async (number) => [...shelf.petitions.values()].find((p) => p.number === number),
  async findByMessages(messages) {
    const ids = new Set(messages.flatMap((message) => shelf.petitionsOf.get(message) ?? []))
    return [...shelf.petitions.values()].filter(({ id }) => ids.has(id)).sort(newestFirst)
  },
  list: async (filter) =>
    [...shelf.petitions.values()]
      .filter((petition) => fits(petition, filter))
      .sort(newestFirst)
      .slice(0, filter.limit),
  timeline: async (id) => [...(shelf.events.get(id) ?? [])],
  record: async (entries, now) => entries.map((entry) => record(entry, now, shelf)),
  question: async (conversation, person) => shelf.questions.get(`${conversation}/${person}`),
  async timersDue(now, count) {
    return [...shelf.timers]
      .flatMap(([petition, timers]) =>
        [...timers.values()].map((entry) => ({ ...entry, petition })),
      )
      .filter(({ timer, fired }) => !fired && timer.dueAt <= now)
      .map(({ timer, petition }) => ({ ...timer, petition }))
      .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      .slice(0, count)
  },
})

function record(entry: Entry, now: Date, shelf: Shelf): Recorded {
  const { petition, cause, with: other } = entry
  if (!petition && entry.events.length + entry.timers.length > 0)
    throw new RangeError('events and timers belong to a petition')
  if (isDone(cause, shelf)) return 'alreadyDone'
  const isStale = ({ id, version }: Petition) =>
    version !== (shelf.petitions.get(id)?.version ?? 0) + 1
  if ((petition && isStale(petition)) || (other && isStale(other.petition))) return 'stale'
  const { voice, errand } = entry
  if (voice && voice.version !== (shelf.voices.get(voice.id)?.version ?? 0) + 1) return 'stale'
  if (errand && errand.version !== (shelf.errands.get(errand.id)?.version ?? 0) + 1) return 'stale'
  const letters = [...entry.letters, ...(other?.letters ?? [])]
  for (const { id } of letters)
    if (shelf.letters.has(id)) throw new Error(`letter ${id} was written before`)
  markDone(entry, shelf)
  if (petition) writePetition(petition, entry, now, shelf)
  if (other) writePetition(other.petition, other, now, shelf)
  if (voice) shelf.voices.set(voice.id, kept(voice))
  if (errand) shelf.errands.set(errand.id, kept(errand))
  for (const letter of letters)
    shelf.letters.set(letter.id, {
      letter: kept(letter),
      state: 'pending',
      holder: null,
      attempts: 0,
      dueAt: letter.sendAt,
      ...{ doubt: null, closed: [], setOut: null, why: '' },
    })
  if (entry.question) {
    const key = `${entry.question.conversation}/${entry.question.person}`
    if (entry.question.ask) shelf.questions.set(key, kept(entry.question.ask))
    else shelf.questions.delete(key)
  }
  return 'recorded'
}

function isDone(cause: Cause, shelf: Shelf): boolean {
  switch (cause.kind) {
    case 'message':
      return shelf.messages.get(keyOfCause(cause))?.state !== 'waiting'
    case 'timer':
      return shelf.timers.get(cause.petition)?.get(cause.key)?.fired !== false
    case 'press':
      return shelf.presses.has(cause.key)
  }
}

function markDone({ cause, outcome, petition }: Entry, shelf: Shelf) {
  switch (cause.kind) {
    case 'message': {
      const message = shelf.messages.get(keyOfCause(cause))
      if (message)
        Object.assign(message, { state: 'read', outcome, petition: petition?.id ?? null })
      return
    }
    case 'timer': {
      const timer = shelf.timers.get(cause.petition)?.get(cause.key)
      if (timer) timer.fired = true
      return
    }
    case 'press':
      shelf.presses.add(cause.key)
  }
}

const keyOfCause = ({
  channel,
  message,
}: {
  channel: ChannelName
  message: Petition['messages'][0]
}) => keyOf({ channel, id: message })

function writePetition(
  petition: Petition,
  entry: Pick<Entry, 'events' | 'timers'>,
  now: Date,
  shelf: Shelf,
) {
  const { id } = petition
  entry.events.forEach((event, seq) => {
    const place = { recordedAt: now, petition: id, version: petition.version, seq }
    shelf.recorded.push({ place, event: kept(event) })
  })
  shelf.petitions.set(id, kept(petition))
  shelf.writes.push(id)
  shelf.events.set(id, [...(shelf.events.get(id) ?? []), ...entry.events.map(kept)])
  for (const correction of correctionsIn(entry.events, petition))
    shelf.corrections.set(correction.id, kept(correction))
  for (const message of petition.messages) {
    const known = shelf.petitionsOf.get(message) ?? []
    if (!known.includes(id)) shelf.petitionsOf.set(message, [...known, id])
  }
  const before = shelf.timers.get(id) ?? new Map()
  const fired = [...before].filter(([, timer]) => timer.fired)
  const armed = entry.timers
    .filter(({ key }) => !before.get(key)?.fired)
    .map((timer) => [timer.key, { timer: kept(timer), fired: false }] as const)
  shelf.timers.set(id, new Map([...fired, ...armed]))
}

const fits = (petition: Petition, filter: PetitionFilter): boolean =>
  (!filter.statuses || filter.statuses.includes(petition.status)) &&
  (!filter.person || petitioners(petition).some(({ person }) => person === filter.person)) &&
  (!filter.grid || petition.grid === filter.grid) &&
  (!filter.to || ('to' in petition && petition.to.code === filter.to)) &&
  (!filter.owedBy ||
    (isInHand(petition) &&
      openParts(petition.joint).some(({ to }) => filter.owedBy?.includes(to.code)))) &&
  (filter.messagesBegin === undefined ||
    petition.messages.some((id) => id.startsWith(filter.messagesBegin ?? ''))) &&
  (!filter.after || newestFirst(petition, filter.after) > 0) &&
  (!filter.categories || filter.categories.includes(petition.category)) &&
  (!filter.dueBefore || (isInHand(petition) && petition.resolveDueAt < filter.dueBefore)) &&
  (!filter.undecided || waitsForDecision(petition)) &&
  (filter.looksAt === undefined || isLookedAt(petition, filter.looksAt)) &&
  (!filter.near || liesNear(petition, filter.near)) &&
  (!filter.registeredSince || petition.registeredAt >= filter.registeredSince)

const isLookedAt = (petition: Petition, person: PersonId | null): boolean => {
  const asked = person ?? ('check' in petition ? petition.check?.head : undefined)
  return asked !== undefined && isAskedToLook(petition, asked)
}

const liesNear = ({ place, category, registeredAt }: Petition, near: Near): boolean =>
  place.name === near.name &&
  (near.building === null ||
    place.building === null ||
    place.building === near.building ||
    (near.spreads !== null &&
      near.spreads.categories.includes(category) &&
      registeredAt >= near.spreads.since))

const newestFirst = (a: Placed, b: Placed) =>
  b.registeredAt.getTime() - a.registeredAt.getTime() || b.number - a.number

type Placed = Pick<Petition, 'registeredAt' | 'number'>
