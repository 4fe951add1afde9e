import type { Errand, ErrandDraft } from '../errands/errand.ts'
import { headAt, headOf, headships } from '../heads/head.ts'
import type { HouseholdHead } from '../heads/household-head.ts'
import { nameAndConsent, outwardly } from '../heads/relay.ts'
import type { PersonId, UnitCode } from '../ids.ts'
import { filedUnder } from '../intake/filed-under.ts'
import { gridOf } from '../intake/gazetteer.ts'
import type { Place } from '../intake/place.ts'
import {
  readErrand,
  readHeadsErrand,
  readPassedOn,
  type SaidErrand,
} from '../intake/read-errand.ts'
import type { Understanding } from '../intake/understanding.ts'
import { atWork } from '../people/at-work.ts'
import { looksAfter } from '../people/in-charge.ts'
import type { Staff } from '../people/roles.ts'
import type { Destination } from '../petition/petition.ts'
import { standIn } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { opened, refused } from './errand-move.ts'
import { hasDoor, placeOfErrand, placeSaid } from './errand-place.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

const shortest = 2
/** Whoever handles what is said in the street may pass a part of it on. */
const passesOn: readonly Staff['role'][] = [
  'grid_worker',
  'community_dispatcher',
  'community_manager',
]

/**
 * Something that a household head shall do: asked for by a neighbour, in the group or in private; written down by the head;
 * or passed on by somebody in office. Null where nothing of the kind is said.
 */
export function errandAsked(s: Situation, u: Understanding): readonly Move[] | null {
  const { staff } = s.speaker
  const heads = headships(s.speaker.id, s.at, u.book)
  if (heads.length > 0 && !s.room) {
    const own = readHeadsErrand(s.words)
    if (own) return [asked(headsOwn(own, heads, s, u), own, s)]
  }
  if (staff && passesOn.includes(staff.role)) {
    if (s.room && !s.message.mentionsUs) return null
    const passed = readPassedOn(s.words)
    return passed ? passedOn(passed, staff, s, u) : null
  }
  const said = readErrand(s.words)
  // what is filed as a petition stays one: whoever files it asks for its number again
  if (!said || s.isBrought || filedUnder(s.message.text, u.book.categories)) return null
  const place = placeOfErrand(said, s, u)
  if (!hasDoor(place)) return [refused('noPlace')]
  return [asked(draftAt(place, said, s, u), said, s)]
}

/** What needs money or a password goes to no head: the grid worker is offered instead. */
const asked = (draft: ErrandDraft, { needsMoney, words }: SaidErrand, s: Situation): Move =>
  needsMoney
    ? {
        kind: 'say',
        notice: { kind: 'errandMoney', words },
        question: { kind: 'errand', draft: { ...draft, head: null }, askedAt: s.at },
        outcome: 'errandMoney',
      }
    : opened(draft)

function draftAt(place: Place, said: SaidErrand, s: Situation, u: Understanding): ErrandDraft {
  const grid = gridOf(place, u.gazetteer)
  return {
    ...{ asker: s.speaker.id, neighbour: said.neighbour, consent: 'notNeeded' },
    ...{ words: said.words, place, petition: null },
    desk: deskOf(grid, s.room?.unit ?? null, u.book),
    head: actingHead(headAt(place, s.at, u.book), s.speaker.id, u.book),
  }
}

/** What a head does for a neighbour: theirs at once, and the name only as far as the neighbour agrees. */
function headsOwn(
  said: SaidErrand,
  heads: readonly HouseholdHead[],
  s: Situation,
  u: Understanding,
): ErrandDraft {
  const meant = placeSaid(said.words, s, u)
  const own = heads.find(({ place }) => place === meant.name) ?? heads[0]
  const place = meant.name === null && own ? { ...meant, name: own.place } : meant
  const unit = u.book.units.find(({ code }) => code === own?.unit)
  const grid =
    gridOf(place, u.gazetteer) ??
    (unit?.kind === 'household_group' ? unit.parent : (unit?.code ?? null))
  const { id } = s.speaker
  return {
    ...{ asker: id, head: id, neighbour: said.neighbour, words: said.words, place },
    consent: said.neighbour === null ? 'notNeeded' : nameAndConsent(said.neighbour, s.words),
    ...{ petition: null, desk: deskOf(grid, own?.unit ?? null, u.book) },
  }
}

/** From somebody in office, of a petition in their hands or without one. */
function passedOn(said: SaidErrand, by: Staff, s: Situation, u: Understanding): readonly Move[] {
  const { speaker } = s
  const numbered = s.numbered && outwardly(s.numbered)
  if (numbered && !looksAfter(by, numbered, u.book)) return [refused('notYours')]
  if (numbered && (numbered.confidential || numbered.kind === 'dispute'))
    return [refused('confidential')]
  const words = said.words || (numbered?.summary ?? '')
  if ([...words].length < shortest) return [refused('empty')]
  const place = numbered ? numbered.place : placeSaid(words, s, u)
  const grid = numbered?.grid ?? gridOf(place, u.gazetteer)
  const head = numbered ? headOf(numbered, s.at, u.book) : headAt(place, s.at, u.book)
  if (!head) return [refused('noHead')]
  const draft: ErrandDraft = {
    ...{ asker: speaker.id, neighbour: said.neighbour, consent: 'notNeeded', words, place },
    petition: numbered?.number ?? null,
    desk: deskOf(grid, by.unit, u.book),
    head: actingHead(head, speaker.id, u.book),
  }
  return [asked(draft, said, s)]
}

const deskOf = (grid: UnitCode | null, unit: UnitCode | null, book: Rulebook): Destination =>
  grid ? { kind: 'grid', code: grid } : standIn({ grid: null, unit }, book)

/** The head, or who stands in; null where they are away, or ask for it themselves. */
function actingHead(head: HouseholdHead | null, asker: PersonId, book: Rulebook): Errand['head'] {
  const staff = book.staff.find(({ id }) => id === head?.person)
  const [acting] = staff ? atWork([staff], book) : []
  return acting && acting.id !== asker ? acting.id : null
}
