import type { CategoryCode, UnitCode } from '../ids.ts'
import { daysBetween } from './days.ts'
import type { Matter } from './matter.ts'
import type { Place } from './place.ts'
import { sameTrade } from './same-trade.ts'
import { normalise } from './text.ts'
import { aboutnessOf, alike } from './topics-of.ts'

/** An open petition as far as it may be the same matter as a new one. */
export interface OpenMatter {
  readonly id: string
  readonly category: CategoryCode
  readonly place: Place
  readonly grid: UnitCode | null
  /** Its summary and words: what it is about. */
  readonly words: readonly string[]
  readonly registeredAt: Date
}

const withinDays = 30
/** Below this two matters stay apart: a wrong merge hides a petition, a miss only counts one twice. */
const sureEnough = 0.62
/** How sure we are when a second reader says so and neither place nor trade speaks against it. */
const secondReader = 0.9

/**
 * The open petition that a matter repeats, if any: same place, same category, same issue, within 30 days.
 * An emergency never repeats another: every call for help is answered by itself.
 */
export function sameMatter(
  matter: Matter,
  open: readonly OpenMatter[],
  at: Date,
): { id: string; confidence: number; because: string } | null {
  if (matter.urgency.value === 'emergency') return null
  if (matter.place.value.name === null && matter.grid.value === null) return null
  let best: { id: string; confidence: number; because: string } | null = null
  for (const other of open) {
    const likely =
      matter.repeats === other.id ? saidAgain(matter, other, at) : likelySame(matter, other, at)
    if (likely && likely.confidence >= sureEnough && likely.confidence > (best?.confidence ?? 0)) {
      best = { id: other.id, ...likely }
    }
  }
  return best
}

function likelySame(matter: Matter, other: OpenMatter, at: Date) {
  const days = daysBetween(other.registeredAt, at)
  if (days < 0 || days > withinDays) return null
  const near = nearness(matter.place.value, other.place)
  if (!near) return null
  const category = sameTrade(matter.category.value, other.category)
  if (category === 0) return null
  const issue = issueLikeness(matter.summary, other.words)
  if (issue < 0.12) return null
  const confidence = Math.min(
    0.99,
    near.weight * 0.45 + category * 0.35 + Math.min(1, issue * 2) * 0.25,
  )
  return { confidence, because: `${near.because}，${category === 1 ? '同类' : '近类'}，事由相近` }
}

function saidAgain(matter: Matter, other: OpenMatter, at: Date) {
  const days = daysBetween(other.registeredAt, at)
  const near = nearness(matter.place.value, other.place)
  const category = sameTrade(matter.category.value, other.category)
  if (days < 0 || days > withinDays || !near || category === 0) return null
  return { confidence: secondReader, because: `${near.because}，大模型认为是同一件` }
}

/** How near two places are; null when they are apart, or when one is too wide to tell. */
function nearness(a: Place, b: Place): { weight: number; because: string } | null {
  if (a.name === null || a.name !== b.name) return null
  for (const level of ['building', 'unit', 'number', 'group', 'floor', 'room'] as const) {
    if (a[level] !== null && b[level] !== null && a[level] !== b[level]) return null
  }
  const shared = (['building', 'unit', 'number', 'group', 'room'] as const).filter(
    (level) => a[level] !== null && a[level] === b[level],
  )
  if (shared.length > 0)
    return { weight: Math.min(1, 0.85 + 0.1 * shared.length), because: '同一处' }
  const wide = a.building ?? b.building ?? a.number ?? b.number ?? a.group ?? b.group
  return wide === null
    ? { weight: 0.8, because: `同在${a.name}` }
    : { weight: 0.6, because: `同在${a.name}，一处没说到楼` }
}

/** How much the words are about the same thing (0..1): things of the lexicon and pairs of characters. */
function issueLikeness(summary: string, words: readonly string[]): number {
  const a = normalise(summary)
  const b = normalise(words.join(' ').slice(0, 600))
  const topic = alike(aboutnessOf(a).codes, aboutnessOf(b).codes)
  return 0.5 * topic + 0.5 * sharedPairs(a, b)
}

/** Share of the shorter text's character pairs that the other has too; doors and names of places say nothing. */
function sharedPairs(a: string, b: string): number {
  const one = pairs(a)
  const two = pairs(b)
  const shorter = Math.min(one.size, two.size)
  return shorter === 0 ? 0 : [...one].filter((pair) => two.has(pair)).length / shorter
}

const pairs = (text: string): Set<string> => {
  const clean = text.replace(/[\d\s,.!?。，A-Za-z栋幢座号楼单元组]/g, '')
  const found = new Set<string>()
  for (let i = 0; i + 1 < clean.length; i++) found.add(clean.slice(i, i + 2))
  return found
}
