import type { Session, Sessions } from '../../../src/flows/ports/sessions.ts'
import type { Shelf } from './shelf.ts'

export const memorySessions = (shelf: Shelf): Sessions => ({
  async offer(person, hash, expiresAt) {
    shelf.links.set(person, { hash, expiresAt })
  },
  async offeredTo(hash, now) {
    return linkOf(shelf, hash, now)
  },
  async begin(link, { hash, client, expiresAt }, now) {
    const person = linkOf(shelf, link, now)
    if (!person) return undefined
    shelf.links.delete(person)
    const session = { id: shelf.newId(), person, client, beganAt: now, seenAt: now, expiresAt }
    shelf.sessions.set(hash, session)
    return session
  },
  async find(hash, now) {
    const session = shelf.sessions.get(hash)
    if (!session || session.expiresAt <= now) return undefined
    if (now.getTime() - session.seenAt.getTime() >= 60_000)
      shelf.sessions.set(hash, { ...session, seenAt: now })
    return session
  },
  async list(now, person) {
    return [...shelf.sessions.values()]
      .filter((one) => one.expiresAt > now && (!person || one.person === person))
      .sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime() || a.id.localeCompare(b.id))
  },
  async end(id, of) {
    const found = [...shelf.sessions].find(([, one]) => one.id === id && (!of || one.person === of))
    return found ? shelf.sessions.delete(found[0]) : false
  },
  async forget(before) {
    const isOver = ({ expiresAt }: Pick<Session, 'expiresAt'>) => expiresAt <= before
    const links = [...shelf.links].filter(([, link]) => isOver(link))
    const sessions = [...shelf.sessions].filter(([, session]) => isOver(session))
    for (const [person] of links) shelf.links.delete(person)
    for (const [hash] of sessions) shelf.sessions.delete(hash)
    return links.length + sessions.length
  },
})

const linkOf = ({ links }: Shelf, hash: string, now: Date) =>
  [...links].find(([, link]) => link.hash === hash && link.expiresAt > now)?.[0]
