import type { MessageId, PersonId } from '../ids.ts'
import type { Heard } from './heard.ts'
import type { ChatMessage } from './message.ts'
import type { HeardDanger } from './sound.ts'
import { alike } from './topics-of.ts'

/** A matter while the talk goes on. */
export interface Draft {
  readonly reporter: PersonId
  readonly reporterName: string
  /** Words of the reporter, and of supporters who add facts. */
  readonly said: Heard[]
  readonly added: Heard[]
  readonly messages: MessageId[]
  readonly supporters: PersonId[]
  /** What it is about so far: weight by category. */
  readonly codes: Map<string, number>
  readonly things: Set<string>
  /** Pairs of characters of the reporter's words. */
  readonly pairs: Set<string>
  danger: HeardDanger | null
  settledBy: string | null
  /** When the reporter last spoke of it, when anybody did, and how many messages into the talk. */
  ownAt: number
  lastAt: number
  lastIndex: number
}

/** Begins a draft with the message that states it. */
export function begin(heard: Heard, index: number): Draft {
  const at = heard.message.at.getTime()
  const draft: Draft = {
    reporter: heard.message.from,
    reporterName: heard.message.name,
    said: [],
    added: [],
    messages: [],
    supporters: [],
    codes: new Map(),
    things: new Set(),
    pairs: new Set(),
    danger: null,
    settledBy: null,
    ownAt: at,
    lastAt: at,
    lastIndex: index,
  }
  addWords(draft, heard, index)
  return draft
}

/** Adds words: the reporter's own, or a fact from somebody else. */
export function addWords(draft: Draft, heard: Heard, index: number): void {
  const own = heard.message.from === draft.reporter
  if (own) draft.said.push(heard)
  else draft.added.push(heard)
  addMessage(draft, heard.message, index)
  if (own) {
    const weight = draft.said.length === 1 ? 1 : 0.5
    for (const [code, value] of heard.topic) {
      draft.codes.set(code, (draft.codes.get(code) ?? 0) + weight * value)
    }
    for (const thing of heard.about.things) draft.things.add(thing)
    for (const pair of heard.pairs) draft.pairs.add(pair)
  }
  draft.danger ??= heard.emergency
}

export function addMessage(draft: Draft, message: ChatMessage, index: number): void {
  if (!draft.messages.includes(message.id)) draft.messages.push(message.id)
  const at = message.at.getTime()
  if (message.from === draft.reporter) draft.ownAt = at
  draft.lastAt = at
  draft.lastIndex = index
}

export function addSupporter(draft: Draft, message: ChatMessage, index: number): void {
  if (message.from === draft.reporter) return
  if (!draft.supporters.includes(message.from)) draft.supporters.push(message.from)
  draft.lastAt = message.at.getTime()
  draft.lastIndex = index
}

/** The words that state it most surely, the earlier ones in doubt. */
export const statementOf = ({ said }: Draft): Heard =>
  said.reduce((best, next) => (next.strength > best.strength + 0.15 ? next : best))

/** The category that a draft is most about; '' when it is about nothing. */
export const leadingCode = ({ codes }: Draft): string =>
  [...codes].reduce<[string, number]>((a, b) => (b[1] > a[1] ? b : a), ['', 0])[0]

/** How much a text is about the same as a draft (0..1 and more). */
export function likeness(heard: Heard, draft: Draft): number {
  let shared = 0
  for (const thing of heard.about.things) if (draft.things.has(thing)) shared++
  let pairs = 0
  for (const pair of heard.pairs) if (draft.pairs.has(pair)) pairs++
  return alike(heard.topic, draft.codes) + 0.3 * Math.min(2, shared) + 0.1 * Math.min(2, pairs)
}

/** Whether a text names a building that is not the draft's. */
export function isElsewhere(heard: Heard, draft: Draft): boolean {
  const here = draft.said.flatMap(buildings)
  const there = buildings(heard)
  return here.length > 0 && there.length > 0 && !there.some((building) => here.includes(building))
}

/** Whether both name a stair, and not the same. */
export function isAtOtherStair(heard: Heard, draft: Draft): boolean {
  const here = draft.said.flatMap(stairs)
  const there = stairs(heard)
  return here.length > 0 && there.length > 0 && !there.some((stair) => here.includes(stair))
}

const stairs = ({ doors }: Heard) => doors.flatMap(({ unit }) => unit ?? [])
const buildings = ({ doors }: Heard) => doors.flatMap(({ building }) => building ?? [])

/** The draft that a text is most about, the latest one when it says nothing. */
export function best(heard: Heard, drafts: readonly Draft[]): Draft | null {
  let found: Draft | null = null
  let most = -1
  for (const draft of drafts) {
    const close = likeness(heard, draft) + (isElsewhere(heard, draft) ? -0.5 : 0)
    if (
      close > most + 0.05 ||
      (close > most - 0.05 && draft.lastIndex >= (found?.lastIndex ?? -1))
    ) {
      most = Math.max(close, most)
      found = draft
    }
  }
  return found
}
