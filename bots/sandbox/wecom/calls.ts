import { randomUUID } from 'node:crypto'
import type { Came, Given } from '../loopback.ts'

/** A message as WeCom shows it. */
export interface WecomMessage {
  /** The member of a private chat, or the group. */
  readonly where: string
  readonly text: string
  readonly mentions: readonly string[]
  readonly file: Uint8Array | null
  readonly at: number
}

export interface Company {
  readonly corpId: string
  readonly agentId: number
  readonly secret: string
  readonly people: Map<string, string>
  /** By key. */
  readonly robots: Map<string, string>
  readonly tokens: Set<string>
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly mime: string }>
  readonly shown: WecomMessage[]
  tokensAsked: number
}

const perMinute = 20
const longest = 2_048

const ok = (more: object = {}): Given => answer({ errcode: 0, errmsg: 'ok', ...more })
const no = (errcode: number, errmsg: string): Given => answer({ errcode, errmsg })
const answer = (body: object): Given => ({
  ...{ status: 200, headers: { 'content-type': 'application/json; charset=UTF-8' } },
  body: JSON.stringify(body),
})

/** WeCom's side of the calls that we make, with its refusals. Whatever else is asked is a loud 404. */
export function calls(company: Company): (came: Came) => Promise<Given> {
  const { people, robots, tokens, files, shown } = company
  const withToken = ({ url }: Came, work: () => Given | Promise<Given>) =>
    tokens.has(url.searchParams.get('access_token') ?? '')
      ? work()
      : no(40014, 'invalid access_token')
  const gettoken = ({ url }: Came): Given => {
    company.tokensAsked++
    if (url.searchParams.get('corpid') !== company.corpId) return no(40013, 'invalid corpid')
    if (url.searchParams.get('corpsecret') !== company.secret)
      return no(40001, 'invalid credential')
    const token = `token-${randomUUID()}`
    tokens.add(token)
    return ok({ access_token: token, expires_in: 7200 })
  }
  const send = (message: AppMessage): Given => {
    if (message.agentid !== company.agentId) return no(40056, 'invalid agentid')
    if (!people.has(message.touser)) return no(81013, 'user & party & tag all invalid')
    const read = contentOf(message, files)
    if (!read) return no(40007, 'invalid media_id')
    const since = Date.now() - (message.duplicate_check_interval ?? 1800) * 1000
    const isSame = (one: WecomMessage) =>
      one.where === message.touser && one.text === read.text && one.file === read.file
    const isKnown = shown.some((one) => one.at >= since && isSame(one))
    if (!message.enable_duplicate_check || !isKnown)
      shown.push({ where: message.touser, mentions: [], at: Date.now(), ...read })
    return ok({ msgid: randomUUID() })
  }
  const robot = (key: string, message: RobotMessage): Given => {
    const where = robots.get(key)
    if (where === undefined) return no(93000, 'invalid webhook url')
    const lately = shown.filter((one) => one.where === where && one.at > Date.now() - 60_000)
    if (lately.length >= perMinute) return no(45009, 'api freq out of limit')
    const text = message.text?.content ?? ''
    if (Buffer.byteLength(text) > longest) return no(40058, 'content exceed max length')
    const file = message.image ? Buffer.from(message.image.base64, 'base64') : null
    const mentions = message.text?.mentioned_list ?? []
    shown.push({ where, text, mentions, file, at: Date.now() })
    return ok()
  }
  const upload = async ({ body, headers }: Came): Promise<Given> => {
    const type = headers.get('content-type') ?? ''
    const form = await new Response(new Uint8Array(body), {
      headers: { 'content-type': type },
    }).formData()
    const media = form.get('media')
    if (!(media instanceof File)) return no(41005, 'media data missing')
    const id = `media-${randomUUID()}`
    files.set(id, { bytes: new Uint8Array(await media.arrayBuffer()), mime: media.type })
    return ok({ type: 'image', media_id: id })
  }
  const download = ({ url }: Came): Given => {
    const file = files.get(url.searchParams.get('media_id') ?? '')
    if (!file) return no(40007, 'invalid media_id')
    return { status: 200, headers: { 'content-type': file.mime }, body: file.bytes }
  }
  const user = ({ url }: Came): Given => {
    const id = url.searchParams.get('userid') ?? ''
    const name = people.get(id)
    return name === undefined ? no(60111, 'userid not found') : ok({ userid: id, name })
  }
  return async (came) => {
    const json = () => JSON.parse(came.body.toString())
    switch (`${came.method} ${came.url.pathname}`) {
      case 'GET /cgi-bin/gettoken':
        return gettoken(came)
      case 'POST /cgi-bin/message/send':
        return withToken(came, () => send(json()))
      case 'POST /cgi-bin/webhook/send':
        return robot(came.url.searchParams.get('key') ?? '', json())
      case 'POST /cgi-bin/media/upload':
        return withToken(came, () => upload(came))
      case 'GET /cgi-bin/media/get':
        return withToken(came, () => download(came))
      case 'GET /cgi-bin/user/get':
        return withToken(came, () => user(came))
      default:
        return { status: 404, body: `no ${came.method} ${came.url.pathname} here` }
    }
  }
}

interface AppMessage {
  readonly touser: string
  readonly agentid: number
  readonly text?: { readonly content: string }
  readonly image?: { readonly media_id: string }
  readonly file?: { readonly media_id: string }
  readonly enable_duplicate_check?: number
  readonly duplicate_check_interval?: number
}

interface RobotMessage {
  readonly text?: { readonly content: string; readonly mentioned_list?: readonly string[] }
  readonly image?: { readonly base64: string }
}

/** What a message shows; a text that is too long is cut without a word. */
function contentOf({ text, image, file }: AppMessage, files: Company['files']) {
  const id = image?.media_id ?? file?.media_id
  if (id === undefined)
    return {
      ...{
        text: Buffer.from(text?.content ?? '')
          .subarray(0, longest)
          .toString(),
        file: null,
      },
    }
  const found = files.get(id)
  return found && { text: '', file: found.bytes }
}
