import { cueNames } from './cues.ts'
import { type Draft, isElsewhere, leadingCode, likeness } from './draft.ts'
import { addsFact, isFirstHand, isFluff, isRetort } from './facts.ts'
import type { Heard } from './heard.ts'
import { reachOf } from './own-home.ts'
import { sameTrade } from './same-trade.ts'
import { turnsToUs } from './statement.ts'
import { hasTrouble } from './trouble.ts'
import { isVague } from './vague.ts'
import { wordSigns } from './word-signs.ts'

/** What was just before a message in its talk. */
export interface Before {
  readonly isPrivate: boolean
  readonly index: number
  /** The message before: whether an office said it, and the draft it went to. */
  readonly byOffice: boolean
  readonly bySpeaker: boolean
  readonly draft: Draft | null
  /** The message before was a question of somebody else. */
  readonly asked: boolean
  /** What the speaker said shortly before that went nowhere, together with the message; null when there is nothing. */
  readonly joined: Heard | null
  /** Open drafts of the speaker and of others. */
  readonly own: readonly Draft[]
  readonly others: readonly Draft[]
}

type Values<Name extends string> = Readonly<Record<Name, number>>

const signs = Object.entries(wordSigns).map(([name, words]) => ({ trait: `has ${name}`, words }))
const traitOfCue = new Map(cueNames.map((cue) => [cue, `is ${cue}`]))
const minute = 60_000
const yes = (is: boolean): number => (is ? 1 : 0)

/** What a message is like, whatever it belongs to. Numbers between about -1 and 1. */
export function messageTraits(heard: Heard, before: Before): Values<string> {
  const { text, about, verdict, cues, doors, emergency, message } = heard
  const best = verdict.categories[0]?.p ?? 0
  const traits: Record<string, number> = {
    always: 1,
    strength: logOdds(heard.strength) / 4,
    petition: logOdds(verdict.petition) / 4,
    category: best,
    complete: yes(about.complete),
    things: yes(about.things.size > 0),
    faults: Math.min(2, about.faults) / 2,
    trouble: yes(hasTrouble(text)),
    appeal: yes(turnsToUs(text)),
    doors: yes(doors.length > 0),
    ownHome: yes(reachOf(text) !== null),
    emergency: yes(emergency !== null),
    vague: yes(isVague(text, about)),
    private: yes(before.isPrivate),
    mentionsUs: yes(message.mentionsUs),
    voice: yes(message.type === 'voice'),
    upTo4: yes(text.length <= 4),
    upTo8: yes(text.length <= 8),
    upTo16: yes(text.length <= 16),
    over30: yes(text.length > 30),
    over60: yes(text.length > 60),
    asks: yes(/[?？]\s*$/.test(text)),
    exclaims: yes(/!/.test(text)),
    digits: yes(/\d/.test(text)),
    firstHand: yes(isFirstHand(heard)),
    fluff: yes(isFluff(heard, before.isPrivate)),
    retort: yes(isRetort(heard, before.others.length > 0)),
    office: yes(message.isStaff),
    asked: yes(before.asked),
    'asked and told': yes(before.asked && before.own.length > 0),
    'asked and loose': yes(before.asked && before.joined !== null),
    afterOffice: yes(before.byOffice),
    afterSelf: yes(before.bySpeaker),
    afterMatter: yes(before.draft !== null),
    ownOpen: yes(before.own.length > 0),
    othersOpen: yes(before.others.length > 0),
  }
  for (const { trait, words } of signs) if (words.test(text)) traits[trait] = 1
  for (const cue of cues) traits[traitOfCue.get(cue) ?? ''] = 1
  return before.joined === null ? traits : Object.assign(traits, joinedTraits(before.joined))
}

/** Fragments that say little alone may state a matter together. */
function joinedTraits(joined: Heard): Values<string> {
  return {
    joined: 1,
    'joined strength': logOdds(joined.strength) / 4,
    'joined petition': logOdds(joined.verdict.petition) / 4,
    'joined category': joined.verdict.categories[0]?.p ?? 0,
    'joined complete': yes(joined.about.complete),
    'joined trouble': yes(hasTrouble(joined.text)),
    'joined doors': yes(joined.doors.length > 0),
  }
}

/** How a message stands to a draft that it may belong to. */
export function draftTraits(heard: Heard, draft: Draft, before: Before): Values<string> {
  const close = likeness(heard, draft)
  const apart = before.index - draft.lastIndex
  const minutes = (heard.message.at.getTime() - draft.lastAt) / minute
  const [top] = heard.verdict.categories
  const trade = top && top.p > 0.3 ? sameTrade(top.code, leadingCode(draft)) : 0
  const drafts = [...before.own, ...before.others]
  return {
    'draft always': 1,
    'draft likeness': Math.min(1.5, close),
    'draft unlike': yes(close < 0.1),
    'draft elsewhere': yes(isElsewhere(heard, draft)),
    'draft same category': yes(trade === 1),
    'draft near category': yes(trade > 0 && trade < 1),
    'draft other category': yes(top !== undefined && top.p > 0.6 && trade === 0),
    'draft next': yes(apart <= 1),
    'draft soon': yes(apart === 2 || apart === 3),
    'draft far': yes(apart > 6),
    'draft minutes': Math.min(1, Math.max(0, minutes) / 30),
    'draft after it': yes(before.draft === draft),
    'draft danger': yes(draft.danger !== null),
    'draft only': yes(drafts.length === 1),
    'draft latest': yes(
      drafts.every((other) => other === draft || other.lastIndex < draft.lastIndex),
    ),
    'draft quoted': yes(quotes(heard, draft)),
    'draft supporter': yes(draft.supporters.includes(heard.message.from)),
    'draft fact': yes(addsFact(heard, draft)),
    'draft settled': yes(draft.settledBy !== null),
  }
}

/** Whether a message answers one of a draft. */
const quotes = ({ quoted, message }: Heard, draft: Draft): boolean =>
  (quoted !== null && draft.reporterName === quoted) ||
  (message.quotes !== null && draft.messages.includes(message.quotes))

function logOdds(p: number): number {
  const safe = Math.min(0.982, Math.max(0.018, p))
  return Math.log(safe / (1 - safe))
}
