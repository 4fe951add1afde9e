import type { MatterKind } from '../../street/rulebook.ts'
import { confidentialIn } from '../confidential.ts'
import { dayNumber } from '../days.ts'
import type { Draft } from '../draft.ts'
import { gridOf } from '../gazetteer.ts'
import { gridOfAll } from '../grid-of-all.ts'
import { kindOf } from '../kind-of.ts'
import type { Field, Matter, Urgency } from '../matter.ts'
import type { Stretch } from '../message.ts'
import { doorsIn } from '../place-grammar.ts'
import { summaryOf } from '../summary.ts'
import type { Understanding } from '../understanding.ts'
import { urgencyOf } from '../urgency-of.ts'
import { checkedPlace } from './checked-place.ts'
import { because, type Opinion, type Opinions, opinionConfidence, type Quoted } from './opinion.ts'

const rank: Readonly<Record<Urgency, number>> = { normal: 0, urgent: 1, emergency: 2 }
/** A first day longer ago than this is a slip. */
const longestAgoDays = 3_660

const hasNoBeginning: ReadonlySet<MatterKind> = new Set(['praise', 'suggestion', 'consult'])

type All = Opinions & Partial<Opinion>

/**
 * A matter of ours with what a second reader says of its fields, as far as each holds. A danger that we see stays; the
 * other may see one that we do not. Who handles it follows from category and place, never from anybody's words.
 */
export function withOpinion(
  matter: Matter,
  opinion: All,
  draft: Draft,
  stretch: Stretch,
  u: Understanding,
): Matter {
  const own = draft.said.map(({ text }) => text).join('\n')
  const category = fieldOf(opinion.category) ?? matter.category
  const known = u.book.categories.find(({ code }) => code === category.value)
  const place = opinion.place
    ? checkedPlace(opinion.place, matter.place, draft, stretch, u.gazetteer)
    : matter.place
  const grid =
    gridOf(place.value, u.gazetteer) ??
    gridOfAll(doorsIn(own), place.value.name, u.gazetteer) ??
    null
  const kind = kindOf(own, known)
  const vulnerable = fieldOf(opinion.vulnerable) ?? matter.vulnerable
  const isDanger = matter.urgency.value === 'emergency'
  const onBehalfOf = (isDanger ? null : fieldOf(opinion.onBehalfOf)) ?? matter.onBehalfOf
  const calm = isDanger ? matter.urgency : urgencyOf(own, known, null, vulnerable.value)
  const raised =
    opinion.urgency && rank[opinion.urgency.value] > rank[calm.value]
      ? fieldOf(opinion.urgency)
      : null
  const names = [...new Set(stretch.messages.map(({ name }) => name)), onBehalfOf.value ?? '']
  return {
    ...matter,
    category,
    kind,
    place,
    grid: { value: grid, confidence: grid ? place.confidence : 0.5, because: place.because },
    vulnerable,
    onBehalfOf,
    urgency: raised ?? calm,
    danger: raised?.value === 'emergency' ? (opinion.danger ?? null) : matter.danger,
    since: hasNoBeginning.has(kind.value) ? matter.since : sinceOf(opinion.since, matter, stretch),
    confidential: matter.confidential.value ? matter.confidential : confidentialIn(own, known),
    summary: summaryOf(draft.said, place.value, names),
    ...(opinion.repeats && { repeats: opinion.repeats }),
  }
}

const fieldOf = <Value>(quoted: Quoted<Value> | null | undefined): Field<Value> | null =>
  quoted
    ? {
        value: quoted.value,
        confidence: opinionConfidence,
        because: because(quoted.evidence),
      }
    : null

/** A first day is one that has come, and not ages ago. */
function sinceOf(
  said: Opinion['since'] | undefined,
  matter: Matter,
  { messages }: Stretch,
): Matter['since'] {
  if (!said) return matter.since
  if (said.value === null) return fieldOf(said) ?? matter.since
  const last = messages.findLast(({ id }) => matter.messages.includes(id))
  const day = dayNumber(new Date(`${said.value}T00:00:00+08:00`))
  const ago = last ? dayNumber(last.at) - day : Number.NaN
  return ago >= 0 && ago <= longestAgoDays ? (fieldOf(said) ?? matter.since) : matter.since
}
