import { afterEach } from 'vitest'
import { absencesContract } from '../contracts/absences.ts'
import { amendmentsContract } from '../contracts/amendments.ts'
import { bindingsContract } from '../contracts/bindings.ts'
import { cardsContract } from '../contracts/cards.ts'
import { entriesContract } from '../contracts/entries.ts'
import { errandsContract } from '../contracts/errands.ts'
import { feedContract } from '../contracts/feed.ts'
import { gapsContract } from '../contracts/gaps.ts'
import { hotSpotsContract } from '../contracts/hot-spots.ts'
import { inboxContract } from '../contracts/inbox.ts'
import { learningContract } from '../contracts/learning.ts'
import { listeningContract } from '../contracts/listening.ts'
import { mediaContract } from '../contracts/media.ts'
import { operationContract } from '../contracts/operation.ts'
import { outboxContract } from '../contracts/outbox.ts'
import { peopleContract } from '../contracts/people.ts'
import { petitionsContract } from '../contracts/petitions.ts'
import { pingsContract } from '../contracts/pings.ts'
import { proposalsContract } from '../contracts/proposals.ts'
import { queueContract } from '../contracts/queue.ts'
import { retentionContract } from '../contracts/retention.ts'
import { roomsContract } from '../contracts/rooms.ts'
import { rulebooksContract } from '../contracts/rulebooks.ts'
import { seenKeysContract } from '../contracts/seen-keys.ts'
import { sessionsContract } from '../contracts/sessions.ts'
import { settingOutContract } from '../contracts/setting-out.ts'
import { sightingsContract } from '../contracts/sightings.ts'
import type { Street } from '../contracts/street.ts'
import { timersContract } from '../contracts/timers.ts'
import { tokensContract } from '../contracts/tokens.ts'
import { voicesContract } from '../contracts/voices.ts'
import { webhooksContract } from '../contracts/webhooks.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memory } from '../support/memory.ts'
import { freshDatabase, streetIn } from '../support/postgres.ts'

const url = await freshDatabase()
const streets: ReturnType<typeof streetIn>[] = []
afterEach(async () => {
  await Promise.all(streets.splice(0).map((street) => street.close()))
})

const keepers: Record<string, () => Promise<Street>> = {
  memory: async () => {
    const shelf = emptyShelf()
    return { open: async () => memory({ shelf }) }
  },
  PostgreSQL: async () => {
    const street = streetIn(url)
    streets.push(street)
    return street
  },
}

for (const [name, fresh] of Object.entries(keepers)) {
  inboxContract(name, fresh)
  petitionsContract(name, fresh)
  entriesContract(name, fresh)
  feedContract(name, fresh)
  timersContract(name, fresh)
  outboxContract(name, fresh)
  settingOutContract(name, fresh)
  sightingsContract(name, fresh)
  pingsContract(name, fresh)
  peopleContract(name, fresh)
  bindingsContract(name, fresh)
  mediaContract(name, fresh)
  rulebooksContract(name, fresh)
  amendmentsContract(name, fresh)
  learningContract(name, fresh)
  hotSpotsContract(name, fresh)
  proposalsContract(name, fresh)
  absencesContract(name, fresh)
  retentionContract(name, fresh)
  roomsContract(name, fresh)
  gapsContract(name, fresh)
  listeningContract(name, fresh)
  cardsContract(name, fresh)
  seenKeysContract(name, fresh)
  sessionsContract(name, fresh)
  voicesContract(name, fresh)
  errandsContract(name, fresh)
  tokensContract(name, fresh)
  webhooksContract(name, fresh)
  queueContract(name, fresh)
  operationContract(name, fresh)
}
