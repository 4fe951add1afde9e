/** Lets so many in at once; the others wait in line. */
export function turnstile(most: number) {
  let inside = 0
  const line: (() => void)[] = []
  return async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (inside >= most) await new Promise<void>((go) => line.push(go))
    else inside += 1
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else inside -= 1
    }
  }
}
