import type { Petition } from '../petition/petition.ts'
import type { Change } from '../street/sheets/changes.ts'

/** Open petitions that lie with what a change takes away. */
export interface Touched {
  readonly change: Change
  readonly numbers: readonly number[]
}

/** Whose petitions would be left behind by lines that go: they are taken over one level up. */
export const touchedBy = (
  changes: readonly Change[],
  open: readonly Petition[],
): readonly Touched[] =>
  changes.flatMap((change) => {
    const numbers = open.filter(liesWith(change)).map(({ number }) => number)
    return change.after === null && numbers.length > 0 ? [{ change, numbers }] : []
  })

const liesWith =
  ({ sheet, before }: Change) =>
  (petition: Petition): boolean => {
    switch (sheet) {
      case 'units':
        return petition.grid === before?.code || destinationOf(petition) === before?.code
      case 'departments':
        return destinationOf(petition) === before?.code
      case 'staff':
        return 'handler' in petition && petition.handler === before?.id
      case 'categories':
        return petition.category === before?.code
      default:
        return false
    }
  }

const destinationOf = (petition: Petition): string | undefined =>
  'to' in petition ? petition.to.code : undefined
