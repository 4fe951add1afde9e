import { type Cue, cueNames } from './cues.ts'
import { type Draft, isElsewhere, leadingCode, likeness } from './draft.ts'
import { addsFact, isFirstHand, isFluff, isRetort } from './facts.ts'
import type { Heard } from './heard.ts'
import { reachOf } from './own-home.ts'
import { sameTrade } from './same-trade.ts'
import { sieveOf } from './sieve/sieve.ts'
import { sinceIn } from './since.ts'
import { bothOf, measuring, numberOf, type Traits } from './traits.ts'
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
  /** The talk just before was of other things: a trade, a film, a favour. */
  readonly framed: boolean
  /** Somebody laughed just before. */
  readonly merry: boolean
  /** What was said just before, by anybody; only where danger is heard. */
  readonly earlier: string
  /** Open drafts of the speaker and of others. */
  readonly own: readonly Draft[]
  readonly others: readonly Draft[]
}

const minute = 60_000
const yes = (is: boolean): number => (is ? 1 : 0)

/** What words are like, whoever says them, and after whatever. All values are between about -1 and 1. */
const measureWords = measuring<Heard>({
  always: () => 1,
  strength: ({ strength }) => logOdds(strength) / 4,
  petition: ({ verdict }) => logOdds(verdict.petition) / 4,
  category: ({ verdict }) => verdict.categories[0]?.p ?? 0,
  complete: ({ about }) => yes(about.complete),
  things: ({ about }) => yes(about.things.size > 0),
  faults: ({ about }) => Math.min(2, about.faults) / 2,
  trouble: ({ spoken }) => yes(spoken.isTrouble),
  appeal: ({ spoken }) => yes(spoken.appeals),
  doors: ({ doors }) => yes(doors.length > 0),
  ownHome: ({ text, spoken }) => yes(spoken.isTrouble ? spoken.reaches : reachOf(text) !== null),
  emergency: ({ emergency }) => yes(emergency !== null),
  vague: ({ text, about }) => yes(isVague(text, about)),
  upTo4: ({ text }) => yes(text.length <= 4),
  upTo8: ({ text }) => yes(text.length <= 8),
  upTo16: ({ text }) => yes(text.length <= 16),
  over30: ({ text }) => yes(text.length > 30),
  over60: ({ text }) => yes(text.length > 60),
  asks: ({ text }) => yes(/[?？]\s*$/.test(text)),
  exclaims: ({ text }) => yes(text.includes('!')),
  digits: ({ text }) => yes(/\d/.test(text)),
  firstHand: (heard) => yes(isFirstHand(heard)),
  saysDay: (heard) => yes(saysDay(heard)),
})

/** Whether words say a first day: reckoned once for all drafts that they may belong to. */
const saysDay = ({ text, message, later }: Heard): boolean => {
  later.saysDay ??= sinceIn(text, message.at).value !== null
  return later.saysDay
}

const signs = Object.entries(wordSigns).map(([name, words]) => ({
  number: numberOf(`has ${name}`),
  words,
}))
const sieve = sieveOf(signs.map(({ words }) => words))
const numberOfCue = new Map<Cue, number>(cueNames.map((cue) => [cue, numberOf(`is ${cue}`)]))

function signsAndCues({ text, cues }: Heard): Traits {
  const numbers: number[] = []
  for (const nth of sieve.sift(text)) {
    const sign = signs[nth]
    if (sign?.words.test(text)) numbers.push(sign.number)
  }
  for (const cue of cues) numbers.push(numberOfCue.get(cue) ?? 0)
  return { numbers, values: numbers.map(() => 1) }
}

/** Reckoned once, as a message is weighed again with every one after it. */
function wordTraits(heard: Heard): Traits {
  heard.later.traits ??= bothOf(measureWords(heard), signsAndCues(heard))
  return heard.later.traits
}

/** How a message stands in its talk. */
const measureStanding = measuring<{ readonly heard: Heard; readonly before: Before }>({
  private: ({ before }) => yes(before.isPrivate),
  mentionsUs: ({ heard }) => yes(heard.message.mentionsUs),
  voice: ({ heard }) => yes(heard.message.type === 'voice'),
  fluff: ({ heard, before }) => yes(isFluff(heard, before.isPrivate)),
  retort: ({ heard, before }) => yes(isRetort(heard, before.others.length > 0)),
  office: ({ heard }) => yes(heard.message.isStaff),
  framed: ({ before }) => yes(before.framed),
  'framed and free': ({ before }) => yes(before.framed && before.draft === null),
  merry: ({ before }) => yes(before.merry),
  asked: ({ before }) => yes(before.asked),
  'asked and told': ({ before }) => yes(before.asked && before.own.length > 0),
  'asked and loose': ({ before }) => yes(before.asked && before.joined !== null),
  afterOffice: ({ before }) => yes(before.byOffice),
  afterSelf: ({ before }) => yes(before.bySpeaker),
  afterMatter: ({ before }) => yes(before.draft !== null),
  ownOpen: ({ before }) => yes(before.own.length > 0),
  othersOpen: ({ before }) => yes(before.others.length > 0),
})

/** Fragments that say little alone may state a matter together. */
const measureJoined = measuring<Heard>({
  joined: () => 1,
  'joined strength': ({ strength }) => logOdds(strength) / 4,
  'joined petition': ({ verdict }) => logOdds(verdict.petition) / 4,
  'joined category': ({ verdict }) => verdict.categories[0]?.p ?? 0,
  'joined complete': ({ about }) => yes(about.complete),
  'joined trouble': ({ spoken }) => yes(spoken.isTrouble),
  'joined doors': ({ doors }) => yes(doors.length > 0),
})

/** What a message is like, whatever it belongs to. */
export function messageTraits(heard: Heard, before: Before): Traits {
  const alone = bothOf(wordTraits(heard), measureStanding({ heard, before }))
  return before.joined === null ? alone : bothOf(alone, measureJoined(before.joined))
}

/** A message beside a draft that it may belong to. */
interface Beside {
  readonly heard: Heard
  readonly draft: Draft
  readonly before: Before
  readonly close: number
  readonly apart: number
  readonly top: { readonly p: number } | undefined
  readonly trade: number
}

const measureBeside = measuring<Beside>({
  'draft always': () => 1,
  'draft likeness': ({ close }) => Math.min(1.5, close),
  'draft unlike': ({ close }) => yes(close < 0.1),
  'draft elsewhere': ({ heard, draft }) => yes(isElsewhere(heard, draft)),
  'draft same category': ({ trade }) => yes(trade === 1),
  'draft near category': ({ trade }) => yes(trade > 0 && trade < 1),
  'draft other category': ({ top, trade }) => yes(top !== undefined && top.p > 0.6 && trade === 0),
  'draft next': ({ apart }) => yes(apart <= 1),
  'draft soon': ({ apart }) => yes(apart === 2 || apart === 3),
  'draft far': ({ apart }) => yes(apart > 6),
  'draft minutes': ({ heard, draft }) =>
    Math.min(1, Math.max(0, (heard.message.at.getTime() - draft.lastAt) / minute) / 30),
  'draft after it': ({ draft, before }) => yes(before.draft === draft),
  'draft danger': ({ draft }) => yes(draft.danger !== null),
  'draft only': ({ before }) => yes(before.own.length + before.others.length === 1),
  'draft latest': ({ draft, before }) =>
    yes(isLatest(draft, before.own) && isLatest(draft, before.others)),
  'draft quoted': ({ heard, draft }) => yes(quotes(heard, draft)),
  'draft supporter': ({ heard, draft }) => yes(draft.supporters.includes(heard.message.from)),
  'draft fact': ({ heard, draft }) => yes(addsFact(heard, draft)),
  'draft first day': ({ heard, draft }) => yes(saysDay(heard) && !draft.said.some(saysDay)),
  'draft settled': ({ draft }) => yes(draft.settledBy !== null),
})

/** How a message stands to a draft that it may belong to. */
export function draftTraits(heard: Heard, draft: Draft, before: Before): Traits {
  const [top] = heard.verdict.categories
  return measureBeside({
    heard,
    draft,
    before,
    close: likeness(heard, draft),
    apart: before.index - draft.lastIndex,
    top,
    trade: top && top.p > 0.3 ? sameTrade(top.code, leadingCode(draft)) : 0,
  })
}

const isLatest = (draft: Draft, drafts: readonly Draft[]): boolean =>
  drafts.every((other) => other === draft || other.lastIndex < draft.lastIndex)

/** Whether a message answers one of a draft. */
const quotes = ({ quoted, message }: Heard, draft: Draft): boolean =>
  (quoted !== null && draft.reporterName === quoted) ||
  (message.quotes !== null && draft.messages.includes(message.quotes))

function logOdds(p: number): number {
  const safe = Math.min(0.982, Math.max(0.018, p))
  return Math.log(safe / (1 - safe))
}
