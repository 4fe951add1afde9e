import { type PersonId, personId } from '../../../src/domain/ids.ts'
import { samePerson } from '../../../src/domain/petition/same-person.ts'
import { type Bindings, mostMisses } from '../../../src/flows/ports/bindings.ts'
import type { Shelf } from './shelf.ts'

export const memoryBindings = (shelf: Shelf): Bindings => ({
  async issue(person, hash, expiresAt, now) {
    for (const [whose, code] of shelf.codes)
      if (code.hash === hash && code.expiresAt <= now) shelf.codes.delete(whose)
    const taken = [...shelf.codes].some(([whose, code]) => whose !== person && code.hash === hash)
    if (!taken) shelf.codes.set(person, { hash, expiresAt, usedBy: null })
    return !taken
  },
  async claim({ hash, by, aloud, key, staff }, now) {
    const usedBy = `${aloud ? 'aloud ' : ''}${key}`
    const account = `${by.channel}/${by.account}`
    const [whose, code] = [...shelf.codes].find(([, one]) => one.hash === hash) ?? []
    const person = whose && (shelf.merges.get(whose) ?? whose)
    if (person && code?.usedBy === usedBy)
      return aloud ? { kind: 'voided' } : { kind: 'bound', person }
    const isOpen = code?.usedBy === null
    if (aloud && code && isOpen) code.usedBy = usedBy
    const missed = [...shelf.misses].filter(
      ([id, { at }]) => id !== key && at.getTime() > now.getTime() - mostMisses.withinMs,
    )
    const own = missed.filter(([, miss]) => miss.account === account)
    if (own.length >= mostMisses.ofAccount || missed.length >= mostMisses.ofAll)
      return { kind: 'locked' }
    const before = shelf.accounts.get(account)
    if (person && before === person && !aloud) return { kind: 'already', person }
    if (!person || !code || !isOpen || code.expiresAt <= now) {
      if (!shelf.misses.has(key)) shelf.misses.set(key, { account, at: now })
      return { kind: 'unknown' }
    }
    if (!aloud && before && staff.includes(before)) return { kind: 'inOffice' }
    if (aloud) return { kind: 'voided' }
    code.usedBy = usedBy
    if (before) merge(before, person, shelf)
    shelf.accounts.set(account, person)
    shelf.bound.add(account)
    const known = shelf.people.get(person)
    if (known) known.account = by
    return { kind: 'bound', person }
  },
  async release(person) {
    shelf.codes.delete(person)
    const accounts = [...shelf.bound].filter((key) => shelf.accounts.get(key) === person)
    for (const key of accounts) {
      shelf.accounts.delete(key)
      shelf.bound.delete(key)
    }
    return accounts.length
  },
})

function merge(one: PersonId, other: PersonId, shelf: Shelf) {
  for (const [key, person] of shelf.accounts)
    if (person === one) {
      shelf.accounts.set(key, other)
      shelf.bound.add(key)
    }
  for (const [id, petition] of shelf.petitions) {
    const is = [petition.reporter, ...petition.supporters].some(({ person }) => person === one)
    const was = petition.notTheirs.includes(one) || petition.ratings.some((r) => r.person === one)
    if (is || was) shelf.petitions.set(id, samePerson(petition, one, other))
  }
  for (const [room, alias] of shelf.people.get(one)?.rooms ?? []) {
    const rooms = shelf.people.get(other)?.rooms
    if (!rooms?.has(room)) rooms?.set(room, alias)
  }
  for (const [key, question] of shelf.questions) {
    if (!key.endsWith(`/${one}`)) continue
    const theirs = key.slice(0, -one.length) + other
    if (!shelf.questions.has(theirs)) shelf.questions.set(theirs, question)
    shelf.questions.delete(key)
  }
  for (const entry of shelf.letters.values())
    if (entry.state === 'pending' && entry.letter.to.kind === 'person')
      if (entry.letter.to.person === one)
        entry.letter = { ...entry.letter, to: { kind: 'person', person: other } }
  for (const [id, voice] of shelf.voices)
    if (voice.kind !== 'item' && voice.answers.some(({ person }) => person === one)) {
      const whose = (who: string) => (who === one ? other : who)
      const answers = voice.answers.map((answer) => ({
        ...answer,
        ...{ person: personId(whose(answer.person)), household: whose(answer.household) },
      }))
      shelf.voices.set(id, { ...voice, version: voice.version + 1, answers })
    }
  for (const [id, errand] of shelf.errands)
    if (errand.asker === one)
      shelf.errands.set(id, { ...errand, version: errand.version + 1, asker: other })
  for (const [from, into] of shelf.merges) if (into === one) shelf.merges.set(from, other)
  shelf.merges.set(one, other)
}
