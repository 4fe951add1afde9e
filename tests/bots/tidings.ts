import type { Gap } from '../../src/flows/ports/gaps.ts'
import type { Tidings } from '../../src/flows/ports/tidings.ts'

/** Tidings that show what was told. */
export function openTidings(lastHeardUntil?: Date) {
  const told = {
    rooms: [] as [room: string, topic: string][],
    removed: [] as string[],
    gaps: [] as Gap[],
    signs: [] as Date[],
    read: [] as { account: string; messages: readonly string[]; at: Date }[],
  }
  const tidings: Tidings = {
    room: async (_, room, topic) => void told.rooms.push([room, topic]),
    removed: async (_, room) => void told.removed.push(room),
    gap: async (gap) => void told.gaps.push(gap),
    read: async ({ account }, messages, at) => void told.read.push({ account, messages, at }),
    heardUntil: async (_, at) => void told.signs.push(at),
    lastHeardUntil: async () => told.signs.at(-1) ?? lastHeardUntil,
  }
  return { tidings, told }
}
