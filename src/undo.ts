/** What must be closed again, in the reverse of the order in which it was opened. */
export interface Undo {
  /** Called when all opened later is closed. */
  add(close: () => unknown): void
  /** Closes everything once, also when something of it fails; throws the first failure afterwards. */
  all(): Promise<void>
}

export function undo(): Undo {
  const closers: (() => unknown)[] = []
  return {
    add: (close) => void closers.push(close),
    async all() {
      const faults: unknown[] = []
      for (let close = closers.pop(); close; close = closers.pop()) {
        try {
          await close()
        } catch (fault) {
          faults.push(fault)
        }
      }
      if (faults.length > 0) throw faults[0]
    },
  }
}
