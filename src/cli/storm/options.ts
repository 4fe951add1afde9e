import { parseArgs } from 'node:util'
import { z } from 'zod'
import { no, ok, type Result } from '../../domain/result.ts'
import { wholeNumber } from '../../whole-number.ts'

export interface StormOptions {
  readonly minutes: number
  readonly messages: number
  /** The same seed says and breaks the same things; when is up to the machine. */
  readonly seed: number
}

export const stormUsage = 'npm run storm -- [--minutes 10] [--messages 5000] [--seed N]'

const schema = z.object({
  minutes: z.coerce.number<string>().min(0.2).max(600),
  messages: wholeNumber(10, 1_000_000),
  seed: wholeNumber(0, 4_294_967_295),
})

/** Reads what was asked for. Refuses with one sentence for each name that is wrong. */
export function readOptions(args: readonly string[]): Result<StormOptions, string[]> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        minutes: { type: 'string', default: '10' },
        messages: { type: 'string', default: '5000' },
        seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      },
    })
    const read = schema.safeParse(values)
    if (read.success) return ok(read.data)
    return no(read.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`))
  } catch {
    return no([stormUsage])
  }
}
