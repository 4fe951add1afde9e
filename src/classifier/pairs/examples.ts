import { messageId, personId, roomId } from '../../domain/ids.ts'
import { addWords, begin } from '../../domain/intake/draft.ts'
import { hear } from '../../domain/intake/heard.ts'
import type { Matter } from '../../domain/intake/matter.ts'
import { matterOf } from '../../domain/intake/matter-of.ts'
import type { Stretch } from '../../domain/intake/message.ts'
import { comparing, type Told, type Traits } from '../../domain/intake/pair-traits.ts'
import { type Candidate, comparable } from '../../domain/intake/same-matter.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { plainMessage } from '../plain-message.ts'
import type { GoldConversation } from '../scoring/gold.ts'
import { stretchOf } from '../scoring/predict.ts'
import type { AuthorFile } from '../stretches/read.ts'
import type { MarkedPair } from './read.ts'

/** A pair as it is learnt from. `traits` null: the rules say that it is none, whatever the traits. */
export interface PairExample {
  readonly same: boolean
  readonly traits: Traits | null
}

interface Side {
  readonly told: Told
  readonly at: Date
}

const dayMs = 86_400_000
const noon = new Date('2026-03-02T12:00:00+08:00')

/** Both sides are read as the product reads them, each as one message in its group. */
export function exampleOf(pair: MarkedPair, u: Understanding): PairExample {
  const earlier = saidOnce(pair.room, pair.alias, pair.earlier, noon, u)
  const at = new Date(noon.getTime() + Math.max(pair.days, 0.1) * dayMs)
  return compared(saidOnce(pair.room, pair.laterAlias, pair.later, at, u), earlier, pair.same, u)
}

function saidOnce(room: string, alias: string, text: string, at: Date, u: Understanding): Side {
  const message = plainMessage(text, {
    id: messageId(`${alias}/${at.getTime()}`),
    from: personId(alias),
    name: alias,
    alias,
    at,
  })
  const stretch: Stretch = { room: roomId(room), speakerRooms: [], messages: [message] }
  const matter = matterOf(begin(hear(message, u.model, false), 0), stretch, u)
  return { told: { matter, words: [text], photos: [] }, at }
}

/** Of one author's file every two petitions near each other in place and time; marked ones are the same. */
export function examplesIn({ conversations }: AuthorFile, u: Understanding): PairExample[] {
  const sides = conversations.flatMap((conversation) =>
    conversation.expect.map((petition, i) => ({
      key: `${conversation.id}#${i}`,
      messages: petition.messages.map((id) => `${conversation.id}/${id}`),
      first: petition.duplicate_of ?? null,
      emergency: petition.urgency === 'emergency',
      side: expectedSide(conversation, petition.messages, petition.supporters ?? [], u),
    })),
  )
  return sides.flatMap((later, i) =>
    sides.slice(0, i).flatMap((earlier) => {
      const same =
        later.first === earlier.key || (later.first !== null && later.first === earlier.first)
      if (!later.side || !earlier.side || later.emergency || earlier.emergency) return []
      // one message that states both: its words cannot be told from themselves
      if (later.messages.some((id) => earlier.messages.includes(id))) return []
      const example = compared(later.side, earlier.side, same, u)
      return same || example.traits ? [example] : []
    }),
  )
}

/** The messages of a marked petition, read as if they had been found. */
function expectedSide(
  conversation: GoldConversation,
  ids: readonly string[],
  supporters: readonly string[],
  u: Understanding,
): Side | null {
  const stretch = stretchOf(conversation, u.book)
  const said = stretch.messages.filter(({ id, text }) => ids.includes(id) && text !== '')
  const [first, ...more] = said.map((message) => hear(message, u.model, stretch.room === null))
  if (!first) return null
  const draft = begin(first, 0)
  for (const heard of more) addWords(draft, heard, 1)
  draft.supporters.push(...supporters.map(personId))
  const matter = matterOf(draft, stretch, u)
  const at = stretch.messages.at(-1)?.at ?? noon
  return { told: { matter, words: said.map(({ text }) => text), photos: [] }, at }
}

function compared(later: Side, earlier: Side, same: boolean, u: Understanding): PairExample {
  const other = candidateOf(earlier)
  const near = comparable(later.told.matter, other, later.at)
  const traits = near && comparing(later.told, later.at, u.model)(other, near)
  return { same, traits }
}

function candidateOf({ told: { matter, words, photos }, at }: Side): Candidate {
  return {
    id: '',
    category: matter.category.value,
    place: matter.place.value,
    grid: matter.grid.value,
    words,
    photos,
    reporter: { person: matter.reporter },
    supporters: matter.supporters.map((person: Matter['reporter']) => ({ person })),
    urgency: matter.urgency.value,
    confidential: matter.confidential.value,
    registeredAt: at,
  }
}
