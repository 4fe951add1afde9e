import type { PersonId } from '../ids.ts'
import type { AddressedNotice, Notice } from './notice.ts'

/** Tells people something, each once, and never whoever did it. */
export const telling =
  (by: PersonId | null) =>
  (
    people: readonly PersonId[],
    notice: Notice,
    haste: AddressedNotice['haste'] = 'news',
  ): AddressedNotice[] =>
    [...new Set(people)]
      .filter((person) => person !== by)
      .map((person) => ({ to: { kind: 'person', person }, notice, haste }))
