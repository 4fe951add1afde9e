import { readFile, rename, writeFile } from 'node:fs/promises'

/** Counts requests by the day. */
export interface DailyCap {
  /** Takes one of today's requests; false when all are taken. */
  take(): Promise<boolean>
}

/**
 * `most` requests a day of Beijing's calendar, written down before each one goes out, so that a restart does not begin
 * anew. A file that cannot be read counts as none taken; one that cannot be written, as all taken: costs must stay known.
 * `reached` hears once a day that the last one was taken.
 */
export function dailyCap(
  file: string,
  most: number,
  now: () => Date,
  reached: () => void,
): DailyCap {
  let known: { day: string; calls: number } | undefined
  let last: Promise<unknown> = Promise.resolve()
  const take = async () => {
    const day = dayIn(now())
    known ??= await readFile(file, 'utf8').then(parsed, () => undefined)
    const calls = known?.day === day ? known.calls : 0
    if (calls >= most) return false
    known = { day, calls: calls + 1 }
    try {
      await writeFile(`${file}.new`, JSON.stringify(known))
      await rename(`${file}.new`, file)
    } catch {
      return false
    }
    if (calls + 1 === most) reached()
    return true
  }
  return {
    take() {
      const next = last.then(take)
      last = next
      return next
    },
  }
}

const dayIn = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

function parsed(text: string): { day: string; calls: number } | undefined {
  const [, day, calls] = /"day":"(\d{4}-\d\d-\d\d)","calls":(\d+)/.exec(text) ?? []
  return day && calls ? { day, calls: Number(calls) } : undefined
}
