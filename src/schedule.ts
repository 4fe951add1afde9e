/** Work that is done as long as there is some, and looked for again after a pause or when woken. */
export interface Pump {
  /** There may be work now. */
  wake(): void
  /** Finishes what is under way and stops. */
  stop(): Promise<void>
}

const longestPauseMs = 30_000

/**
 * Runs `job` again and again, never twice at once: at once while it answers that it did something, after `idleMs` when it
 * answers 0. A job that throws is reported and tried again, after pauses that double up to half a minute.
 */
export function pump(
  job: () => Promise<number>,
  idleMs: number,
  report: (fault: unknown) => void,
): Pump {
  let stopped = false
  let woken = false
  let rouse = () => {}
  let faults = 0

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
      if (stopped) rouse()
    })

  const run = async () => {
    while (!stopped) {
      woken = false
      try {
        const done = await job()
        faults = 0
        if (done === 0 && !woken && !stopped) await pause(idleMs)
      } catch (fault) {
        faults += 1
        report(fault)
        await pause(Math.min(longestPauseMs, idleMs * 2 ** faults))
      }
    }
  }
  const running = run()
  return {
    wake() {
      woken = true
      if (faults === 0) rouse()
    },
    async stop() {
      stopped = true
      rouse()
      await running
    },
  }
}
