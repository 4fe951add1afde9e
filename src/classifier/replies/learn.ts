import { byRules } from '../../domain/intake/read-reply.ts'
import { type ReplyContext, replyContexts } from '../../domain/intake/reply.ts'
import { traitsOfReply } from '../../domain/intake/reply-traits.ts'
import type { ReplyHeads, SaidReply } from '../../domain/intake/reply-weighed.ts'
import { normalise } from '../../domain/intake/text.ts'
import type { Understanding } from '../../domain/intake/understanding.ts'
import { fitHead, type Lesson } from './fit.ts'
import type { MarkedReply, ReplyFile } from './read.ts'

/** One marked reply with its traits. */
interface Example {
  readonly reply: MarkedReply
  readonly traits: readonly string[]
}

/** A reply as reading takes it. */
export const saidOf = ({ text, context }: Pick<MarkedReply, 'text' | 'context'>): SaidReply => ({
  text: normalise(text),
  raw: text,
  context,
  place: { rooms: [] },
})

/** What a file teaches, read once however often it is learnt from. */
export function examplesOf({ replies, isOld }: ReplyFile, u: Understanding): Example[] {
  return replies.map((reply) => {
    const said = saidOf(reply)
    return { reply, traits: traitsOfReply(said.text, said.raw, isOld ? null : byRules(said, u)) }
  })
}

/** Learns what replies mean. The same examples give the same heads. */
export function learnReplies(examples: readonly Example[]): ReplyHeads {
  const rates = examples.filter(({ reply }) => reply.act === 'rate')
  const acts = replyContexts.map((context) => [context, fitHead(actLessons(examples, context))])
  return {
    ...(Object.fromEntries(acts) as Record<ReplyContext, ReplyHeads[ReplyContext]>),
    solved: fitHead(examples.flatMap(solvedLesson)),
    score: fitHead(
      rates.map(({ reply, traits }) => lesson(traits, String(reply.score ?? null), 1)),
    ),
  }
}

const lesson = (traits: readonly string[], meaning: string, weight: number): Lesson => ({
  traits,
  meaning,
  weight,
})

const borrowed = 0.2
/** Of an answer to another question its words count, not what its own rules saw. */
const wordsOnly = ({ traits }: Example) => traits.filter((trait) => !/^(?:R|Sscore)/.test(trait))

const actLessons = (examples: readonly Example[], context: ReplyContext): Lesson[] =>
  examples.flatMap((example) => {
    const { reply, traits } = example
    if (reply.context === context) return [lesson(traits, reply.act, 1)]
    const act = alike(reply, context)
    return act === null ? [] : [lesson(wordsOnly(example), act, borrowed)]
  })

/** What an answer to one question would mean as an answer to another; null when that cannot be said. */
function alike({ context, act, solved, score }: MarkedReply, asked: ReplyContext): string | null {
  const isTalk = context === 'idle' && ['other', 'help', 'status'].includes(act)
  const isDone = solved === true && score === null
  switch (asked) {
    case 'survey':
      return isTalk ? 'other' : null
    case 'confirm':
      return isTalk ? 'other' : context === 'ask_place' && act === 'withdraw' ? act : null
    case 'ask_place':
      if (context === 'confirm') return act === 'withdraw' || act === 'other' ? act : null
      return isTalk ? 'other' : null
    case 'idle':
      // orders of staff come this way, too
      return context === 'task' || isDone || (context === 'confirm' && act === 'other')
        ? 'other'
        : null
    case 'task':
      return null
  }
}

/** `不漏了` is solved whoever says it; whoever tells trouble does not call it solved. */
function solvedLesson(example: Example): Lesson[] {
  const { reply, traits } = example
  if (reply.context === 'survey') {
    if (reply.act === 'reopen') return [lesson(traits, 'false', 1)]
    if (reply.act !== 'rate' || reply.solved === undefined) return []
    // satisfaction alone leaves it open, and is no lesson about what does
    if (reply.solved === null && (reply.score ?? 0) >= 4) return []
    return [lesson(traits, String(reply.solved), reply.solved === null ? 0.5 : 1)]
  }
  const key = `${reply.context} ${reply.act}`
  const solved = key === 'task resolve' || key === 'confirm withdraw'
  if (!solved && key !== 'task note' && key !== 'idle new') return []
  return [lesson(wordsOnly(example), String(solved), borrowed)]
}
