import type { Refusal } from '../petition/refusal.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { destinationName } from './brief.ts'
import type { Notice } from './notice.ts'

/** What somebody hears whose command was refused. */
export const refusedNotice = (refusal: Refusal, number: number, book: Rulebook): Notice => ({
  kind: 'refused',
  refusal: refusal.kind,
  number,
  ...(refusal.kind === 'partsOpen' && {
    owing: [...new Set(refusal.owing.map((to) => destinationName(to, book)))],
  }),
})
