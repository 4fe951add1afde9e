import {
  type IssuedToken,
  longestTokenDays,
  longestTokenName,
  type TokenFault,
} from '../../../flows/api-tokens.ts'
import type { ApiToken, TokenPower } from '../../../flows/ports/tokens.ts'
import { dayText, momentText, yearText } from '../../times.ts'
import { ConsolePage } from '../shell.tsx'
import type { Visit } from '../visit.ts'
import { Field } from './field.tsx'
import { StandsFor, standsForText, wholeStreet } from './whose-program.tsx'

/** What was typed, as it was typed. */
export type TokenForm = Readonly<
  Record<'name' | 'person' | 'unit' | 'power' | 'days' | 'nonce', string>
>

const powerWords: Readonly<Record<TokenPower, string>> = { read: '只看', act: '看和办' }

const faultWords: Readonly<Record<TokenFault, string>> = {
  name: `请写名称，最多 ${longestTokenName} 个字。`,
  person: '请选一个在册的人。',
  unit: '请选一个单位。',
  power: '请选“只看”或“看和办”。',
  days: `请写 1 到 ${longestTokenDays} 的整数。`,
}

interface Tokens {
  readonly visit: Visit
  readonly tokens: readonly ApiToken[]
  readonly issued?: IssuedToken
  readonly typed?: TokenForm
  readonly faults?: readonly TokenFault[]
}

/** Programs that may use the API; a new one is shown its secret here, once. */
export const TokensPage = ({ visit, tokens, issued, typed, faults = [] }: Tokens) => (
  <ConsolePage visit={visit} title="接口令牌" area="operation">
    <h1>接口令牌</h1>
    <p class="lead">
      给热线平台、大屏、区级系统等程序用。每个令牌以一位工作人员的身份、在一个单位范围内查看和办理，不会比此人多看到什么。
      <a href="/api/docs">接口说明</a>
    </p>
    {issued && <Issued issued={issued} />}
    <section class="card" aria-labelledby="in-force">
      <h2 id="in-force">已有的令牌</h2>
      {tokens.length === 0 ? (
        <p class="empty">还没有令牌。</p>
      ) : (
        <ul class="tokens">
          {tokens.map((token) => (
            <Token token={token} visit={visit} />
          ))}
        </ul>
      )}
    </section>
    <NewToken visit={visit} typed={typed ?? empty(visit)} faults={faults} />
  </ConsolePage>
)

const empty = ({ desk, book }: Visit): TokenForm => ({
  ...{ name: '', person: '', power: 'read', days: '90', nonce: desk.newId() },
  unit: wholeStreet(book),
})

const Issued = ({ issued: { token, secret } }: { readonly issued: IssuedToken }) => (
  <section class="card issued" aria-labelledby="issued" role="status">
    <h2 id="issued">“{token.name}”的令牌</h2>
    {secret === null ? (
      <p>这个令牌刚才已经创建，只显示一次。没有保存的话，请吊销后重新创建。</p>
    ) : (
      <>
        <p>只显示这一次，请马上交给使用的程序保存。不要发在群里。</p>
        <p>
          <code class="token">{secret}</code>
        </p>
      </>
    )}
  </section>
)

const Token = ({ token, visit }: { readonly token: ApiToken; readonly visit: Visit }) => {
  const { book, now } = visit
  const isHeld = book.staff.some(({ id }) => id === token.person)
  const holds = token.revokedAt === null && token.expiresAt > now && isHeld
  return (
    <li>
      <div>
        <b>{token.name}</b>{' '}
        <span class={`status ${holds ? 'up' : ''}`}>{stateText(token, now, isHeld)}</span>
        <small>
          {powerWords[token.power]}，{standsForText(token, book)}
        </small>
        <small>{token.seenAt ? `最近使用 ${momentText(token.seenAt)}` : '还没有用过'}</small>
      </div>
      {holds && (
        <form method="post" action={`/console/operation/tokens/${token.id}/revoke`}>
          <button class="button quiet" type="submit" aria-label={`吊销${token.name}`}>
            吊销
          </button>
        </form>
      )}
    </li>
  )
}

function stateText({ revokedAt, expiresAt }: ApiToken, now: Date, isHeld: boolean): string {
  if (revokedAt) return `${momentText(revokedAt)}已吊销`
  if (expiresAt <= now) return '已过期'
  return isHeld ? `有效至${yearText(expiresAt)}${dayText(expiresAt)}` : '失效'
}

const NewToken = ({
  visit: { book },
  typed,
  faults,
}: {
  readonly visit: Visit
  readonly typed: TokenForm
  readonly faults: readonly TokenFault[]
}) => (
  <form class="card new-token" method="post" action="/console/operation/tokens" id="new">
    <h2>新建令牌</h2>
    <input type="hidden" name="nonce" value={typed.nonce} />
    <Field name="name" label="名称，写清给谁用" faults={faults} words={faultWords}>
      <input id="name" name="name" value={typed.name} maxlength={longestTokenName} required />
    </Field>
    <StandsFor {...{ book, typed, faults }} words={faultWords} personLabel="以谁的身份" />
    <Field name="power" label="权限" faults={faults} words={faultWords}>
      <select id="power" name="power">
        {(['read', 'act'] as const).map((power) => (
          <option value={power} selected={power === typed.power}>
            {powerWords[power]}
          </option>
        ))}
      </select>
    </Field>
    <Field name="days" label="有效天数" faults={faults} words={faultWords}>
      <input
        {...{ id: 'days', name: 'days', type: 'number', min: '1', max: String(longestTokenDays) }}
        value={typed.days}
        required
      />
    </Field>
    <button class="button" type="submit">
      创建
    </button>
  </form>
)
