import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request holds, as the server got it. */
export interface LlmRequest {
  readonly raw: string
  readonly model: string
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly response_format?: { readonly type: string }
  readonly temperature?: number
  readonly authorization: string | undefined
  readonly path: string | undefined
}

/** How a server answers one request. */
export type Turn =
  | { readonly kind: 'says'; readonly content: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: string
      readonly headers?: Readonly<Record<string, string>>
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'hangs' }
  /** One byte of an answer every so often. */
  | { readonly kind: 'drips'; readonly everyMs: number }
  | { readonly kind: 'floods'; readonly bytes: number }
  | { readonly kind: 'resets' }
  /** Something else than JSON, with status 200. */
  | { readonly kind: 'raw'; readonly body: string }

export const says = (content: unknown): Turn => ({
  kind: 'says',
  content: typeof content === 'string' ? content : JSON.stringify(content),
})

/** An OpenAI-compatible server on this machine that does as it is told, request by request. */
export async function fakeLlm(turn: (request: LlmRequest, nth: number) => Turn) {
  const requests: LlmRequest[] = []
  let under = 0
  let most = 0
  const server = createServer((incoming, response) => {
    under += 1
    most = Math.max(most, under)
    response.once('close', () => {
      under -= 1
    })
    let raw = ''
    incoming.on('data', (chunk) => {
      raw += chunk
    })
    incoming.on('end', () => {
      const request: LlmRequest = {
        ...JSON.parse(raw),
        raw,
        authorization: incoming.headers.authorization,
        path: incoming.url,
      }
      requests.push(request)
      answer(response, turn(request, requests.length - 1))
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    mostAtOnce: () => most,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function answer(response: ServerResponse, turn: Turn): void {
  switch (turn.kind) {
    case 'says': {
      response.setHeader('content-type', 'application/json')
      const message = { role: 'assistant', content: turn.content }
      const usage = { prompt_tokens: 100, completion_tokens: 10 }
      response.end(JSON.stringify({ choices: [{ message }], usage }))
      return
    }
    case 'status':
      response.writeHead(turn.status, turn.headers)
      response.end(turn.body ?? '{}')
      return
    case 'hangs':
      return
    case 'drips': {
      response.write('{')
      const dripping = setInterval(() => response.write(' '), turn.everyMs)
      response.once('close', () => clearInterval(dripping))
      return
    }
    case 'floods':
      response.end(`{"choices":[${' '.repeat(turn.bytes)}]}`)
      return
    case 'resets':
      response.socket?.resetAndDestroy()
      return
    case 'raw':
      response.end(turn.body)
  }
}

/** What the model is shown between the marks. */
export function shownIn({ messages }: LlmRequest): {
  readonly messages: readonly {
    readonly id: string
    readonly from: string
    readonly text: string
  }[]
  readonly 在办?: readonly { readonly id: string; readonly summary: string }[]
  readonly ask?: readonly string[]
} {
  const asked = messages.find(({ role }) => role === 'user')?.content ?? ''
  const [, data = ''] = /^=== 资料 \S+ ===\n([\s\S]*)\n=== 资料 \S+ ===$/.exec(asked) ?? []
  return JSON.parse(data)
}

/** One matter as a model answers it; say only what the test is about. */
export const aMatter = (but: Readonly<Record<string, unknown>>) => ({
  messages: ['m1'],
  reporter: null,
  supporters: [],
  category: null,
  category_evidence: null,
  place: null,
  place_evidence: null,
  urgency: 'normal',
  urgency_evidence: null,
  danger: null,
  on_behalf_of: null,
  vulnerable: false,
  vulnerable_evidence: null,
  since: null,
  since_evidence: null,
  duplicate_of: null,
  ...but,
})

export const aPlace = (but: Readonly<Record<string, string>>) => ({
  name: null,
  building: null,
  unit: null,
  floor: null,
  room: null,
  number: null,
  group: null,
  ...but,
})
