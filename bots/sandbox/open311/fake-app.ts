import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { type Loopback, loopback, type Mishap } from '../loopback.ts'

/** A picture that the app has put somewhere. */
interface Kept {
  readonly bytes: Uint8Array
  readonly mime: string
}

/** A city's app that speaks GeoReport v2 as docs/open311.md has it: it shares no code with the door. */
export interface FakeApp {
  /** Where its pictures are, under a name that is no address: `http://pictures.test:1234`. */
  readonly pictures: string
  /** Puts a file there; answers its link. */
  put(file: Kept, path?: string): string
  mishap(path: string, mishap: Mishap, times: number): void
  /** How often somebody came for pictures. */
  visits(): number
  /** Brings a request until it is taken, with the key of the app; answers its token. */
  bring(fields: Readonly<Record<string, string>>): Promise<string>
  /** Brings each request once more from now on, under the same idempotency key. */
  twice(on: boolean): void
  stop(): Promise<void>
}

const tries = 8
const tryAgainMs = 100

/** `door` is where `requests.json` is. */
export async function startFakeApp(door: () => string, key: string): Promise<FakeApp> {
  const files = new Map<string, Kept>()
  let [isTwice, visits] = [false, 0]
  const http: Loopback = await loopback(({ url }) => {
    visits++
    const file = files.get(url.pathname)
    if (!file) return { status: 404 }
    return { status: 200, headers: { 'content-type': file.mime }, body: file.bytes }
  })
  const pictures = `http://pictures.test:${new URL(http.endpoint).port}`
  const bringOnce = async (body: URLSearchParams, once: string): Promise<string | null> => {
    const headers = { 'idempotency-key': once }
    const answer = await fetch(`${door()}/requests.json`, { method: 'POST', headers, body })
    const told: unknown = await answer.json()
    if (!answer.ok) return null
    const [request] = told as { token: string }[]
    return request?.token ?? null
  }
  return {
    pictures,
    put(file, path = `/${randomUUID()}`) {
      files.set(path, file)
      return `${pictures}${path}`
    },
    mishap: http.mishap,
    visits: () => visits,
    async bring(fields) {
      const body = new URLSearchParams({ api_key: key, ...fields })
      const once = randomUUID()
      for (let left = tries; left > 0; left--) {
        const token = await bringOnce(body, once).catch(() => null)
        if (token !== null && isTwice) await bringOnce(body, once)
        if (token !== null) return token
        await wait(tryAgainMs)
      }
      throw new Error('nobody took it')
    },
    twice: (on) => {
      isTwice = on
    },
    stop: http.leave,
  }
}
