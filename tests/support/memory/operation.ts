import type { Operation } from '../../../src/flows/ports/operation.ts'
import type { Shelf } from './shelf.ts'

export const memoryOperation = (shelf: Shelf): Operation => ({
  async vitals(now) {
    const messages = [...shelf.messages.values()]
    const waiting = messages.filter(({ state }) => state === 'waiting')
    const letters = [...shelf.letters.values()]
    const unsent = letters.filter(({ state }) => state === 'pending' || state === 'leased')
    const due = unsent.filter(({ letter }) => letter.sendAt <= now)
    const overdue = [...shelf.timers.values()]
      .flatMap((timers) => [...timers.values()])
      .filter(({ timer, fired }) => !fired && now.getTime() - timer.dueAt.getTime() > 60_000)
    return {
      inbox: {
        waiting: waiting.length,
        oldestAt: earliest(waiting.map(({ keptAt }) => keptAt)),
        setAside: messages.filter(({ state }) => state === 'set_aside').length,
      },
      outbox: {
        due: due.length,
        oldestDueAt: earliest(due.map(({ letter }) => letter.sendAt)),
        later: unsent.length - due.length,
        givenUp: letters.filter(({ state }) => state === 'given_up').length,
      },
      timers: {
        overdue: overdue.length,
        oldestDueAt: earliest(overdue.map(({ timer }) => timer.dueAt)),
      },
      databaseBytes: 0,
    }
  },
  setAside: async (count) =>
    [...shelf.messages.values()]
      .filter(({ state }) => state === 'set_aside')
      .map(({ message, keptAt, outcome }) => ({
        ...{ channel: message.channel, keptAt, fault: outcome ?? '' },
      }))
      .reverse()
      .slice(0, count),
  async noteJob(run) {
    shelf.jobs.set(run.name, run)
  },
  noteBackup: async (run) => void shelf.backups.push(run),
  lastBackup: async () =>
    [...shelf.backups].sort((a, b) => a.madeAt.getTime() - b.madeAt.getTime()).at(-1),
  jobs: async () => [...shelf.jobs.values()].sort((a, b) => a.name.localeCompare(b.name)),
})

const earliest = (moments: readonly Date[]): Date | null =>
  moments.reduce<Date | null>((first, one) => (first === null || one < first ? one : first), null)
