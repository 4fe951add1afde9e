import { longestWebhookName, type WebhookFault } from '../../../flows/open-webhook.ts'
import type { Webhook, WebhookState } from '../../../flows/ports/webhooks.ts'
import { mostBehind } from '../../api/webhook-backlogs.ts'
import { momentText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { Field } from './field.tsx'
import { StandsFor, standsForText, wholeStreet } from './whose-program.tsx'

/** What was typed, as it was typed. */
export type WebhookForm = Readonly<Record<'name' | 'url' | 'person' | 'unit' | 'nonce', string>>

const faultWords: Readonly<Record<WebhookFault, string>> = {
  name: `请写名称，最多 ${longestWebhookName} 个字。`,
  url: '请写完整的网址，以 https:// 或 http:// 开头，里面不带账号密码。',
  person: '请选一个在册的人。',
  unit: '请选一个单位。',
}

const stateWords: Readonly<Record<WebhookState, string>> = {
  on: '推送中',
  paused: '已暂停',
  given_up: '已停止：一直送不到',
  off: '已停用',
}

interface Webhooks {
  readonly visit: Visit
  readonly webhooks: readonly Webhook[]
  /** Events that each is still to be told. */
  readonly behind: ReadonlyMap<string, number>
  /** Made just now; null: it was made before. */
  readonly opened?: Webhook | null
  readonly typed?: WebhookForm
  readonly faults?: readonly WebhookFault[]
}

/** Programs that are told what happens; a new one is shown its secret here, once. */
export const WebhooksPage = ({ visit, webhooks, behind, opened, typed, faults = [] }: Webhooks) => (
  <ConsolePage visit={visit} title="事件推送" area="operation">
    <h1>事件推送</h1>
    <p class="lead">
      诉求有了进展，就把事件（不含姓名、电话和原话）推送到登记的网址，按先后顺序，每条都签名。对方没收到就一直重试，一天仍送不到就停下，等人查看。
      <a href="/api/docs">接口说明</a>
    </p>
    {opened !== undefined && <Opened webhook={opened} />}
    <section class="card" aria-labelledby="present">
      <h2 id="present">已有的推送</h2>
      {webhooks.length === 0 ? (
        <p class="empty">还没有推送。</p>
      ) : (
        <ul class="tokens">
          {webhooks.map((webhook) => (
            <Line webhook={webhook} behind={behind.get(webhook.id) ?? 0} visit={visit} />
          ))}
        </ul>
      )}
    </section>
    <NewWebhook visit={visit} typed={typed ?? empty(visit)} faults={faults} />
  </ConsolePage>
)

const empty = ({ desk, book }: Visit): WebhookForm => ({
  ...{ name: '', url: '', person: '', nonce: desk.newId() },
  unit: wholeStreet(book),
})

const Opened = ({ webhook }: { readonly webhook: Webhook | null }) => (
  <section class="card issued" aria-labelledby="opened" role="status">
    <h2 id="opened">{webhook ? `“${webhook.name}”的签名密钥` : '已经登记过'}</h2>
    {webhook ? (
      <>
        <p>只显示这一次，请马上交给接收的程序保存。不要发在群里。</p>
        <p>
          <code class="token">{webhook.secret}</code>
        </p>
        <p>
          编号 <code>{webhook.id}</code>，签名时作为来源。
        </p>
      </>
    ) : (
      <p>这个推送刚才已经登记，密钥只显示一次。没有保存的话，请停用后重新登记。</p>
    )}
  </section>
)

const Switch = ({
  to,
  word,
  of,
  isQuiet,
}: {
  readonly to: Webhook['state']
  readonly word: string
  readonly of: string
  readonly isQuiet?: boolean
}) => (
  <button
    class={isQuiet ? 'button quiet' : 'button'}
    type="submit"
    name="to"
    value={to}
    aria-label={`${word}${of}`}
  >
    {word}
  </button>
)

const Line = ({
  webhook,
  behind,
  visit,
}: {
  readonly webhook: Webhook
  readonly behind: number
  readonly visit: Visit
}) => {
  const { id, name, url, state, told, toldAt, why, failures, tryAt } = webhook
  const health = {
    on: why === null ? 'up' : 'silenced',
    given_up: 'down',
    paused: 'silenced',
    off: '',
  }[state]
  return (
    <li>
      <div>
        <b>{name}</b> <span class={`status ${health}`}>{stateWords[state]}</span>
        <small class="address">{url}</small>
        <small>{standsForText(webhook, visit.book)}</small>
        <small>
          {toldAt ? `已送达 ${told} 条，最近 ${momentText(toldAt)}` : '还没有送过'}
          {behind > 0 && `；还有 ${behind}${behind >= mostBehind ? ' 以上' : ''} 条没送`}
          {why !== null && (
            <>
              ；连续失败 {failures} 次（<code>{why}</code>）
              {state === 'on' && `，${momentText(tryAt)} 后再试`}
            </>
          )}
        </small>
      </div>
      {state !== 'off' && (
        <form method="post" action={`/console/operation/webhooks/${id}/switch`}>
          {state === 'on' ? (
            <Switch to="paused" word="暂停" of={name} isQuiet />
          ) : (
            <Switch to="on" word="重新推送" of={name} />
          )}
          <Switch to="off" word="停用" of={name} isQuiet />
        </form>
      )}
    </li>
  )
}

const NewWebhook = ({
  visit: { book },
  typed,
  faults,
}: {
  readonly visit: Visit
  readonly typed: WebhookForm
  readonly faults: readonly WebhookFault[]
}) => {
  const said = { faults, words: faultWords }
  return (
    <form class="card new-token" method="post" action="/console/operation/webhooks" id="new">
      <h2>新建推送</h2>
      <input type="hidden" name="nonce" value={typed.nonce} />
      <Field name="name" label="名称，写清推给谁" {...said}>
        <input id="name" name="name" value={typed.name} maxlength={longestWebhookName} required />
      </Field>
      <Field name="url" label="网址" {...said}>
        <input id="url" name="url" type="url" value={typed.url} maxlength={500} required />
      </Field>
      <StandsFor {...{ book, typed, ...said }} personLabel="以谁的身份：只推送此人看得到的诉求" />
      <button class="button" type="submit">
        登记
      </button>
    </form>
  )
}
