import { personId, roomId } from '../../src/domain/ids.ts'
import type { Actor } from '../../src/domain/people/roles.ts'
import type { Command } from '../../src/domain/petition/command.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { actOnPetition } from '../../src/flows/act-on-petition.ts'
import { aHeard } from '../support/builders.ts'
import { openStreet, petitions, wideBook } from './street.ts'

const [, , handled] = petitions

/**
 * A street in which everything that people can write is one of these texts: what residents say and are called, what staff
 * answer, what groups, places and offices are named.
 */
export async function hostileStreet(texts: readonly string[]) {
  const book = evilBook(texts)
  const said = texts.flatMap((text, i) => (handled ? [evil(handled, text, 3000 + i)] : []))
  const street = await openStreet([...said, ...petitions], book)
  for (const [i, petition] of said.entries()) await live(petition, texts[i] ?? '', street)
  return { ...street, said }
}

function evil(petition: Petition, text: string, number: number): Petition {
  return {
    ...petition,
    ...{
      id: `evil-${number}` as Petition['id'],
      number,
      summary: text,
      words: [text, `又说${text}`],
    },
    ...{ onBehalfOf: text, photos: [] },
    place: { ...petition.place, name: text, building: text },
    evidence: [{ field: text, confidence: 0.5, because: text }],
    reporter: { ...petition.reporter, person: personId(`evil-${number}`) },
  }
}

/** What is done with it, and said of that: by whoever handles it and by whoever brought it. */
async function live(
  petition: Petition,
  text: string,
  { desk, book, stores }: Awaited<ReturnType<typeof openStreet>>,
): Promise<void> {
  const sender = { id: petition.reporter.person, name: text, alias: text }
  await stores.people.meet({ channel: 'wechat', sender }, roomId('room-xf-1'))
  const heard = aHeard(text, { id: petition.messages[0] ?? aHeard('').id, sender })
  await stores.inbox.keep([heard], desk.clock())
  const handler = book.staff.find(({ id }) => id === 'S061') ?? null
  const by: Actor = { kind: 'person', id: personId('S061'), staff: handler }
  const owner: Actor = { kind: 'person', id: petition.reporter.person, staff: null }
  const steps: readonly (readonly [Actor, Command])[] = [
    [owner, { kind: 'supplement', text, messages: [], photos: [] }],
    [by, { kind: 'note', text, photos: [] }],
    [by, { kind: 'answerInterim', text, day: '2026-03-03' }],
    [by, { kind: 'askHelp', text }],
    [by, { kind: 'resolve', result: text, photos: [] }],
    [owner, { kind: 'rate', rating: { solved: false, score: 1, reason: text } }],
  ]
  for (const [i, [actor, command]] of steps.entries()) {
    const cause = { kind: 'press', key: `${petition.id}/${i}` } as const
    const done = await actOnPetition({ petition: petition.id, command, by: actor, cause }, desk)
    if (!done.ok) throw new Error(`${command.kind}: ${done.problem.kind}`)
  }
}

function evilBook(texts: readonly string[]): Rulebook {
  const text = (i: number) => texts[i % texts.length] ?? ''
  return {
    ...wideBook,
    rooms: wideBook.rooms.map((room, i) => ({ ...room, topic: text(i) })),
    units: wideBook.units.map((unit, i) => ({ ...unit, name: text(i + 1), aliases: [text(i)] })),
    departments: wideBook.departments.map((one, i) => ({ ...one, name: text(i + 2) })),
    places: wideBook.places.map((one, i) => ({ ...one, name: text(i + 3) })),
    categories: wideBook.categories.map((one, i) => ({ ...one, level2: text(i + 4) })),
    staff: wideBook.staff.map((one, i) => ({ ...one, name: text(i + 5), phone: text(i) })),
  }
}
