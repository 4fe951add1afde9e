import { type OwnView, ownView, type Wanted } from '../../../domain/console/own-view.ts'
import { endOf } from '../../../domain/deadlines/calendar.ts'
import type { Petition } from '../../../domain/petition/petition.ts'
import { bookFor } from '../../../flows/understand.ts'
import { resultWords } from '../../../texts/cards/task-words.ts'
import { moment } from '../../../texts/moments.ts'
import { ratingText } from '../../../texts/timeline.ts'
import { Photos } from '../../petitions/evidence.tsx'
import { masked } from '../../petitions/masks.ts'
import { distanceText, momentText } from '../../times.ts'
import type { PetitionVisit } from '../visit.ts'
import { Once } from './acts/act-form.tsx'
import { Fact } from './facts.tsx'
import { PlainPage } from './plain-page.tsx'
import { within } from './within.ts'

/** What its reader may see of a petition that they brought, or are asked to look at; null: neither. */
export async function ownOf({
  petition,
  staff,
  desk,
  now,
}: PetitionVisit): Promise<OwnView | null> {
  const book = await bookFor(petition, desk)
  const reader = { kind: 'person', id: staff.id, staff } as const
  return ownView({ petition, timeline: [], book, at: now }, reader)
}

interface Page {
  readonly visit: PetitionVisit
  readonly own: OwnView
  /** Why an answer was not taken. */
  readonly fault?: string
}

/** For who brought it as a neighbour, such as a household head: what is wanted of them, and what became of it. */
export const OwnPage = ({ visit, own, fault = '' }: Page) => {
  const { petition, now } = visit
  return (
    <PlainPage visit={visit} category={own.category}>
      {own.place && <p class="lead">{masked(own.place)}</p>}
      {fault && (
        <p class="wrong" role="alert">
          {fault}
        </p>
      )}
      {own.wanted.map((wanted) => (
        <Answer wanted={wanted} visit={visit} own={own} />
      ))}
      <section class="card">
        <h2>办到哪一步了</h2>
        <dl class="facts">
          <Fact label="承办">{own.handler}</Fact>
          {own.dueAt && (
            <Fact label="办结期限">
              {moment(own.dueAt)}前（{distanceText(own.dueAt, now)}）
            </Fact>
          )}
          {own.interim && (
            <Fact label="阶段性答复">
              {masked(own.interim.text)}（答应{moment(endOf(own.interim.day))}前再答复）
            </Fact>
          )}
          {own.result && (
            <Fact label="办理结果">
              {masked(own.result.text)}
              <small>{resultWords(own.result)}</small>
              <Photos
                photos={own.result.photos}
                label="办结照片"
                within={within(petition.number)}
              />
            </Fact>
          )}
          {own.own && (
            <Fact label="您的评价">
              {ratingText({ ...own.own, reason: null }) || '没有说满意不满意'}
            </Fact>
          )}
        </dl>
      </section>
      <Said own={own} />
    </PlainPage>
  )
}

const Said = ({ own: { line, relay, registeredAt } }: { readonly own: OwnView }) =>
  line === null && relay === null ? null : (
    <section class="card">
      <h2>{relay ? '您代报的内容' : '您反映的内容'}</h2>
      <dl class="facts">
        {line !== null && <Fact label="内容">{masked(line)}</Fact>}
        {relay && <Fact label="代谁反映">{relay.who ?? '一位邻居'}</Fact>}
        {relay && consentText[relay.consent] && (
          <Fact label="邻居意见">{consentText[relay.consent]}</Fact>
        )}
        <Fact label="登记">{momentText(registeredAt)}</Fact>
      </dl>
    </section>
  )

const consentText: Readonly<Record<NonNullable<OwnView['relay']>['consent'], string>> = {
  notNeeded: '',
  open: '还没有答复，办理人员看不到是哪位邻居',
  given: '同意告诉办理人员',
  withheld: '不同意，已不记是哪位邻居',
}

const asks: Readonly<Record<Wanted, string>> = {
  consent: '邻居同意把姓名和门牌告诉办理人员吗？',
  rate: '办好了吗？您满意吗？',
  look: '请方便时到现场看一眼：真办好了吗？',
}

/** The two things one can say at once; a verdict on the result has more. */
const answers: Readonly<Record<Wanted, readonly (readonly [value: string, label: string])[]>> = {
  consent: [
    ['yes', '问过了，同意'],
    ['no', '不同意'],
  ],
  rate: [
    ['satisfied', '办好了，满意'],
    ['fair', '办好了，基本满意'],
    ['unhappy', '办好了，但不满意'],
    ['unsolved', '没办好'],
  ],
  look: [
    ['yes', '看过，办好了'],
    ['no', '看过，没办好'],
  ],
}

const Answer = ({ wanted, visit, own }: Omit<Page, 'fault'> & { readonly wanted: Wanted }) => {
  const { number, version }: Petition = visit.petition
  return (
    <section class="card no-print" aria-labelledby={`ask-${wanted}`}>
      <h2 id={`ask-${wanted}`}>{asks[wanted]}</h2>
      {wanted === 'consent' && own.relay?.who && <p class="hint">您代{own.relay.who}反映的。</p>}
      <form class="answer" method="post" action={`/console/petitions/${number}/answer`}>
        <Once version={version} nonce={visit.desk.newId()} />
        <input type="hidden" name="to" value={wanted} />
        {wanted !== 'consent' && (
          <label>
            想补充的（选填）
            <input name="words" maxlength={200} />
          </label>
        )}
        <p class="buttons">
          {answers[wanted].map(([value, label], i) => (
            <button
              class={i === 0 ? 'button' : 'button quiet'}
              type="submit"
              name="says"
              value={value}
            >
              {label}
            </button>
          ))}
        </p>
      </form>
    </section>
  )
}
