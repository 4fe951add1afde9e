import type { DeskKey } from '../../domain/console/scope.ts'
import type { Errand } from '../../domain/errands/errand.ts'
import type { PersonId } from '../../domain/ids.ts'

/** What household heads do for neighbours; written with the letters that follow from it, see `Entry`. */
export interface Errands {
  /** A number that people can call the next one by; never given twice. */
  number(): Promise<number>
  /** Those that are not over and that a person asked for or does, or that lie with one of these desks; the oldest first. */
  open(of: { readonly person: PersonId; readonly desks: readonly DeskKey[] }): Promise<Errand[]>
  /** All that are not over, the oldest first. */
  unfinished(): Promise<Errand[]>
  /** All that is kept and was asked for since, the latest first. */
  since(from: Date): Promise<Errand[]>
  /** All that is kept of who asked, the latest first. */
  askedBy(person: PersonId): Promise<Errand[]>
  /** Those whose time is over by now, the earliest first. */
  due(now: Date, count: number): Promise<Errand[]>
}
