import type { Child } from 'hono/jsx'
import { type DueExplained, dueExplained } from '../../../domain/console/due-explained.ts'
import { endOf } from '../../../domain/deadlines/calendar.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { Duty } from '../../../domain/petition/command.ts'
import { isInHand } from '../../../domain/petition/petition.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import { resultWords } from '../../../texts/cards/task-words.ts'
import { moment } from '../../../texts/moments.ts'
import { reckoningWords } from '../../../texts/reckoning-words.ts'
import { matterWords } from '../../../texts/sheets/code-words.ts'
import { ratingText } from '../../../texts/timeline.ts'
import { categoryName, dangerLabels, unitName, urgencyLabels } from '../../labels.ts'
import { Photos } from '../../petitions/evidence.tsx'
import { masked } from '../../petitions/masks.ts'
import { distanceText, momentText } from '../../times.ts'
import type { DeskFile } from './file.ts'
import { taskSeenAt } from './task-seen.ts'
import { within } from './within.ts'

/** Where it stands: by when, with whom, what came of it. */
export const Facts = ({ file }: { readonly file: DeskFile }) => {
  const { petition, view, book } = file
  const { task } = view
  const seenAt = taskSeenAt(file)
  return (
    <section class="card">
      <h2>基本情况</h2>
      <dl class="facts">
        {task.acceptDueAt && <Due file={file} of="accept" at={task.acceptDueAt} />}
        {task.resolveDueAt && <Due file={file} of="resolve" at={task.resolveDueAt} />}
        <Fact label="承办">
          {task.handler}
          {isInHand(petition) && petition.designated && '（指定承办）'}
          {seenAt && <small>已读 {momentText(seenAt)}，未签收</small>}
        </Fact>
        {isInHand(petition) && petition.extensionAsked && (
          <Fact label="延期申请">
            {petition.extensionAsked.days === null ? '' : `${petition.extensionAsked.days}天，`}
            {masked(petition.extensionAsked.reason)}（{momentText(petition.extensionAsked.askedAt)}
            ）
          </Fact>
        )}
        {isInHand(petition) &&
          petition.helpAsked?.map(({ text, askedAt, part }) => (
            <Fact label={part === undefined ? '求助' : '协办求助'}>
              {masked(text)}（{momentText(askedAt)}，等待答复）
            </Fact>
          ))}
        {isInHand(petition) && petition.interim && (
          <Fact label="阶段性答复">
            {masked(petition.interim.text)}（答应{moment(endOf(petition.interim.day))}前再答复）
          </Fact>
        )}
        <Fact label="类别">{categoryName(petition, book)}</Fact>
        <Fact label="性质">
          {matterWords[petition.kind]}，{urgencyLabels[petition.urgency]}
          {petition.danger && `，${dangerLabels[petition.danger]}`}
        </Fact>
        <Fact label="网格">{petition.grid ? unitName(petition.grid, book) : '未定'}</Fact>
        <Fact label="户数">
          {joined(file)}
          {view.reveals && (
            <a class="who-link no-print" href={`/console/petitions/${petition.number}/identity`}>
              查看反映人
            </a>
          )}
          {file.splits && (
            <a class="who-link no-print" href={`/console/petitions/${petition.number}/split`}>
              分出一户
            </a>
          )}
          {file.mayMerge && file.alike.length === 0 && (
            <a class="who-link no-print" href={`/console/petitions/${petition.number}/merge`}>
              并入另一件
            </a>
          )}
        </Fact>
        {view.above && petition.accused && (
          <Fact label="回避">{namesOf(petition.accused, book)}被投诉，不参与、也看不到这一件</Fact>
        )}
        {task.onBehalfOf && <Fact label="代谁反映">{masked(task.onBehalfOf)}</Fact>}
        {task.vulnerable && <Fact label="照顾">涉及需要照顾的人</Fact>}
        {task.since && <Fact label="从何时起">{moment(endOf(task.since))}</Fact>}
        <Fact label="登记">{momentText(petition.registeredAt)}</Fact>
        {petition.returns > 0 && <Fact label="退回">{petition.returns}次</Fact>}
        {petition.reopenings > 0 && <Fact label="重办">{petition.reopenings}次</Fact>}
        {task.result && (
          <Fact label="办理结果">
            {masked(task.result.text)}
            <small>{resultWords(task.result)}</small>
            <Photos photos={task.result.photos} label="办结照片" within={within(petition.number)} />
          </Fact>
        )}
        {task.ended && <Fact label="结束原因">{masked(task.ended)}</Fact>}
        {task.ratings.map((rating) => (
          <Fact label="评价">{masked(ratingText(rating)) || '没有说满意不满意'}</Fact>
        ))}
      </dl>
    </section>
  )
}

/** How many households, and by what part in it: never who. */
function joined({ petition, view }: DeskFile): string {
  const relayed = petition.supporters.filter(({ relayedFor }) => relayedFor !== undefined).length
  const own = petition.supporters.length - relayed
  return [
    `${view.task.households}户`,
    own > 0 || relayed > 0 ? '反映人1位' : '',
    own > 0 ? `附议${own}位` : '',
    relayed > 0 ? `户长代邻居附议${relayed}户` : '',
  ]
    .filter(Boolean)
    .join('，')
}

export const Fact = ({
  label,
  children,
}: {
  readonly label: string
  readonly children?: Child
}) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

const dutyLabels: Readonly<Record<Duty, string>> = { accept: '签收期限', resolve: '办结期限' }

const namesOf = (people: readonly PersonId[], { staff }: Rulebook): string =>
  people.flatMap((person) => staff.find(({ id }) => id === person)?.name ?? []).join('、')

/** A limit, how far away it is, and how it was counted. */
const Due = ({
  file: { petition, timeline, book, now },
  of,
  at,
}: {
  readonly file: DeskFile
  readonly of: Duty
  readonly at: Date
}) => {
  const explained: DueExplained | null = isInHand(petition)
    ? dueExplained(of, petition, timeline, book)
    : null
  return (
    <Fact label={dutyLabels[of]}>
      <b class={at < now ? 'late' : ''}>{moment(at)}前</b>
      <span class="far">（{distanceText(at, now)}）</span>
      {explained && (
        <details class="reckoning">
          <summary>怎么算的</summary>
          <small>{reckoningWords(explained)}</small>
        </details>
      )}
    </Fact>
  )
}
