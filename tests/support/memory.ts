import { createHash } from 'node:crypto'
import type { Stores } from '../../db/stores/stores.ts'
import { mediaId } from '../../src/domain/ids.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import type { Findings } from '../../src/flows/ports/senses.ts'
import type { Media } from '../../src/flows/ports.ts'
import { memoryAbsences } from './memory/absences.ts'
import { memoryAmendments, memoryDrafts } from './memory/amendments.ts'
import { memoryBindings } from './memory/bindings.ts'
import { memoryCards } from './memory/cards.ts'
import { memoryErrands } from './memory/errands.ts'
import { memoryFeed } from './memory/feed.ts'
import { memoryHotSpots } from './memory/hot-spots.ts'
import { memoryInbox } from './memory/inbox.ts'
import { memoryLearning } from './memory/learning.ts'
import { memoryOperation } from './memory/operation.ts'
import { memoryOutbox } from './memory/outbox.ts'
import { memoryPeople } from './memory/people.ts'
import { memoryPetitions } from './memory/petitions.ts'
import { memoryProposals } from './memory/proposals.ts'
import { memoryQueue } from './memory/queue.ts'
import { memoryRetention } from './memory/retention.ts'
import { memoryRights } from './memory/rights.ts'
import { memoryGaps, memoryRooms } from './memory/rooms.ts'
import { memorySeenKeys } from './memory/seen-keys.ts'
import { memorySessions } from './memory/sessions.ts'
import { emptyShelf, type Shelf } from './memory/shelf.ts'
import { memoryTokens } from './memory/tokens.ts'
import { memoryVoices } from './memory/voices.ts'
import { memoryWebhooks } from './memory/webhooks.ts'

/**
 * A street's stores in memory, keeping the same promises as PostgreSQL: `tests/contracts` hold both to them. Given the
 * shelf of another, it is a second process at the same data; given a book, it is in force from the start.
 */
export function memory({
  shelf = emptyShelf(),
  book,
}: {
  readonly shelf?: Shelf
  readonly book?: Rulebook
} = {}): Stores & { readonly shelf: Shelf } {
  const holder = shelf.newId()
  shelf.alive.add(holder)
  const { people, introduce, bindRoom } = memoryPeople(shelf)
  const save = (next: Rulebook): Rulebook => {
    introduce(next)
    const present = shelf.books.at(-1)
    if (present && same(present, next)) return present
    const saved = { ...next, version: shelf.books.length + 1 }
    shelf.books.push(saved)
    return saved
  }
  if (book) save(book)
  return {
    shelf,
    inbox: memoryInbox(shelf),
    petitions: memoryPetitions(shelf),
    feed: memoryFeed(shelf),
    outbox: memoryOutbox(shelf, holder),
    people,
    bindings: memoryBindings(shelf),
    media: memoryMedia(shelf),
    findings: memoryFindings(shelf),
    rulebooks: {
      isKept: async () => shelf.books.length > 0,
      current: async () => inForce(shelf.books, shelf.books.length),
      version: async (version) => inForce(shelf.books, version),
      ...memoryAmendments(shelf, save),
    },
    absences: memoryAbsences(shelf),
    hotSpots: memoryHotSpots(shelf),
    proposals: memoryProposals(shelf),
    rights: memoryRights(shelf),
    retention: memoryRetention(shelf),
    rooms: memoryRooms(shelf),
    gaps: memoryGaps(shelf),
    ...memoryLearning(shelf),
    sessions: memorySessions(shelf),
    voices: memoryVoices(shelf),
    errands: memoryErrands(shelf),
    tokens: memoryTokens(shelf),
    webhooks: memoryWebhooks(shelf),
    queue: memoryQueue(shelf),
    drafts: memoryDrafts(shelf),
    operation: memoryOperation(shelf),
    cards: memoryCards(shelf),
    seenKeys: memorySeenKeys(shelf),
    bindRoom,
    saveRulebook: async (next) => save(next),
    async close() {
      shelf.alive.delete(holder)
    },
  }
}

function inForce(books: readonly Rulebook[], version: number): Rulebook {
  const book = books[version - 1]
  if (!book) throw new RangeError(`no rulebook of version ${version}`)
  return book
}

const same = (a: Rulebook, b: Rulebook) =>
  JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 })

const memoryMedia = ({ media }: Shelf): Media => ({
  async keep(bytes, mime) {
    const id = mediaId(createHash('sha256').update(bytes).digest('hex'))
    media.set(id, { mime, bytes: new Uint8Array(bytes), ...media.get(id), keptAt: new Date() })
    return id
  },
  async load(id) {
    const file = media.get(id)
    return file && { bytes: file.bytes, mime: file.mime }
  },
  keptBefore: async (before) =>
    [...media].flatMap(([id, { keptAt }]) => (keptAt && keptAt < before ? [id] : [])),
  forget: async (id) => media.delete(id),
})

const memoryFindings = ({ findings }: Shelf): Findings => ({
  find: async (ids) =>
    new Map(
      ids.flatMap((id) => {
        const finding = findings.get(id)
        return finding ? [[id, finding] as const] : []
      }),
    ),
  async keep(id, finding) {
    if (!findings.has(id)) findings.set(id, finding)
  },
  async forget(id) {
    findings.delete(id)
  },
})
