import type { Notice } from '../domain/notices/notice.ts'
import type { Staff } from '../domain/people/roles.ts'
import type { Petition } from '../domain/petition/petition.ts'
import { mayLearnIdentity } from '../domain/rights/may-learn.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { phoneOf } from './brought-account.ts'
import type { Desk } from './ports.ts'

/**
 * Tells somebody in office who reported a petition, by their role and for a reason; the look is written down before
 * anything is told, and the petitioner can read it. `key`: what it followed from.
 */
export async function revealIdentity(
  {
    petition,
    by,
    reason,
    key,
  }: {
    readonly petition: Petition
    readonly by: Staff
    readonly reason: string
    readonly key: string
  },
  book: Rulebook,
  desk: Pick<Desk, 'rights' | 'people' | 'clock'>,
): Promise<Notice> {
  const { number, reporter } = petition
  const may = mayLearnIdentity(by, reason, petition, book)
  if (!may.ok) return { kind: 'identityRefused', number, why: may.problem }
  await desk.rights.reveal({
    id: key,
    petition: petition.id,
    number,
    person: reporter.person,
    by: by.id,
    role: by.role,
    reason: reason.trim(),
    revealedAt: desk.clock(),
  })
  const [[known], said, reaches] = await Promise.all([
    desk.people.find([reporter.person]),
    desk.rights.saidOfSelf(reporter.person),
    desk.people.reaches(reporter.person),
  ])
  const phones = reaches.flatMap(({ channel, account }) =>
    channel === 'api' ? (phoneOf(account) ?? []) : [],
  )
  const here = known?.rooms.find(({ room }) => room === reporter.room) ?? known?.rooms[0]
  return {
    kind: 'identity',
    number,
    name: said.name ?? known?.name ?? '',
    door: said.door ?? here?.alias ?? '',
    ...(phones.length > 0 && { phones: [...new Set(phones)] }),
    rooms: (known?.rooms ?? []).flatMap(
      ({ room }) => book.rooms.find(({ id }) => id === room)?.topic ?? [],
    ),
    supporters: petition.supporters.length,
    onBehalfOf: petition.onBehalfOf,
    confidential: petition.confidential,
  }
}
