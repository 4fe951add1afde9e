import type { HotSpot } from '../../../domain/hot-spots/hot-spot.ts'
import { destinationName } from '../../../domain/notices/brief.ts'
import type { Warning } from '../../../domain/numbers/warnings.ts'
import type { InHand } from '../../../domain/petition/petition.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import { categoryName, unitName } from '../../labels.ts'
import { distanceText, momentText } from '../../times.ts'
import { type Asked, addressOf } from './asked.ts'

interface Shown {
  readonly asked: Asked
  readonly book: Rulebook
}

const lateShown = 8

/** Of a period that is over what was late when it ended. */
export const lateWords = ({ period }: Asked, now: Date): string =>
  now < period.until ? '现在超期' : '期末超期'

/** What is late, the longest first. */
export const LateList = ({
  asked,
  book,
  late,
  now,
}: Shown & { readonly late: readonly InHand[]; readonly now: Date }) => (
  <section class="card" aria-labelledby="late">
    <h2 id="late">
      {lateWords(asked, now)}{' '}
      {late.length > 0 ? (
        <a href={addressOf('/list', asked, { of: 'late' })}>{late.length}件</a>
      ) : (
        <>0件</>
      )}
    </h2>
    {late.length === 0 ? (
      <p class="empty">没有超期的诉求。</p>
    ) : (
      <ul class="alerts">
        {late.slice(0, lateShown).map((petition) => (
          <li>
            <a href={`/console/petitions/${petition.number}`}>{petition.number}号</a>
            <span>{petition.confidential ? '不公开事项' : categoryName(petition, book)}</span>
            <span>{destinationName(petition.to, book)}</span>
            <span class="late">{distanceText(petition.resolveDueAt, now)}</span>
          </li>
        ))}
      </ul>
    )}
    {late.length > lateShown && (
      <p>
        <a href={addressOf('/list', asked, { of: 'late' })}>看全部{late.length}件</a>
      </p>
    )}
  </section>
)

/** How a trade is called. */
export const tradeName = (trade: string, book: Rulebook): string =>
  book.categories.find(({ code }) => code === trade)?.level2 ?? '其他'

/** Bursts of the same trouble that are not over. */
export const Spots = ({ asked, book, spots }: Shown & { readonly spots: readonly HotSpot[] }) => (
  <section class="card" aria-labelledby="spots">
    <h2 id="spots">热点</h2>
    {spots.length === 0 ? (
      <p class="empty">现在没有热点。</p>
    ) : (
      <ul class="alerts">
        {spots.map(({ burst, grid, trade, numbers, households, beganAt }) => (
          <li>
            <b>
              {unitName(grid, book)} {tradeName(trade, book)}
            </b>
            <span>
              {momentText(beganAt)}以来
              <a href={addressOf('/list', asked, { of: 'spot', spot: burst })}>
                {numbers.length}件
              </a>
              、{households}户反映
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
)

/** What grows beyond what its own past explains. */
export const Warnings = ({
  asked,
  book,
  warnings,
}: Shown & { readonly warnings: readonly Warning[] }) => (
  <section class="card" aria-labelledby="warnings">
    <h2 id="warnings">预警</h2>
    {warnings.length === 0 ? (
      <p class="empty">近7天没有哪类事项明显增多。</p>
    ) : (
      <ul class="alerts">
        {warnings.map(({ unit, trade, numbers, usual }) => (
          <li>
            <b>
              {unitName(unit, book)} {tradeName(trade, book)}
            </b>
            <span>
              近7天
              <a href={addressOf('/list', asked, { of: 'warning', where: unit, trade })}>
                {numbers.length}件
              </a>
              ，平常{usual}件
            </span>
          </li>
        ))}
      </ul>
    )}
    <details>
      <summary>怎么算的</summary>
      <p>与本地过去八周同样的七天比，超过中位数加三倍的平常波动，且不少于4件。</p>
    </details>
  </section>
)
