import { dayOf, daysAfter } from '../domain/deadlines/calendar.ts'
import { type Absence, awayOn } from '../domain/people/absence.ts'
import type { Rulebook } from '../domain/street/rulebook.ts'
import type { Rulebooks } from './ports/rulebooks.ts'
import type { Desk } from './ports.ts'

/** So long an absence that was ended early still overrules the line of a file. */
const rememberedDays = 366

/** All absences that are known, those of the files first. What was said of a line of a file stands in its place. */
export async function absencesOf(
  book: Rulebook,
  { absences, clock }: Pick<Desk, 'absences' | 'clock'>,
): Promise<Absence[]> {
  const said = await absences.since(daysAfter(dayOf(clock()), -rememberedDays))
  const ids = new Set(said.map(({ id }) => id))
  return [...(book.absences ?? []).filter(({ id }) => !ids.has(id)), ...said]
}

/**
 * Rulebooks that know who is away today: whoever asks who handles something is told who stands in. The same book as long as
 * nothing changes.
 */
export function presentRulebooks(
  rulebooks: Rulebooks,
  desk: Pick<Desk, 'absences' | 'clock'>,
): Rulebooks {
  let known: { readonly kept: Rulebook; readonly key: string; readonly book: Rulebook } | null =
    null
  return {
    ...rulebooks,
    async current() {
      const kept = await rulebooks.current()
      const today = dayOf(desk.clock())
      const leaves = (await absencesOf(kept, desk)).filter(
        ({ from, until }) => from <= until && until >= today,
      )
      if (leaves.length === 0) return kept
      const key = JSON.stringify([today, leaves])
      if (known?.kept !== kept || known.key !== key)
        known = { kept, key, book: { ...kept, away: awayOn(today, leaves), leaves } }
      return known.book
    },
  }
}
