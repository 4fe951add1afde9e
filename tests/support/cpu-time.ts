/** Milliseconds of processor time that `work` takes. Time by the clock grows with whatever else the machine does. */
export function cpuMsOf(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
