import { isWithinHours } from '../deadlines/quiet-hours.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { AddressedNotice, Notice } from './notice.ts'
import { isTextKey } from './own-texts.ts'

/** A notice in the words of its street, at the moment it is written down. */
export function inOwnWords(
  { to, notice, haste }: AddressedNotice,
  { texts, policies }: Pick<Rulebook, 'texts' | 'policies'>,
  at: Date,
): Notice {
  if (!texts) return notice
  const text = isTextKey(notice.kind) ? texts[notice.kind] : undefined
  const isReceipt = to.kind === 'person' && notice.kind === 'registered' && haste === 'answer'
  const isQuiet = isReceipt && isWithinHours(at, policies.quietHours)
  const isFooted = isReceipt || (to.kind === 'person' && notice.kind === 'resolved')
  const after = [isQuiet ? texts.quiet : undefined, isFooted ? texts.footer : undefined]
  const said = after.flatMap((line) => line ?? [])
  if (text === undefined && said.length === 0) return notice
  return { ...notice, own: { ...(text && { text }), ...(said.length > 0 && { after: said }) } }
}
