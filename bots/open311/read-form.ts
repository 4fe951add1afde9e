import type { Fault } from './answer.ts'

/** The fields of a body, a form or a JSON object; a fault where it is neither. The first of several of one name counts. */
export function readForm(type: string, body: Uint8Array): ReadonlyMap<string, string> | Fault {
  const [kind] = type.toLowerCase().split(';')
  if (kind?.trim() === 'application/x-www-form-urlencoded') {
    const form = new Map<string, string>()
    for (const [name, value] of new URLSearchParams(Buffer.from(body).toString()))
      if (!form.has(name)) form.set(name, value)
    return form
  }
  if (kind?.trim() === 'application/json') return fromJson(body)
  return {
    ...{ code: 415, description: 'Content-Type: application/x-www-form-urlencoded' },
  }
}

/** `attribute` may be an object by itself. */
function fromJson(body: Uint8Array): ReadonlyMap<string, string> | Fault {
  const parsed = parsedAs(body)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed))
    return { code: 400, description: '(body): an object in JSON and UTF-8' }
  const { attribute, ...fields } = parsed as Record<string, unknown>
  const form = new Map<string, string>()
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string' || typeof value === 'number') form.set(name, String(value))
  }
  for (const [name, value] of Object.entries(fields)) add(name, value)
  for (const [name, value] of Object.entries(Object(attribute))) add(`attribute[${name}]`, value)
  return form
}

function parsedAs(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}
