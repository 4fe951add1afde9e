import { masked } from '../intake/mask.ts'
import type { Petition } from '../petition/petition.ts'
import { isCompany } from '../routing/route.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { briefOf } from './brief.ts'
import type { Brief } from './notice.ts'

/** What those who handle a petition may read of it. */
export interface Discretion {
  /** A company that may be the one complained about reads nothing that gives the speaker away. */
  readonly discreet: boolean
  readonly brief: Brief
  /** What was said, as they may read it; '' where they may not. */
  readonly said: (text: string) => string
}

/**
 * How much of a petition its handlers learn. Of what is confidential neither who it is nor their door; what speakers say
 * of themselves is left out of the words.
 */
export function discretionFor(petition: Petition, book: Rulebook): Discretion {
  const discreet = petition.confidential && 'to' in petition && isCompany(petition.to, book)
  const reader = discreet || (petition.confidential && isOwnDoor(petition)) ? 'group' : 'concerned'
  return {
    discreet,
    brief: briefOf(petition, book, reader),
    said: (text) => (discreet ? '' : petition.confidential ? withoutSelf(text) : text),
  }
}

/** What somebody says of themselves: `我是5栋301的`, `我叫刘梅`, `我家住二单元`, `我姓王`. */
const ofOneself =
  /(?:我(?:们家|家|本人)?(?:就|也)?(?:是(?!说|想|觉得|怕)|叫|姓|名叫|住(?:在)?|在(?=[^，,。]{0,6}(?:栋|单元|室|楼)))|本人)[^，,。.；;！!？?\n]*/g

/** The words without what the speaker says of themselves, and without numbers that identify people. */
export const withoutSelf = (text: string): string => masked(text).replace(ofOneself, '［略］')

/** The matter is where its petitioner lives: that door says who it is. */
function isOwnDoor({ place, reporter }: Petition): boolean {
  const door = reporter.household.split('/').at(-1)?.split('-') ?? []
  return (
    place.room !== null && door.length === 3 && door[0] === place.building && door[2] === place.room
  )
}
