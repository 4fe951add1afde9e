import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { World } from './world.ts'

/** How a delivery was taken. */
export interface Reply {
  /** The HTTP status, or the code in the ack of the long connection; 0: none came. */
  readonly code: number
  /** What was answered with it; undefined: nothing, or no JSON. */
  readonly body: unknown
  /** Nobody was there; else with code 0: no answer in time. */
  readonly unreachable: boolean
}

/** Brings one event to the bot. */
export interface Transport {
  send(envelope: object): Promise<Reply>
}

/** A delivery to a webhook, as bytes. */
export interface Delivery {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Encrypted as the platform does it: base64 of iv and AES-256-CBC under the key's SHA-256. */
export function encrypted(plain: string, encryptKey: string): string {
  const iv = randomBytes(16)
  const key = createHash('sha256').update(encryptKey).digest()
  const cipher = createCipheriv('aes-256-cbc', key, iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64')
}

/** A signed delivery; `at` in milliseconds. */
export function signed(body: string, encryptKey: string, at: number): Delivery {
  const timestamp = String(Math.floor(at / 1_000))
  const nonce = randomBytes(8).toString('hex')
  const hash = createHash('sha256').update(timestamp + nonce + encryptKey)
  return {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': hash.update(body).digest('hex'),
    },
    body,
  }
}

export const sealed = (envelope: object, { app }: World, at: number) =>
  signed(
    JSON.stringify({ encrypt: encrypted(JSON.stringify(envelope), app.encryptKey) }),
    app.encryptKey,
    at,
  )

async function post(url: string, delivery: Delivery, patienceMs: number): Promise<Reply> {
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', headers: delivery.headers, body: delivery.body, redirect: 'manual' },
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await answer.text()
    return { code: answer.status, body: parsed(text), unreachable: false }
  } catch (broken) {
    const late = broken instanceof Error && broken.name === 'TimeoutError'
    return { code: 0, body: undefined, unreachable: !late }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Events to a URL, encrypted and signed, with a fresh timestamp and nonce each time. */
export function openPush(world: World, patienceMs: number, url?: string) {
  let target = url
  let latest: Delivery | undefined
  const send = async (delivery: Delivery): Promise<Reply> =>
    target === undefined
      ? { code: 0, body: undefined, unreachable: true }
      : post(target, delivery, patienceMs)
  return {
    aim: (at: string) => {
      target = at
    },
    send(envelope: object) {
      latest = sealed(envelope, world, world.outside())
      return send(latest)
    },
    raw: send,
    latest: () => latest,
    /** The check when a URL is saved: not signed, encrypted, to be answered within a second. */
    async check(): Promise<boolean> {
      const challenge = randomBytes(8).toString('hex')
      const plain = { type: 'url_verification', challenge, token: world.app.verificationToken }
      const body = JSON.stringify({
        encrypt: encrypted(JSON.stringify(plain), world.app.encryptKey),
      })
      if (target === undefined) return false
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      const reply = await post(target, { headers, body }, 1_000)
      return (
        reply.code === 200 &&
        (reply.body as { challenge?: unknown } | undefined)?.challenge === challenge
      )
    },
  }
}

export type Push = ReturnType<typeof openPush>
