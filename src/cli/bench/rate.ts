/**
 * Items a second of CPU time: once round to warm up, then full rounds until the time is used. Each round begins anew with what
 * `begin` gives, which remembers nothing of the rounds before.
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
  await round()
  const begun = process.cpuUsage()
  for (let done = items.length; ; done += items.length) {
    await round()
    const { user, system } = process.cpuUsage(begun)
    if ((user + system) / 1e6 >= seconds) return done / ((user + system) / 1e6)
  }
}
