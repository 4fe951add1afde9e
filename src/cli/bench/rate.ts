/**
 * Items a second of CPU time, in full rounds until the time is used. Each round begins anew with what `begin` gives, which
 * remembers nothing of the rounds before. As much time goes to warming up: what runs for days runs compiled.
 */
export async function ratePerCpuSecond<Item>(
  items: readonly Item[],
  begin: () => (item: Item) => unknown,
  seconds: number,
): Promise<number> {
  const round = async () => {
    const work = begin()
    for (const item of items) {
      const result = work(item)
      if (result instanceof Promise) await result
    }
  }
  const ratePerSecond = async () => {
    const begun = process.cpuUsage()
    for (let done = items.length; ; done += items.length) {
      await round()
      const { user, system } = process.cpuUsage(begun)
      if ((user + system) / 1e6 >= seconds) return done / ((user + system) / 1e6)
    }
  }
  await ratePerSecond()
  return ratePerSecond()
}
