import { withoutWords } from './domain/without-words.ts'
import type { JobName, Operation } from './flows/ports/operation.ts'
import type { Desk } from './flows/ports.ts'

export interface Job {
  readonly name: JobName
  /** As it is called where faults are reported. */
  readonly what: string
}

/** Does a job and writes down how it ended, for the operator; never throws. */
export async function noted(
  { name, what }: Job,
  act: () => Promise<unknown>,
  { operation, clock, report }: Pick<Desk, 'clock' | 'report'> & { readonly operation: Operation },
): Promise<void> {
  let why: string | null = null
  try {
    await act()
  } catch (fault) {
    why = withoutWords(fault).message
    report(`${what} failed`, fault)
  }
  try {
    await operation.noteJob({ name, endedAt: clock(), fault: why })
  } catch (fault) {
    report(`how ${what} ended was not kept`, fault)
  }
}
