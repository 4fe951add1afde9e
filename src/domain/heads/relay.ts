import type { PersonId } from '../ids.ts'
import type { Matter } from '../intake/matter.ts'
import { kin, titled } from '../intake/people-words.ts'
import type { Place } from '../intake/place.ts'
import { surname } from '../intake/surnames.ts'
import type { Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Relay } from './consent.ts'
import { headships } from './head.ts'

/** Relatives: whoever speaks for them speaks for their own household. */
const ownFamily = new RegExp(`^(?:我|俺|咱|偶|家里|家中|屋里|${kin}$)`)
const called = new RegExp(`${surname}[\\u4e00-\\u9fa5]?(?:${titled})|[老小阿]${surname}`)
/** Who was asked to speak need not be asked whether it is agreed. */
const wasAsked =
  /(?:托|拜托|委托|央)(?:我|俺|咱)|(?:让|叫|请|喊)(?:我|俺|咱)(?=[来去]?(?:帮|代|替|报|反映|说|问|转|跟|和|向|给|告诉|捎))|受[^,，。]{1,12}(?:委托|嘱托|所托|托付)|(?:本人|[他她](?:也|自己)?)(?:是)?(?:同意|愿意)/

/** How a matter is relayed; null where the reporter is no head, or speaks for no neighbour. */
export function relayOf(matter: Matter, said: string, at: Date, book: Rulebook): Relay | null {
  const who = matter.onBehalfOf.value
  if (who === null || ownFamily.test(who)) return null
  if (headships(matter.reporter, at, book).length === 0) return null
  const head = matter.reporter
  // whoever is in danger is helped first
  if (matter.urgency.value === 'emergency') return { head, consent: 'notNeeded' }
  const agreed = wasAsked.exec(said)?.[0]
  if (agreed) return { head, consent: 'given', said: agreed }
  return { head, consent: matter.confidential.value || called.test(who) ? 'open' : 'notNeeded' }
}

/** Whether a neighbour whom a head names has to be asked: not where they asked for it, nor where nobody could be known. */
export const nameAndConsent = (who: string, said: string): 'notNeeded' | 'given' | 'open' =>
  wasAsked.test(said) ? 'given' : called.test(who) ? 'open' : 'notNeeded'

/** The neighbour's household: the door where it is known, else one by the name that the head says. */
export function neighboursHousehold(
  { name, building, unit, room }: Place,
  who: string,
  head: PersonId,
  book: Rulebook,
): string {
  const chat = book.rooms.find(({ defaultPlace }) => defaultPlace !== null && defaultPlace === name)
  return chat && building && unit && room
    ? `${chat.id}/${building}-${unit}-${room}`
    : `${head}/${who}`
}

/**
 * A petition as everybody but the head may know it: while the neighbour has not agreed nobody is named and no door is
 * said. In an emergency nothing is held back.
 */
export function outwardly<P extends Petition>(petition: P): P {
  if (!isHushed(petition)) return petition
  const { onBehalfOf } = petition
  const { group, number } = petition.place
  // in a village the number is the door
  const coarse = { room: null, floor: null, number: group === null ? number : null }
  const place = { ...petition.place, ...coarse }
  return { ...(onBehalfOf === null ? petition : unnamed(petition, onBehalfOf)), place }
}

/** Whether a neighbour for whom a head speaks has not agreed to be named. */
export const isHushed = ({ relay, urgency }: Petition): boolean =>
  urgency !== 'emergency' && (relay?.consent === 'open' || relay?.consent === 'withheld')

/** Without whom it is about. */
export const unnamed = <P extends Petition>(petition: P, who: string): P => ({
  ...petition,
  onBehalfOf: null,
  words: petition.words.map((text) => withoutName(text, who)),
  summary: withoutName(petition.summary, who),
  evidence: petition.evidence.filter(({ field }) => field !== 'onBehalfOf'),
})

export const withoutName = (text: string, who: string): string =>
  [who, called.exec(who)?.[0] ?? who].reduce(
    (left, name) => left.replaceAll(name, '一位邻居'),
    text,
  )
