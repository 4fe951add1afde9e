import type { Errand } from '../domain/errands/errand.ts'
import type { Span } from '../domain/numbers/period.ts'
import type { Desk } from './ports.ts'

/** Nobody waits longer for an errand. */
const longestMs = 60 * 24 * 3_600_000

/** The errands that may have ended in a span. */
export const errandsAround = (
  { from }: Pick<Span, 'from'>,
  { errands }: Pick<Desk, 'errands'>,
): Promise<Errand[]> => errands.since(new Date(from.getTime() - longestMs))
