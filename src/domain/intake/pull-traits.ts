import type { Heard } from './heard.ts'
import { type Before, messageTraits } from './link-traits.ts'
import { bothOf, measuring, type Traits } from './traits.ts'

const yes = (is: boolean): number => (is ? 1 : 0)

/** Earlier words that went nowhere, and the statement they may belong to, so many messages later. */
interface Pull {
  readonly earlier: Heard
  readonly heard: Heard
  readonly apart: number
}

const measurePull = measuring<Pull>({
  'pull next': ({ apart }) => yes(apart <= 1),
  'pull far': ({ apart }) => yes(apart > 3),
  'pull shared': ({ earlier, heard }) => {
    let shared = 0
    for (const pair of earlier.pairs) if (heard.pairs.has(pair)) shared++
    return Math.min(2, shared) / 2
  },
  'pull same category': ({ earlier, heard }) => {
    const [a] = earlier.verdict.categories
    const [b] = heard.verdict.categories
    return yes(a !== undefined && b !== undefined && a.code === b.code)
  },
})

/** What earlier words are like towards the statement they may belong to. */
export const pullTraits = (earlier: Heard, heard: Heard, apart: number): Traits =>
  bothOf(messageTraits(earlier, nothingBefore), measurePull({ earlier, heard, apart }))

const nothingBefore: Before = {
  isPrivate: false,
  index: 1,
  byOffice: false,
  bySpeaker: false,
  asked: false,
  framed: false,
  merry: false,
  joined: null,
  draft: null,
  earlier: '',
  own: [],
  others: [],
}
