import type { CardView } from '../domain/cards/card-view.ts'
import { afterQuietHours } from '../domain/deadlines/quiet-hours.ts'
import { withoutWords } from '../domain/without-words.ts'
import { cardView } from './card-views.ts'
import { type CardDesk, type CardSurface, type DueCard, renewedAfterMs } from './ports/cards.ts'

const atOnce = 20
/** A message may be changed five times a second; once is enough for who reads it. */
const againMs = 1_000
const laterMs = 30_000

/**
 * Shows on every card how its petition stands now, in place. Cards that soon cannot be changed any more are sent anew while
 * there is something to be done by them, and the old ones say so. Answers how many it dealt with; one that fails keeps none
 * of the others waiting, and whatever a killed process left undone is done a minute later.
 */
export async function refreshCards(desk: CardDesk, surface: CardSurface): Promise<number> {
  const due = await desk.cards.take(surface.channel, atOnce, desk.clock())
  await Promise.all(
    due.map((card) =>
      refresh(card, desk, surface).catch((fault) =>
        desk.report(`a card in ${surface.channel} was not refreshed`, withoutWords(fault)),
      ),
    ),
  )
  return due.length
}

async function refresh(card: DueCard, desk: CardDesk, surface: CardSurface): Promise<void> {
  const { cards, clock } = desk
  const petition = await desk.petitions.find(card.petition)
  const reader = await cards.readerOf(card.channel, card.account)
  if (!petition || !reader) return cards.retire(card)
  const view = await cardView(card.kind, petition, reader, desk)
  if (card.replaced) {
    const { petition: id, version, number, category } = view
    const mark = { kind: 'renewed', petition: id, version, number, category } as const
    const marked = await surface.replace(card.message, mark)
    return marked === 'later' ? cards.putOff(card, later(desk)) : cards.retire(card)
  }
  const isOld = clock().getTime() - card.sentAt.getTime() >= renewedAfterMs
  if (isOld && isUseful(view)) return renew(card, view, desk, surface)
  if (isOld && card.version >= petition.version) return cards.retire(card)
  switch (await surface.replace(card.message, view)) {
    case 'shown':
      if (isOver(view)) return cards.retire(card)
      return cards.shown(card, view.version, new Date(clock().getTime() + againMs))
    case 'later':
      return cards.putOff(card, later(desk))
    case 'gone':
      return isUseful(view) ? renew(card, view, desk, surface) : cards.retire(card)
  }
}

/** A new message rings: it waits for the end of the quiet hours, which the day before the end leaves time for. */
async function renew(card: DueCard, view: CardView, desk: CardDesk, surface: CardSurface) {
  const { cards, clock } = desk
  const { policies } = await desk.rulebooks.current()
  const from = afterQuietHours(clock(), policies.quietHours)
  if (from > clock()) return cards.putOff(card, from)
  // the same for each try, so that a kill between sending and writing down sends none twice
  const sent = await surface.send(card.account, view, `again-${card.message}`.slice(0, 50))
  if (sent === 'later') return cards.putOff(card, later(desk))
  if (sent === 'never') return cards.retire(card)
  const { channel, petition, kind, account } = card
  const { version } = view
  await cards.keep({ channel, petition, kind, account, version, ...sent, sentAt: clock() })
  await cards.putOff(card, clock()) // it is ours for a minute otherwise, and shall say so now
}

const isUseful = (view: CardView): boolean =>
  (view.kind === 'task' && view.may.length > 0) || (view.kind === 'rating' && view.mayRate)

/** Whatever comes after it comes with a card of its own. Cards that are looked at for nothing cost each look at all cards. */
const isOver = (view: CardView): boolean =>
  view.kind === 'left' ||
  (view.kind !== 'renewed' && (view.status === 'closed' || view.status === 'withdrawn'))

const later = ({ clock }: CardDesk): Date => new Date(clock().getTime() + laterMs)
