import { describe, expect, test } from 'vitest'
import { unitCode } from '../../../src/domain/ids.ts'
import { householdsBehind } from '../../../src/domain/numbers/registered.ts'
import { storyUntil } from '../../../src/domain/numbers/story.ts'
import type { PetitionEvent } from '../../../src/domain/petition/event.ts'
import { evolve } from '../../../src/domain/petition/evolve.ts'
import { withoutPeople } from '../../../src/domain/rights/without-people.ts'
import { aBook, aPetition, aPetitioner, at } from '../../support/builders.ts'

const secret = '刘小明13812345678'
const when = at('2026-03-02 09:00')
const later = at('2029-03-10 03:20')

/** A petition with something personal wherever anything can stand, and the timeline that led there. */
function told() {
  const registered = aPetition('handling', {
    reporter: aPetitioner('r-1', { household: `room-xf-1/${secret}` }),
    supporters: [aPetitioner('r-2')],
    onBehalfOf: secret,
    summary: secret,
    words: [secret, secret],
    evidence: [{ field: 'category', confidence: 0.9, because: secret }],
    place: { ...aPetition('handling').place, floor: '3', room: '777', number: '17' },
  })
  const timeline: PetitionEvent[] = [
    {
      kind: 'registered',
      by: registered.reporter.person,
      at: when,
      petition: registered,
      because: secret,
    },
    {
      kind: 'supplemented',
      by: registered.reporter.person,
      at: when,
      text: secret,
      messages: [],
      photos: [],
    },
    { kind: 'noted', by: registered.handler, at: when, text: secret, photos: [] },
    {
      kind: 'resolved',
      by: registered.handler,
      at: when,
      result: secret,
      photos: [],
      inTime: true,
    },
    {
      ...{ kind: 'rated', by: registered.reporter.person, at: when, closes: true },
      rating: {
        person: registered.reporter.person,
        solved: true,
        score: 5,
        reason: secret,
        ratedAt: when,
      },
    } as const,
  ]
  const [, ...steps] = timeline
  return { petition: steps.reduce(evolve, registered), timeline }
}

const isStaff = (person: string) => person.startsWith('S')

describe('a petition without its people', () => {
  const { petition, timeline } = told()
  const bare = withoutPeople(petition, timeline, isStaff, later)

  test('says nowhere who it was', () => {
    const all = JSON.stringify(bare)
    for (const word of ['刘小明', '1381234', 'r-1', 'r-2', '777', '"17"', 'message-1'])
      expect(all, word).not.toContain(word)
  })

  test('keeps what is counted, and who handled it', () => {
    expect(bare.petition).toMatchObject({
      number: petition.number,
      status: 'closed',
      category: petition.category,
      place: { name: '幸福里小区', building: '5', unit: null },
      forgottenAt: later,
      rated: true,
    })
    expect(JSON.stringify(bare.timeline)).toContain('S061')
  })

  test('is told by its timeline, with the same numbers', () => {
    const scope = { unit: unitCode('QS') }
    const span = { from: at('2026-03-01 00:00'), until: at('2026-04-01 00:00') }
    const story = storyUntil(bare.timeline, span.until)
    const before = storyUntil(timeline, span.until)
    if (!story || !before) throw new Error('no story')
    const count = (one: typeof story) =>
      householdsBehind({ stories: [one], span, scope, book: aBook() }).size
    expect(count(story)).toBe(2)
    expect(count(story)).toBe(count(before))
    const whole = storyUntil(bare.timeline, at('2030-01-01 00:00'))
    expect({ ...whole?.petition, version: 0 }).toEqual({ ...bare.petition, version: 0 })
  })
})
