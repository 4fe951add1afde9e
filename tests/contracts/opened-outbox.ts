import type { NewLetter } from '../../src/flows/ports.ts'
import { anEntry } from '../support/builders.ts'
import type { Street } from './street.ts'

/** A street's outbox, and how letters get into it: recorded at `now`, with a press as their cause. */
export async function openedOutbox(fresh: () => Promise<Street>, now: Date) {
  const street = await fresh()
  const { outbox, petitions } = await street.open()
  const write = async (...letters: NewLetter[]) => {
    const key = letters.map(({ id }) => id).join()
    await petitions.record([anEntry({ cause: { kind: 'press', key }, letters })], now)
  }
  return { street, outbox, write }
}
