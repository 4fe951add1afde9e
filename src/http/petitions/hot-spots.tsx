import type { HotSpot } from '../../domain/hot-spots/hot-spot.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { moment } from '../../texts/moments.ts'

/** Where many say the same just now; nothing where nobody does. */
export const HotSpots = ({
  spots,
  book,
}: {
  readonly spots: readonly HotSpot[]
  readonly book: Rulebook
}) =>
  spots.length === 0 ? null : (
    <ul class="hot-spots" aria-label="热点">
      {spots.map(({ grid, trade, numbers, households, beganAt }) => (
        <li>
          <b>热点</b> {book.units.find(({ code }) => code === grid)?.name ?? grid}{' '}
          {book.categories.find(({ code }) => code === trade)?.level2 ?? '诉求'}：{moment(beganAt)}
          以来{numbers.length}件、{households}户反映
          <small>
            {numbers.map((number) => (
              <a href={`/petitions/${number}`}>{number}号</a>
            ))}
          </small>
        </li>
      ))}
    </ul>
  )
