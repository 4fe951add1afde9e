import { lookOf } from '../../../domain/console/look.ts'
import type { Numbers } from '../../../flows/present-numbers.ts'
import { PetitionRow } from '../petition-row.tsx'
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
        <ul class="petition-rows">
          {petitions.map((petition) => (
            <PetitionRow visit={visit} petition={petition} />
          ))}
        </ul>
      )}
    </ConsolePage>
  )
}
