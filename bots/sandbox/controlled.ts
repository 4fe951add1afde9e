import { createServer } from 'node:http'

/**
 * Opens `control`, by which whoever started a process drives it: `POST <control>/<verb>` with a JSON array of the verb's
 * arguments answers its result as JSON, or 400 with what went wrong. Writes one line of JSON when it is open: what is
 * `told`, and `control`.
 */
export function controlled(
  verbs: Readonly<Record<string, (...args: never[]) => unknown>>,
  told: Readonly<Record<string, string>>,
): void {
  const server = createServer(async (request, response) => {
    try {
      const name = (request.url ?? '').slice(1)
      const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
      if (request.method !== 'POST' || !verb) throw new Error('no such verb')
      let body = ''
      for await (const chunk of request) body += chunk
      const answer = await (verb as (...args: unknown[]) => unknown)(...JSON.parse(body))
      response.end(JSON.stringify(answer ?? null))
    } catch (fault) {
      response.statusCode = 400
      response.end(String(fault))
    }
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    const control = typeof address === 'object' ? `http://127.0.0.1:${address?.port}` : ''
    process.stdout.write(`${JSON.stringify({ ...told, control })}\n`)
  })
}
