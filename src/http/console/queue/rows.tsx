import { mayEnter } from '../../../domain/console/areas.ts'
import { dueFirst, type QueueViewer } from '../../../domain/console/tabs.ts'
import { isOpen, type Petition } from '../../../domain/petition/petition.ts'
import type { Cursor } from '../../../flows/ports/queue.ts'
import { PetitionRow } from '../petition-row.tsx'
import type { Visit } from '../visit.ts'
import { type Asked, hrefOf, narrowedOf, queryOf } from './asked.ts'
import { Decisions } from './decide.tsx'

/** So many rows at once: two screens of a phone more than anybody reads through. */
const atOnce = 20

/** Where a row stands: a text that sorts as the rows of its tab do. */
const placeOf = (petition: Petition, tab: Asked['tab']): string => {
  const [at, number] =
    tab === 'all'
      ? [farOff - petition.registeredAt.getTime(), 999_999_999 - petition.number]
      : [dueFirst(petition).getTime(), petition.number]
  return `${String(at).padStart(14, '0')}-${String(number).padStart(9, '0')}`
}
const farOff = 99_999_999_999_999

/** What the queue shows: some rows, and after which there are more. */
export interface Shown {
  readonly petitions: readonly Petition[]
  readonly after: Cursor | null
}

/** The rows that were asked for. */
export async function rowsOf(asked: Asked, viewer: QueueViewer, visit: Visit): Promise<Shown> {
  const { queue } = visit.desk
  const narrowed = narrowedOf(asked, visit.book, visit.now)
  if (!narrowed) return { petitions: [], after: null }
  const found = await queue.page(asked.tab, viewer, narrowed, asked.cursor, atOnce + 1)
  const petitions = found.slice(0, atOnce)
  const last = petitions.at(-1)
  const at = last && (asked.tab === 'all' ? last.registeredAt : dueFirst(last))
  return {
    petitions,
    after: found.length > atOnce && last && at ? { at, number: last.number } : null,
  }
}

/** Rows, and the way to more: it takes its own place. */
export const Rows = ({
  visit,
  asked,
  shown,
  picked = [],
}: {
  readonly visit: Visit
  readonly asked: Asked
  readonly shown: Shown
  readonly picked?: readonly number[]
}) => (
  <>
    {shown.petitions.map((petition) => (
      <QueueRow
        visit={visit}
        asked={asked}
        petition={petition}
        isPicked={picked.includes(petition.number)}
      />
    ))}
    {shown.after && (
      <li id="more">
        <a
          class="button quiet"
          href={hrefOf(asked, shown.after)}
          hx-get={hrefOf(asked, shown.after)}
          hx-target="#more"
          hx-swap="outerHTML"
        >
          更多
        </a>
      </li>
    )}
  </>
)

/** A row with what can be done right from it. `said`: what came of the last press. */
export const QueueRow = ({
  visit,
  asked,
  petition,
  isPicked = false,
  said,
}: {
  readonly visit: Visit
  readonly asked: Pick<Asked, 'tab' | 'typed'>
  readonly petition: Petition
  readonly isPicked?: boolean
  readonly said?: string | undefined
}) => (
  <PetitionRow
    visit={visit}
    petition={petition}
    place={placeOf(petition, asked.tab)}
    leading={
      mayEnter(visit.staff.role, 'dispatch') && isOpen(petition) ? (
        <label class="tick">
          <input
            type="checkbox"
            name="pick"
            value={`${petition.number}-${petition.version}`}
            form="dispatch"
            checked={isPicked}
          />
          <span class="hidden">选中{petition.number}号</span>
        </label>
      ) : undefined
    }
    actions={(mayAccept) => (
      <>
        {said && (
          <p class="row-said" role="status">
            {said}
          </p>
        )}
        {asked.tab === 'decide' && <Decisions visit={visit} asked={asked} petition={petition} />}
        {mayAccept && (
          <form
            class="row-action"
            method="post"
            action={`/console/petitions/${petition.number}/accept`}
            hx-post={`/console/petitions/${petition.number}/accept`}
            hx-target={`#row-${petition.number}`}
            hx-swap="outerHTML"
          >
            <input type="hidden" name="version" value={petition.version} />
            <input type="hidden" name="back" value={queryOf(asked)} />
            <button class="button" type="submit" aria-label={`签收${petition.number}号`}>
              签收
            </button>
          </form>
        )}
      </>
    )}
  />
)
