import type { PersonId, RoomId } from '../../../src/domain/ids.ts'
import type { Gap } from '../../../src/flows/ports/gaps.ts'
import type { RoomHour, SeenRoom } from '../../../src/flows/ports/rooms.ts'

/** What is kept of groups besides what is said in them. */
export interface RoomShelf {
  readonly gaps: Map<string, Gap>
  readonly signs: Map<string, Date>
  readonly seen: Map<string, SeenRoom>
  readonly newcomers: Map<
    string,
    { readonly room: RoomId; readonly person: PersonId; readonly at: Date; greeted: boolean }
  >
  readonly hours: Map<string, RoomHour>
}
