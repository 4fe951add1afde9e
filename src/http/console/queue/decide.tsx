import { type Wanted, wantedOf } from '../../../domain/console/own-view.ts'
import { type ToDecide, toDecide } from '../../../domain/console/to-decide.ts'
import { destinationName } from '../../../domain/notices/brief.ts'
import type { Command } from '../../../domain/petition/command.ts'
import type { Petition } from '../../../domain/petition/petition.ts'
import { actOnPetition } from '../../../flows/act-on-petition.ts'
import { bookFor } from '../../../flows/understand.ts'
import { refusedWords } from '../../../texts/cards/press-words.ts'
import { actionDone, actionLabels } from '../../../texts/desk-words.ts'
import { moment } from '../../../texts/moments.ts'
import { roleWords } from '../../../texts/words.ts'
import { masked } from '../../petitions/masks.ts'
import { decidedAlready } from '../decided-already.ts'
import { actPath } from '../petition/acts/act-form.tsx'
import type { PetitionVisit, Visit } from '../visit.ts'
import { type Asked, queryOf } from './asked.ts'

interface Of {
  readonly visit: Visit
  readonly asked: Pick<Asked, 'tab' | 'typed'>
  readonly petition: Petition
}

/** What of a petition waits for its reader's decision, who asks for it, and the way to say yes or no right there. */
export const Decisions = async ({ visit, asked, petition }: Of) => {
  const book = await bookFor(petition, visit.desk)
  const found = toDecide(petition, visit.staff, visit.now, book)
  return (
    <>
      {wantedOf(petition, visit.staff.id).map((wanted) => (
        <div class="row-asks">
          <a class="button" href={`/console/petitions/${petition.number}#ask-${wanted}`}>
            {wantedWords[wanted]}
          </a>
        </div>
      ))}
      {found.map((one) =>
        one.kind === 'extension' ? (
          <Extension one={one} of={{ visit, asked, petition }} />
        ) : one.kind === 'help' ? (
          <Help one={one} of={{ visit, asked, petition }} />
        ) : (
          <SentBack one={one} of={{ visit, asked, petition }} />
        ),
      )}
    </>
  )
}

const wantedWords: Readonly<Record<Wanted, string>> = {
  consent: '答复邻居同不同意',
  rate: '评价办得怎么样',
  look: '答复修好没有',
}

const Extension = ({
  one: { asked: request, dueAt, movesTo },
  of,
}: {
  readonly one: Extract<ToDecide, { kind: 'extension' }>
  readonly of: Of
}) => {
  const { days, by, reason, askedAt } = request
  const { number } = of.petition
  return (
    <div class="row-asks">
      <p>
        <b>申请延期{days === null ? '（没说几天）' : `${days}天`}</b>：{masked(reason)}
        <small>
          {whoAsks(by, of.visit)} {moment(askedAt)}提出 · 现办结期限{moment(dueAt)}
          {movesTo && `，同意后到${moment(movesTo)}`}
        </small>
      </p>
      <details>
        <summary class="button">{actionLabels.approveExtension}</summary>
        <Form of={of} verdict="approve">
          <label>
            同意延几天
            <input
              {...{ name: 'days', type: 'number', inputmode: 'numeric', min: '1', max: '366' }}
              required
              value={days ?? ''}
            />
          </label>
          <button class="button" type="submit" aria-label={`确认同意${number}号延期`}>
            确认同意
          </button>
        </Form>
      </details>
      <details>
        <summary class="button quiet">{actionLabels.refuseExtension}</summary>
        <Form of={of} verdict="refuse">
          <label>
            理由（承办人会看到）
            <input name="reason" required maxlength={200} />
          </label>
          <button class="button" type="submit" aria-label={`确认不同意${number}号延期`}>
            确认不同意
          </button>
        </Form>
      </details>
    </div>
  )
}

/** 市政建设办 刘工（站办所承办人） */
function whoAsks(by: Petition['reporter']['person'] | null, { book }: Visit): string {
  const staff = book.staff.find(({ id }) => id === by)
  if (!staff) return '承办人'
  const office = book.departments.find(({ code }) => code === staff.department)
  return `${office ? `${office.name} ` : ''}${staff.name}（${roleWords[staff.role]}）`
}

/** All who asked are answered at once; others who are called to assist are an answer, too. */
const Help = ({
  one,
  of,
}: {
  readonly one: Extract<ToDecide, { kind: 'help' }>
  readonly of: Of
}) => {
  const { number } = of.petition
  return (
    <div class="row-asks">
      {one.asked.map(({ by, text, askedAt, part }) => (
        <p>
          <b>{part === undefined ? '求助' : '协办求助'}</b>：{masked(text)}
          <small>
            {whoAsks(by, of.visit)} {moment(askedAt)}提出
          </small>
        </p>
      ))}
      <details>
        <summary class="button">{actionLabels.answerHelp}</summary>
        <Form of={of} verdict="help">
          <label>
            怎么协调（求助的人会看到）
            <input name="text" required maxlength={200} />
          </label>
          <button class="button" type="submit" aria-label={`确认答复${number}号求助`}>
            发给求助的人
          </button>
        </Form>
      </details>
      <a class="button quiet" href={actPath(number, 'askAssist')}>
        {actionLabels.askAssist}
      </a>
    </div>
  )
}

const SentBack = ({
  one: { part },
  of: { visit, petition },
}: {
  readonly one: Extract<ToDecide, { kind: 'partSentBack' }>
  readonly of: Of
}) => (
  <div class="row-asks">
    <p>
      <b>{destinationName(part.to, visit.book)}退回协办</b>：{masked(part.sentBack?.reason ?? '')}
      <small>
        协办任务：{masked(part.task) || '到场'}
        {part.sentBack && ` · ${moment(part.sentBack.sentBackAt)}退回`}
      </small>
    </p>
    <a class="button" href={actPath(petition.number, 'releaseAssist')}>
      {actionLabels.releaseAssist}
    </a>
    <a class="button quiet" href={actPath(petition.number, 'askAssist')}>
      再请协办
    </a>
  </div>
)

const Form = ({
  of: { asked, petition },
  verdict,
  children,
}: {
  readonly of: Of
  readonly verdict: Verdict
  readonly children?: unknown
}) => {
  const path = `/console/petitions/${petition.number}/decide`
  return (
    <form
      {...{ method: 'post', action: path, 'hx-post': path }}
      hx-target={`#row-${petition.number}`}
      hx-swap="outerHTML"
    >
      <input type="hidden" name="version" value={petition.version} />
      <input type="hidden" name="back" value={queryOf(asked)} />
      <input type="hidden" name="verdict" value={verdict} />
      {children}
    </form>
  )
}

type Verdict = 'approve' | 'refuse' | 'help'

/** What came of it, in words for who decided; `petition`: as it stands now. */
export interface Decided {
  readonly isDone: boolean
  readonly said: string
  readonly petition: Petition
}

/** Gives more time, refuses it or answers who asked for help, as the form in a row says it; pressed twice it is done once. */
export async function decideBy(
  visit: PetitionVisit,
  typed: (name: string) => string,
): Promise<Decided> {
  const { petition, staff, desk } = visit
  const command = ruling(typed)
  const done = await actOnPetition(
    {
      ...{ petition: petition.id, command, version: Number(typed('version')) },
      by: { kind: 'person', id: staff.id, staff },
      cause: { kind: 'press', key: `console/decide/${petition.id}/${typed('version')}` },
    },
    desk,
  )
  if (done.ok) return { isDone: true, said: actionDone[command.kind], petition: done.value }
  const now = (await desk.petitions.find(petition.id)) ?? petition
  const why = done.problem.kind
  const already =
    why === 'notNow' || why === 'nothingAsked'
      ? await decidedAlready(command.kind, now, visit)
      : null
  const said = already ?? (why === 'notNow' ? '有新情况，请看过再办' : refusedWords[why])
  return { isDone: false, said, petition: now }
}

type Ruling = Extract<Command, { kind: 'approveExtension' | 'refuseExtension' | 'answerHelp' }>

function ruling(typed: (name: string) => string): Ruling {
  const words = (name: string) => typed(name).trim().slice(0, 200)
  switch (typed('verdict')) {
    case 'approve':
      return { kind: 'approveExtension', days: Number(typed('days')) || null }
    case 'help':
      return { kind: 'answerHelp', text: words('text') }
    default:
      return { kind: 'refuseExtension', reason: words('reason') }
  }
}
