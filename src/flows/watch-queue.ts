import type { PetitionId } from '../domain/ids.ts'
import type { Petition } from '../domain/petition/petition.ts'
import type { Queue } from './ports/queue.ts'
import type { Desk } from './ports.ts'

type Hear = (petitions: readonly Petition[]) => void

/** Petitions as they change, for all in this process who look at the queue. */
export interface QueueWatch {
  /** `hear` is told of every change from now on, until what is answered is called. */
  listen(hear: Hear): () => void
}

/** How often the one question is asked that all listeners share. */
const everyMs = 1_000
/** What came back again is known by its version; so many are remembered. */
const remembered = 10_000

const watches = new WeakMap<Queue, QueueWatch>()

/** The watch over a queue, one for this process: it asks only while somebody listens. */
export function watchOver({ queue, report }: { readonly queue: Queue } & Pick<Desk, 'report'>) {
  const known = watches.get(queue)
  if (known) return known
  const made = watchQueue(queue, report)
  watches.set(queue, made)
  return made
}

function watchQueue(queue: Queue, report: Desk['report']): QueueWatch {
  const listeners = new Set<Hear>()
  const versions = new Map<PetitionId, number>()
  let upTo: Date | null = null
  let timer: NodeJS.Timeout | null = null

  async function look(): Promise<void> {
    try {
      const news = await queue.news(upTo)
      upTo = news.at
      const fresh = news.petitions.filter(({ id, version }) => versions.get(id) !== version)
      if (versions.size > remembered) versions.clear()
      for (const { id, version } of fresh) versions.set(id, version)
      if (fresh.length > 0) for (const hear of listeners) hear(fresh)
    } catch (fault) {
      report('console: the queue cannot be watched', fault)
    }
    if (listeners.size > 0) timer = setTimeout(look, everyMs)
    else rest()
  }

  function rest(): void {
    if (timer) clearTimeout(timer)
    timer = null
    upTo = null
  }

  return {
    listen(hear) {
      listeners.add(hear)
      timer ??= setTimeout(look, 0)
      return () => {
        listeners.delete(hear)
        if (listeners.size === 0) rest()
      }
    },
  }
}
