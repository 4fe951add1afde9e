import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a request holds, as the server got it. */
export interface AsrRequest {
  readonly path: string | undefined
  readonly authorization: string | undefined
  readonly model: string
  readonly language: string
  readonly file: { readonly name: string; readonly bytes: Uint8Array }
}

/** How a server answers one request. */
export type AsrTurn =
  | { readonly kind: 'hears'; readonly text: string }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'hangs' }
  /** Begins to answer and never ends. */
  | { readonly kind: 'stalls' }
  | { readonly kind: 'floods'; readonly bytes: number }
  | { readonly kind: 'resets' }
  /** Something else than agreed, with status 200. */
  | { readonly kind: 'raw'; readonly body: string }

export const hears = (text: string): AsrTurn => ({ kind: 'hears', text })

/** An OpenAI-compatible transcriber on this machine that does as it is told, request by request. */
export async function fakeAsr(turn: (request: AsrRequest, nth: number) => AsrTurn) {
  const requests: AsrRequest[] = []
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const { 'content-type': type = '', authorization } = incoming.headers
    const form = await new Response(Buffer.concat(chunks), {
      headers: { 'content-type': type },
    }).formData()
    const file = form.get('file')
    if (!(file instanceof File)) throw new Error('a request without a voice')
    const request: AsrRequest = {
      path: incoming.url,
      authorization,
      model: String(form.get('model')),
      language: String(form.get('language')),
      file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
    }
    requests.push(request)
    answer(response, turn(request, requests.length - 1))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    async stop() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function answer(response: ServerResponse, turn: AsrTurn): void {
  switch (turn.kind) {
    case 'hears':
      response.end(JSON.stringify({ text: turn.text }))
      return
    case 'status':
      response.writeHead(turn.status, turn.headers)
      response.end('{"error":{"message":"…"}}')
      return
    case 'hangs':
      return
    case 'stalls':
      response.write('{"text":')
      return
    case 'floods':
      response.end(`{"text":"灯${' '.repeat(turn.bytes)}"}`)
      return
    case 'resets':
      response.socket?.resetAndDestroy()
      return
    case 'raw':
      response.end(turn.body)
  }
}
