import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { renderSVG } from 'uqr'
import type { ChannelHealth } from '../../../flows/ports/channels.ts'
import type { JobName } from '../../../flows/ports/operation.ts'
import { channelWords } from '../../../texts/words.ts'
import { lengthText, momentText, sinceText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { GivenUp } from './given-up.tsx'
import type { State } from './state.ts'
import { WebhooksVital } from './webhooks-vital.tsx'

const healthWords: Readonly<Record<ChannelHealth['state'], string>> = {
  up: '正常',
  down: '断开',
  silenced: '平台要求暂停发言',
}

const jobWords: Readonly<Record<JobName, string>> = {
  retention: '到期信息清理（每天 3:20）',
  rules: '向群里告知用话规则（工作时间每 10 分钟）',
  reports: '写应交的报表（每 10 分钟）',
  tidying: '清理无关闲聊（每小时）',
}

/** How everything is: what hears and speaks, what waits, what failed. No words of people. */
export const OperationPage = ({
  visit,
  state,
}: {
  readonly visit: Visit
  readonly state: State
}) => {
  const givenUp = state.webhooks.filter(({ webhook }) => webhook.state === 'given_up').length
  return (
    <ConsolePage visit={visit} title="运行" area="operation">
      <h1>运行状态</h1>
      <p class="lead">{momentText(visit.now)} 的情况。</p>
      <nav class="page-links" aria-label="接口">
        <a href="/console/operation/tokens">接口令牌</a>
        <a href="/console/operation/webhooks">事件推送</a>
        <a href="/api/docs">接口说明</a>
      </nav>
      {givenUp > 0 && (
        <p class="wrong" role="alert">
          有 {givenUp} 个事件推送一直送不到，已停止。
          <a href="/console/operation/webhooks">去看看</a>
        </p>
      )}
      <Waiting state={state} now={visit.now} />
      <Channels state={state} now={visit.now} />
      <GivenUp state={state} book={visit.book} />
      <Failed state={state} />
      <Jobs state={state} now={visit.now} />
      <About visit={visit} state={state} />
    </ConsolePage>
  )
}

interface At {
  readonly state: State
  readonly now: Date
}

const Waiting = ({ state: { vitals, webhooks }, now }: At) => {
  const { inbox, outbox, timers } = vitals
  return (
    <section class="card" aria-labelledby="waiting">
      <h2 id="waiting">排队</h2>
      <dl class="vitals">
        <Vital name="待读消息" count={inbox.waiting} since={inbox.oldestAt} now={now} />
        <Vital name="待发通知" count={outbox.due} since={outbox.oldestDueAt} now={now}>
          另有{outbox.later}条定在以后
        </Vital>
        <Vital name="到点未办的定时" count={timers.overdue} since={timers.oldestDueAt} now={now} />
        {webhooks.length > 0 && <WebhooksVital webhooks={webhooks} />}
      </dl>
    </section>
  )
}

/** What waits for minutes is stuck: each is looked for every second. */
const stuckMs = 5 * 60_000

const Vital = (of: {
  readonly name: string
  readonly count: number
  readonly since: Date | null
  readonly now: Date
  readonly children?: Child
}) => {
  const isStuck = of.since !== null && of.now.getTime() - of.since.getTime() > stuckMs
  return (
    <div>
      <dt>{of.name}</dt>
      <dd>
        <b class={isStuck ? 'late' : ''}>{of.count}</b>
        <small>
          {of.since ? `最早的已等${sinceText(of.since, of.now)}` : '没有在等的'}
          {of.children && <>；{of.children}</>}
        </small>
      </dd>
    </div>
  )
}

const Channels = ({ state: { channels }, now }: At) => (
  <section class="card" aria-labelledby="channels">
    <h2 id="channels">通道</h2>
    {channels === null ? (
      <p>账号不在这个程序手里：由另一个程序持有，或者正在连接。请看那个程序的运行页。</p>
    ) : channels.length === 0 ? (
      <p class="empty">没有接任何账号。</p>
    ) : (
      <>
        <p>账号由这个程序持有。</p>
        <ul class="channels">
          {channels.map(({ name, health }) => (
            <li>
              <b>{channelWords[name]}</b>{' '}
              <span class={`status ${health.state}`}>{healthWords[health.state]}</span>
              <small>
                已{sinceText(health.since, now)}；
                {health.lastHeard
                  ? `最近听到 ${momentText(health.lastHeard)}`
                  : '启动后还没有听到消息'}
              </small>
              {health.toDo && <p class="to-do">要做：{health.toDo}</p>}
              {health.loginCode && <LoginCode code={health.loginCode} />}
            </li>
          ))}
        </ul>
      </>
    )}
  </section>
)

/** To be scanned with the phone that has the account. */
const LoginCode = ({ code }: { readonly code: string }) => (
  <div class="login-code" role="img" aria-label="登录二维码">
    {raw(renderSVG(code, { border: 2, ecc: 'L' }))}
  </div>
)

const Failed = ({ state: { setAside, vitals, gaps } }: { readonly state: State }) => (
  <section class="card" aria-labelledby="failed">
    <h2 id="failed">没读成的消息和漏听</h2>
    {vitals.inbox.setAside === 0 ? (
      <p class="empty">没有读取失败的消息。</p>
    ) : (
      <>
        <p>读取失败 {vitals.inbox.setAside} 条，已原样留存，不影响后面的消息。最近的：</p>
        <ul class="logged">
          {setAside.map(({ channel, keptAt, fault }) => (
            <li>
              {momentText(keptAt)} {channelWords[channel]} <code>{fault}</code>
            </li>
          ))}
        </ul>
      </>
    )}
    {gaps.length === 0 ? (
      <p class="empty">近七天没有漏听。</p>
    ) : (
      <ul class="logged">
        {gaps.map(({ channel, fromAt, untilAt }) => (
          <li>
            {channelWords[channel]} {momentText(fromAt)} 至 {momentText(untilAt)} 可能漏听
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Jobs = ({ state: { jobs }, now }: At) => (
  <section class="card" aria-labelledby="jobs">
    <h2 id="jobs">定时工作</h2>
    <ul class="logged">
      {(Object.keys(jobWords) as JobName[]).map((name) => {
        const run = jobs.find((one) => one.name === name)
        return (
          <li>
            {jobWords[name]}：
            {run ? (
              <>
                {sinceText(run.endedAt, now)}前
                {run.fault === null ? '完成' : <b class="late">失败</b>}{' '}
                {run.fault !== null && <code>{run.fault}</code>}
              </>
            ) : (
              '还没有做过'
            )}
          </li>
        )
      })}
    </ul>
  </section>
)

const About = ({ visit, state }: { readonly visit: Visit; readonly state: State }) => {
  const { machine } = visit.desk
  const { version, madeAt } = state.model
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">程序</h2>
      <dl class="about">
        <dt>版本</dt>
        <dd>{machine.version}</dd>
        <dt>已运行</dt>
        <dd>{lengthText(Math.round(machine.upMs() / 60_000))}</dd>
        <dt>分类模型</dt>
        <dd>
          {version === 0 ? '随程序附带的' : `第${version}版`}
          {madeAt && `，${momentText(madeAt)}训练`}
        </dd>
        <dt>数据库</dt>
        <dd>{sizeText(state.vitals.databaseBytes)}</dd>
        <dt>备份</dt>
        <dd>
          <Backup backup={state.backup} now={visit.now} />
        </dd>
      </dl>
    </section>
  )
}

/** Daily is usual; who misses two has none any more to speak of. */
const oldAfterMs = 2 * 24 * 3_600_000

const Backup = ({ backup, now }: { readonly backup: State['backup']; readonly now: Date }) => {
  if (!backup)
    return (
      <>
        <b class="late">没有备份记录。</b>请每天运行 <code>npm run backup -- --to 文件</code>
        ，并把文件存到别的机器上。
      </>
    )
  const { madeAt, bytes, rows, verifiedAt } = backup
  const isOld = now.getTime() - madeAt.getTime() > oldAfterMs
  return (
    <>
      <span class={isOld ? 'late' : ''}>
        {momentText(madeAt)}（{sinceText(madeAt, now)}前）
      </span>
      ，{sizeText(bytes)}，{rows} 行，
      {verifiedAt ? '已通读核对' : '没有核对'}
    </>
  )
}

const sizeText = (bytes: number): string => {
  const mb = bytes / 1024 ** 2
  return mb < 1024 ? `${mb.toFixed(1)} MB` : `${(mb / 1024).toFixed(2)} GB`
}
