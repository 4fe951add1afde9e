import type { Span } from '../numbers/period.ts'
import { isWithin, type Scope } from '../numbers/scope.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Item, Voice } from './voice.ts'

/** What was on the table in a span: taken up before its end, and not over before it began; first the oldest. */
export const itemsOf = (
  voices: readonly Voice[],
  { unit, department }: Scope,
  { from, until }: Span,
  book: Rulebook,
): readonly Item[] =>
  department !== undefined
    ? []
    : voices
        .filter((voice) => voice.kind === 'item')
        .filter(
          (item) =>
            isWithin(item.unit, unit, book) &&
            item.by !== null &&
            item.madeAt < until &&
            (item.overAt === null || item.overAt >= from),
        )
        .sort((a, b) => a.number - b.number)
