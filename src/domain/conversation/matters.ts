import { joinerOf, joinWords } from '../heads/neighbour.ts'
import type { Matter, Urgency } from '../intake/matter.ts'
import { photoIn } from '../intake/message.ts'
import { joinFrom, sameMatter } from '../intake/same-matter.ts'
import { toldWords } from '../intake/told-words.ts'
import type { Understanding } from '../intake/understanding.ts'
import { isQuarrel } from '../mediation/mediation.ts'
import type { Command } from '../petition/command.ts'
import {
  isOpen,
  isSamePetitioner,
  type Petition,
  type Petitioner,
  petitioners,
} from '../petition/petition.ts'
import type { Answer, Move } from './move.ts'
import { needsPlace } from './needs-place.ts'
import { petitionerOf } from './petitioner.ts'
import type { Situation } from './situation.ts'

// Whoever says 我也是 to a quarrel may be its other side: it is joined by nobody, and who has one of their own tells it.

const rank: Readonly<Record<Urgency, number>> = { normal: 0, urgent: 1, emergency: 2 }

/** What the newest message does to the matters of its chat; null when it has no part in any. */
export function matters(s: Situation, u: Understanding): readonly Move[] | null {
  const moves = s.reading.matters.flatMap((matter) => about(matter, s, u))
  return moves.length > 0 ? moves : null
}

function about(matter: Matter, s: Situation, u: Understanding): Move[] {
  const told = matter.messages.includes(s.message.id)
  const known = [...s.known]
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
    .find(({ messages }) => matter.messages.some((id) => messages.includes(id)))
  if (known) return goesOn(known, matter, told, s)
  if (!told || matter.settled.value) return []
  const { petition, isSure } = alreadyOpen(matter, s, u)
  if (petition && isSure) {
    const joiner = joinerOf(matter, petitionerOf(s.speaker.id, s), s.at, u.book)
    const newcomer = mayJoin(joiner, petition, s)
    const steps: Command[] = [
      ...(newcomer ? [{ kind: 'join', petitioner: joiner } as const] : []),
      { ...supplement(s), text: joinWords(s.words, joiner) },
    ]
    return [act(petition, steps, newcomer ? 'joined' : 'supplemented')]
  }
  const placeMissing = needsPlace(matter, wordsOf(matter, s), u)
  const asks = petition && matter.reporter === s.speaker.id && !placeMissing
  return [
    {
      kind: 'register',
      matter: isQuarrel({ kind: matter.kind.value }) ? { ...matter, supporters: [] } : matter,
      placeMissing,
      outcome: 'registered',
      ...(asks && { alike: petition }),
    },
  ]
}

/** The open petition that it may be, and whether that is sure enough to join unasked. */
function alreadyOpen(matter: Matter, s: Situation, u: Understanding) {
  const open = s.nearby.filter(
    (one) =>
      !one.notTheirs.includes(matter.reporter) &&
      (!isQuarrel(one) || petitioners(one).some(({ person }) => person === matter.reporter)),
  )
  const said = s.stretch.messages.filter(({ id }) => matter.messages.includes(id))
  const told = {
    matter,
    words: toldWords(matter, s.reading.matters, s.stretch.messages),
    photos: said.flatMap((message) => {
      const photo = photoIn(message)
      return photo ? [photo, ...(s.samePhotos.get(photo) ?? [])] : []
    }),
  }
  const same = sameMatter(told, open, s.at, u.model)
  // who asks not to be named joins nobody unasked
  const isSure = same !== null && same.confidence >= joinFrom && !matter.confidential.value
  return { petition: open.find(({ id }) => id === same?.id), isSure }
}

/** A matter that is registered already is told on: more facts, more people, or its end. */
function goesOn(petition: Petition, matter: Matter, told: boolean, s: Situation): Move[] {
  if (!isOpen(petition)) return []
  const mine = petition.reporter.person === s.speaker.id
  // a 不用了 that we have just asked about says nothing of this one yet
  if (matter.settled.value && mine && s.question?.asked.kind !== 'notWanted')
    return isOfAnother(petition, s)
      ? []
      : [act(petition, [{ kind: 'withdraw', reason: s.words || '已解决' }], 'withdrawn')]
  const joins =
    !mine &&
    matter.supporters.includes(s.speaker.id) &&
    isNewcomer(petition, s) &&
    !isQuarrel(petition)
  const adds = told && !petition.messages.includes(s.message.id)
  const steps = [
    ...(joins ? [join(s)] : []),
    ...(adds ? [amendment(petition, matter, mine, s) ?? supplement(s)] : []),
  ]
  if (steps.length === 0) return []
  return [act(petition, steps, joins ? 'joined' : s.room ? null : 'supplemented')]
}

/** The number of some other petition was said. */
const isOfAnother = ({ id }: Petition, { numbered }: Situation): boolean =>
  numbered !== null && numbered.id !== id

/** Facts that change where a petition goes or how fast: a place that was missing, a danger that was not told before. */
function amendment(
  petition: Petition,
  matter: Matter,
  mine: boolean,
  s: Situation,
): Command | null {
  const placed = petition.grid === null && matter.grid.value !== null
  const raised = rank[matter.urgency.value] > rank[petition.urgency]
  if (!mine || (!placed && !raised)) return null
  return {
    kind: 'amend',
    text: s.words,
    messages: [s.message.id],
    place: placed ? { place: matter.place.value, grid: matter.grid.value } : null,
    category: null,
    raise: raised ? { urgency: matter.urgency.value, danger: matter.danger } : null,
  }
}

/** A head who reported or joined before may still join for another neighbour. */
const mayJoin = (joiner: Petitioner, petition: Petition, { speaker }: Situation) =>
  !petition.notTheirs.includes(speaker.id) &&
  petitioners(petition).every((known) => !isSamePetitioner(known, joiner))

const isNewcomer = (petition: Petition, { speaker }: Situation) =>
  !petition.notTheirs.includes(speaker.id) &&
  petitioners(petition).every(({ person }) => person !== speaker.id)

const join = (s: Situation): Command => ({
  kind: 'join',
  petitioner: petitionerOf(s.speaker.id, s),
})

const supplement = ({ message, words }: Situation): Extract<Command, { kind: 'supplement' }> => {
  const photo = photoIn(message)
  return { kind: 'supplement', text: words, messages: [message.id], photos: photo ? [photo] : [] }
}

/** What was said of a matter, in order. */
const wordsOf = (matter: Matter, { stretch }: Situation): string =>
  stretch.messages
    .filter(({ id }) => matter.messages.includes(id))
    .map(({ text }) => text)
    .filter(Boolean)
    .join('，')

const act = (petition: Petition, steps: readonly Command[], answer: Answer | null): Move => ({
  kind: 'act',
  petition,
  steps: steps.map((command) => ({ command, by: 'speaker' })),
  answer,
  outcome: answer ?? 'supplemented',
})
