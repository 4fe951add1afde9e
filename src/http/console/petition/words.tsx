import type { Saying } from '../../../flows/sayings-of.ts'
import { Photos, SeenBefore, Voices } from '../../petitions/evidence.tsx'
import { Evidence } from '../../petitions/evidence-table.tsx'
import { masked } from '../../petitions/masks.ts'
import { momentText } from '../../times.ts'
import { actPath } from './acts/act-form.tsx'
import type { DeskFile } from './file.ts'
import { within } from './within.ts'

const whoLabels: Readonly<Record<Saying['by'], string>> = {
  reporter: '反映人',
  supporter: '附议居民',
  resident: '居民',
}

/** What was said and shown, message by message: when, and by whom in it. */
export const Words = ({ file }: { readonly file: DeskFile }) => {
  const { petition, view, sayings, voices, likenesses, tooLarge } = file
  const here = within(petition.number)
  return (
    <section class="card">
      <h2>原话</h2>
      {view.task.withheld && <p class="empty">反映人要求保密，原话由社区掌握。</p>}
      {view.task.words.map((words, i) => (
        <figure class="said">
          <blockquote>{masked(words)}</blockquote>
          <Told saying={sayings[i] ?? null} />
        </figure>
      ))}
      <Voices voices={voices} within={here} />
      <Photos photos={view.task.photos} label="居民发来的照片" within={here} tooLarge={tooLarge} />
      <SeenBefore petition={petition} likenesses={likenesses} within={here} />
    </section>
  )
}

const Told = ({ saying }: { readonly saying: Saying | null }) =>
  saying && (
    <figcaption>
      {whoLabels[saying.by]} · {momentText(saying.at)}
      {saying.voice && ' · 语音转写'}
    </figcaption>
  )

/** How each field was read out of the words. */
export const Understood = ({ file: { view } }: { readonly file: DeskFile }) =>
  view.evidence.length === 0 ? null : (
    <section class="card no-print">
      <h2>怎么听懂的</h2>
      <details>
        <summary>看每一项的依据</summary>
        <Evidence fields={view.evidence} said={view.task.words} />
      </details>
      {view.corrects && (
        <p>
          <a class="button quiet" href={actPath(view.task.number, 'correct')} data-dialog>
            听错了？更正类别、地点
          </a>
        </p>
      )}
    </section>
  )
