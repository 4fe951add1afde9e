import type { Petition } from '../../domain/petition/petition.ts'
import { eventLabels } from '../../texts/timeline.ts'
import { momentText } from '../times.ts'
import { Photos, SeenBefore, Voices } from './evidence.tsx'
import { Evidence } from './evidence-table.tsx'
import type { File } from './file.ts'
import { LetterList } from './letter-list.tsx'
import { masked } from './masks.ts'
import { eventText } from './timeline.ts'
import { whoText } from './who.ts'

interface Of {
  readonly petition: Petition
}

/** What was said and shown, message by message. */
export const Words = ({ file: { petition, voices, likenesses } }: { readonly file: File }) => (
  <section class="card">
    <h2>原话</h2>
    {petition.words.map((words) => (
      <blockquote>{masked(words)}</blockquote>
    ))}
    <Voices voices={voices} />
    <Photos photos={petition.photos} label="居民发来的照片" />
    {'resultPhotos' in petition && <Photos photos={petition.resultPhotos} label="办结照片" />}
    <SeenBefore petition={petition} likenesses={likenesses} />
  </section>
)

/** How each field was read out of the words. */
export const Understood = ({ petition }: Of) =>
  petition.evidence.length === 0 ? null : (
    <section class="card">
      <h2>怎么听懂的</h2>
      <Evidence fields={petition.evidence} said={petition.words} />
    </section>
  )

/** What was done, by whom, when (办理记录). */
export const Timeline = ({ file: { petition, timeline, book } }: { readonly file: File }) => (
  <section class="card">
    <h2>办理记录</h2>
    <ol class="timeline">
      {timeline.map((event) => (
        <li>
          <time datetime={event.at.toISOString()}>{momentText(event.at)}</time>
          <p>
            <b>{eventLabels[event.kind]}</b> {whoText(event.by, petition, book)}
          </p>
          {!petition.confidential && <p class="details">{eventText(event, book)}</p>}
        </li>
      ))}
    </ol>
  </section>
)

/** Who was told what. */
export const Letters = ({ file: { petition, letters, book } }: { readonly file: File }) => (
  <section class="card">
    <h2>通知</h2>
    {letters.length === 0 ? (
      <p class="empty">还没有发出通知。</p>
    ) : (
      <LetterList {...{ letters, petition, book }} withoutWords={petition.confidential} />
    )}
  </section>
)
