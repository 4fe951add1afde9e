import type { Command } from '../petition/command.ts'
import { isOpen, type Petition, petitioners } from '../petition/petition.ts'
import { leftBy, takenOver } from '../petition/take-over.ts'
import type { ActMove, Answer, Move } from './move.ts'
import { neighbourParted } from './neighbour-parted.ts'
import type { Situation } from './situation.ts'

/** So long the question waits for its answer, and so long what was merged is parted again by a plain sentence. */
const answerableMs = 24 * 3_600_000
/** In a group only right after it: later the same words are about something else. */
const aloudMs = 10 * 60_000
/** Longer texts are no mere answer. */
const answerLength = 16

/** Held against the whole message, without mentions and punctuation: the same words begin much that is no answer. */
const tail = '(?:[的啊呀呢滴哒嘞咯哈哦呃嗯]|谢谢|麻烦了?|[您你])*'
const wholly = (...ways: readonly RegExp[]) =>
  new RegExp(`^[嗯哦啊呃]*(?:(?:${ways.map(({ source }) => source).join('|')})${tail})+$`, 'i')
const same =
  /(?:应该|就|都)?是(?:同一|一|这|那)[件个回码处](?:事情?|事儿)?|(?:同一|就[这那])[件个回码处](?:事情?|事儿)?|一[件回码]事|(?:就|应该)?是|对(?!了)|没错|一样|要得|系[啊呀嘅]|系同一件事?|(?:可以)?(?:并入|并到一起|合并)吧?|并吧/
const assent = /嗯+|好|行|可以|ok|👌/
const apart =
  /(?:这|那|其实|它们)?不是(?:同)?一[件个回码处](?:事情?|事儿)?|(?:这|那|其实|它们)?(?:根本)?是?两[件回码]事|分开(?:办理?|处理|登记)?吧?|另(?:外)?一?[件回码](?:事情?)?|(?:别|不要|不用|不)(?:并|合并)(?:入|到一起|了)?|唔系(?:同)?一件事?/
const denial = /不是|不对|不一样|不同|唔[系同]/
const refusal = /不|不用了?|不要|否|no/

const itIs = wholly(same)
const itIsPrivately = wholly(same, assent)
const itIsNot = wholly(apart, denial)
const itIsNotPrivately = wholly(apart, denial, refusal)
const partsThem = wholly(apart)

const bare = (words: string) => words.replace(/@\S+|[\s,，、。.!！~～…]/g, '')

/**
 * The answer to "is it the same as that one?": yes merges the new petition into the other, no keeps both, anything else is
 * none. In a group only plain words of the one who was asked, soon after it or to us.
 */
export function whetherSame(
  petition: Petition,
  other: Petition,
  s: Situation,
): readonly Move[] | null {
  const within = s.room && !s.message.mentionsUs ? aloudMs : answerableMs
  const isTimely = s.at.getTime() - petition.registeredAt.getTime() <= within
  if (!isTimely || !isOpen(petition) || !isOpen(other) || tellsNew(s)) return null
  const words = bare(s.words)
  if ([...words].length > answerLength) return null
  if ((s.room ? itIsNot : itIsNotPrivately).test(words)) return [keptApart(s)]
  return (s.room ? itIs : itIsPrivately).test(words) ? agreed(petition, other, s) : null
}

/** Whether the message belongs to a matter that is not registered yet. */
const tellsNew = ({ reading, message, known }: Situation) =>
  reading.matters.some(
    ({ messages }) =>
      messages.includes(message.id) &&
      !known.some((petition) => messages.some((id) => petition.messages.includes(id))),
  )

const keptApart = ({ room }: Situation): Move =>
  room
    ? { kind: 'silence', question: null, outcome: 'keptApart' }
    : { kind: 'say', notice: { kind: 'keptApart' }, question: null, outcome: 'keptApart' }

/** Every call for help is answered by itself, also what became one since we asked; and only who still waits for it merges it. */
function agreed(petition: Petition, other: Petition, s: Situation): readonly Move[] {
  const isEmergency = [petition, other].some(({ urgency }) => urgency === 'emergency')
  const isTheirs = petitioners(petition).some(({ person }) => person === s.speaker.id)
  return isEmergency || !isTheirs || petition.id === other.id
    ? [{ kind: 'say', notice: { kind: 'keptApart' }, question: null, outcome: 'keptApart' }]
    : merged(petition, other)
}

/** In one the other takes over people, words and gravity, and the new one ends: whatever comes between, nobody is left out. */
function merged(petition: Petition, other: Petition): readonly Move[] {
  const steps = takenOver(petition, other)
  const merge = { kind: 'merge', into: { petition: other.id, number: other.number } } as const
  const along = steps.length > 0 ? { along: act(other, steps, null) } : {}
  return [{ ...act(petition, [merge], 'merged'), ...along, question: null }]
}

/** "不是一件事" within a day: what was merged stands by itself again, and its people leave the other. Null: nothing was. */
export function partedAgain(s: Situation): readonly Move[] | null {
  const words = bare(s.words)
  if ([...words].length > answerLength) return null
  if (!partsThem.test(words)) return neighbourParted(words, partsThem, s)
  const within = s.room && !s.message.mentionsUs ? aloudMs : answerableMs
  for (const petition of s.own) {
    if (petition.status !== 'withdrawn' || !petition.mergedInto) continue
    if (s.at.getTime() - petition.withdrawnAt.getTime() > within) continue
    const { mergedInto } = petition
    const other = s.own.find(({ id }) => id === mergedInto.petition)
    const isRunning = other && other.status !== 'closed' && other.status !== 'withdrawn'
    const leaves = isRunning
      ? leftBy(petition, other).filter(
          (one) => one.kind === 'unjoin' && one.person === s.speaker.id,
        )
      : []
    const along = other && leaves.length > 0 ? { along: act(other, leaves, null) } : {}
    return [{ ...act(petition, [{ kind: 'unmerge' }], 'unmerged'), ...along }]
  }
  return null
}

const act = (petition: Petition, steps: readonly Command[], answer: Answer | null): ActMove => ({
  kind: 'act',
  petition,
  steps: steps.map((command) => ({ command, by: 'speaker' })),
  answer,
  outcome: answer ?? 'takenOver',
})
