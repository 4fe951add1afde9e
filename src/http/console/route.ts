import type { Area } from '../../domain/console/areas.ts'
import type { FormLimit } from '../bodies.ts'
import type { PetitionVisit, Visit } from './visit.ts'

type Answer<V> = (visit: V) => Response | Promise<Response>

/** How what is asked counts for who asks: as anything does, as a file (fewer are given), or not at all: streams and pictures. */
export type Pace = 'ask' | 'file' | 'free'

interface Addressed {
  readonly method: 'GET' | 'POST'
  /** Below `/console`. */
  readonly path: string
  /** Only offices that may enter it are answered. */
  readonly area: Area
  /** What its form may bring; absent: what is typed. */
  readonly takes?: FormLimit
  /** Absent: as anything. */
  readonly pace?: Pace
}

/**
 * One thing that can be asked of the console. The list of all is the whole of it: who may ask is checked where the list is
 * mounted, and a test asks each as everybody.
 */
export type ConsoleRoute =
  | (Addressed & { readonly opens: null; readonly answer: Answer<Visit> })
  /**
   * Its path holds `:number`, of a petition that whoever asks may see, else nothing is found there; `needs: 'full'`: that
   * they handle or stand above.
   */
  | (Addressed & {
      readonly opens: 'petition'
      readonly needs: 'full' | 'outline'
      readonly answer: Answer<PetitionVisit>
    })

/** A route of the console that is about no petition. */
export const page = (
  method: Addressed['method'],
  path: string,
  area: Area,
  answer: Answer<Visit>,
  takes?: FormLimit,
): ConsoleRoute => ({ method, path, area, opens: null, answer, ...(takes && { takes }) })

/** One about the petition whose `:number` its path holds. */
export const petitionPage = (
  method: Addressed['method'],
  path: string,
  needs: 'full' | 'outline',
  answer: Answer<PetitionVisit>,
  takes?: FormLimit,
): ConsoleRoute => ({
  ...{ method, path, area: 'work', opens: 'petition', needs, answer },
  ...(takes && { takes }),
})

/** A route whose answers count in another way than a page does. */
export const paced = (pace: Pace, route: ConsoleRoute): ConsoleRoute => ({ ...route, pace })
