import { afterQuietHours } from '../domain/deadlines/quiet-hours.ts'
import { letterId } from '../domain/ids.ts'
import { isCalm, tellCalmAt } from '../domain/notices/calm.ts'
import { inOwnWords } from '../domain/notices/in-own-words.ts'
import type { AddressedNotice } from '../domain/notices/notice.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk, NewLetter } from './ports.ts'

/**
 * Notices as letters for the outbox. News waits for the end of the quiet hours; answers and alarms go at once. Routine
 * news for staff waits for the next digest; whether the others fit into their day is seen when they go (`roundsOf`).
 */
export const lettersFor = (
  notices: readonly AddressedNotice[],
  book: Rulebook,
  { clock, newId }: Pick<Desk, 'clock' | 'newId'>,
): NewLetter[] =>
  notices.map((addressed): NewLetter => {
    const { to, notice, haste } = addressed
    const calm = isCalm(addressed, book)
    const at = calm ? tellCalmAt(notice, clock(), book) : clock()
    return {
      id: letterId(newId()),
      to,
      notice: inOwnWords(addressed, book, clock()),
      sendAt: haste === 'news' ? afterQuietHours(at, book.policies.quietHours) : at,
      ...(calm && { calm: true }),
    }
  })
