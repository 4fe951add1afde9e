import { actorOf } from '../domain/cards/task-view.ts'
import { whoDid } from '../domain/cards/who.ts'
import type { PersonId } from '../domain/ids.ts'
import type { Petition } from '../domain/petition/petition.ts'
import { actOnPetition } from './act-on-petition.ts'
import { cardView } from './card-views.ts'
import type { CardDesk, CardPress, LastStep, Pressed, StandingCard } from './ports/cards.ts'
import { commandOf } from './press-orders.ts'
import { bookFor } from './understand.ts'

/** The answer to a press takes the card's place: until it surely has arrived, nothing else may. */
const answeredMs = 4_000

/**
 * Somebody pressed a button of a card. What they may do is judged by who they are to the petition, never by what the card
 * sent along; it is done once, and only when the petition still stands as the card showed it. Whoever presses a card that
 * stands in another chat, or is nobody to the petition, gets nothing.
 */
export async function pressCard(press: CardPress, desk: CardDesk): Promise<Pressed> {
  const reader = await desk.cards.readerOf(press.channel, press.account)
  const card = reader && (await pressed(press, reader, desk))
  const petition = card && (await desk.petitions.find(card.petition))
  if (!petition) return { kind: 'notTheirs' }
  await desk.cards.putOff(press, new Date(desk.clock().getTime() + answeredMs))
  const { kind } = card
  const seen = press.version ?? card.version
  const shown = (now: Petition) => cardView(kind, now, reader, desk)
  const stale = async (now: Petition): Promise<Pressed> => ({
    ...{ kind: 'stale', last: await lastStep(now, reader, desk), view: await shown(now) },
  })
  if (petition.version !== seen) return stale(petition)
  if (!press.order) return { kind: 'looked', view: await shown(petition) }
  const book = await bookFor(petition, desk)
  const command = await commandOf(press.order, petition, press, book, desk)
  const done = command.ok
    ? await actOnPetition(
        {
          ...{ petition: petition.id, command: command.value, by: actorOf(reader, book) },
          cause: { kind: 'press', key: keyOf(press, seen) },
          version: seen,
        },
        desk,
      )
    : command
  if (done.ok) return { kind: 'done', order: press.order.kind, view: await shown(done.value) }
  const now = (await desk.petitions.find(petition.id)) ?? petition
  if (now.version !== seen) return stale(now)
  return { kind: 'refused', refusal: done.problem.kind, view: await shown(now) }
}

/** The same however often the platform, or an impatient finger, brings it. */
const keyOf = ({ channel, message, order }: CardPress, seen: number) =>
  `card/${channel}/${message}/${seen}/${order?.kind}`

/**
 * The card that was pressed. One we do not know was sent by us just before we were killed: it is ours from now on, when the
 * petition it names has a card for whoever pressed it.
 */
async function pressed(
  press: CardPress,
  reader: PersonId,
  desk: CardDesk,
): Promise<StandingCard | null> {
  const known = await desk.cards.find(press)
  const isThere = known && (known.chat === press.chat || known.chat === '' || press.chat === '')
  if (known) return isThere ? known : null
  const { channel, message, chat, account, kind, version } = press
  const petition = press.petition && (await desk.petitions.find(press.petition))
  if (!petition || version === null) return null
  if ((await cardView(kind, petition, reader, desk)).kind === 'left') return null
  const card = { channel, message, chat, account, kind, version, petition: petition.id }
  const adopted: StandingCard = { ...card, sentAt: desk.clock() }
  await desk.cards.keep(adopted)
  return adopted
}

/** A name only where the card itself would show an office: who of us urges his own matter stays a resident. */
async function lastStep(
  petition: Petition,
  reader: PersonId,
  desk: CardDesk,
): Promise<LastStep | null> {
  const last = (await desk.petitions.timeline(petition.id)).at(-1)
  if (!last) return null
  const { kind, by } = last
  if (by === null) return { kind, by: 'clock' }
  if (by === reader) return { kind, by: 'you' }
  const book = await desk.rulebooks.current()
  if (whoDid(last, petition, book).kind !== 'staff') return { kind, by: 'resident' }
  const name = book.staff.find(({ id }) => id === by)?.name
  return { kind, by: name === undefined ? 'resident' : { name } }
}
