import { type Value, xml } from './xml.ts'

export type Format = 'json' | 'xml'

/** What is wrong with a request: the names of its fields and what is allowed, never a value of it. */
export interface Fault {
  readonly code: 400 | 403 | 404 | 405 | 406 | 413 | 415 | 500
  readonly description: string
}

/** `name`: what the whole is called in XML; JSON begins inside of it. */
export const answered = (name: string, value: Value, format: Format, status = 200): Response =>
  new Response(format === 'json' ? JSON.stringify(value) : xml(name, value), {
    status,
    headers: {
      'content-type': `${format === 'json' ? 'application/json' : 'text/xml'}; charset=utf-8`,
      'cache-control': 'no-store',
    },
  })

/** Several at once; the first one's code is the status. */
export function refused(faults: readonly [Fault, ...Fault[]], format: Format): Response {
  const errors = faults.map(({ code, description }) => ({ code, description }))
  const answer = answered('errors', errors, format, faults[0].code)
  if (faults[0].code === 405) answer.headers.set('allow', 'GET, POST')
  return answer
}
