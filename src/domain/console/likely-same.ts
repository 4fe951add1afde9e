import { daysBetween } from '../intake/days.ts'
import { nearness, placeWords } from '../intake/place-traits.ts'
import { sameTrade } from '../intake/same-trade.ts'
import { isOpen, type Petition } from '../petition/petition.ts'

/** An open petition that may be the same matter as another one, and what speaks for it. */
export interface LikelySame {
  readonly petition: Petition
  /** 同一单元，同类 */
  readonly because: string
}

const withinDays = 30
const most = 5

/** Whether a petition could be merged with any other: every call for help, and what is confidential, stands alone. */
export const mayBeMerged = (petition: Petition): boolean =>
  isOpen(petition) && !petition.confidential && petition.urgency !== 'emergency'

/** Whether one petition could be merged with another at all. */
export const mayBeOne = (petition: Petition, other: Petition): boolean =>
  petition.id !== other.id && [petition, other].every(mayBeMerged)

/** The open petitions near a petition and of its trade, told in the same weeks: for people to judge, the nearest first. */
export function likelySame(petition: Petition, others: readonly Petition[]): readonly LikelySame[] {
  return others
    .filter((other) => mayBeOne(petition, other))
    .flatMap((other) => {
      const near = nearness(petition.place, other.place)
      const trade = sameTrade(petition.category, other.category)
      const days = Math.abs(daysBetween(petition.registeredAt, other.registeredAt))
      const isNear = near !== null && near !== 'otherBuilding' && near !== 'otherUnit'
      if (!isNear || trade === 0 || days > withinDays) return []
      const because = `${placeWords[near]}，${trade === 1 ? '同类' : '近类'}`
      return [{ petition: other, because, weight: trade - days / 100 }]
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ petition: other, because }) => ({ petition: other, because }))
}
