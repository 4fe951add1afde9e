import { within } from '../../src/asking/within.ts'
import type { LarkGateway } from './gateway.ts'

/** What people are called, asked of Lark and remembered for a while. */
export interface Names {
  /** In a group asked of the group, which knows people of other companies, too; '' when nobody tells in time. */
  of(person: string, room: string | null): Promise<string>
  /** The members of a group changed. */
  forget(room: string): void
}

const freshMs = 10 * 60_000
/** After a refusal, as a rule a scope that is missing, we do not ask at every message. */
const refusedMs = 60_000
/** Lark waits three seconds for us. */
const answerMs = 1_500
const most = 2_000

type Book = ReadonlyMap<string, string>

export function namesOf(gateway: Pick<LarkGateway, 'personName' | 'memberNames'>): Names {
  const books = new Map<string, { readonly book: Promise<Book>; readonly until: number }>()
  const bookOf = (key: string, ask: () => Promise<Book>, isMissing: (book: Book) => boolean) => {
    const kept = books.get(key)
    if (kept && kept.until > performance.now()) return kept.book
    const book = ask()
    const keep = (until: number) => books.set(key, { book, until: performance.now() + until })
    keep(freshMs)
    if (books.size > most) books.delete([...books.keys()][0] ?? '')
    book.then(
      (found) => isMissing(found) && keep(refusedMs),
      () => books.set(key, { book: kept?.book ?? nobody, until: performance.now() + refusedMs }),
    )
    return book.catch(() => kept?.book ?? nobody)
  }
  const inRoom = (room: string, person: string) =>
    bookOf(
      room,
      () => gateway.memberNames(room),
      (book) => !book.has(person),
    )
  const alone = (person: string) =>
    bookOf(
      person,
      async () => new Map([[person, await gateway.personName(person)]]),
      (book) => !book.get(person),
    )
  const ask = async (person: string, room: string | null): Promise<string> => {
    const member = room === null ? undefined : (await inRoom(room, person)).get(person)
    return member ?? (await alone(person)).get(person) ?? ''
  }
  return {
    of: (person, room) => within(answerMs, ask(person, room)).catch(() => ''),
    forget: (room) => void books.delete(room),
  }
}

const nobody: Promise<Book> = Promise.resolve(new Map())
