import { readReply } from '../intake/read-reply.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Command } from '../petition/command.ts'
import { isOpen, type Petition, petitioners } from '../petition/petition.ts'
import type { Answer, Move } from './move.ts'
import { placeContext } from './place-context.ts'
import type { Situation } from './situation.ts'

/** So long the question waits for its answer, and so long what was merged is parted again by a plain sentence. */
const answerableMs = 24 * 3_600_000
/** In a group only right after it: later the same words are about something else. */
const aloudMs = 10 * 60_000
/** Longer texts are no mere answer. */
const answerLength = 16

const itIs =
  /^(?:嗯+|哦|啊|@\S+)*[ ,，!！]*(?:是(?!不|谁|什么|啥)|对(?!不|面|门|方)|没错|就是|同一[件个处码]|一[件回码]事|一样|并(?:入|到|一起|吧)|合并|要得|系(?:啊|呀|嘅)?)/
const itIsNot = /不是|不对|两(?:回|码|件)事|不一样|别并|不并|分开|另(?:外)?一?[件回码]|唔(?:系|同)/

/**
 * The answer to "is it the same as that one?": yes merges the new petition into the other, no keeps both, anything else is
 * none. In a group only plain words of the one who was asked.
 */
export function whetherSame(
  petition: Petition,
  other: Petition,
  s: Situation,
  u: Understanding,
): readonly Move[] | null {
  const words = s.words.trim()
  const isTimely = s.at.getTime() - petition.registeredAt.getTime() <= answerableMs
  if (!isTimely || !isOpen(petition) || !isOpen(other) || [...words].length > answerLength)
    return null
  const reply = readReply(words, 'confirm', placeContext(s), u)
  if (reply.act === 'amend' || reply.act === 'withdraw') return null
  if (itIsNot.test(words) || (reply.act === 'no' && !s.room)) return [keptApart(s)]
  const agrees = itIs.test(words) || (reply.act === 'yes' && !s.room)
  return agrees ? merged(petition, other) : null
}

const keptApart = ({ room }: Situation): Move =>
  room
    ? { kind: 'silence', question: null, outcome: 'keptApart' }
    : { kind: 'say', notice: { kind: 'keptApart' }, question: null, outcome: 'keptApart' }

/** First the other takes over people and words, then the new one ends: whatever comes between, nobody is left out. */
function merged(petition: Petition, other: Petition): readonly Move[] {
  const known = petitioners(other).map(({ person }) => person)
  const steps: Command[] = petitioners(petition)
    .filter(({ person }) => !known.includes(person))
    .map((petitioner) => ({ kind: 'join', petitioner }))
  // words of who must not become known stay where they are
  if (!petition.confidential)
    steps.push({
      kind: 'supplement',
      text: petition.words.join('；'),
      messages: petition.messages,
      photos: petition.photos,
    })
  const merge = { kind: 'merge', into: { petition: other.id, number: other.number } } as const
  const taken = steps.length > 0 ? [act(other, steps, null)] : []
  return [...taken, { ...act(petition, [merge], 'merged'), question: null }]
}

/** "不是一件事" within a day: what was merged stands by itself again, and its people leave the other. Null: nothing was. */
export function partedAgain(s: Situation): readonly Move[] | null {
  if ([...s.words].length > answerLength || !itIsNot.test(s.words)) return null
  const within = s.room && !s.message.mentionsUs ? aloudMs : answerableMs
  for (const petition of s.own) {
    if (petition.status !== 'withdrawn' || !petition.mergedInto) continue
    if (s.at.getTime() - petition.withdrawnAt.getTime() > within) continue
    const { mergedInto } = petition
    const other = s.own.find(({ id }) => id === mergedInto.petition)
    const isJoined = other?.supporters.some(({ person }) => person === s.speaker.id) ?? false
    return [
      ...(other && isJoined ? [act(other, [{ kind: 'unjoin' }], null)] : []),
      act(petition, [{ kind: 'unmerge' }], 'unmerged'),
    ]
  }
  return null
}

const act = (
  petition: Petition,
  steps: readonly Command[],
  answer: Answer | null,
): Extract<Move, { kind: 'act' }> => ({
  kind: 'act',
  petition,
  steps: steps.map((command) => ({ command, by: 'speaker' })),
  answer,
  outcome: answer ?? 'takenOver',
})
