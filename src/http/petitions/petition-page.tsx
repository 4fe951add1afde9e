import { endOf } from '../../domain/deadlines/calendar.ts'
import { destinationName } from '../../domain/notices/brief.ts'
import { households, isInHand } from '../../domain/petition/petition.ts'
import { moment } from '../../texts/moments.ts'
import { matterWords } from '../../texts/sheets/code-words.ts'
import { ratingText } from '../../texts/timeline.ts'
import { statusWords } from '../../texts/words.ts'
import { categoryName, coarsePlace, dangerLabels, unitName, urgencyLabels } from '../labels.ts'
import { Brand, Layout } from '../layout.tsx'
import { distanceText, momentText } from '../times.ts'
import type { File } from './file.ts'
import { masked } from './masks.ts'
import { Letters, Timeline, Understood, Words } from './petition-parts.tsx'

/** One petition with all that is known and was done. */
export const PetitionPage = ({
  file,
  version,
}: {
  readonly file: File
  readonly version: string
}) => {
  const { petition } = file
  return (
    <Layout title={`${petition.number}号诉求 · 邻里`} version={version} page="petitions">
      <header class="bar">
        <Brand version={version} />
        <nav>
          <a href="/petitions">全部诉求</a>
          <a href="/">沙盒</a>
        </nav>
      </header>
      <main class="sheet-page">
        <h1>
          {petition.number}号
          <span class={`status ${petition.status}`}>{statusWords[petition.status]}</span>
        </h1>
        <p class="lead">
          {petition.confidential ? '保密诉求，内容只有承办人能看。' : masked(petition.summary)}
        </p>
        <div class="columns">
          <div>
            <Facts file={file} />
            {!petition.confidential && <Words file={file} />}
            {!petition.confidential && <Understood petition={petition} />}
          </div>
          <div>
            <Timeline file={file} />
            <Letters file={file} />
          </div>
        </div>
      </main>
    </Layout>
  )
}

const Facts = ({ file: { petition, book, now } }: { readonly file: File }) => (
  <section class="card">
    <h2>基本情况</h2>
    <dl class="facts">
      <Fact label="类别">{categoryName(petition, book)}</Fact>
      <Fact label="性质">
        {matterWords[petition.kind]}，{urgencyLabels[petition.urgency]}
        {petition.danger && `，${dangerLabels[petition.danger]}`}
      </Fact>
      {!petition.confidential && (
        <Fact label="地点">{coarsePlace(petition.place, book) || '还不知道'}</Fact>
      )}
      <Fact label="网格">{petition.grid ? unitName(petition.grid, book) : '未定'}</Fact>
      <Fact label="户数">{households(petition)}户</Fact>
      {petition.onBehalfOf && <Fact label="代报">替别人反映（已记下是谁）</Fact>}
      {petition.vulnerable && <Fact label="照顾">涉及需要照顾的人</Fact>}
      {petition.since && <Fact label="从何时起">{moment(endOf(petition.since))}</Fact>}
      <Fact label="登记">{momentText(petition.registeredAt)}</Fact>
      {'to' in petition && <Fact label="承办">{destinationName(petition.to, book)}</Fact>}
      {isInHand(petition) && (
        <>
          <Fact label="签收期限">
            <Due at={petition.acceptDueAt} now={petition.status === 'dispatched' ? now : null} />
          </Fact>
          <Fact label="办结期限">
            <Due at={petition.resolveDueAt} now={now} />
            {petition.provisional && '（节假日安排未公布，暂定）'}
          </Fact>
        </>
      )}
      {'result' in petition && (
        <Fact label="办理结果">
          {petition.confidential ? '（保密）' : masked(petition.result)}
          {petition.inTime ? '（按期）' : '（超期）'}
        </Fact>
      )}
      {petition.reopenings > 0 && <Fact label="重办">{petition.reopenings}次</Fact>}
      {petition.ratings.map((rating) => (
        <Fact label="评价">{masked(ratingText(rating))}</Fact>
      ))}
    </dl>
  </section>
)

const Fact = ({ label, children }: { readonly label: string; readonly children?: unknown }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

/** A limit, and how far away it is while it still runs. */
const Due = ({ at, now }: { readonly at: Date; readonly now: Date | null }) => (
  <span class={now !== null && at < now ? 'late' : ''}>
    {moment(at)}
    {now && `（${distanceText(at, now)}）`}
  </span>
)
