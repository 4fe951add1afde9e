import { lookOf } from '../../../domain/console/look.ts'
import { isInHand, type Petition } from '../../../domain/petition/petition.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Numbers } from '../../../flows/present-numbers.ts'
import { statusWords } from '../../../texts/words.ts'
import { categoryName, coarsePlace } from '../../labels.ts'
import { distanceText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import type { Opened } from './opened.ts'

/** The petitions behind a number, as far as whoever looks may see them. */
export const ListPage = ({
  visit,
  opened,
  numbers,
  back,
}: {
  readonly visit: Visit
  readonly opened: Opened
  readonly numbers: Numbers
  readonly back: string
}) => {
  const behind = new Set(opened.numbers)
  const petitions = numbers.kept
    .map(({ petition }) => petition)
    .filter(
      (petition) =>
        behind.has(petition.number) && lookOf(petition, visit.staff, visit.book) !== 'none',
    )
    .sort((a, b) => b.number - a.number)
  const unseen = behind.size - petitions.length
  return (
    <ConsolePage visit={visit} title={opened.title} area="figures">
      <h1>
        {opened.title}：{behind.size}件
      </h1>
      {opened.definition && <p class="lead">{opened.definition}</p>}
      <p>
        <a href={back}>‹ 回到看板</a>
      </p>
      {unseen > 0 && <p class="lead">其中{unseen}件不在您能看的范围内。</p>}
      {petitions.length === 0 ? (
        <p class="empty">没有诉求。</p>
      ) : (
        <ul class="figure-rows">
          {petitions.map((petition) => (
            <Row petition={petition} book={visit.book} now={visit.now} />
          ))}
        </ul>
      )}
    </ConsolePage>
  )
}

const Row = ({
  petition,
  book,
  now,
}: {
  readonly petition: Petition
  readonly book: Rulebook
  readonly now: Date
}) => {
  const isLate = isInHand(petition) && petition.resolveDueAt < now
  return (
    <li class="card">
      <a href={`/console/petitions/${petition.number}`}>
        <b>{petition.number}号</b>{' '}
        {petition.confidential ? '不公开事项' : categoryName(petition, book)}
      </a>
      {!petition.confidential && <span>{coarsePlace(petition.place, book)}</span>}
      {isInHand(petition) && (
        <span class={isLate ? 'late' : ''}>{distanceText(petition.resolveDueAt, now)}</span>
      )}
      <span class={`status ${petition.status}`}>{statusWords[petition.status]}</span>
    </li>
  )
}
