import { type Attribute, attributeNames, attributes } from './attributes.ts'
import { matchPetitions } from './match.ts'
import type { ExpectedConversation, PredictedConversation, ScoredPetition } from './records.ts'

/** One thing that was read otherwise than a careful dispatcher reads it. */
export interface Miss {
  readonly conversation: string
  readonly what: 'missed' | 'invented' | 'messages' | Attribute
  readonly want: unknown
  readonly got: unknown
}

/** What went wrong in each conversation, for people who improve the reading. */
export function missesOf(
  expected: readonly ExpectedConversation[],
  predicted: readonly PredictedConversation[],
): Miss[] {
  const found = new Map(predicted.map(({ id, petitions }) => [id, petitions]))
  return expected.flatMap(({ id, expect }) => {
    const petitions = found.get(id) ?? []
    const matched = matchPetitions(expect, petitions)
    const taken = new Set(matched.values())
    return [
      ...expect.flatMap((want, i) => {
        const got = petitions[matched.get(i) ?? -1]
        return got ? differences(id, want, got) : [miss(id, 'missed', brief(want), null)]
      }),
      ...petitions.flatMap((got, j) =>
        taken.has(j) ? [] : [miss(id, 'invented', null, brief(got))],
      ),
    ]
  })
}

function differences(id: string, want: ScoredPetition, got: ScoredPetition): Miss[] {
  const wrong = attributeNames.filter((name) => attributes[name](want, got) < 1)
  const alike = [...want.messages].sort().join() === [...got.messages].sort().join()
  return [
    ...(alike ? [] : [miss(id, 'messages', want.messages, got.messages)]),
    ...wrong.map((name) => miss(id, name, said(want, name), said(got, name))),
  ]
}

const said = (petition: ScoredPetition, name: Attribute): unknown =>
  name === 'category_level1' ? petition.category?.slice(0, 2) : petition[name]

const brief = ({ messages, category }: ScoredPetition) => ({ messages, category })

const miss = (conversation: string, what: Miss['what'], want: unknown, got: unknown): Miss => ({
  conversation,
  what,
  want,
  got,
})
