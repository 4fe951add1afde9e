import { setTimeout } from 'node:timers/promises'
import { deskKey } from '../domain/console/scope.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import { roomId as asRoomId, type RoomId } from '../domain/ids.ts'
import type { ChatMessage, Stretch } from '../domain/intake/message.ts'
import { withoutQuote } from '../domain/intake/quote.ts'
import { readOfficeQuestion } from '../domain/intake/read-office-question.ts'
import { readRuling } from '../domain/intake/read-ruling.ts'
import { readStretch } from '../domain/intake/read-stretch.ts'
import { saidNumber } from '../domain/intake/said-number.ts'
import { nearOf } from '../domain/intake/same-matter.ts'
import type { Reading, Understanding } from '../domain/intake/understanding.ts'
import { mayDecideExtension } from '../domain/people/above.ts'
import { channelsOfPetitions, channelsOfRequests } from '../domain/people/channel-name.ts'
import { desksReceivedBy, isHandler, looksAfter, partsOf } from '../domain/people/in-charge.ts'
import type { Staff } from '../domain/people/roles.ts'
import { type InHand, isInHand, isOpen, type Petition } from '../domain/petition/petition.ts'
import { communityOf, streetOf } from '../domain/routing/route.ts'
import type { Room, Rulebook } from '../domain/street/rulebook.ts'
import { asChatMessage } from './as-chat-message.ts'
import { checksOf } from './checks-of.ts'
import { conversationOf, type Desk, type HeardMessage } from './ports.ts'
import { readTwice } from './second-reading.ts'
import { samePhotosIn } from './seen-before.ts'
import { unseenIn } from './unseen-in.ts'

/** How far back a message is read in its context. */
const stretchMs = 3 * 3_600_000
/** A matter can be the same as one registered within this time. */
const sameWithinMs = 30 * 24 * 3_600_000
const ownCount = 20
const handledCount = 1_000
const nearbyCount = 300
const voicesCount = 100

/** A second reader is still at it: ask again when it is done. */
export interface StillReading {
  readonly stillReading: Promise<void>
}
const soonMs = 20

/** Loads all that decides what a message means. Who is in no hurry (`waits`) gets it even if a second reader takes long. */
export async function lookRound(
  heard: HeardMessage,
  u: Understanding,
  desk: Desk,
  waits: boolean,
): Promise<Situation | StillReading> {
  const { petitions, people, inbox } = desk
  const { book } = u
  const bound = heard.room ? await people.roomOf(heard.channel, heard.room) : undefined
  const speaker = await people.meet(heard, bound ?? null)
  const staff = book.staff.find(({ id }) => id === speaker.id) ?? null
  const { number } = saidNumber(heard.text)
  const [told, own, handled, assisting, asked, numbered] = await Promise.all([
    inbox.stretch(heard, new Date(heard.sentAt.getTime() - stretchMs)),
    petitions.list({ person: speaker.id, limit: ownCount }),
    staff ? sentTo(staff, book, desk) : [],
    staff ? assistedBy(staff, book, desk) : [],
    petitions.question(conversationOf(heard), speaker.id),
    number === null ? undefined : petitions.findByNumber(number),
  ])
  const unseen = await unseenIn(told, desk.findings)
  const messages = await Promise.all(
    ofOneRequest(heard, told).map((m) =>
      asChatMessage(m, bound ?? null, book, desk, unseen.has(m.id)),
    ),
  )
  const message = messages.at(-1)
  if (message?.id !== heard.id) throw new Error('the inbox lost the message that is being read')
  const speakerRooms = heard.room ? [] : speaker.rooms
  const known = await petitions.findByMessages(messages.map(({ id }) => id))
  const stretch: Stretch = {
    room: bound ?? null,
    speakerRooms,
    messages: withoutWhatIsOver(messages, known),
  }
  const twice = readTwice(readStretch(stretch, u), heard, stretch, known, u, desk)
  const reading = await (waits || !desk.secondReader ? twice : soon(twice))
  if (!reading) return { stillReading: twice.then(() => {}) }
  const [nearby, askedAbout, heldAgainst] = await Promise.all([
    openNear(reading, desk),
    asked && 'petition' in asked ? petitions.find(asked.petition) : undefined,
    asked && 'other' in asked ? petitions.find(asked.other) : undefined,
  ])
  const theirs = handled.filter((petition) => isHandler(speaker.id, petition, book))
  return {
    message,
    words: withoutQuote(message.text).own,
    stretch,
    room: heard.room ? roomBehind(bound, heard.room, book) : null,
    speaker: { id: speaker.id, staff },
    question: asked ? { asked, petition: askedAbout ?? null, other: heldAgainst ?? null } : null,
    numbered: numbered ?? null,
    own,
    assisting,
    undecided: staff ? await undecidedBy(staff, heard.text, book, desk) : [],
    overdue: staff ? await overdueOf(staff, heard.text, book, desk) : [],
    tasks: theirs.filter(isInHand).sort(soonestDueFirst),
    resolved: theirs.filter((p) => p.status === 'resolved').sort(latestFirst),
    checks: await checksOf(speaker.id, book, desk),
    known,
    nearby,
    errands:
      heard.room && !heard.mentionsUs
        ? []
        : await desk.errands.open({ person: speaker.id, desks: desksWhere(staff, book) }),
    voices: await (staff && !heard.room ? desk.voices.latest(voicesCount) : desk.voices.open()),
    samePhotos: await samePhotosIn(messages, nearby, desk),
    reading,
    ...(channelsOfPetitions.includes(heard.channel) && { isBrought: true }),
    at: desk.clock(),
  }
}

/** Where each message is a request by itself, what its sender filed before is no part of it. */
function ofOneRequest(heard: HeardMessage, told: readonly HeardMessage[]) {
  if (!channelsOfRequests.includes(heard.channel)) return told
  const [request] = heard.id.split('/', 1)
  return told.filter(({ id }) => id.split('/', 1)[0] === request)
}

/** What is there already or soon; null when it takes longer. */
const soon = <Value>(promise: Promise<Value>): Promise<Value | null> =>
  Promise.race([promise, setTimeout(soonMs, null, { ref: false })])

/** Words of a matter that is done with: what is said after it is no part of it, even in the same breath. */
function withoutWhatIsOver(
  messages: readonly ChatMessage[],
  known: readonly Petition[],
): readonly ChatMessage[] {
  const over = new Set(known.filter((one) => !isOpen(one)).flatMap((one) => one.messages))
  for (const { messages: goesOn } of known.filter(isOpen)) for (const id of goesOn) over.delete(id)
  return messages.filter(({ id }, i) => i === messages.length - 1 || !over.has(id))
}

/** What others lead, and somebody in office owes a part of. */
async function assistedBy(staff: Staff, book: Rulebook, { petitions }: Desk): Promise<InHand[]> {
  const found = await petitions.list({ owedBy: desksOf(staff, book), limit: handledCount })
  return found
    .filter(isInHand)
    .filter((one) => partsOf(staff.id, one, book).some(({ state }) => state === 'open'))
    .reverse()
}

/** Where what no head does goes to somebody. */
const desksWhere = (staff: Staff | null, book: Rulebook) =>
  staff ? desksReceivedBy(staff.id, book).map(deskKey) : []

const desksOf = (staff: Staff, book: Rulebook): string[] => [
  ...new Set(
    [
      ...[staff.unit, staff.department, communityOf(staff.unit, book)?.code, streetOf(book)],
      ...desksReceivedBy(staff.id, book).map(({ code }) => code),
    ].filter((code) => code != null),
  ),
]

/** What lies with the desks that a member of staff answers for. */
async function sentTo(staff: Staff, book: Rulebook, { petitions }: Desk): Promise<Petition[]> {
  const lists = await Promise.all(
    desksOf(staff, book).map((to) =>
      petitions.list({ to, statuses: ['dispatched', 'handling', 'resolved'], limit: handledCount }),
    ),
  )
  return lists.flat()
}

/** Petitions that wait for more time, where the words are about that. */
async function undecidedBy(staff: Staff, text: string, book: Rulebook, { petitions }: Desk) {
  const said = readRuling(withoutQuote(text).own)
  if (!said || said.kind === 'interim') return []
  const inHand = await petitions.list({
    undecided: true,
    statuses: ['dispatched', 'handling'],
    limit: handledCount,
  })
  const by = { kind: 'person', id: staff.id, staff } as const
  return inHand.filter(
    (one): one is InHand =>
      isInHand(one) && one.extensionAsked !== undefined && mayDecideExtension(by, one, book),
  )
}

/** What is late, where it is asked for: of the whole street, of one community, or of what somebody has themselves. */
async function overdueOf(staff: Staff, text: string, book: Rulebook, desk: Desk) {
  if (readOfficeQuestion(withoutQuote(text).own) !== 'overdue') return []
  const now = desk.clock()
  const late = await desk.petitions.list({
    statuses: ['dispatched', 'handling'],
    dueBefore: now,
  })
  return late
    .filter(isInHand)
    .filter((petition) => petition.resolveDueAt < now && looksAfter(staff, petition, book))
    .sort(soonestDueFirst)
}

/** Open petitions that the matters may be the same as: of the grids that they lie in, or of the whole street without one. */
async function openNear({ matters }: Reading, { petitions, clock }: Desk): Promise<Petition[]> {
  const now = clock()
  const lists = await Promise.all(
    matters.map(async (matter) => {
      const near = nearOf(matter, now)
      const grid = matter.grid.value
      if (!near) return []
      return petitions.list({
        ...(grid !== null && { grid }),
        near,
        statuses: ['received', 'dispatched', 'handling'],
        registeredSince: new Date(now.getTime() - sameWithinMs),
        limit: nearbyCount,
      })
    }),
  )
  return [...new Map(lists.flat().map((petition) => [petition.id, petition])).values()]
}

/** A group that the street does not know stands for itself, bound to nothing. */
const roomBehind = (bound: RoomId | undefined, platformRoom: string, book: Rulebook): Room =>
  book.rooms.find(({ id }) => id === bound) ?? {
    id: bound ?? asRoomId(platformRoom),
    topic: '',
    unit: null,
    defaultPlace: null,
  }

const soonestDueFirst = (a: InHand, b: InHand) =>
  a.resolveDueAt.getTime() - b.resolveDueAt.getTime() || a.number - b.number

const latestFirst = (a: { readonly resolvedAt: Date }, b: { readonly resolvedAt: Date }) =>
  b.resolvedAt.getTime() - a.resolvedAt.getTime()
