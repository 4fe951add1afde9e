import type { TaskView } from '../cards/card-view.ts'
import { type Standing, taskView } from '../cards/task-view.ts'
import { outwardly } from '../heads/relay.ts'
import type { MediaId } from '../ids.ts'
import { isQuarrel, type Mediation } from '../mediation/mediation.ts'
import { mediationOf } from '../mediation/quarrel.ts'
import { standings } from '../people/in-charge.ts'
import type { Actor } from '../people/roles.ts'
import type { PetitionEvent } from '../petition/event.ts'
import { mayDo } from '../petition/may-do.ts'
import type { Evidence } from '../petition/petition.ts'
import { notToLearn } from './may-ask-identity.ts'

/** A petition's page for one reader: what their card says, and what else they may know of it. */
export interface DeskView {
  readonly task: TaskView
  /** They dispatch there or supervise. */
  readonly above: boolean
  /** The voices themselves tell who speaks: not to everybody who may read the words. */
  readonly hears: boolean
  /** What was understood; `because` is '' where it would tell more than the words they may read. */
  readonly evidence: readonly Evidence[]
  /** null: no quarrel, or none of this reader's business. */
  readonly mediation: Mediation | null
  /** What others were told about it. */
  readonly readsLetters: boolean
  /** For a reason that is written down they may learn who reported it. */
  readonly reveals: boolean
  /** They may put right what was understood. */
  readonly corrects: boolean
  readonly photosDone: readonly MediaId[]
}

/** What the page of a petition shows to one reader beside their card; null: where it went, and no more. */
export function deskView(
  standing: Standing,
  reader: Actor & { readonly kind: 'person' },
): DeskView | null {
  const { petition: whole, book } = standing
  const task = taskView(standing, reader, [])
  if (task.kind === 'left') return null
  const petition = outwardly(whole)
  const is = standings(reader, petition, book)
  const above = is.has('dispatcher') || is.has('supervisor')
  const assists = !above && !is.has('handler')
  const open = above || (!whole.confidential && !task.withheld)
  const reads = open && !assists
  return {
    task,
    above,
    hears: open && petition === whole,
    evidence: task.withheld
      ? []
      : petition.evidence
          .filter(({ field }) => field !== 'onBehalfOf' || task.onBehalfOf !== null)
          .map((one) => (reads && petition === whole ? one : { ...one, because: '' })),
    mediation: isQuarrel(petition) && !task.withheld && !assists ? mediationOf(petition) : null,
    readsLetters: reads,
    corrects: mayDo(['correct'], whole, reader, standing.at, book).length > 0,
    reveals: reader.staff !== null && notToLearn(reader.staff, whole, book) === null,
    photosDone: [
      ...(task.result?.photos ?? []),
      ...task.history.flatMap(({ event }) => (event ? photosOf(event) : [])),
    ],
  }
}

/** Photos with which something was said or done. */
export function photosOf(event: PetitionEvent): readonly MediaId[] {
  switch (event.kind) {
    case 'noted':
    case 'resolved':
    case 'supplemented':
    case 'partFinished':
      return event.photos
    case 'returned':
      return event.photos ?? []
    default:
      return []
  }
}
