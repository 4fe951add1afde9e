import type { PersonId } from '../domain/ids.ts'
import { briefOf } from '../domain/notices/brief.ts'
import type { Brief, Notice } from '../domain/notices/notice.ts'
import type { KeptPetition } from '../domain/notices/rights-notice.ts'
import type { Petition } from '../domain/petition/petition.ts'
import { keptUntil, retentionOf } from '../domain/rights/retention.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk } from './ports.ts'

/** What is kept of a petition, as one of its petitioners may know it. */
export function keptOf(petition: Petition, person: PersonId, book: Rulebook): KeptPetition<Brief> {
  const over =
    petition.status === 'closed'
      ? petition.closedAt
      : petition.status === 'withdrawn'
        ? petition.withdrawnAt
        : null
  return {
    brief: briefOf(petition, book, 'concerned'),
    status: petition.status,
    words: petition.words.length,
    photos: petition.photos.length,
    isReporter: petition.reporter.person === person,
    confidential: petition.confidential,
    registeredAt: petition.registeredAt,
    untilAt: over && keptUntil(retentionOf(book.policies).closedPetitions, over),
  }
}

/** A person's petitions that cannot go yet: open ones, and closed ones within their time. */
export const staying = async (
  person: PersonId,
  book: Rulebook,
  desk: Desk,
): Promise<KeptPetition<Brief>[]> =>
  (await desk.petitions.list({ person })).map((petition) => keptOf(petition, person, book))

/** Errands that somebody asked for, as they may know what is kept of them. */
export async function keptErrands(
  person: PersonId,
  book: Rulebook,
  { errands }: Pick<Desk, 'errands'>,
): Promise<Pick<Extract<Notice, { kind: 'myData' }>, 'errands'>> {
  const asked = (await errands.askedBy(person)).map(({ number, words, overAt }) => ({
    ...{ number, words },
    untilAt: overAt && keptUntil(retentionOf(book.policies).letters, overAt),
  }))
  return asked.length > 0 ? { errands: asked } : {}
}
