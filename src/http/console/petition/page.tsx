import type { Child } from 'hono/jsx'
import { statusWords } from '../../../texts/words.ts'
import { urgencyLabels } from '../../labels.ts'
import { masked } from '../../petitions/masks.ts'
import { ConsolePage } from '../shell.tsx'
import type { PetitionVisit } from '../visit.ts'
import { ActionBar } from './acts/bar.tsx'
import { Facts } from './facts.tsx'
import { type DeskFile, fatesOf } from './file.ts'
import { Letters, Timeline } from './happened.tsx'
import { PrintHead, Signatures } from './paper.tsx'
import { Alike, Mediated, Parts } from './together.tsx'
import { Understood, Words } from './words.tsx'

interface Page {
  readonly visit: PetitionVisit
  readonly file: DeskFile
  readonly children?: Child
}

/** One petition as its reader may see it, and what they may do with it. */
export const PetitionPage = ({ visit, file, children }: Page) => (
  <ConsolePage visit={visit} title={`${file.petition.number}号诉求`} area="work" carries="petition">
    <p class="back no-print">
      <a href="/console">‹ 回到诉求</a>
    </p>
    {children}
    <PetitionBody visit={visit} file={file} />
    <dialog id="act" class="act-sheet no-print" aria-label="办理" />
    <p id="news" class="hidden" role="status" />
    <p id="toast" class="toast no-print" role="alert" hidden />
    <p id="offline" class="offline no-print" role="status" hidden>
      连接断了，正在重连…
    </p>
    <div id="stream" hx-sse:connect={streamOf(file)} hx-swap="none" hidden />
  </ConsolePage>
)

/** Says what the page shows; of letters only where it shows them. */
const streamOf = ({ petition: { number, version }, view, letters }: DeskFile) =>
  `/console/petitions/${number}/stream?version=${version}${view.readsLetters ? `&letters=${fatesOf(letters)}` : ''}`

/** What stands on the page and is renewed when something happens. */
export const PetitionBody = ({ visit, file }: Omit<Page, 'children'>) => {
  const { task } = file.view
  return (
    <article id="petition" class="petition">
      <PrintHead file={file} />
      <h1>
        <span>
          {task.number}号 {task.category}
        </span>
        <span class={`status ${task.status}`}>{statusWords[task.status]}</span>
        {task.urgency !== 'normal' && (
          <span class={`urgency ${task.urgency}`}>{urgencyLabels[task.urgency]}</span>
        )}
        {task.confidential && <span class="urgency secret">保密</span>}
      </h1>
      {task.place && <p class="lead">{masked(task.place)}</p>}
      <ActionBar visit={visit} file={file} />
      <div class="columns">
        <div>
          <Words file={file} />
          <Facts file={file} />
          <Understood file={file} />
        </div>
        <div>
          <Alike file={file} />
          <Parts file={file} />
          <Mediated file={file} />
          <Timeline file={file} />
          <Letters file={file} />
        </div>
      </div>
      <Signatures />
    </article>
  )
}
