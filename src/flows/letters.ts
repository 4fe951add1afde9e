import { afterQuietHours } from '../domain/deadlines/quiet-hours.ts'
import { letterId } from '../domain/ids.ts'
import type { AddressedNotice } from '../domain/notices/notice.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Desk, NewLetter } from './ports.ts'

/** Notices as letters for the outbox. News waits for the end of the quiet hours; answers and alarms go at once. */
export const lettersFor = (
  notices: readonly AddressedNotice[],
  { policies }: Rulebook,
  { clock, newId }: Pick<Desk, 'clock' | 'newId'>,
): NewLetter[] =>
  notices.map(({ to, notice, haste }) => ({
    id: letterId(newId()),
    to,
    notice,
    sendAt: haste === 'news' ? afterQuietHours(clock(), policies.quietHours) : clock(),
  }))
