import type { MessageId } from '../../ids.ts'
import { hear } from '../heard.ts'
import type { Matter } from '../matter.ts'
import { matterOf } from '../matter-of.ts'
import type { Stretch } from '../message.ts'
import type { Reading, Understanding } from '../understanding.ts'
import { draftOf } from './draft-of.ts'
import { hasWords } from './may-hold-matter.ts'
import { oneForEach, type Registered } from './one-for-each.ts'
import type { Opinion } from './opinion.ts'
import { withOpinion } from './with-opinion.ts'

/**
 * From this strength on a matter of ours stays although the second reader leaves it out: of such matters in 320 marked
 * stretches one was wrong, jokes about danger aside. So nobody talks a model into passing over what somebody else reports.
 */
const sure = 0.95

/**
 * The matters of a stretch as a second reader sees them, each built anew from our own reading of its messages and then
 * corrected field by field. Of ours stays what it leaves out and must not be lost: a danger, what is registered already,
 * and what we are sure of. What is registered stays one matter.
 */
export function mergedReading(
  local: Reading,
  opinions: readonly Opinion[],
  stretch: Stretch,
  registered: readonly Registered[],
  u: Understanding,
): Reading {
  const told = oneForEach(opinions, registered).flatMap((opinion) => {
    const counterpart = mostShared(opinion, local.matters)
    if (!counterpart && opinion.category === null) return [] // seen by it alone, and nothing to show for it
    const matter = matterIn(opinion, opinions, stretch, u)
    return matter ? [keptAlive(matter, counterpart, registered)] : []
  })
  const kept = local.matters.filter(
    (matter) =>
      !told.some((other) => sharesWith(matter, other)) && mustStay(matter, stretch, registered, u),
  )
  const matters = local.matters
    .filter(({ urgency }) => urgency.value === 'emergency')
    .reduce(withDanger, [...told, ...kept])
    .sort((a, b) => first(a, stretch) - first(b, stretch))
  const newest = stretch.messages.at(-1)
  const isTold = newest !== undefined && matters.some((m) => m.messages.includes(newest.id))
  return { matters, unsure: local.unsure && !isTold }
}

function matterIn(
  opinion: Opinion,
  all: readonly Opinion[],
  stretch: Stretch,
  u: Understanding,
): Matter | null {
  const isShared = all.some((other) => other !== opinion && sharesWith(opinion, other))
  const evidence = isShared ? (opinion.category?.evidence ?? null) : null
  const draft = draftOf({ ...opinion, evidence }, stretch, u.model)
  return draft && withOpinion(matterOf(draft, stretch, u), opinion, draft, stretch, u)
}

/** Whether a registered matter is over is not for a second reader to say; one that it lists anew is not. */
const keptAlive = (matter: Matter, own: Matter | undefined, registered: readonly Registered[]) =>
  own && registered.some((petition) => sharesWith(own, petition))
    ? { ...matter, settled: own.settled }
    : matter

function mustStay(
  matter: Matter,
  { messages, room }: Stretch,
  registered: readonly Registered[],
  { model }: Understanding,
): boolean {
  if (matter.urgency.value === 'emergency') return true
  if (registered.some((petition) => sharesWith(matter, petition))) return true
  const said = messages.filter(
    (m) => matter.messages.includes(m.id) && m.from === matter.reporter && hasWords(m),
  )
  return said.some((message) => hear(message, model, room === null).strength >= sure)
}

/** A danger that we saw is in the reading, come what may: in the matter that took up its words, or by itself. */
function withDanger(matters: readonly Matter[], danger: Matter): Matter[] {
  const near = mostShared(danger, matters)
  if (!near) return [...matters, danger]
  if (near.urgency.value === 'emergency') return [...matters]
  const { urgency, category } = danger
  return matters.map((matter) =>
    matter === near ? { ...matter, urgency, category, danger: danger.danger } : matter,
  )
}

interface Told {
  readonly messages: readonly MessageId[]
}

const sharesWith = (a: Told, b: Told): boolean => a.messages.some((id) => b.messages.includes(id))

function mostShared<Other extends Told>(one: Told, others: readonly Other[]): Other | undefined {
  const shared = (other: Told) => other.messages.filter((id) => one.messages.includes(id)).length
  return others
    .filter((other) => shared(other) > 0)
    .reduce<Other | undefined>(
      (best, other) => (best && shared(best) >= shared(other) ? best : other),
      undefined,
    )
}

const first = ({ messages }: Told, stretch: Stretch): number =>
  stretch.messages.findIndex(({ id }) => messages.includes(id))
