import type { Child } from 'hono/jsx'
import { lookOf } from '../../domain/console/look.ts'
import { rowView } from '../../domain/console/row-view.ts'
import { destinationName } from '../../domain/notices/brief.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import { duty, statusWords } from '../../texts/words.ts'
import { categoryName, coarsePlace, urgencyLabels } from '../labels.ts'
import { masked } from '../petitions/masks.ts'
import { distanceText } from '../times.ts'
import type { Visit } from './visit.ts'

interface Row {
  readonly visit: Pick<Visit, 'staff' | 'book' | 'now'>
  readonly petition: Petition
  /** Sorts among the rows of its list as they stand: what comes by itself is placed by it. */
  readonly place?: string
  /** Before the petition: a box to tick. */
  readonly leading?: Child
  /** After it: what can be done right here; `mayAccept`: whether it can be signed for. */
  readonly actions?: (mayAccept: boolean) => Child
}

/** A petition in a list of the console, as far as whoever looks may know of it; nothing where they may not even see it. */
export const PetitionRow = ({
  visit: { staff, book, now },
  petition,
  place: order,
  leading,
  actions,
}: Row) => {
  const look = lookOf(petition, staff, book)
  if (look === 'none') return null
  const row = rowView(petition, look, staff, book, now)
  const { number, status, urgency, confidential } = petition
  const place = coarsePlace(row.petition.place, book)
  return (
    <li class={`petition-row ${urgency}`} id={`row-${number}`} data-place={order}>
      {leading}
      <a href={`/console/petitions/${number}`}>
        <b class="number">{number}号</b>
        <span class="what">
          {row.line === null ? categoryName(petition, book) : masked(row.line)}
          <small>
            {row.line !== null && <>{categoryName(petition, book)} </>}
            {place}
          </small>
        </span>
        <span class="whose">
          {'to' in petition ? destinationName(petition.to, book) : '尚未派单'}
          {row.next && (
            <small class={row.next.isLate ? 'late' : ''}>
              {duty[row.next.duty]}
              {distanceText(row.next.dueAt, now)}
            </small>
          )}
        </span>
        <span class="marks">
          {urgency !== 'normal' && <i class={`mark ${urgency}`}>{urgencyLabels[urgency]}</i>}
          {confidential && <i class="mark">保密</i>}
          {row.households > 1 && <i class="mark">{row.households}户</i>}
          <span class={`status ${status}`}>{statusWords[status]}</span>
        </span>
      </a>
      {actions?.(row.mayAccept)}
    </li>
  )
}
