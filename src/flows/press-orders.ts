import type { Command } from '../domain/petition/command.ts'
import { destinationOf } from '../domain/petition/dispatch.ts'
import { isInHand, type Petition } from '../domain/petition/petition.ts'
import type { Refusal } from '../domain/petition/refusal.ts'
import { no, ok, type Result } from '../domain/result.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { CardDesk, CardOrder, CardPress } from './ports/cards.ts'

/** Photos sent to us shortly before something is resolved show the result: the same time as in words. */
const photoBelongsMs = 10 * 60_000
/** Petitions of one desk that are looked through for photos already used. */
const lookedThrough = 100

/** What a button or form wants done. Refuses with `destinationUnknown` for a code that is none. */
export async function commandOf(
  order: CardOrder,
  petition: Petition,
  press: CardPress,
  book: Rulebook,
  desk: CardDesk,
): Promise<Result<Command, Refusal>> {
  switch (order.kind) {
    case 'accept':
    case 'askExtension':
    case 'approveExtension':
    case 'refuseExtension':
    case 'askHelp':
    case 'refusePart':
      return ok(order)
    case 'takePart':
      return ok({ kind: 'takePart', came: false })
    case 'transfer': {
      const to = destinationOf(order.to, book)
      return to
        ? ok({ kind: 'transfer', to, reason: order.reason })
        : no({ kind: 'destinationUnknown' })
    }
    case 'return':
    case 'resolve':
    case 'finishPart':
      return ok({ ...order, photos: await unusedPhotos(petition, press, desk) })
    case 'rate': {
      const { solved, score, reason } = order
      return ok({ kind: 'rate', rating: { solved, score, reason } })
    }
  }
}

async function unusedPhotos(petition: Petition, press: CardPress, desk: CardDesk) {
  const since = new Date(press.at.getTime() - photoBelongsMs)
  const sent = await desk.cards.pictures(press.channel, press.account, since)
  if (sent.length === 0 || !isInHand(petition)) return []
  const others = await desk.petitions.list({
    to: petition.to.code,
    statuses: ['dispatched', 'handling', 'resolved'],
    limit: lookedThrough,
  })
  const used = new Set(
    others.flatMap((p) => [...p.photos, ...('resultPhotos' in p ? p.resultPhotos : [])]),
  )
  return sent.filter((photo) => !used.has(photo))
}
