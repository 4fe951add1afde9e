import { alarmTraits } from '../../domain/intake/alarm-traits.ts'
import { assemble } from '../../domain/intake/assemble.ts'
import type { Draft } from '../../domain/intake/draft.ts'
import { endTraits } from '../../domain/intake/end-traits.ts'
import type { Heard } from '../../domain/intake/heard.ts'
import { type Link, type Linker, type Options, optionsOf } from '../../domain/intake/link.ts'
import type { Before } from '../../domain/intake/link-traits.ts'
import type { Model } from '../../domain/intake/model.ts'
import { pullTraits } from '../../domain/intake/pull-traits.ts'
import { bothOf, type Traits } from '../../domain/intake/traits.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import type { GoldConversation } from '../scoring/gold.ts'
import { stretchOf } from '../scoring/predict.ts'

/** One message and where a careful dispatcher put it: -1 nowhere, 0 a new matter, else the draft of that number. */
export interface Choice {
  readonly options: Options
  readonly right: number
  /** How much it counts. */
  readonly weight: number
}

/** One yes-or-no decision. */
export interface Answer {
  readonly traits: Traits
  readonly yes: boolean
  readonly weight: number
}

/** What linking learns from. */
export interface Examples {
  readonly choices: Choice[]
  readonly supports: Answer[]
  readonly adds: Answer[]
  readonly settles: Answer[]
  readonly pulls: Answer[]
  readonly alarms: Answer[]
}

/** Walks through marked conversations as the reader does, deciding as marked, and notes what there was to decide. */
export function examplesOf(
  conversations: readonly GoldConversation[],
  model: Model,
  book: Rulebook,
  weight = 1,
): Examples {
  const examples: Examples = {
    choices: [],
    supports: [],
    adds: [],
    settles: [],
    pulls: [],
    alarms: [],
  }
  for (const conversation of conversations) {
    assemble(stretchOf(conversation, book), model, marked(conversation, weight, examples))
  }
  return examples
}

/** All of them together. */
export const allExamples = (parts: readonly Examples[]): Examples => ({
  choices: parts.flatMap(({ choices }) => choices),
  supports: parts.flatMap(({ supports }) => supports),
  adds: parts.flatMap(({ adds }) => adds),
  settles: parts.flatMap(({ settles }) => settles),
  pulls: parts.flatMap(({ pulls }) => pulls),
  alarms: parts.flatMap(({ alarms }) => alarms),
})

type Gold = Pick<GoldConversation['expect'][number], 'messages' | 'supporters'>

function marked({ expect, settled }: GoldConversation, weight: number, examples: Examples): Linker {
  const golds: readonly Gold[] = [...expect, ...settled]
  const drafts = new Map<Gold, Draft>()
  const goldOf = (draft: Draft) =>
    golds.find((gold) => drafts.get(gold) === draft) ??
    golds.find(({ messages }) => draft.messages.some((id) => messages.includes(id)))
  const supported = new Set<string>()

  const decide = (heard: Heard, before: Before): Link => {
    const { id, from } = heard.message
    for (const draft of [...before.own, ...before.others]) {
      const gold = goldOf(draft)
      if (gold && !drafts.has(gold)) drafts.set(gold, draft)
    }
    const stated = golds.filter(({ messages }) => messages.includes(id))
    const known = stated.find((gold) => drafts.has(gold))
    const draft = known && drafts.get(known)
    if (known && draft) {
      const supports = isNewSupporter(known, from, supported)
      return { kind: 'joins', draft, supports, adds: true }
    }
    if (stated.length > 0) return { kind: 'begins' }
    for (const other of before.others.toReversed()) {
      const gold = goldOf(other)
      const later = gold?.messages.length ?? 0
      if (gold && later > 0 && isNewSupporter(gold, from, supported)) {
        return { kind: 'joins', draft: other, supports: true, adds: false }
      }
    }
    return { kind: 'aside' }
  }

  return {
    link(heard, before) {
      const { begin, joins } = optionsOf(heard, before)
      const options: Options = {
        begin,
        joins: joins.map((join) => ({ ...join, traits: bothOf(begin, join.traits) })),
      }
      const link = decide(heard, before)
      const joined =
        link.kind === 'joins' ? options.joins.findIndex((o) => o.draft === link.draft) : -1
      const right = link.kind === 'aside' ? -1 : link.kind === 'begins' ? 0 : joined + 1
      if (link.kind !== 'joins' || joined >= 0) examples.choices.push({ options, right, weight })
      const option = options.joins[joined]
      if (link.kind === 'joins' && option && !option.own) {
        examples.supports.push({ traits: option.traits, yes: link.supports, weight })
        examples.adds.push({ traits: option.traits, yes: link.adds, weight })
      }
      return link
    },
    settles(heard, draft, before) {
      const gold = golds.find(({ messages }) => draft.messages.some((id) => messages.includes(id)))
      const yes = settled.some((one) => one === gold && one.by === heard.message.id)
      examples.settles.push({ traits: endTraits(heard, draft, before), yes, weight })
      return yes
    },
    means(heard, before) {
      const { id } = heard.message
      const gold = expect.find(({ messages }) => messages.includes(id))
      const yes =
        gold?.urgency === 'emergency' || settled.some(({ messages }) => messages.includes(id))
      // beside an emergency nobody asks what is meant
      if (yes || !expect.some(({ urgency }) => urgency === 'emergency')) {
        const traits = alarmTraits({ heard, earlier: before.earlier })
        examples.alarms.push({ traits, yes, weight })
      }
      return yes
    },
    pulls(earlier, heard, apart) {
      const gold = golds.find(({ messages }) => messages.includes(heard.message.id))
      const yes = gold?.messages.includes(earlier.message.id) ?? false
      examples.pulls.push({ traits: pullTraits(earlier, heard, apart), yes, weight })
      return yes
    },
  }
}

/** Says yes once for each supporter of a matter: with the words that made him one. */
function isNewSupporter(gold: Gold, person: string, supported: Set<string>): boolean {
  const key = `${gold.messages.join()} ${person}`
  if (!gold.supporters?.includes(person) || supported.has(key)) return false
  supported.add(key)
  return true
}
