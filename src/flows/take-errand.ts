import type { ErrandOrder } from '../domain/conversation/move.ts'
import type { Situation } from '../domain/conversation/situation.ts'
import type { Errand } from '../domain/errands/errand.ts'
import { begun, errandNews } from '../domain/errands/errand-notices.ts'
import { beginErrand, decideErrand } from '../domain/errands/lifecycle.ts'
import { errandId } from '../domain/ids.ts'
import type { Understanding } from '../domain/intake/understanding.ts'
import type { AddressedNotice } from '../domain/notices/notice.ts'
import type { Desk } from './ports.ts'

/** What comes of an order about an errand: how it stands then, and who is told what. */
interface Ran {
  readonly errand?: Errand
  readonly notices: readonly AddressedNotice[]
  readonly outcome?: string
}

/** Carries an order out as far as it is decided here; nothing is written yet. */
export async function takeErrand(
  order: ErrandOrder,
  { speaker, stretch, message, at }: Pick<Situation, 'speaker' | 'stretch' | 'message' | 'at'>,
  { book }: Understanding,
  desk: Pick<Desk, 'errands' | 'newId'>,
): Promise<Ran> {
  if (order.kind === 'open') {
    const made = { id: errandId(desk.newId()), number: await desk.errands.number(), at }
    const errand = beginErrand(order.draft, made, book)
    const alias = message.alias || (stretch.speakerRooms[0]?.alias ?? '')
    return { errand, notices: begun(errand, speaker.staff?.name ?? alias, book) }
  }
  const done = decideErrand(order.errand, order.command, speaker.id, at, book)
  if (!done.ok)
    return {
      notices: [
        {
          to: { kind: 'person', person: speaker.id },
          notice: { kind: 'errandRefused', why: done.problem },
          haste: 'answer',
        },
      ],
      outcome: `errand refused ${done.problem}`,
    }
  return {
    errand: done.value,
    notices: errandNews(order.errand, done.value, order.command, speaker.id, book),
  }
}
