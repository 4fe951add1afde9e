import type { HotSpot } from '../../domain/hot-spots/hot-spot.ts'
import { destinationName } from '../../domain/notices/brief.ts'
import { isInHand, type Petition, statuses } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { moment } from '../../texts/moments.ts'
import { statusWords } from '../../texts/words.ts'
import { categoryName, coarsePlace } from '../labels.ts'
import { Brand, Layout } from '../layout.tsx'
import { HotSpots } from './hot-spots.tsx'
import { masked } from './masks.ts'

/** What the list is narrowed down to; '' stands for all. */
export interface Narrowed {
  readonly status: string
  readonly unit: string
}

interface List {
  readonly petitions: readonly Petition[]
  /** Those that are not over. */
  readonly hotSpots: readonly HotSpot[]
  readonly narrowed: Narrowed
  readonly book: Rulebook
  readonly now: Date
  readonly version: string
}

/** All petitions, newest first. */
export const ListPage = ({ petitions, hotSpots, narrowed, book, now, version }: List) => (
  <Layout title="诉求 · 邻里" version={version} page="petitions">
    <header class="bar">
      <Brand version={version} />
      <nav>
        <a href="/">沙盒</a>
      </nav>
    </header>
    <main class="sheet-page">
      <h1>诉求</h1>
      <HotSpots spots={hotSpots} book={book} />
      <Filters narrowed={narrowed} book={book} />
      {petitions.length === 0 ? (
        <p class="empty">没有这样的诉求。</p>
      ) : (
        <ul class="rows">
          {petitions.map((petition) => (
            <Row petition={petition} book={book} now={now} />
          ))}
        </ul>
      )}
    </main>
  </Layout>
)

const Filters = ({ narrowed, book }: Pick<List, 'narrowed' | 'book'>) => (
  <form class="filters" method="get">
    <label>
      状态
      <select name="status">
        <option value="">全部</option>
        {statuses.map((status) => (
          <option value={status} selected={status === narrowed.status}>
            {statusWords[status]}
          </option>
        ))}
      </select>
    </label>
    <label>
      承办单位
      <select name="unit">
        <option value="">全部</option>
        {[...book.departments, ...book.units].map(({ code, name }) => (
          <option value={code} selected={code === narrowed.unit}>
            {name}
          </option>
        ))}
      </select>
    </label>
    <button type="submit">筛选</button>
  </form>
)

const Row = ({
  petition,
  book,
  now,
}: Pick<List, 'book' | 'now'> & { readonly petition: Petition }) => {
  const late = isInHand(petition) && petition.resolveDueAt < now
  return (
    <li>
      <a href={`/petitions/${petition.number}`}>
        <b class="number">{petition.number}号</b>
        <span class="what">
          {petition.confidential ? '保密诉求' : masked(petition.summary)}
          <small>
            {categoryName(petition, book)}
            {!petition.confidential && coarsePlace(petition.place, book) && (
              <> · {coarsePlace(petition.place, book)}</>
            )}
          </small>
        </span>
        <span class="whose">
          {'to' in petition ? destinationName(petition.to, book) : '尚未派单'}
          {isInHand(petition) && (
            <small class={late ? 'late' : ''}>
              {late ? '已超期，' : ''}
              {moment(petition.resolveDueAt)}前办结
            </small>
          )}
        </span>
        <span class={`status ${petition.status}`}>{statusWords[petition.status]}</span>
      </a>
    </li>
  )
}
