/** What lets go of each server that this process holds. */
const held = new Set<() => Promise<void>>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * The server is a process of its own and would outlive a command that is ended by a key, a service or a closed terminal:
 * it is let go of first. Who listens to the signal themselves ends in order by themselves. Answers what takes `release`
 * off the list.
 */
export function letGoWhenEnded(release: () => Promise<void>): () => void {
  if (held.size === 0) for (const signal of signals) process.on(signal, leave)
  held.add(release)
  return () => {
    held.delete(release)
    if (held.size === 0) for (const signal of signals) process.removeListener(signal, leave)
  }
}

async function leave(signal: NodeJS.Signals): Promise<void> {
  if (process.listenerCount(signal) > 1) return
  process.on('uncaughtException', () => {}) // what was at work loses its database now
  await Promise.allSettled([...held].map((release) => release()))
  process.kill(process.pid, signal) // nobody listens any more
}
