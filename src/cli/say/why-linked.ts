import type { Heard } from '../../domain/intake/heard.ts'
import { type Link, type Linker, learntLinker, optionsOf } from '../../domain/intake/link.ts'
import type { Before } from '../../domain/intake/link-traits.ts'
import { linkWeights } from '../../domain/intake/link-weights.ts'
import { bothOf, nameOf, type Traits, type WeightsByName } from '../../domain/intake/traits.ts'

/** So many traits are named, the weightiest first. */
const named = 8

/** The linker that reads, which tells of each message where it went and what spoke for and against that. */
export function tellingLinker(tell: (line: string) => void): Linker {
  const linker = learntLinker()
  return {
    ...linker,
    means(heard, before) {
      const isMeant = linker.means(heard, before)
      tell(`  归并 「${heard.text}」 险情之词${isMeant ? '当真' : '不当真'}`)
      return isMeant
    },
    link(heard, before) {
      const link = linker.link(heard, before)
      tell(`  归并 「${heard.text}」 ${whither(link)}   ${why(link, heard, before)}`)
      return link
    },
    settles(heard, draft, before) {
      const ends = linker.settles(heard, draft, before)
      if (ends) tell(`  归并 「${heard.text}」 了结前事`)
      return ends
    },
  }
}

function whither(link: Link): string {
  switch (link.kind) {
    case 'aside':
      return '不归入'
    case 'begins':
      return '新事由'
    case 'joins':
      return `归入前事${link.supports ? '（附和）' : ''}`
  }
}

function why(link: Link, heard: Heard, before: Before): string {
  const { begin, joins } = optionsOf(heard, before)
  const joined = link.kind === 'joins' ? joins.find(({ draft }) => draft === link.draft) : undefined
  if (!joined) return weightiest(begin, linkWeights.begin)
  const head = joined.own ? linkWeights.own : linkWeights.other
  return weightiest(bothOf(begin, joined.traits), head)
}

/** Traits with what each adds, e.g. `strength +1.12 is question -0.40`. */
function weightiest({ numbers, values }: Traits, weights: WeightsByName): string {
  return numbers
    .map((number, i) => {
      const name = nameOf(number)
      return { name, force: (weights[name] ?? 0) * (values[i] ?? 0) }
    })
    .filter(({ force }) => Math.abs(force) >= 0.1)
    .sort((a, b) => Math.abs(b.force) - Math.abs(a.force))
    .slice(0, named)
    .map(({ name, force }) => `${name} ${force > 0 ? '+' : ''}${force.toFixed(2)}`)
    .join('  ')
}
