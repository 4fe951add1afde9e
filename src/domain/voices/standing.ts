import type { PersonId, RoomId } from '../ids.ts'
import type { Gazetteer } from '../intake/gazetteer.ts'
import { homeOf } from '../intake/home-of.ts'
import { nowhere } from '../intake/place.ts'
import { placeText } from '../notices/brief.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { householdOf } from './household.ts'
import { fewest, type Standing } from './told.ts'
import { type Announcement, tallyOf } from './voice.ts'

/** Somebody who is known to be in a group, by the name used there. */
export interface Neighbour {
  readonly person: PersonId
  readonly room: RoomId
  readonly alias: string
}

/** How far an announcement is heard; of one that is over only how many answered. */
export function standingOf(
  voice: Announcement,
  neighbours: readonly Neighbour[],
  book: Rulebook,
  gazetteer: Gazetteer,
): Standing {
  const answered = new Set(voice.answers.map(({ household }) => household))
  const buildings = new Map<string, Set<string>>()
  for (const { person, room, alias } of neighbours) {
    const household = householdOf(person, alias, room, book)
    if (household === person) continue
    const { name, building } = homeOf(alias, room, gazetteer)
    const where = building ? placeText({ ...nowhere, name, building }, book, true) : ''
    buildings.set(where, (buildings.get(where) ?? new Set()).add(household))
  }
  const known = new Set([...buildings.values()].flatMap((all) => [...all]))
  const silent = [...buildings]
    .filter(([where, all]) => where !== '' && all.size >= fewest)
    .filter(([, all]) => [...all].every((household) => !answered.has(household)))
    .map(([where]) => where)
  return {
    households: tallyOf(voice).households,
    known: known.size,
    silent: voice.state === 'open' ? silent.sort(byNumber) : [],
  }
}

const byNumber = (a: string, b: string) => a.localeCompare(b, 'zh', { numeric: true })
