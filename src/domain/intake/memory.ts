import type { CategoryCode, PersonId } from '../ids.ts'
import type { StaffRole } from '../people/roles.ts'
import type { Correction } from '../petition/correction.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { emergencyIn } from './emergency.ts'
import { sourceOf } from './features.ts'
import { isNearlyAll, type Neighbours, nearest, neighboursOf } from './neighbours.ts'
import { sayingOf } from './saying.ts'
import { normalise } from './text.ts'
import { aboutnessOf } from './topics-of.ts'
import type { Verdict } from './verdict.ts'

/** What staff said of words: that they are no matter, or of which category they are. */
type Learnt =
  | { readonly kind: 'idle' }
  | { readonly kind: 'category'; readonly code: CategoryCode; readonly name: string }

/** What staff corrected, at hand for the next message that says nearly the same. */
export interface Memory {
  readonly sayings: ReadonlyMap<string, Learnt>
  /** The same sayings, in this order, by the pieces that they are made of. */
  readonly keys: readonly string[]
  readonly neighbours: Neighbours
  /** Categories of danger: what sounds like one of them is never left silent. */
  readonly grave: ReadonlySet<CategoryCode>
}

/** Those above whoever handles a petition: what one of them says is no matter is not said to be rid of a task. */
const above: ReadonlySet<StaffRole> = new Set([
  'community_dispatcher',
  'community_manager',
  'street_dispatcher',
  'street_supervisor',
  'street_leader',
])
/** So long words that were no matter are left silent. */
const idleForMs = 90 * 24 * 3_600_000

/**
 * Builds the memory that holds at `now` from all corrections, oldest first; of the same words the latest holds. That
 * words are no matter is learnt for 90 days from one above the handlers or from two people, never of danger and never
 * of a thing with its fault; that they were a matter after all only takes this back. Places and handlers are no part
 * of it: near-identical words of another door are about another place.
 */
export function memoryOf(
  corrections: readonly Correction[],
  { categories, staff }: Pick<Rulebook, 'categories' | 'staff'>,
  now: Date,
): Memory {
  const trusted = new Set(staff.filter(({ role }) => above.has(role)).map(({ id }) => id))
  const sayings = new Map<string, Learnt>()
  const dismissers = new Map<string, Set<PersonId>>()
  for (const { field, new: right, text, by, at } of corrections) {
    const saying = sayingOf(sourceOf(text).code)
    if (saying === '') continue
    if (field === 'category') {
      const category = categories.find(({ code }) => code === right)
      if (category)
        sayings.set(saying, { kind: 'category', code: category.code, name: category.level2 })
    } else if (field === 'petition') {
      if (right === 'yes') {
        dismissers.delete(saying)
        if (sayings.get(saying)?.kind === 'idle') sayings.delete(saying)
      } else if (now.getTime() - at.getTime() < idleForMs && mayBeIdle(text)) {
        const people = (dismissers.get(saying) ?? new Set()).add(by)
        dismissers.set(saying, people)
        if (trusted.has(by) || people.size > 1) sayings.set(saying, { kind: 'idle' })
      }
    }
  }
  const keys = [...sayings.keys()]
  const grave = categories.filter(({ policy }) => policy === 'emergency').map(({ code }) => code)
  return { sayings, keys, neighbours: neighboursOf(keys), grave: new Set(grave) }
}

/** A danger, or a thing with its fault, is read afresh whoever dismissed it once. */
const mayBeIdle = (text: string): boolean =>
  !emergencyIn(text) && !aboutnessOf(normalise(text)).complete

/** From this likelihood of a dangerous category on, words are never left silent by memory. */
const graveFrom = 0.2

/** The verdict on a text, put right where staff put right nearly the same words; `code` as `sourceOf` makes it. */
export function withMemory(verdict: Verdict, text: string, code: string, memory: Memory): Verdict {
  const learnt = recall(code, memory)
  if (!learnt) return verdict
  if (learnt.kind === 'category')
    return {
      ...verdict,
      petition: Math.max(verdict.petition, surely),
      categories: [{ code: learnt.code, p: 1 }],
      because: `更正记忆：几乎一样的话由工作人员更正为“${learnt.name}”`,
      recalled: 'category',
    }
  const isGrave = verdict.categories.some((c) => c.p >= graveFrom && memory.grave.has(c.code))
  if (isGrave || !mayBeIdle(text)) return verdict
  return {
    ...verdict,
    petition: 0,
    categories: [],
    because: '更正记忆：几乎一样的话由工作人员认定不是诉求',
    recalled: 'idle',
  }
}

const surely = 0.95

function recall(code: string, { sayings, keys, neighbours }: Memory): Learnt | undefined {
  if (keys.length === 0) return undefined
  const saying = sayingOf(code)
  const exact = sayings.get(saying)
  if (exact || !isNearlyAll(saying)) return exact
  const found = nearest(saying, neighbours)
  return found < 0 ? undefined : sayings.get(keys[found] ?? '')
}
