import type { LetterId } from '../domain/ids.ts'
import type { Notice } from '../domain/notices/notice.ts'
import type { Parcel, Reach } from './ports/channels.ts'
import type { Letter } from './ports.ts'

/** What is said in one message together with others of its kind: one message a round and person. */
const bundled: ReadonlySet<Notice['kind']> = new Set([
  'reminded',
  'escalated',
  'mediationDue',
  'mediationLate',
])

/** Letters that are said together, on their way. */
export const parcelOf = ([first, ...others]: Bundle, to: Reach): Parcel => ({
  id: first.id,
  to,
  notices: [first, ...others].map(({ notice }) => notice),
})

/** Letters that are said together. */
export type Bundle<One extends Letter = Letter> = readonly [One, ...One[]]

/** Letters of each reader, in order. */
export function byReader(letters: readonly Letter[]): Letter[][] {
  return grouped(letters, ({ to }) =>
    to.kind === 'person' ? `person/${to.person}` : `room/${to.room}`,
  )
}

/**
 * Neighbouring letters of one reader that are said together. What once set out goes again with the letters of that parcel
 * only: under its key a platform would take new ones for said.
 */
export function bundles(letters: readonly Letter[]): Bundle[] {
  const made: [Letter, ...Letter[]][] = []
  for (const letter of inParcels(letters)) {
    const last = made.at(-1)
    const parcel = letter.doubt?.parcel
    const areKin =
      last && bundled.has(last[0].notice.kind) && bundled.has(letter.notice.kind) && !parcel
    const joins = last && last[0].doubt?.parcel === parcel && (areKin || parcel !== undefined)
    if (joins) last.push(letter)
    else made.push([letter])
  }
  return made
}

/** Letters of one parcel stand together as they were said: the one that names it first, the others as written (`roundsOf`). */
export const inParcels = <One extends Letter>(letters: readonly One[]): One[] =>
  grouped(letters, ({ id, doubt }) => doubt?.parcel ?? id).flatMap((group) =>
    [...group].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1)),
  )

const rank = ({ id, doubt }: Letter) => (id === doubt?.parcel ? 0 : 1)

export const idsOf = (letters: readonly Pick<Letter, 'id'>[]): LetterId[] =>
  letters.map(({ id }) => id)

/** In groups of equal keys, in the order of their first. */
export function grouped<One>(all: readonly One[], keyOf: (one: One) => string): [One, ...One[]][] {
  const groups = new Map<string, [One, ...One[]]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups.values()]
}
