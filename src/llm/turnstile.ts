/** Lets `most` through at once; the others wait in order, as long as their signal lets them. null: it did not. */
export function turnstile(most: number) {
  const waiting: (() => void)[] = []
  let free = most
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return async <Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value | null> => {
    if (free > 0) free -= 1
    else if (!(await turn(signal))) return null
    try {
      return signal.aborted ? null : await work()
    } finally {
      leave()
    }
  }

  function turn(signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const enter = () => {
        signal.removeEventListener('abort', giveUp)
        resolve(true)
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(enter), 1)
        resolve(false)
      }
      waiting.push(enter)
      signal.addEventListener('abort', giveUp, { once: true })
    })
  }
}
