import { isMeant } from './alarm-meant.ts'
import { startsAfresh } from './another-matter.ts'
import { cameToNothing, wasTrifle } from './came-to-nothing.ts'
import type { Cue } from './cues.ts'
import { best, type Draft, isAtOtherStair, isElsewhere } from './draft.ts'
import { endTraits } from './end-traits.ts'
import type { Heard } from './heard.ts'
import { type Before, draftTraits, messageTraits } from './link-traits.ts'
import { type LinkWeights, linkWeights } from './link-weights.ts'
import { reachOf } from './own-home.ts'
import { ownsUp } from './owned-up.ts'
import { pullTraits } from './pull-traits.ts'
import { byNumber, type Traits, weigh } from './traits.ts'
import { isVague } from './vague.ts'

/** Where a message goes: to a draft, to a new one, or nowhere. */
export type Link =
  | { readonly kind: 'aside' }
  | { readonly kind: 'begins' }
  | {
      readonly kind: 'joins'
      readonly draft: Draft
      readonly supports: boolean
      readonly adds: boolean
    }

/** Decides, message by message, what belongs together. */
export interface Linker {
  link(heard: Heard, before: Before): Link
  /** Whether words of danger are meant, and now. */
  means(heard: Heard, before: Before): boolean
  /** Whether a message says that a matter is done, was none, or is taken back. */
  settles(heard: Heard, draft: Draft, before: Before): boolean
  /** Whether earlier words of the speaker that went nowhere belong to the matter that `heard` begins. */
  pulls(earlier: Heard, heard: Heard, apart: number): boolean
}

/** Without one of these nothing ends, whatever the weights say; danger only when it is said to have been none. */
function mayEnd({ cues, emergency, message }: Heard, { danger, reporter }: Draft): boolean {
  if (emergency) return false
  if (danger === null) return endings.some((cue) => cues.has(cue))
  if (cues.has('punchline')) return true
  return message.from === reporter ? cues.has('relieved') : cues.has('explained')
}

/** Its own reporter says so, and says nothing else. */
const plainlyEnds = ({ cues, strength, text, message }: Heard, draft: Draft): boolean =>
  message.from === draft.reporter &&
  (draft.danger !== null || cues.has('withdrawn') || (cues.has('done') && strength < 0.6)) &&
  !/(?:没|不|还|又)(?:修|弄|搞|换|解决|处理)/.test(text)

/** A danger is none when somebody says what it was, or that it is over; a smell when it was his cooking. */
const wasHarmless = ({ emergency, text, message }: Heard, { danger, reporter }: Draft): boolean =>
  emergency === null &&
  danger !== null &&
  (cameToNothing(text, danger.danger) ||
    (message.from === reporter && wasTrifle(text, danger.danger)) ||
    ((danger.danger === 'gas' || danger.danger === 'fire') && ownsUp(text)))

const endings: readonly Cue[] = ['done', 'withdrawn', 'explained', 'relieved', 'punchline']

/** What stands against what for one message: going nowhere is 0, the others are weighed. */
export interface Options {
  readonly begin: Traits
  readonly joins: readonly {
    readonly draft: Draft
    readonly own: boolean
    readonly traits: Traits
  }[]
}

const statesFrom = 0.35

/** Another thing or another place, plainly said, is never the rest of one's last matter. */
const isAnother = (heard: Heard, draft: Draft): boolean =>
  heard.strength > statesFrom && heard.emergency === null && startsAfresh(heard, draft)

/** Nor is a whole statement about another building or stair somebody else's matter, unless it says `也`. */
const isTheirOwn = (heard: Heard, draft: Draft): boolean =>
  heard.strength > statesFrom &&
  !heard.cues.has('echo') &&
  (isElsewhere(heard, draft) || isAtOtherStair(heard, draft))

/** A question to us is nobody else's matter either. */
const asksUs = ({ message, cues }: Heard): boolean =>
  message.mentionsUs && cues.has('question') && !cues.has('echo')

/** Who says with a door what is wrong there has told a fact, whatever the weights say. */
const tellsWhere = ({ strength, doors }: Heard): boolean =>
  strength > statesFrom && doors.length > 0

export function optionsOf(heard: Heard, before: Before): Options {
  const joins: { draft: Draft; own: boolean; traits: Traits }[] = []
  for (const draft of before.own) {
    if (!isAnother(heard, draft))
      joins.push({ draft, own: true, traits: draftTraits(heard, draft, before) })
  }
  for (const draft of before.others) {
    if (!asksUs(heard) && !isTheirOwn(heard, draft))
      joins.push({ draft, own: false, traits: draftTraits(heard, draft, before) })
  }
  return { begin: messageTraits(heard, before), joins }
}

/**
 * Ahead of going nowhere by so much: in the conversations that are learnt from more belongs to matters than in a usual
 * talk. Above all a reporter's further words are often mere talk. Not so for who is only counted as a supporter: his words
 * change no matter.
 */
const margins = { begin: 0.3, own: 0.8, other: 0.7 }

/** `那个东西又坏了`: worth a question, where nothing was said before. */
const pointsOnly = ({ text, about, doors }: Heard, { joined }: Before): boolean =>
  joined === null && doors.length === 0 && isVague(text, about)

/** `+1`, `我也是`: of whom, if not of the matter at hand? */
const isBareEcho = ({ text, cues }: Heard): boolean =>
  text.length <= 10 &&
  cues.has('echo') &&
  !cues.has('contrary') &&
  !cues.has('thanks') &&
  !cues.has('yes')

/** A thing, its fault and a door, or the speaker's own: whatever goes on around it, that is a matter. */
const plainlyStates = ({ strength, about, doors, cues, text, verdict }: Heard): boolean =>
  (strength > 0.7 &&
    about.complete &&
    (doors.length > 0 || (!cues.has('echo') && reachOf(text)?.reach === 'room'))) ||
  (strength > sure.strength &&
    verdict.petition > sure.petition &&
    (verdict.categories[0]?.p ?? 0) > sure.category &&
    text.length >= 10 &&
    !hedges.some((cue) => cues.has(cue)))

/** So sure a statement, and so sure its category, that it needs no talk around it. */
const sure = { strength: 0.8, petition: 0.7, category: 0.8 }
const hedges: readonly Cue[] = ['echo', 'question', 'joke', 'contrary', 'advice', 'elsewhere']

/** The linker by learnt weights. */
export function learntLinker(learnt: LinkWeights = linkWeights): Linker {
  const weights = {
    begin: byNumber(learnt.begin),
    own: byNumber(learnt.own),
    other: byNumber(learnt.other),
    supports: byNumber(learnt.supports),
    adds: byNumber(learnt.adds),
    settles: byNumber(learnt.settles),
    pulls: byNumber(learnt.pulls),
    alarms: byNumber(learnt.alarms),
  }
  return {
    means: (heard, { earlier }) => isMeant({ heard, earlier }, weights.alarms),
    link(heard, before) {
      const echoed = isBareEcho(heard) ? best(heard, before.others) : null
      if (echoed) return { kind: 'joins', draft: echoed, supports: true, adds: false }
      const { begin, joins } = optionsOf(heard, before)
      let chosen: Link = { kind: 'aside' }
      let most = 0
      const begins = pointsOnly(heard, before) ? 0 : weigh(weights.begin, begin) - margins.begin
      if (begins > most) {
        most = begins
        chosen = { kind: 'begins' }
      }
      const forOwn = before.own.length > 0 ? weigh(weights.own, begin) - margins.own : 0
      const forOther = before.others.length > 0 ? weigh(weights.other, begin) - margins.other : 0
      for (const { draft, own, traits } of joins) {
        const score = own
          ? forOwn + weigh(weights.own, traits)
          : forOther + weigh(weights.other, traits)
        if (score <= most) continue
        most = score
        chosen = {
          kind: 'joins',
          draft,
          supports: !own && weigh(weights.supports, begin) + weigh(weights.supports, traits) > 0,
          adds:
            own ||
            tellsWhere(heard) ||
            weigh(weights.adds, begin) + weigh(weights.adds, traits) > 0,
        }
      }
      if (chosen.kind !== 'aside') return chosen
      if (plainlyStates(heard)) return { kind: 'begins' }
      let near = -margins.other
      for (const { draft, own, traits } of joins) {
        const score = forOther + weigh(weights.other, traits)
        const supports = weigh(weights.supports, begin) + weigh(weights.supports, traits) > 0
        if (own || score <= near || !supports) continue
        near = score
        chosen = { kind: 'joins', draft, supports, adds: false }
      }
      return chosen
    },
    settles: (heard, draft, before) =>
      wasHarmless(heard, draft) ||
      (mayEnd(heard, draft) &&
        (plainlyEnds(heard, draft) || weigh(weights.settles, endTraits(heard, draft, before)) > 0)),
    pulls: (earlier, heard, apart) => weigh(weights.pulls, pullTraits(earlier, heard, apart)) > 0,
  }
}
