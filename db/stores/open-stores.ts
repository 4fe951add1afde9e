import type { TenantId } from '../../src/domain/ids.ts'
import { absenceStore } from './absences.ts'
import { bindingStore } from './bindings.ts'
import { cardStore } from './cards.ts'
import { connect } from './connect.ts'
import { correctionStore } from './corrections.ts'
import { draftStore } from './drafts.ts'
import { errandStore } from './errands.ts'
import { feedStore } from './feed.ts'
import { findingStore } from './findings.ts'
import { gapStore } from './gaps.ts'
import { hotSpotStore } from './hot-spots.ts'
import { inboxStore } from './inbox.ts'
import { mediaStore } from './media.ts'
import { modelStore } from './models.ts'
import { operationStore } from './operation.ts'
import { outboxStore } from './outbox.ts'
import { peopleStore, roomBinder } from './people.ts'
import { petitionStore } from './petitions.ts'
import { proposalStore } from './proposals.ts'
import { queueStore } from './queue.ts'
import { retentionStore } from './retention.ts'
import { rightsStore } from './rights.ts'
import { roomStore } from './rooms.ts'
import { rulebookSaver, rulebookStore } from './rulebooks.ts'
import { seenKeyStore } from './seen-keys.ts'
import { sessionStore } from './sessions.ts'
import type { Stores } from './stores.ts'
import { tokenStore } from './tokens.ts'
import { voiceStore } from './voices.ts'
import { webhookStore } from './webhooks.ts'

/** Opens a street's stores in a migrated database; pictures and voices go to files in `mediaFolder`. */
export async function openStores({
  url,
  tenant,
  mediaFolder,
  newId,
}: {
  readonly url: string
  readonly tenant: TenantId
  readonly mediaFolder: string
  /** Makes UUIDv7s: messages are read in their order. */
  readonly newId: () => string
}): Promise<Stores> {
  // Connected from here on: letters that a process took are unsure only once it shows no connection any more.
  const { connection, close } = await connect(url, tenant, newId)
  return {
    inbox: inboxStore(connection),
    petitions: petitionStore(connection),
    feed: feedStore(connection),
    outbox: outboxStore(connection),
    people: peopleStore(connection),
    bindings: bindingStore(connection),
    media: mediaStore(mediaFolder),
    findings: findingStore(connection),
    rulebooks: rulebookStore(connection),
    absences: absenceStore(connection),
    hotSpots: hotSpotStore(connection),
    proposals: proposalStore(connection),
    rights: rightsStore(connection),
    retention: retentionStore(connection),
    rooms: roomStore(connection),
    gaps: gapStore(connection),
    corrections: correctionStore(connection),
    models: modelStore(connection),
    sessions: sessionStore(connection),
    voices: voiceStore(connection),
    errands: errandStore(connection),
    tokens: tokenStore(connection),
    webhooks: webhookStore(connection),
    queue: queueStore(connection),
    drafts: draftStore(connection),
    operation: operationStore(connection),
    cards: cardStore(connection),
    seenKeys: seenKeyStore(connection),
    saveRulebook: rulebookSaver(connection),
    bindRoom: roomBinder(connection),
    close,
  }
}
