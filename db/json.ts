/**
 * What goes into jsonb and comes out again.
 *
 * JSON has no dates. By our convention every key that is `at` or ends in `At` holds one, and nothing else does.
 *
 * PostgreSQL can hold neither the character NUL nor half of a surrogate pair, both of which chats bring. Each becomes
 * U+FFFD (�), here and nowhere else: a message is never refused for a character that nobody can see.
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value)
  return json.includes('\\u') && suspect.test(json)
    ? JSON.stringify(JSON.parse(json, keepableLeaf))
    : json
}

/** A text as PostgreSQL can hold it: see `toJson`. */
export const keepable = (text: string): string =>
  text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD')

/** Makes dates again of what `toJson` wrote, in place: what comes out of the database belongs to nobody else. */
export function revive<T>(json: unknown): T {
  if (Array.isArray(json)) {
    for (const item of json) revive(item)
  } else if (json !== null && typeof json === 'object') {
    const fields = json as Record<string, unknown>
    for (const key in fields) {
      const value = fields[key]
      if (typeof value === 'object') revive(value)
      else if (typeof value === 'string' && isDateKey(key)) fields[key] = new Date(value)
    }
  }
  return json as T
}

const isDateKey = (key: string) => key === 'at' || key.endsWith('At')

/** Also finds a harmless backslash before `u0000`; looking closer costs little and is rare. */
const suspect = /\\u(?:0000|d[89a-f])/

const keepableLeaf = (_key: string, value: unknown) =>
  typeof value === 'string' ? keepable(value) : value
