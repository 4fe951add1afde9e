import { personId, unitCode } from '../../domain/ids.ts'
import { no, ok } from '../../domain/result.ts'
import { streetOf } from '../../domain/routing/route.ts'
import { issueToken, type TokenFault } from '../../flows/api-tokens.ts'
import type { ApiToken, Tokens } from '../../flows/ports/tokens.ts'
import { tokenPowers } from '../../flows/ports/tokens.ts'
import type { Desk } from '../../flows/ports.ts'
import { moment } from '../../texts/moments.ts'
import type { Ending } from './in-office.ts'
import { optionsIn } from './options.ts'

export const tokenUsage = `npm run token -- list
npm run token -- create --name 名称 --person 工号 [--unit 单位代码] [--power read|act] [--days 天数]
npm run token -- revoke ID
  默认 defaults: --unit 整个街道 the whole street, --power read, --days 90`

const faultWords: Readonly<Record<TokenFault, string>> = {
  name: '--name：1 到 60 个字 [1 to 60 characters]',
  person:
    '--person：名册里的工号，以此人的身份查看和办理 [an id of staff.csv: it reads and acts in their name]',
  unit: '--unit：单位代码 [the code of a unit]',
  power: '--power：read 或 act [read or act]',
  days: '--days：1 到 366 的整数 [a whole number from 1 to 366]',
}

type TokenDesk = Pick<Desk, 'rulebooks' | 'clock' | 'newId'> & { readonly tokens: Tokens }

/** Makes, lists and revokes tokens of the API. */
export async function token([verb, ...rest]: readonly string[], desk: TokenDesk): Promise<Ending> {
  if (verb === 'list' && rest.length === 0) {
    const all = await desk.tokens.list()
    return ok([...all.map((one) => line(one, desk.clock())), `共 ${all.length} 个 tokens`])
  }
  if (verb === 'revoke' && rest.length === 1) {
    const [id = ''] = rest
    const revoked = await desk.tokens.revoke(id, desk.clock())
    return revoked ? ok([`已吊销 revoked: ${id}`]) : no([`没有这个有效令牌 no such token: ${id}`])
  }
  if (verb !== 'create') return no([tokenUsage])
  const options = optionsIn(rest, names)
  return options.ok ? create(options.value, desk) : no([options.problem, tokenUsage])
}

const names = ['name', 'person', 'unit', 'power', 'days'] as const
type Options = ReadonlyMap<(typeof names)[number], string>

async function create(options: Options, desk: TokenDesk): Promise<Ending> {
  const power = tokenPowers.find((one) => one === (options.get('power') ?? 'read'))
  if (!power) return no([faultWords.power])
  const made = await issueToken(
    {
      name: options.get('name') ?? '',
      person: personId(options.get('person') ?? ''),
      unit: unitCode(options.get('unit') ?? streetOf(await desk.rulebooks.current())),
      power,
      days: Number(options.get('days') ?? 90),
    },
    { id: desk.newId(), by: null },
    desk,
  )
  if (!made.ok) return no([...made.problem.map((fault) => faultWords[fault]), tokenUsage])
  const { token: kept, secret } = made.value
  return ok([
    line(kept, desk.clock()),
    '令牌只显示这一次，请马上保存 shown this once, keep it now:',
    secret ?? '',
  ])
}

const line = (one: ApiToken, now: Date): string =>
  [
    one.id,
    one.power,
    one.person,
    one.unit,
    `${stateOf(one, now)} ${moment(one.expiresAt)}`,
    one.name,
  ].join('  ')

function stateOf({ revokedAt, expiresAt }: ApiToken, now: Date): string {
  if (revokedAt) return '已吊销 revoked'
  return expiresAt > now ? '有效至 until' : '已过期 expired'
}
