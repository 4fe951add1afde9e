import type { UnitCode } from '../ids.ts'
import { communityOf } from '../routing/route.ts'
import { asInVillage, categoryOf } from './category-of.ts'
import { confidentialIn } from './confidential.ts'
import { type Draft, statementOf } from './draft.ts'
import { emergencyIn } from './emergency.ts'
import { gridOf } from './gazetteer.ts'
import { gridOfAll } from './grid-of-all.ts'
import { kindOf } from './kind-of.ts'
import type { Field, Matter } from './matter.ts'
import type { Stretch } from './message.ts'
import type { Place } from './place.ts'
import { type Depth, depthOf } from './place-depth.ts'
import { doorsIn } from './place-grammar.ts'
import { type PlaceContext, placeIn } from './place-in.ts'
import { onBehalfIn } from './relay.ts'
import { firstDayIn } from './since.ts'
import { summaryOf } from './summary.ts'
import type { Understanding } from './understanding.ts'
import { urgencyOf } from './urgency-of.ts'
import { vulnerableIn } from './vulnerable.ts'

/** Turns what was gathered about a matter into fields, each with its reason. */
export function matterOf(draft: Draft, stretch: Stretch, u: Understanding): Matter {
  const own = draft.said.map(({ text }) => text).join('\n')
  const everything = [own, ...draft.added.map(({ text }) => text)].join('\n')
  const together = draft.said.map(({ raw }) => raw).join('\n')
  const danger = draft.danger ?? (isTornApart(draft) ? emergencyIn(together) : null)
  const said = categoryOf(draft, own, everything, danger?.danger ?? null, u)
  const place = placeOf(draft, stretch, depthOf(said.value), u)
  const [only] = draft.said
  const ownDoors = only && draft.said.length === 1 ? only.doors : doorsIn(own)
  const grid =
    gridOf(place.value, u.gazetteer) ?? gridOfAll(ownDoors, place.value.name, u.gazetteer)
  const category = isVillage(grid, u) ? asInVillage(said, u) : said
  const known = u.book.categories.find(({ code }) => code === category.value)
  const kind = kindOf(own, known)
  const vulnerable =
    danger === null && (kind.value === 'consult' || kind.value === 'praise')
      ? { value: false, confidence: 0.8, because: '咨询、表扬不论' }
      : vulnerableIn(everything, danger !== null)
  const onBehalfOf = danger || kind.value === 'praise' ? nobody : onBehalfIn(own)
  return {
    messages: draft.messages,
    reporter: draft.reporter,
    supporters: draft.supporters,
    summary: summaryOf(draft.said, place.value, [...namesIn(stretch), onBehalfOf.value ?? '']),
    category,
    kind,
    place,
    grid: { value: grid, confidence: grid ? place.confidence : 0.5, because: place.because },
    urgency: urgencyOf(everything, known, danger, vulnerable.value),
    danger: danger?.danger ?? null,
    onBehalfOf,
    vulnerable,
    // 噎住了咋弄啊 asks nothing that can wait
    since: sinceOf(draft, danger ? 'report' : kind.value),
    confidential: confidentialIn(wholeTalkOf(draft, stretch), known),
    settled: settledOf(draft),
  }
}

/** Whether danger may only be heard in all the reporter's words together, as in none of them a sign was let be. */
const isTornApart = ({ said }: Draft): boolean =>
  said.length > 1 && said.every(({ raw }) => emergencyIn(raw) === null)

const isVillage = (grid: UnitCode | null, { book }: Understanding): boolean =>
  communityOf(grid, book)?.kind === 'village'

const nobody: Field<string | null> = { value: null, confidence: 0.7, because: '险情、表扬不论' }

/** The reporter's words say where; a supporter may add a room or stair that nobody has said yet. */
function placeOf(draft: Draft, stretch: Stretch, depth: Depth, u: Understanding): Field<Place> {
  const alias = draft.said[0]?.message.alias ?? ''
  const context: PlaceContext = {
    rooms: stretch.room === null ? stretch.speakerRooms : [{ room: stretch.room, alias }],
    own: statementOf(draft).text,
    depth,
  }
  const place = placeIn(draft.said.map(({ text }) => text).join('\n'), context, u.gazetteer)
  if (place.value.building === null || place.value.room !== null) return place
  for (const { text, doors } of draft.added) {
    const [door] = /我|俺|咱|家/.test(text) ? [] : doors
    if (door?.room && (door.building === null || door.building === place.value.building)) {
      return {
        ...place,
        value: { ...place.value, room: door.room, unit: place.value.unit ?? door.unit },
      }
    }
  }
  return place
}

/** No first day for praise, wishes and questions. Supporters may say it when the reporter does not. */
function sinceOf(draft: Draft, kind: Matter['kind']['value']): Matter['since'] {
  if (kind === 'praise' || kind === 'suggestion' || kind === 'consult') {
    return { value: null, confidence: 0.9, because: '不论起始' }
  }
  return firstDayIn(
    [...draft.said, ...draft.added].map(({ text, message }) => ({ text, at: message.at })),
  )
}

function settledOf(draft: Draft): Field<boolean> {
  return draft.settledBy === null
    ? { value: false, confidence: 0.8, because: '没说' }
    : { value: true, confidence: 0.8, because: draft.settledBy.slice(0, 40) }
}

/** All that the reporter says in the talk: how he wants to be treated is no fact of the matter, but holds for it. */
const wholeTalkOf = (draft: Draft, stretch: Stretch): string =>
  stretch.messages
    .filter(({ from, type }) => from === draft.reporter && (type === 'text' || type === 'voice'))
    .map(({ text }) => text)
    .join('\n')

const namesIn = (stretch: Stretch): readonly string[] => [
  ...new Set(stretch.messages.map(({ name }) => name)),
]
