import type { Notice } from '../domain/notices/notice.ts'
import { cardView } from './card-views.ts'
import type { CardClerk, CardDesk, CardKind, NewCard } from './ports/cards.ts'
import type { Parcel } from './ports/channels.ts'
import { pressCard } from './press-card.ts'

/** The notices that a card says better than words. */
const kindOf: Readonly<Partial<Record<Notice['kind'], CardKind>>> = {
  task: 'task',
  reminded: 'task',
  escalated: 'task',
  extensionAsked: 'task',
  partTask: 'task',
  partReminded: 'task',
  partEscalated: 'task',
  partNews: 'task',
  resolved: 'rating',
  ratingReminded: 'rating',
}

/** The office behind the cards of a channel. */
export const cardClerk = (desk: CardDesk): CardClerk => ({
  cardFor: (parcel) => cardFor(parcel, desk),
  stands: ({ channel, kind, account, view }, { message, chat }) =>
    desk.cards.keep({
      ...{ channel, message, chat, kind, account },
      ...{ petition: view.petition, version: view.version, sentAt: desk.clock() },
    }),
  press: (press) => pressCard(press, desk),
  async numberOf(named) {
    const card = await desk.cards.find(named)
    return (card && (await desk.petitions.find(card.petition))?.number) ?? null
  },
})

async function cardFor({ to, notices }: Parcel, desk: CardDesk): Promise<NewCard | null> {
  const [first] = notices
  if (to.kind !== 'person' || !first || !('brief' in first)) return null
  const id = first.brief.petition
  const kind = kindOf[first.kind]
  const isOne = notices.every(
    (notice) => kindOf[notice.kind] === kind && 'brief' in notice && notice.brief.petition === id,
  )
  if (!kind || !isOne) return null
  const reader = await desk.cards.readerOf(to.channel, to.account)
  const petition = reader && (await desk.petitions.find(id))
  if (!reader || !petition) return null
  const view = await cardView(kind, petition, reader, desk, notices)
  const isUseful = view.kind === 'task' || (view.kind === 'rating' && view.mayRate)
  return isUseful ? { channel: to.channel, kind, account: to.account, view } : null
}
