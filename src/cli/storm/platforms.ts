import type { Child } from './child.ts'

/** Asks a platform's process for something: `POST <control>/<verb>`. Throws when it is not there. */
export async function ask<Answer>(
  platform: Child,
  verb: string,
  ...args: unknown[]
): Promise<Answer> {
  const { control } = JSON.parse(platform.line() || '{}')
  if (!control) throw new Error(`${platform.name} is down`)
  const response = await fetch(`${control}/${verb}`, {
    ...{ method: 'POST', body: JSON.stringify(args) },
    signal: AbortSignal.timeout(30_000),
  })
  if (!response.ok) throw new Error(`${platform.name}: ${await response.text()}`)
  return (await response.json()) as Answer
}
