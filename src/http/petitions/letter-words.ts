import { isHushed } from '../../domain/heads/relay.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Letter } from '../../flows/ports.ts'
import { say } from '../../texts/say.ts'
import { masked } from './masks.ts'

/**
 * What a letter says, as others than its reader may see it. While a neighbour has not agreed to be named, or did not, what the
 * head is told of it stays between us and the head: their letters name whom they speak for.
 */
export function letterWords({ to, notice }: Pick<Letter, 'to' | 'notice'>, petition: Petition) {
  const isHeads = to.kind === 'person' && to.person === petition.relay?.head
  return isHeads && isHushed(petition)
    ? '（邻居没有同意说出是谁，户长收到的原文不显示）'
    : masked(say(notice))
}
