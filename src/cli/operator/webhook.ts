import { personId, unitCode } from '../../domain/ids.ts'
import { no, ok } from '../../domain/result.ts'
import { streetOf } from '../../domain/routing/route.ts'
import { longestWebhookName, openWebhook, type WebhookFault } from '../../flows/open-webhook.ts'
import type { Webhook, WebhookState, Webhooks } from '../../flows/ports/webhooks.ts'
import type { Desk } from '../../flows/ports.ts'
import { type PostWebhook, pinged } from '../../http/api/tell-webhooks.ts'
import { moment } from '../../texts/moments.ts'
import type { Ending } from './in-office.ts'
import { optionsIn } from './options.ts'

export const webhookUsage = `npm run webhook -- list
npm run webhook -- open --name 名称 --url 网址 --person 工号 [--unit 单位代码]
npm run webhook -- ping ID      发一个空的、签了名的请求试试 [a signed request without events]
npm run webhook -- pause ID     暂停 [stops for a while]
npm run webhook -- resume ID    从停下的地方接着推送 [goes on from where it stopped]
npm run webhook -- end ID       停用，不能再恢复 [ends it for good]
  默认 default: --unit 整个街道 the whole street`

const options = ['name', 'url', 'person', 'unit'] as const
const switches = { pause: 'paused', resume: 'on', end: 'off' } as const

const stateWords: Readonly<Record<WebhookState, string>> = {
  on: '推送中 on',
  paused: '已暂停 paused',
  given_up: '送不到已停止 given up',
  off: '已停用 ended',
}

type WebhookDesk = Pick<Desk, 'rulebooks' | 'newId'> & { readonly webhooks: Webhooks }

/** Opens, lists, tries, pauses and ends the webhooks by which programs are told what happens. */
export async function webhook(
  [verb = '', ...rest]: readonly string[],
  desk: WebhookDesk,
  post: PostWebhook,
): Promise<Ending> {
  const [id = ''] = rest
  if (verb === 'list' && rest.length === 0) {
    const all = await desk.webhooks.list()
    return ok([...all.map(line), `共 ${all.length} 个 webhooks`])
  }
  if (verb === 'open') return open(rest, desk)
  if (rest.length !== 1 || !(verb === 'ping' || Object.hasOwn(switches, verb)))
    return no([webhookUsage])
  const known = (await desk.webhooks.list()).find((one) => one.id === id)
  if (!known)
    return no([`ID：没有编号为 ${id} 的推送，见 [no such webhook, see] npm run webhook -- list`])
  if (verb === 'ping') return ping(known, post)
  const state = switches[verb as keyof typeof switches]
  if (await desk.webhooks.switchTo(id, state, new Date()))
    return ok([`${stateWords[state]}: ${id}`])
  return no([
    `ID：${id} 现在是“${stateWords[known.state]}”，不能这样改 [not possible in this state]`,
  ])
}

async function ping(known: Webhook, post: PostWebhook): Promise<Ending> {
  const posted = await pinged(known, post)
  return posted === null
    ? ok([`对方已收下 taken: ${known.id}`])
    : no([`对方没有收下 not taken (${posted.why}): ${known.id}`])
}

async function open(words: readonly string[], desk: WebhookDesk): Promise<Ending> {
  const read = optionsIn(words, options)
  if (!read.ok) return no([read.problem, webhookUsage])
  const said = read.value
  const book = await desk.rulebooks.current()
  const made = await openWebhook(
    {
      ...{ name: said.get('name') ?? '', url: said.get('url') ?? '' },
      person: personId(said.get('person') ?? ''),
      unit: unitCode(said.get('unit') ?? streetOf(book)),
    },
    { id: desk.newId(), by: null },
    desk,
  )
  if (!made.ok) {
    const words = faultWords(book.units.map(({ code }) => code))
    return no([...made.problem.map((fault) => words[fault]), webhookUsage])
  }
  return ok([
    ...(made.value ? [line(made.value)] : []),
    '签名密钥只显示这一次，请马上交给接收的程序 the secret is shown this once, keep it now:',
    made.value?.secret ?? '',
  ])
}

const faultWords = (units: readonly string[]): Readonly<Record<WebhookFault, string>> => ({
  name: `--name：1 到 ${longestWebhookName} 个字 [1 to ${longestWebhookName} characters]`,
  url: '--url：https:// 或 http:// 开头的完整网址，最多 500 个字符，里面不带账号密码 [a whole address without user and password, at most 500 characters]',
  person:
    '--person：名册里的工号，只推送此人看得到的诉求 [an id of staff.csv: it tells what they may see]',
  unit: `--unit：单位代码，可用的是 [the code of a unit; there are] ${units.join(' ')}`,
})

const line = ({ id, state, person, unit, told, toldAt, failures, why, url, name }: Webhook) =>
  [
    ...[id, stateWords[state], person, unit],
    toldAt ? `已送 told ${told}，${moment(toldAt)}` : '还没送过 not yet',
    ...(why === null ? [] : [`连续失败 failed ${failures} (${why})`]),
    ...[url, name],
  ].join('  ')
