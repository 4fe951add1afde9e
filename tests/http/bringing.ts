import { expect } from 'vitest'

/** A request to a door. */
export interface Bringing {
  readonly url: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array<ArrayBuffer>
}

/** What came back. */
export const bring = async ({ url, body, method = 'POST', headers = {} }: Bringing) => {
  const answer = await fetch(url, { method, headers, ...(body !== undefined && { body }) })
  const text = await answer.text()
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text }
}

/** What a refusal is like: JSON that says why, and nothing of what was brought. */
export const refused = async (what: Bringing) => {
  const { status, type, text } = await bring(what)
  expect(type).toContain('application/json')
  const { error } = JSON.parse(text)
  expect(error).toEqual(expect.any(String))
  expect(text).not.toContain('漏水')
  return `${status} ${error}`
}

export const tooOld = () => new Date(Date.now() - 3_600_000)
export const flipped = (text: string) => text.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
