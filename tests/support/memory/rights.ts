import type { PersonId } from '../../../src/domain/ids.ts'
import type { Rights } from '../../../src/flows/ports/rights.ts'
import { type KeptMessage, kept, type Shelf } from './shelf.ts'

export const memoryRights = (shelf: Shelf): Rights => ({
  async reveal(reveal) {
    if (!shelf.rights.reveals.has(reveal.id)) shelf.rights.reveals.set(reveal.id, kept(reveal))
  },
  revealsOf: async (person) =>
    [...shelf.rights.reveals.values()]
      .filter((reveal) => reveal.person === person)
      .sort((a, b) => b.revealedAt.getTime() - a.revealedAt.getTime() || (a.id < b.id ? 1 : -1)),
  async holdings(person) {
    const chatter = chatterOf(person, shelf)
    const letters = [...shelf.letters.values()].filter(
      ({ letter }) => letter.to.kind === 'person' && letter.to.person === person,
    )
    const dates = [
      ...chatter.map(([, { keptAt }]) => keptAt),
      ...letters.map(({ letter }) => letter.sendAt),
    ].sort((a, b) => a.getTime() - b.getTime())
    return { chatter: chatter.length, letters: letters.length, sinceAt: dates[0] ?? null }
  },
  saidOfSelf: async (person) => shelf.rights.said.get(person) ?? { name: null, door: null },
  async correctSelf(person, { name, door }) {
    const before = shelf.rights.said.get(person)
    shelf.rights.said.set(person, {
      name: name ?? before?.name ?? null,
      door: door ?? before?.door ?? null,
    })
  },
  async erase(person, key, now) {
    const before = shelf.rights.erasures.get(key)
    if (before) return before
    const chatter = chatterOf(person, shelf)
    for (const [id] of chatter) shelf.messages.delete(id)
    const known = shelf.people.get(person)
    const rooms = known?.rooms.size ?? 0
    known?.rooms.clear()
    for (const [id, one] of shelf.about.newcomers)
      if (one.person === person) shelf.about.newcomers.delete(id)
    shelf.codes.delete(person)
    shelf.rights.said.delete(person)
    for (const key of shelf.questions.keys())
      if (key.endsWith(`/${person}`)) shelf.questions.delete(key)
    for (const [id, voice] of shelf.voices)
      if (voice.kind !== 'item' && voice.answers.some((answer) => answer.person === person))
        shelf.voices.set(id, {
          ...voice,
          version: voice.version + 1,
          answers: voice.answers.filter((answer) => answer.person !== person),
        })
    for (const [id, { asker, dueAt }] of shelf.errands)
      if (asker === person && dueAt === null) shelf.errands.delete(id)
    if (known && !known.isStaff) known.eraseAskedAt = now
    const erased = {
      messages: chatter.length,
      files: chatter.filter(([, { message }]) => message.media !== null).length,
      rooms,
      voices: 0,
    }
    shelf.rights.erasures.set(key, erased)
    return erased
  },
})

/** What a person said that led to nothing, and was read. */
const chatterOf = (person: PersonId, shelf: Shelf): [string, KeptMessage][] =>
  [...shelf.messages].filter(
    ([, { message, state, petition }]) =>
      state === 'read' &&
      petition === null &&
      !shelf.petitionsOf.has(message.id) &&
      shelf.accounts.get(`${message.channel}/${message.sender.id}`) === person,
  )
