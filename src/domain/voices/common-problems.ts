import { type UnitCode, unitCode } from '../ids.ts'
import { nowhere } from '../intake/place.ts'
import { tradeOf } from '../intake/same-trade.ts'
import { placeText } from '../notices/brief.ts'
import { unitOf } from '../people/in-charge.ts'
import type { Petition } from '../petition/petition.ts'
import { communityOf } from '../routing/route.ts'
import { hotSpotPolicyOf } from '../street/policy.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Item } from './voice.ts'

/** For so long the same trouble of a place is one problem, and is not proposed again. */
export const problemMs = 30 * 24 * 3_600_000

/** 共性问题: the same trouble at a place of a community, again and again. */
export type Problem = Pick<Item, 'title' | 'unit' | 'petitions'> & { readonly cause: string }

/**
 * What came so often among these petitions of the last thirty days that neighbours may want to talk about it: as many as
 * make a hot spot. Quarrels and what is confidential belong in no meeting; questions and praise are no trouble.
 */
export function commonProblems(recent: readonly Petition[], book: Rulebook): readonly Problem[] {
  const groups = new Map<string, Petition[]>()
  for (const petition of recent) {
    const unit = communityOf(unitOf(petition, book), book)?.code
    if (!unit || !counts(petition, book)) continue
    const { name, building } = petition.place
    const key = [unit, tradeOf(petition.category), name, building ?? ''].join('/')
    groups.set(key, [...(groups.get(key) ?? []), petition])
  }
  const { petitions: enough } = hotSpotPolicyOf(book.policies)
  return [...groups]
    .filter(([, alike]) => alike.length >= enough)
    .map(([cause, alike]) => problemOf(cause, alike, book))
    .sort((a, b) => (a.cause < b.cause ? -1 : 1))
}

function problemOf(cause: string, alike: readonly Petition[], book: Rulebook): Problem {
  const [first] = alike
  const level2 = book.categories.find(({ code }) => code === first?.category)?.level2 ?? '诉求'
  const { name = null, building = null } = first?.place ?? nowhere
  return {
    cause,
    unit: unitCode(cause.split('/')[0] ?? '') satisfies UnitCode,
    title: `${placeText({ ...nowhere, name, building }, book, true)}${level2}`,
    petitions: alike.map(({ number }) => number).sort((a, b) => a - b),
  }
}

const counts = (petition: Petition, { categories }: Rulebook): boolean =>
  petition.status !== 'withdrawn' &&
  !petition.confidential &&
  petition.place.name !== null &&
  !['consult', 'praise', 'dispute'].includes(petition.kind) &&
  categories.find(({ code }) => code === petition.category)?.confidential !== true

/** Whether it was proposed lately, or is still talked about. */
export const isKnown = ({ cause }: Problem, items: readonly Item[], at: Date): boolean =>
  items.some(
    (item) =>
      item.cause === cause &&
      (item.overAt === null || at.getTime() - item.overAt.getTime() < problemMs),
  )
