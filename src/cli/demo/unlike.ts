/**
 * Where a value differs from what a script says of parts of it: `resolveDueAt 应为 …，实为 …`; nothing when it does not. Lists
 * must have as many members.
 */
export function unlike(wanted: unknown, value: unknown, path = ''): string[] {
  const is = value instanceof Date ? inBeijing(value) : (value ?? null)
  if (wanted === undefined) return []
  if (!isObject(wanted))
    return wanted === is ? [] : [`${path} 应为 ${worded(wanted)}，实为 ${worded(is)}`]
  if (!isObject(is)) return [`${path} 应有内容，实为 ${worded(is)}`]
  if (Array.isArray(wanted) && (!Array.isArray(is) || is.length !== wanted.length))
    return [`${path} 应有 ${wanted.length} 项，实有 ${Array.isArray(is) ? is.length : 0} 项`]
  return Object.entries(wanted).flatMap(([key, part]) =>
    unlike(part, (is as Record<string, unknown>)[key], path ? `${path}.${key}` : key),
  )
}

/** `2026-03-06 23:59`. */
export const inBeijing = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const worded = (value: unknown): string => (isObject(value) ? JSON.stringify(value) : String(value))
