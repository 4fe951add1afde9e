import type { LetterId } from '../domain/ids.ts'
import type { Address, Notice } from '../domain/notices/notice.ts'
import type { Parcel, Reach } from './ports/channels.ts'
import type { Desk, Letter } from './ports.ts'

/** What is said in one message together with others of its kind: one message a round and person. */
const bundled: ReadonlySet<Notice['kind']> = new Set(['reminded', 'escalated'])

/** Letters that are said together, with the reader in the platform's terms; null when nobody can be reached. */
export async function parcelOf(bundle: readonly Letter[], desk: Desk): Promise<Parcel | null> {
  const [first] = bundle
  const to = first && (await reach(first.to, desk))
  return first && to ? { id: first.id, to, notices: bundle.map(({ notice }) => notice) } : null
}

async function reach(to: Address, { people }: Desk): Promise<Reach | undefined> {
  if (to.kind === 'person') return people.reach(to.person)
  const known = to.mention && (await people.reach(to.mention))
  const member = known?.kind === 'person' ? known : null
  // a group that is bound to nothing stands for itself, where its member is
  const unbound = member && { channel: member.channel, room: to.room }
  const room = (await people.platformRoom(to.room)) ?? unbound
  if (!room) return undefined
  const mention = member?.channel === room.channel ? member.account : null
  return { kind: 'room', ...room, mention }
}

/** Letters of each reader, in order. */
export function byReader(letters: readonly Letter[]): Letter[][] {
  const readers = new Map<string, Letter[]>()
  for (const letter of letters) {
    const reader =
      letter.to.kind === 'person' ? `person/${letter.to.person}` : `room/${letter.to.room}`
    readers.set(reader, [...(readers.get(reader) ?? []), letter])
  }
  return [...readers.values()]
}

/** Neighbouring letters of one reader that are said together. */
export function bundles(letters: readonly Letter[]): Letter[][] {
  const made: Letter[][] = []
  for (const letter of letters) {
    const last = made.at(-1)
    const joins = last?.[0] && bundled.has(last[0].notice.kind) && bundled.has(letter.notice.kind)
    if (last && joins) last.push(letter)
    else made.push([letter])
  }
  return made
}

export const idsOf = (letters: readonly Letter[]): LetterId[] => letters.map(({ id }) => id)

/** All that are said together, of all readers. */
export const together = (letters: readonly Letter[]): Letter[][] =>
  byReader(letters).flatMap(bundles)
