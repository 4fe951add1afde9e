import { type CategoryCode, categoryCode } from '../ids.ts'
import type { Category } from '../street/rulebook.ts'
import { classify } from './classify.ts'
import { confidentialIn } from './confidential.ts'
import type { Draft } from './draft.ts'
import { emergencyIn } from './emergency.ts'
import { gridOf } from './gazetteer.ts'
import { kindOf } from './kind-of.ts'
import type { Danger, Field, Matter } from './matter.ts'
import type { Stretch } from './message.ts'
import type { Place } from './place.ts'
import { doorsIn } from './place-grammar.ts'
import { type PlaceContext, placeIn } from './place-in.ts'
import { onBehalfIn } from './relay.ts'
import { sinceIn } from './since.ts'
import { summaryOf } from './summary.ts'
import type { Understanding } from './understanding.ts'
import { urgencyOf } from './urgency-of.ts'
import { vulnerableIn } from './vulnerable.ts'

/** Which categories a danger can be of; the first stands in where the words say none of them. */
const categoriesOf: Readonly<Record<Danger, readonly string[]>> = {
  gas: ['0803'],
  fire: ['0804'],
  lift: ['0805'],
  fight: ['0808', '0902', '0901'],
  suicide: ['0812'],
  child: ['0812', '0102'],
  medical: ['0812', '0809'],
  electric: ['0202', '0812'],
  water: ['0812', '0104'],
}

/** Turns what was gathered about a matter into fields, each with its reason. */
export function matterOf(draft: Draft, stretch: Stretch, u: Understanding): Matter {
  const own = draft.said.map(({ text }) => text).join('\n')
  const everything = [own, ...draft.added.map(({ text }) => text)].join('\n')
  const danger = draft.danger ?? emergencyIn(draft.said.map(({ raw }) => raw).join('\n'))
  const category = categoryFor(draft, own, danger?.danger ?? null, u)
  const known = u.book.categories.find(({ code }) => code === category.value)
  const kind = kindOf(own, known)
  const place = placeOf(draft, stretch, u)
  const vulnerable =
    kind.value === 'consult' || kind.value === 'praise'
      ? { value: false, confidence: 0.8, because: '咨询、表扬不论' }
      : vulnerableIn(everything, danger !== null)
  const grid = gridOf(place.value, u.gazetteer)
  return {
    messages: draft.messages,
    reporter: draft.reporter,
    supporters: draft.supporters,
    summary: summaryOf(draft.said, place.value, namesIn(stretch)),
    category,
    kind,
    place,
    grid: { value: grid, confidence: grid ? place.confidence : 0.5, because: place.because },
    urgency: urgencyOf(own, known, danger, vulnerable.value),
    danger: danger?.danger ?? null,
    onBehalfOf: danger ? nobody : onBehalfIn(own),
    vulnerable,
    since: sinceOf(draft, kind.value),
    confidential: confidentialIn(wholeTalkOf(draft, stretch), known),
    settled: settledOf(draft),
  }
}

const nobody: Field<string | null> = { value: null, confidence: 0.7, because: '目击紧急情况' }

/** The category of all the reporter's words together, leaning on the statement itself. */
function categoryFor(
  draft: Draft,
  own: string,
  danger: Danger | null,
  u: Understanding,
): Field<CategoryCode> {
  const scores = new Map<string, { p: number; because: string }>()
  const vote = (text: string, weight: number) => {
    const verdict = classify(text, u.model)
    for (const { code, p: likely } of verdict.categories) {
      const calm =
        danger === null && u.book.categories.find((c) => c.code === code)?.policy === 'emergency'
      const p = calm ? likely / 3 : likely
      const known = scores.get(code)
      scores.set(code, {
        p: (known?.p ?? 0) + weight * p,
        because: known?.because ?? verdict.because,
      })
    }
  }
  vote(own, 0.5)
  const statement = draft.said.reduce(
    (a, b) => (b.strength > a.strength + 0.15 ? b : a),
    draft.said[0] ?? nothing,
  )
  vote(statement.text, 0.5)
  const allowed = danger ? dangerCodes(danger, own) : null
  const ranked = [...scores]
    .filter(([code]) => isKnown(code, u.book.categories))
    .sort(([, a], [, b]) => b.p - a.p)
  const [best] = allowed
    ? ranked.filter(([code, { p }]) => allowed.includes(code) && p > 0.6)
    : ranked
  if (best)
    return {
      value: categoryCode(best[0]),
      confidence: Math.min(1, best[1].p),
      because: best[1].because,
    }
  const fallback = allowed?.find((code) => isKnown(code, u.book.categories)) ?? '1901'
  return {
    value: categoryCode(fallback),
    confidence: allowed ? 0.8 : 0.2,
    because: allowed ? '险情' : '看不出类别',
  }
}

/** An open well is a matter of the well, although a child is in danger. */
const dangerCodes = (danger: Danger, text: string): readonly string[] =>
  danger === 'child' && /井|坑|盖/.test(text) ? ['0102', '0812'] : categoriesOf[danger]

const nothing = { text: '', strength: 0 }

const isKnown = (code: string, categories: readonly Category[]) =>
  categories.some((c) => c.code === code)

/** The reporter's words say where; a supporter may add a room or stair that nobody has said yet. */
function placeOf(draft: Draft, stretch: Stretch, u: Understanding): Field<Place> {
  const alias = draft.said[0]?.message.alias ?? ''
  const context: PlaceContext = {
    rooms: stretch.room === null ? stretch.speakerRooms : [{ room: stretch.room, alias }],
  }
  const place = placeIn(draft.said.map(({ text }) => text).join('\n'), context, u.gazetteer)
  if (place.value.building === null || place.value.room !== null) return place
  for (const { text } of draft.added) {
    const [door] = /我|俺|咱|家/.test(text) ? [] : doorsIn(text)
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
  const days = [...draft.said, ...draft.added]
    .map(({ text, message }) => sinceIn(text, message.at))
    .filter(({ value }) => value !== null)
  const [first, ...others] = days
  if (!first) return { value: null, confidence: 0.7, because: '没说' }
  return others.reduce((a, b) => (b.confidence > a.confidence ? b : a), first)
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
