import { photosOf } from '../../../domain/console/desk-view.ts'
import { historyWords } from '../../../texts/cards/history-words.ts'
import { Photos } from '../../petitions/evidence.tsx'
import { LetterList } from '../../petitions/letter-list.tsx'
import { masked } from '../../petitions/masks.ts'
import { momentText } from '../../times.ts'
import type { DeskFile } from './file.ts'
import { within } from './within.ts'

/** What was done, by whom, when (办理记录), oldest first. */
export const Timeline = ({ file: { petition, view, book } }: { readonly file: DeskFile }) => (
  <section class="card">
    <h2>办理记录</h2>
    <ol class="timeline">
      {view.task.history.map((line) => {
        const { fact, words } = historyWords(line, book)
        return (
          <li>
            <time datetime={line.at.toISOString()}>{momentText(line.at)}</time>
            <p>
              <b>{fact}</b>
            </p>
            {words && <p class="details">{masked(words)}</p>}
            {line.event && line.event.kind !== 'supplemented' && (
              <Photos
                photos={photosOf(line.event)}
                label="办理照片"
                within={within(petition.number)}
              />
            )}
          </li>
        )
      })}
    </ol>
  </section>
)

/** Who was told what. */
export const Letters = ({
  file: { petition, view, letters, book },
}: {
  readonly file: DeskFile
}) => {
  if (!view.readsLetters) return null
  const read = letters.filter(({ seenAt }) => seenAt).length
  return (
    <section class="card no-print">
      <h2>通知</h2>
      {letters.length === 0 ? (
        <p class="empty">还没有发出通知。</p>
      ) : (
        <details>
          <summary>
            共{letters.length}条{read > 0 && `，${read}条已读`}
          </summary>
          <LetterList {...{ letters, petition, book }} />
        </details>
      )}
    </section>
  )
}
