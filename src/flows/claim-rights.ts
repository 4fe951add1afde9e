import type { Claim } from '../domain/conversation/move.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import { destinationName } from '../domain/notices/brief.ts'
import type { AddressedNotice, Notice } from '../domain/notices/notice.ts'
import type { Seen } from '../domain/notices/rights-notice.ts'
import { retentionOf } from '../domain/rights/retention.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { keptErrands, keptOf, staying } from './kept-petitions.ts'
import type { Desk, HeardMessage } from './ports.ts'
import { revealIdentity } from './reveal-identity.ts'

/** What a claim about somebody's data comes to: told to who made it, in private. */
export async function claimRights(
  claim: Claim,
  heard: HeardMessage,
  s: Situation,
  book: Rulebook,
  desk: Desk,
): Promise<{ readonly notices: AddressedNotice[]; readonly outcome: string }> {
  const { id: person, staff } = s.speaker
  const key = `${heard.channel}/${heard.id}`
  const tell = (notice: Notice, outcome: string = notice.kind) => ({
    notices: [{ to: { kind: 'person', person }, notice, haste: 'answer' } as const],
    outcome,
  })
  const isStaff = staff !== null
  switch (claim.kind) {
    case 'account':
      return tell(await account(s, book, desk))
    case 'seen':
      return tell({ kind: 'whoSaw', seen: await seenOf(s, book, desk) })
    case 'correct': {
      const { name, door } = claim
      await desk.rights.correctSelf(person, { name, door })
      return tell({ kind: 'selfCorrected', name, door })
    }
    case 'askErasure': {
      const stays = await staying(person, book, desk)
      return tell({
        kind: 'eraseAsked',
        stays,
        isStaff,
        ...(await keptErrands(person, book, desk)),
      })
    }
    case 'erase': {
      const erased = await desk.rights.erase(person, key, desk.clock())
      const stays = await staying(person, book, desk)
      const errands = await keptErrands(person, book, desk)
      const keep = retentionOf(book.policies)
      return tell({ kind: 'erased', erased, stays, isStaff, keep, ...errands })
    }
    case 'identity': {
      if (!staff) throw new Error('who holds no office asks for nobody')
      const notice = await revealIdentity({ ...claim, by: staff, key }, book, desk)
      return tell(notice)
    }
  }
}

async function account({ speaker }: Situation, book: Rulebook, desk: Desk): Promise<Notice> {
  const { id } = speaker
  const keep = retentionOf(book.policies)
  const [[known], reaches, petitions, holdings, said, reveals] = await Promise.all([
    desk.people.find([id]),
    desk.people.reaches(id),
    desk.petitions.list({ person: id }),
    desk.rights.holdings(id),
    desk.rights.saidOfSelf(id),
    desk.rights.revealsOf(id),
  ])
  const dates = [...petitions.map(({ registeredAt }) => registeredAt), holdings.sinceAt]
    .flatMap((at) => at ?? [])
    .sort((a, b) => a.getTime() - b.getTime())
  return {
    kind: 'myData',
    name: said.name ?? known?.name ?? '',
    door: said.door ?? '',
    channels: [...new Set(reaches.map(({ channel }) => channel))],
    rooms: (known?.rooms ?? []).map(({ room, alias }) => ({
      topic: book.rooms.find((one) => one.id === room)?.topic ?? '',
      alias,
    })),
    sinceAt: dates[0] ?? null,
    petitions: petitions.map((petition) => keptOf(petition, id, book)),
    chatter: holdings.chatter,
    letters: holdings.letters,
    seen: reveals.map((reveal) => asSeen(reveal, book)),
    keep,
    ...(await keptErrands(id, book, desk)),
  }
}

const seenOf = async ({ speaker }: Situation, book: Rulebook, desk: Desk): Promise<Seen[]> =>
  (await desk.rights.revealsOf(speaker.id)).map((reveal) => asSeen(reveal, book))

/** By office, not by name: who looked answers to those above. */
function asSeen(
  {
    number,
    by,
    role,
    reason,
    revealedAt,
  }: Awaited<ReturnType<Desk['rights']['revealsOf']>>[number],
  book: Rulebook,
): Seen {
  const staff = book.staff.find(({ id }) => id === by)
  const office = staff
    ? destinationName(
        staff.department
          ? { kind: 'department', code: staff.department }
          : { kind: 'community', code: staff.unit },
        book,
      )
    : ''
  return { number, role, office, reason, seenAt: revealedAt }
}
