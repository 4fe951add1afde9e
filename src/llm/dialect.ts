/** What a server understands of the ways to ask for JSON and to be brief; found out once and remembered. */
export interface Dialect {
  readonly format: 'json_schema' | 'json_object' | 'plain'
  readonly length: 'max_tokens' | 'max_completion_tokens'
  readonly temperature: boolean
}

export const firstDialect: Dialect = {
  format: 'json_schema',
  length: 'max_tokens',
  temperature: true,
}

export interface Message {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

/** What is asked in one exchange. */
export interface Ask {
  readonly messages: readonly Message[]
  readonly schema: unknown
  readonly longest: number
}

/** The request's body in a dialect. */
export function bodyOf({ messages, schema, longest }: Ask, model: string, dialect: Dialect) {
  const format = {
    json_schema: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
    json_object: { type: 'json_object' },
    plain: null,
  }[dialect.format]
  return {
    model,
    messages,
    [dialect.length]: longest,
    ...(dialect.temperature && { temperature: 0 }),
    ...(format && { response_format: format }),
  }
}

/** What to try after a refusal of the request's form: what it names, else less than before; null when nothing is left. */
export function simpler(dialect: Dialect, complaint: string): Dialect | null {
  if (dialect.length === 'max_tokens' && complaint.includes('max_completion_tokens'))
    return { ...dialect, length: 'max_completion_tokens' }
  if (dialect.temperature && complaint.includes('temperature'))
    return { ...dialect, temperature: false }
  switch (dialect.format) {
    case 'json_schema':
      return { ...dialect, format: 'json_object' }
    case 'json_object':
      return { ...dialect, format: 'plain' }
    case 'plain':
      return null
  }
}
