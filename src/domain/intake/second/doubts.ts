import { type Heard, hear } from '../heard.ts'
import type { Matter } from '../matter.ts'
import { matterOf } from '../matter-of.ts'
import type { Stretch } from '../message.ts'
import type { Reading, Understanding } from '../understanding.ts'
import { draftOf } from './draft-of.ts'
import { recalledIn } from './may-hold-matter.ts'
import type { Registered } from './one-for-each.ts'
import type { Opinions } from './opinion.ts'
import { withOpinion } from './with-opinion.ts'

/*
 * Measured on 320 marked stretches by seven hands: below a confidence of 0.6 the category was right in 36 of 70 matters,
 * above in 176 of 201; of matters whose statement is weaker than 0.7 a quarter was none, of stronger ones a tenth; of
 * messages between 0.15 and 0.7 that we counted to no matter two in five belonged to one.
 */
const categoryDoubt = 0.6
const weakStatement = 0.7
const mayBe = { from: 0.15, to: 0.7 }

/** What we doubt about the newest message: asked one by one, with only so much said of the rest. */
export interface Doubt {
  readonly matter: Matter
  /** Whether it is one at all. `null`: we do not doubt it. Else what we think. */
  readonly isMatter: boolean | null
  readonly category: boolean
  readonly place: boolean
}

/** What a second reader answers to a doubt; null where it says nothing that holds. */
export interface Ruling extends Opinions {
  readonly isMatter: boolean | null
}

/**
 * The one thing to ask about the newest message of a stretch, if any. Nothing is asked about a danger, about what is
 * registered already, or about what an office says.
 */
export function doubtIn(
  { matters }: Reading,
  stretch: Stretch,
  registered: readonly Registered[],
  u: Understanding,
): Doubt | null {
  const newest = stretch.messages.at(-1)
  const isPrivate = stretch.room === null
  if (!newest || (newest.type !== 'text' && newest.type !== 'voice')) return null
  if ((newest.isStaff && !isPrivate) || recalledIn(stretch.messages).has(newest.id)) return null
  const matter = matters.find(({ messages }) => messages.includes(newest.id))
  const heard = hear(newest, u.model, isPrivate)
  if (!matter) return newDoubt(heard, matters, stretch, u)
  const isKnown = registered.some((p) => p.messages.some((id) => matter.messages.includes(id)))
  if (isKnown || matter.settled.value || matter.urgency.value === 'emergency') return null
  const isWeak = matter.messages.length === 1 && heard.strength < weakStatement
  return asked(matter, isWeak ? true : null)
}

/** Words that we did not count, though they may be a matter of their own. */
function newDoubt(
  { message, strength }: Heard,
  matters: readonly Matter[],
  stretch: Stretch,
  u: Understanding,
): Doubt | null {
  if (strength < mayBe.from || strength >= mayBe.to) return null
  if (matters.some(({ supporters }) => supporters.includes(message.from))) return null
  const gathered = { messages: [message.id], reporter: null, supporters: [], evidence: null }
  const draft = draftOf(gathered, stretch, u.model)
  return draft && asked(matterOf(draft, stretch, u), false)
}

function asked(matter: Matter, isMatter: boolean | null): Doubt | null {
  const category = matter.category.confidence < categoryDoubt
  const place = matter.place.value.name === null
  return isMatter !== null || category || place ? { matter, isMatter, category, place } : null
}

/** The reading with a doubt settled; a matter of which nothing was said stays as it is. */
export function withRuling(
  local: Reading,
  { matter, isMatter }: Doubt,
  ruling: Ruling,
  stretch: Stretch,
  u: Understanding,
): Reading {
  const others = local.matters.filter((other) => other !== matter)
  const isOne = isMatter === null ? true : (ruling.isMatter ?? isMatter)
  if (!isOne) return { ...local, matters: others }
  const draft = draftOf({ ...matter, evidence: null }, stretch, u.model)
  if (!draft) return local
  return { matters: [...others, withOpinion(matter, ruling, draft, stretch, u)], unsure: false }
}
