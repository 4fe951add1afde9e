import { deskKey } from '../domain/console/scope.ts'
import { dayOf, daysAfter, endOf } from '../domain/deadlines/calendar.ts'
import type { Day } from '../domain/deadlines/limit.ts'
import type { PersonId } from '../domain/ids.ts'
import { leftNotices, returnNotices, standInNotices } from '../domain/notices/absence-notices.ts'
import type { AddressedNotice } from '../domain/notices/notice.ts'
import { type Absence, awayOn } from '../domain/people/absence.ts'
import { type InHand, isInHand } from '../domain/petition/petition.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import { lettersFor } from './letters.ts'
import type { Desk } from './ports.ts'
import { absencesOf } from './present-rulebooks.ts'

/** Whoever came back longer ago knows by now. */
const backWithinDays = 7

interface News {
  readonly key: string
  readonly notices: readonly AddressedNotice[]
}

/**
 * On the first day of an absence those who stand in are told of it and of the tasks that are theirs meanwhile; on the day
 * after its last the returned are told what is theirs; of whom is no staff any more the tasks are handed on. Each once,
 * also when nothing ran on the day itself. Answers how many were dealt with.
 */
export function absenceWatch(desk: Desk): () => Promise<number> {
  let seen = ''
  return async () => {
    const book = await desk.rulebooks.current()
    const today = dayOf(desk.clock())
    const absences = await absencesOf(book, desk)
    const key = JSON.stringify([today, book.version, absences])
    if (key === seen) return 0
    const told = await tellAll(absences, today, book, desk)
    seen = key
    return told
  }
}

async function tellAll(
  absences: readonly Absence[],
  today: Day,
  book: Rulebook,
  desk: Desk,
): Promise<number> {
  const open = await desk.petitions.list({ statuses: ['dispatched', 'handling'] })
  const hand = open.filter(isInHand).sort((a, b) => a.number - b.number)
  const away = new Set<PersonId>((book.away ?? []).map(({ person }) => person))
  const justBack = (one: Absence) =>
    one.from <= one.until &&
    one.until < today &&
    one.until >= daysAfter(today, -backWithinDays) &&
    !away.has(one.person)
  const left = new Set(
    hand.flatMap((one) =>
      one.status === 'handling' && !book.staff.some(({ id }) => id === one.handler)
        ? [one.handler]
        : [],
    ),
  )
  const leftPeople = await desk.people.find([...left])
  const leftBehind = await Promise.all(
    leftPeople.map(({ id, name }) => leftNews(id, name, hand, book, desk)),
  )
  const news: News[] = [
    ...awayOn(today, absences).map((one) => ({
      key: `absence/${one.id}/${one.deputy ?? ''}/begun`,
      notices: standInNotices(one, endOf(one.until), hand, book),
    })),
    ...absences.filter(justBack).map((one) => ({
      key: `absence/${one.id}/${one.until}/over`,
      notices: returnNotices(one.person, hand, book),
    })),
    ...leftBehind.flat(),
  ]
  let told = 0
  for (const { key, notices } of news) if (await tellOnce(key, notices, book, desk)) told += 1
  return told
}

/**
 * Who goes on with what somebody left behind hears of it once, whatever else is changed in the rules after that; whoever comes
 * after them hears of it, too, and so do they when it comes back to them. What was left at a desk only becomes less.
 */
async function leftNews(
  id: PersonId,
  name: string,
  hand: readonly InHand[],
  book: Rulebook,
  desk: Desk,
): Promise<News[]> {
  const theirs = hand.filter((one) => one.status === 'handling' && one.handler === id)
  const desks = [...new Set(theirs.map(({ to }) => deskKey(to)))]
  const news = desks.map(async (key) => {
    const there = theirs.filter(({ to }) => deskKey(to) === key)
    const notices = leftNotices(id, name, there, book)
    const turns = await turnsOf(notices.map(readerOf), { id, there, book }, desk)
    return notices.flatMap((notice): News[] => {
      const reader = readerOf(notice)
      const turn = turns.get(reader) ?? ''
      return turn === longSince
        ? []
        : [{ key: `left/${id}/${key}/${reader}${turn}`, notices: [notice] }]
    })
  })
  return (await Promise.all(news)).flat()
}

/** So many changes of the rules are looked back to see whether somebody had it in between. */
const versionsBack = 20

const longSince = 'longSince'

/**
 * Of those to whom it came after others, `/17`: with version 17 of the rules; `longSince`: so long ago that they were told then.
 * To whom it came first is left out.
 */
async function turnsOf(
  readers: readonly string[],
  left: { readonly id: PersonId; readonly there: readonly InHand[]; readonly book: Rulebook },
  { rulebooks }: Pick<Desk, 'rulebooks'>,
): Promise<ReadonlyMap<string, string>> {
  const { id, there, book } = left
  const since = new Map<string, string>()
  const first = Math.max(1, book.version - versionsBack)
  for (let version = book.version - 1; version >= first; version -= 1) {
    const before = { ...(await rulebooks.version(version)), away: book.away ?? [] }
    if (before.staff.some((one) => one.id === id)) return since
    const had = new Set(leftNotices(id, '', there, before).map(readerOf))
    for (const reader of readers)
      if (!had.has(reader) && !since.has(reader)) since.set(reader, `/${version + 1}`)
    if (since.size === readers.length) return since
  }
  if (first > 1) for (const reader of readers) if (!since.has(reader)) since.set(reader, longSince)
  return since
}

const readerOf = ({ to }: AddressedNotice): string => (to.kind === 'person' ? to.person : to.room)

async function tellOnce(
  key: string,
  notices: readonly AddressedNotice[],
  book: Rulebook,
  desk: Desk,
): Promise<boolean> {
  const [written] = await desk.petitions.record(
    [
      {
        ...{ cause: { kind: 'press', key }, outcome: 'absence', petition: null },
        ...{ events: [], timers: [], letters: lettersFor(notices, book, desk) },
      },
    ],
    desk.clock(),
  )
  return written === 'recorded'
}
