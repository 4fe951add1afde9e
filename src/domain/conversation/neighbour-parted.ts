import { isOpen, type Petition, petitioners } from '../petition/petition.ts'
import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

const address = /^(?:第?\d{1,6}号?)?(?:里|中)?(?:的|我帮|帮|替|代)?$/
const possessive =
  /^(?:[她他]|的|家|那边|那里|那户|那一户|那件|这件|跟[这那]个?|和[这那]个?|说的|反映的|那|这)+/

/**
 * `王奶奶家不是一件事`: a head takes out one of the neighbours for whom they joined, in private. `words`: without
 * punctuation; `parts`: what says of all of them that they are no one matter.
 */
export function neighbourParted(
  words: string,
  parts: RegExp,
  s: Situation,
): readonly Move[] | null {
  if (s.room) return null
  for (const petition of s.own) {
    if (!isOpen(petition) && petition.status !== 'resolved') continue
    if (s.numbered && s.numbered.id !== petition.id) continue
    for (const { person, household, relayedFor } of petition.supporters) {
      if (person !== s.speaker.id || relayedFor === undefined) continue
      const [before, after] = words.split(relayedFor)
      if (before === undefined || after === undefined || !address.test(before)) continue
      if (parts.test(after.replace(possessive, ''))) return [left(petition, household)]
    }
  }
  return null
}

/** The speaker is no part of it: a head who spoke for several leaves as the one who is named, or as themselves. */
export function unjoined(petition: Petition, s: Situation): readonly Move[] | null {
  const own = petitioners(petition).filter(({ person }) => person === s.speaker.id)
  if (own.length < 2) return [left(petition)]
  const meant =
    own.find(({ relayedFor }) => relayedFor !== undefined && s.words.includes(relayedFor)) ??
    own.find(({ relayedFor }) => relayedFor === undefined)
  return meant ? [left(petition, meant.household)] : null
}

const left = (petition: Petition, household?: string): Move => ({
  kind: 'act',
  petition,
  steps: [
    {
      command: { kind: 'unjoin', ...(household !== undefined && { household }) },
      by: 'speaker',
    },
  ],
  answer: 'unjoined',
  outcome: 'unjoin',
})
