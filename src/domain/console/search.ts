import type { Rulebook } from '../street/rulebook.ts'

/** What somebody looks for; what is absent narrows nothing. */
export interface Search {
  readonly number?: number
  /** A place of the street, and a building of it. */
  readonly place?: { readonly name: string; readonly building: string | null }
  /** Pairs of neighbouring characters, all of which must occur in the words. */
  readonly pairs?: readonly string[]
}

/**
 * What is meant by what was typed: a number (1027, 1027号), a place by any of its names with or without a building
 * (幸福里5栋), and otherwise words. Only Chinese characters count as words: nobody finds doors or phones that way.
 */
export function searchOf(typed: string, book: Rulebook): Search {
  const text = typed.trim().slice(0, longest)
  const number = /^(?:#|№)?\s*(\d{1,9})\s*号?$/.exec(text)?.[1]
  if (number !== undefined) return { number: Number(number) }
  const named = longestName(text, book)
  const rest = named ? text.replace(named.said, ' ') : text
  const building =
    named && /^\s*([A-Za-z]?\d{1,3})(?:栋|幢|座|号楼|号院|楼)?/.exec(rest.trimStart())
  const words = building ? rest.replace(building[0], ' ') : rest
  const pairs = pairsOf(words)
  return {
    ...(named && { place: { name: named.name, building: building?.[1]?.toUpperCase() ?? null } }),
    ...(pairs.length > 0 && { pairs }),
  }
}

const longest = 60

function longestName(text: string, { places }: Rulebook) {
  const names = places.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((said) => ({ said, name })),
  )
  return names
    .filter(({ said }) => said !== '' && text.includes(said))
    .sort((a, b) => b.said.length - a.said.length)[0]
}

/** 楼道灯 → 楼道, 道灯. A single character says too little to look for. */
export const pairsOf = (text: string): string[] => [
  ...new Set(
    (text.match(/[\u4e00-\u9fff]{2,}/g) ?? []).flatMap((run) =>
      Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2)),
    ),
  ),
]

/** Whether nothing that was typed could be looked for. */
export const isVoid = ({ number, place, pairs }: Search): boolean =>
  number === undefined && place === undefined && pairs === undefined
