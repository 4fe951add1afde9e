/**
 * Where help is all that is asked for, prints how a command is used and ends the process with 0, before anything is
 * opened, played or written.
 */
export function helpIfAsked(usage: string, words: readonly string[] = process.argv.slice(2)): void {
  if (!words.includes('--help') && !words.includes('-h')) return
  console.log(usage)
  process.exit(0)
}
