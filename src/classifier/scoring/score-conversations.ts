import { type Attribute, attributeNames, attributes } from './attributes.ts'
import { bcubed, clustersOf } from './clusters.ts'
import { duplicatePairs } from './duplicates.ts'
import { matchPetitions } from './match.ts'
import {
  type ExpectedConversation,
  isBlank,
  type PredictedConversation,
  type ScoredPetition,
} from './records.ts'
import { harmonic, mean, type SetScores, setScores, share } from './shares.ts'

export interface ConversationScores extends Readonly<Record<Attribute, number>> {
  /** Over the messages that belong to some petition. */
  readonly detect: SetScores
  /** B-cubed F1 of how those messages are grouped into petitions. */
  readonly group: number
  readonly emergency_recall: number
  readonly emergency_precision: number
  /** F1 over pairs of petitions that are the same open matter. */
  readonly duplicate: number
}

/**
 * How well the petitions of conversations were found. A conversation without a prediction counts as nothing found;
 * attributes are shares of all expected petitions, so that a missed one counts as wrong.
 * Throws for a prediction of an unknown conversation, and for an id that occurs twice.
 */
export function scoreConversations(
  expected: readonly ExpectedConversation[],
  predicted: readonly PredictedConversation[],
): ConversationScores {
  const known = byId(expected, 'expected')
  const found = byId(predicted, 'predicted')
  for (const id of found.keys()) {
    if (!known.has(id)) throw new Error(`prediction for ${id}, which is not expected`)
  }
  const all = expected.map(({ id, expect }) => {
    const petitions = found.get(id)?.petitions ?? []
    return { id, expect, petitions, matched: matchPetitions(expect, petitions) }
  })
  const matches = all.flatMap(({ id, expect, petitions, matched }) =>
    [...matched].flatMap(([i, j]) => {
      const want = expect[i]
      const got = petitions[j]
      return want && got ? [{ want, got, wantKey: `${id}#${i}`, gotKey: `${id}#${j}` }] : []
    }),
  )
  const count = all.reduce((sum, { expect }) => sum + expect.length, 0)
  const rate = (name: Attribute): number =>
    share(
      matches.reduce((sum, { want, got }) => sum + attributes[name](want, got), 0),
      count,
      1,
    )

  const precisions = all.flatMap(({ expect, petitions }) =>
    bcubed(clustersOf(petitions), clustersOf(expect)),
  )
  const recalls = all.flatMap(({ expect, petitions }) =>
    bcubed(clustersOf(expect), clustersOf(petitions)),
  )

  const emergencies = {
    expected: all.flatMap(({ expect }) => expect.filter(isEmergency)).length,
    predicted: all.flatMap(({ petitions }) => petitions.filter(isEmergency)).length,
    both: matches.filter(({ want, got }) => isEmergency(want) && isEmergency(got)).length,
  }

  const expectedName = new Map(matches.map(({ wantKey, gotKey }) => [gotKey, wantKey]))
  return {
    detect: setScores(
      messagesOf(all.map(({ id, expect }) => ({ id, petitions: expect }))),
      messagesOf(all),
    ),
    group: harmonic(
      mean(precisions, recalls.length > 0 ? 0 : 1),
      mean(recalls, precisions.length > 0 ? 0 : 1),
    ),
    ...(Object.fromEntries(attributeNames.map((name) => [name, rate(name)])) as Record<
      Attribute,
      number
    >),
    emergency_recall: share(
      emergencies.both,
      emergencies.expected,
      emergencies.predicted > 0 ? 0 : 1,
    ),
    emergency_precision: share(
      emergencies.both,
      emergencies.predicted,
      emergencies.expected > 0 ? 0 : 1,
    ),
    duplicate: setScores(
      duplicatePairs(
        linksOf(all.map(({ id, expect }) => ({ id, petitions: expect }))),
        (key) => key,
      ),
      duplicatePairs(linksOf(all), (key) => expectedName.get(key) ?? `unmatched ${key}`),
    ).f1,
  }
}

const isEmergency = ({ urgency }: ScoredPetition): boolean => urgency === 'emergency'

const messagesOf = (conversations: readonly PredictedConversation[]): Set<string> =>
  new Set(
    conversations.flatMap(({ id, petitions }) =>
      petitions.flatMap(({ messages }) => messages.map((message) => `${id}/${message}`)),
    ),
  )

const linksOf = (conversations: readonly PredictedConversation[]): Map<string, string> =>
  new Map(
    conversations.flatMap(({ id, petitions }) =>
      petitions.flatMap(({ duplicate_of }, i) =>
        isBlank(duplicate_of) ? [] : [[`${id}#${i}`, duplicate_of] as const],
      ),
    ),
  )

/** Lines by their id. Throws when one occurs twice. */
export function byId<Line extends { readonly id: string }>(
  lines: readonly Line[],
  what: string,
): ReadonlyMap<string, Line> {
  const map = new Map<string, Line>()
  for (const line of lines) {
    if (map.has(line.id)) throw new Error(`${what}: id ${line.id} occurs twice`)
    map.set(line.id, line)
  }
  return map
}
