import { categoryNamed } from '../intake/category-named.ts'
import { gridOf } from '../intake/gazetteer.ts'
import type { Place } from '../intake/place.ts'
import { readCorrection, type SaidCorrection } from '../intake/read-correction.ts'
import { readReply } from '../intake/read-reply.ts'
import { saidNumber } from '../intake/said-number.ts'
import type { Understanding } from '../intake/understanding.ts'
import type { Command } from '../petition/command.ts'
import type { Petition } from '../petition/petition.ts'
import type { Category } from '../street/rulebook.ts'
import type { Answer, Move } from './move.ts'
import { placeOf } from './place-of.ts'
import type { Situation } from './situation.ts'

/**
 * What somebody in office says was understood wrongly: "1027 类别改成楼道照明", "1027 地点是6栋2单元", "1027 不是诉求". Without
 * a number only where the words are plain and the speaker has one task. Null when nothing is put right.
 */
export function staffCorrection(s: Situation, u: Understanding): readonly Move[] | null {
  const said = readCorrection(s.words)
  if (!said) return null
  const number = saidNumber(s.words).number
  if (number !== null && !s.numbered)
    return said.kind === 'either' ? null : [refused('notFound', number)]
  const only = s.tasks.length === 1 && said.kind !== 'either' ? s.tasks[0] : undefined
  const petition = s.numbered ?? only
  return petition ? corrects(said, petition, s, u) : null
}

function corrects(
  said: SaidCorrection,
  petition: Petition,
  s: Situation,
  u: Understanding,
): readonly Move[] | null {
  switch (said.kind) {
    case 'dismiss':
      return [act(petition, { kind: 'dismiss', reason: said.reason }, 'dismissed')]
    case 'reinstate':
      return petition.status === 'withdrawn'
        ? [act(petition, { kind: 'insist' }, 'dispatched')]
        : null
    case 'category': {
      const named = categoryNamed(said.said, u)
      return named.kind === 'one'
        ? [toCategory(named.category, petition, s)]
        : [whichCategory(petition, named.choices)]
    }
    case 'place': {
      const place = placeSaid(said.said, petition, u)
      return [place ? toPlace(place, petition, s, u) : refused('placeUnknown', petition.number)]
    }
    case 'either':
      return whichever(said, petition, s, u)
  }
}

/** A name of a category, a place, or neither: then it is no correction, but news or an order. */
function whichever(
  { said, not }: Extract<SaidCorrection, { kind: 'either' }>,
  petition: Petition,
  s: Situation,
  u: Understanding,
): readonly Move[] | null {
  const named = categoryNamed(said, u)
  const isOfCategory = not !== '' && categoryNamed(not, u).kind !== 'none'
  if (named.kind === 'one') {
    if (named.exactly || isOfCategory) return [toCategory(named.category, petition, s)]
  } else if (isOfCategory || named.kind === 'several')
    return [whichCategory(petition, named.choices)]
  const place = placeSaid(said, petition, u)
  return place ? [toPlace(place, petition, s, u)] : null
}

/** What was said of a place, completed by what is known of it, or by the group it was told in. */
function placeSaid(said: string, petition: Petition, u: Understanding): Place | null {
  const room = petition.place.name === null ? petition.reporter.room : null
  const reply = readReply(said, 'ask_place', { room, alias: '' }, u)
  return reply.act === 'place' ? placeOf(petition.place, reply.place) : null
}

const toCategory = ({ code }: Category, petition: Petition, { words }: Situation): Move =>
  act(petition, { kind: 'correct', text: words, category: code, place: null }, 'corrected')

const toPlace = (
  place: Place,
  petition: Petition,
  { words }: Situation,
  { gazetteer }: Understanding,
): Move =>
  act(
    petition,
    {
      kind: 'correct',
      text: words,
      category: null,
      place: { place, grid: gridOf(place, gazetteer) },
    },
    'corrected',
  )

const whichCategory = ({ number }: Petition, choices: readonly Category[]): Move => ({
  kind: 'say',
  notice: {
    kind: 'categoryAsked',
    number,
    choices: choices.map(({ code, level2 }) => ({ code, name: level2 })),
  },
  outcome: 'categoryAsked',
})

const refused = (refusal: 'notFound' | 'placeUnknown', number: number): Move => ({
  kind: 'say',
  notice: { kind: 'refused', refusal, number },
  outcome: `refused ${refusal}`,
})

const act = (petition: Petition, command: Command, answer: Answer): Move => ({
  kind: 'act',
  petition,
  steps: [{ command, by: 'speaker' }],
  answer,
  outcome: command.kind,
})
