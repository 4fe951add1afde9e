import type { PersonId } from '../../domain/ids.ts'
import { type Petition, petitioners } from '../../domain/petition/petition.ts'
import { sayAll } from '../../texts/say.ts'
import type { Against } from './scenario.ts'
import type { Stage } from './stage.ts'

/** A message that told what it must not. */
export interface Exposure {
  /** Who read it: an account, or a group. */
  readonly reader: string
  readonly what: 'phone' | 'identity' | 'door' | 'person' | 'quarrel' | 'complainant' | 'errand'
  readonly piece: string
}

/** How long a piece of somebody's own words must be to be known again as theirs. */
const pieceLength = 4

const phone = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/
const identity = /(?<!\d)\d{17}[\dXx](?![\dXx])/
/** A door, not a building or a stair: `301室`, `5-2-301`, `2单元301`. */
const door =
  /\d{1,3}[-—]\d{1,2}[-—]\d{3,4}(?!\d)|(?:单元|门|幢|栋|号楼)\s*\d{3,4}(?!\d)|(?<!\d)\d{3,4}\s*[室户]/

/** Some call themselves by their building alone: that names nobody. */
const building = /^[A-Z]?\d+(?:栋|幢|号楼|座|号|组)?$/

/**
 * Searches everything that was said on the stage. To groups: phones, identity numbers, doors, names of residents, and of
 * petitions that are confidential or quarrels anything at all of their words, nor of errands. To those complained about: who
 * complained, and the words in which they did.
 */
export async function exposures(
  { parcels, desk, street, world }: Stage,
  against: readonly (Omit<Against, 'petition'> & { readonly petition: Petition })[] = [],
): Promise<Exposure[]> {
  const petitions = await desk.petitions.list({ limit: 10_000 })
  const secret = petitions.filter(({ confidential, kind }) => confidential || kind === 'dispute')
  const pieces = new Set(
    secret.flatMap(({ words }) => words.flatMap((said) => piecesOf(said, street))),
  )
  const errands = await desk.errands.since(new Date(0))
  const ofErrands = new Set(errands.flatMap(({ words }) => piecesOf(words, street)))
  const inOffice = new Set(street.book.staff.map(({ name }) => name))
  const names = [
    ...new Set(street.residents.map(({ account }) => world.nameOf(account))),
    ...new Set(street.members.map(({ alias }) => alias)),
  ].filter((name) => [...name].length >= 2 && !inOffice.has(name) && !building.test(name))
  const found: Exposure[] = []
  for (const { parcel, at } of parcels) {
    const { text } = sayAll(parcel.notices)
    if (parcel.to.kind === 'room') {
      const reader = parcel.to.room
      const add = (what: Exposure['what'], piece: string | undefined) =>
        piece !== undefined && found.push({ reader, what, piece })
      add('phone', phone.exec(text)?.[0])
      add('identity', identity.exec(text)?.[0])
      add('door', door.exec(text)?.[0])
      add(
        'person',
        names.find((name) => text.includes(name)),
      )
      add(
        'quarrel',
        piecesOf(text, street).find((piece) => pieces.has(piece)),
      )
      add(
        'errand',
        piecesOf(text, street).find((piece) => ofErrands.has(piece)),
      )
      continue
    }
    const { account } = parcel.to
    for (const { petition, party, knowsFrom } of against) {
      if (party !== account || (knowsFrom !== undefined && at >= momentOf(knowsFrom))) continue
      const theirs = await tracesOf(petition, { desk, street })
      const piece = theirs.find((trace) => text.includes(trace))
      if (piece !== undefined) found.push({ reader: account, what: 'complainant', piece })
    }
  }
  return found
}

/** By what a reader would know who complained: names, aliases, doors, and their own words. */
async function tracesOf(
  petition: Petition,
  { desk, street }: Pick<Stage, 'desk' | 'street'>,
): Promise<string[]> {
  const ids: PersonId[] = petitioners(petition).map(({ person }) => person)
  const known = await desk.people.find(ids)
  const aliases = known.flatMap(({ rooms }) => rooms.map(({ alias }) => alias))
  const doors = aliases.flatMap((alias) => /\d+-\d+-\d{3,4}/.exec(alias)?.[0] ?? [])
  const staff = new Set(street.book.staff.map(({ id }) => id))
  const names = known.flatMap(({ id, name }) => (staff.has(id) ? [] : [name]))
  return [
    ...names,
    ...aliases,
    ...doors,
    ...petition.words.flatMap((said) => piecesOf(said, street)),
  ].filter((trace) => [...trace].length >= 2)
}

/** Pieces of what somebody says, but of what everybody says: names of places and offices, and numbers. */
function piecesOf(text: string, { book }: Stage['street']): string[] {
  const named = [...book.places, ...book.units, ...book.departments, ...book.rooms.map(topicOf)]
  const names = named.flatMap(({ name, aliases }) => [name, ...aliases]).filter(Boolean)
  const own = names.reduce((rest, name) => rest.replaceAll(name, ' '), text)
  return own.split(/[\s\p{P}\p{S}\p{N}]+/u).flatMap((run) => {
    const letters = [...run]
    return letters
      .slice(0, Math.max(0, letters.length - pieceLength + 1))
      .map((_, i) => letters.slice(i, i + pieceLength).join(''))
  })
}

const topicOf = ({ topic }: { readonly topic: string }) => ({ name: topic, aliases: [] })

const momentOf = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`)
