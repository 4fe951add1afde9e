import { createHmac } from 'node:crypto'
import { type Came, type Given, loopback, type Mishap } from '../loopback.ts'

/** A short message as a phone shows it. */
export interface Shown {
  readonly id: string
  readonly to: string
  readonly text: string
  readonly parts: number
}

/** A gateway that keeps to docs/sms.md, written from that page alone: it shares no code with the adapter. */
export interface FakeGateway {
  readonly url: string
  /** Each message once, whatever comes twice. */
  shown(): readonly Shown[]
  /** How often messages came, the same ones counted. */
  posts(): number
  mishap(mishap: Mishap, times: number): void
  leave(): Promise<void>
  comeBack(): Promise<void>
}

export async function startFakeGateway(account: string, secret: string): Promise<FakeGateway> {
  const shown = new Map<string, Shown>()
  let posts = 0
  const isTheirs = ({ headers, body }: Came) => {
    const header = (name: string) => headers.get(`x-linli-${name}`) ?? ''
    const lines = [header('account'), header('timestamp'), header('nonce')]
    const right = createHmac('sha256', secret)
      .update(`${lines.join('\n')}\n`)
      .update(body)
      .digest('hex')
    const age = Math.abs(Date.now() / 1000 - Number(header('timestamp')))
    return header('account') === account && header('signature') === `v1=${right}` && age < 300
  }
  const answer = (came: Came): Given => {
    if (!isTheirs(came)) return { status: 401 }
    if (came.method === 'HEAD') return { status: 204 }
    posts++
    const message: Shown = JSON.parse(came.body.toString())
    if (came.headers.get('idempotency-key') !== message.id) return { status: 400 }
    if (shown.has(message.id)) return { status: 409 }
    if (!/^\+?\d{11,13}$/.test(message.to)) return { status: 422 }
    if (message.text.length > (message.parts === 1 ? 70 : 67 * message.parts))
      return { status: 400 }
    shown.set(message.id, message)
    return { status: 202 }
  }
  const http = await loopback(answer)
  return {
    url: `${http.endpoint}/messages`,
    shown: () => [...shown.values()],
    posts: () => posts,
    mishap: (mishap, times) => http.mishap('/messages', mishap, times),
    leave: http.leave,
    comeBack: http.comeBack,
  }
}
