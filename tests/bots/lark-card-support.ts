import { expect } from 'vitest'
import { type Draw, drawCard } from '../../bots/lark/cards/draw-card.ts'
import { cardProblems } from '../../bots/sandbox/lark/card-rules.ts'
import { componentsOf, textsOf } from '../../bots/sandbox/lark/card-walk.ts'
import type { CardView } from '../../src/domain/cards/card-view.ts'
import { ratingView } from '../../src/domain/cards/rating-view.ts'
import { actorOf, taskView } from '../../src/domain/cards/task-view.ts'
import { personId } from '../../src/domain/ids.ts'
import type { PetitionEvent } from '../../src/domain/petition/event.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { CardKind } from '../../src/flows/ports/cards.ts'
import { aBook, at } from '../support/builders.ts'

const noPictures = { photos: [], results: [] }

/** What a reader's card says of a petition. */
export const viewFor = (
  kind: CardKind,
  person: string,
  petition: Petition,
  timeline: readonly PetitionEvent[] = [],
): CardView => {
  const book = aBook()
  const standing = { petition, timeline, book, at: at('2026-03-02 11:00') }
  const reader = actorOf(personId(person), book)
  return kind === 'task' ? taskView(standing, reader, []) : ratingView(standing, reader, [])
}

/** Draws a card, and holds it to the platform's rules and limits. */
export function drawn(view: CardView, but: Partial<Draw> = {}): object {
  const card = drawCard(view, { pictures: noPictures, open: null, bare: false, ...but })
  expect(cardProblems(card)).toEqual([])
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(30 * 1024)
  return card
}

/** A card as people see it: its texts, and its buttons and fields with their names. */
export function asRead(card: object): string {
  const { header } = card as { header: { template: string } }
  const named = componentsOf(card).flatMap(({ tag, properties: { name } }) =>
    typeof name === 'string' ? [`${tag} ${name}`] : [],
  )
  return [`<${header.template}>`, ...textsOf(card), ...named.map((one) => `  [${one}]`)].join('\n')
}
