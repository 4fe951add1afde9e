import { pairsOf } from '../intake/pairs-of.ts'
import { placeIn } from '../intake/place-in.ts'
import { aboutnessOf } from '../intake/topics-of.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { InHand } from '../petition/petition.ts'

/**
 * The task that words point at without its number: `5栋那个灯换了` by place, `下水道通了` by what it is about. Place goes
 * before topic, topic before words of the reporter. Null when none or more than one fits: then we ask.
 */
export function taskMeant(
  words: string,
  tasks: readonly InHand[],
  u: Understanding,
): InHand | null {
  const there = withinPlace(words, tasks, u)
  if (there.length === 1) return there[0] ?? null
  const known = best(there, topicOf(words)) ?? best(there, shared(words, pairsOf, u))
  // with a place a single character is enough: `5栋那个灯`
  return known ?? (there.length < tasks.length ? best(there, shared(words, charactersOf, u)) : null)
}

/** The tasks that lie where the words say; all of them when the words name no place, none when it is none of theirs. */
function withinPlace(words: string, tasks: readonly InHand[], u: Understanding) {
  const said = placeIn(words, { rooms: [] }, u.gazetteer).value
  const levels = (['name', 'building', 'unit', 'room', 'number', 'group'] as const).filter(
    (level) => said[level] !== null,
  )
  if (levels.length === 0) return tasks
  return tasks.filter(({ place }) => levels.every((level) => place[level] === said[level]))
}

type Fit = (task: InHand) => number

/** How much the words speak of a task's category, by the things of the lexicon. */
function topicOf(words: string): Fit {
  const { codes, things } = aboutnessOf(words)
  return ({ category }) => (things.size === 0 ? 0 : (codes.get(category) ?? 0))
}

type Pieces = (text: string) => ReadonlySet<string>

/** How many pieces the words share with what the reporter said, or with the name of the category. */
function shared(words: string, piecesOf: Pieces, { book }: Understanding): Fit {
  const said = piecesOf(words)
  return ({ category, words: theirs, summary }) => {
    const name = book.categories.find(({ code }) => code === category)?.level2 ?? ''
    const pieces = piecesOf([name, summary, ...theirs].join(' '))
    return [...said].filter((piece) => pieces.has(piece)).length
  }
}

const charactersOf: Pieces = (text) =>
  new Set(text.replace(/[^\p{Script=Han}]|[栋幢座单元楼层室号门小区那这个的了好已有在上下]/gu, ''))

/** The task that fits alone, or at least twice as well as any other. */
function best(tasks: readonly InHand[], rate: Fit): InHand | null {
  const [first, second] = tasks
    .map((task) => ({ task, fits: rate(task) }))
    .sort((a, b) => b.fits - a.fits)
  if (!first || first.fits === 0) return null
  return first.fits >= 2 * (second?.fits ?? 0) ? first.task : null
}
