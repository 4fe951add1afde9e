import { setTimeout as pause } from 'node:timers/promises'
import type { Stores } from '../../../db/stores/stores.ts'

/** For what was left undone when the storm was over. */
const patienceMs = 5 * 60_000

/** Waits as an operator would, who sends a letter that was given up again, but once. */
export function quietOf({ outbox, inbox }: Pick<Stores, 'outbox' | 'inbox'>) {
  const again = new Set<string>()
  const hopeless = new Set<string>()
  return {
    /** How many letters had to be sent again by hand. */
    sentAgain: () => again.size,
    /** Letters given up once more: each is a fault. */
    faults: () => [...hopeless].map((id) => `letter ${id} was given up twice`),
    /** Comes back when nothing is unread and nothing unsent, or patience is over. */
    async until(): Promise<void> {
      const giveUpAt = Date.now() + patienceMs
      for (let calm = 0; calm < 6; ) {
        if (Date.now() > giveUpAt) return
        await pause(500)
        const given = (await outbox.givenUp(1_000)).map(({ id }) => id)
        for (const id of given) if (again.has(id)) hopeless.add(id)
        const first = given.filter((id) => !again.has(id))
        if (first.length > 0) await outbox.again(first)
        for (const id of first) again.add(id)
        const waiting = await inbox.waiting(1)
        const letters = await outbox.letters({})
        const isQuiet =
          waiting.length === 0 &&
          letters.every(({ state, id }) => state === 'sent' || hopeless.has(id))
        calm = isQuiet ? calm + 1 : 0
      }
    },
  }
}
