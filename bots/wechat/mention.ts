/** Whether the text calls one of the names: `@名字` before U+2005 or the end anywhere, before a space at the start. */
export function calls(text: string, names: readonly string[]): boolean {
  return names.some((name) => {
    const at = `@${name}`
    if (text.startsWith(`${at} `)) return true
    return text.includes(`${at}\u2005`) || text.trimEnd().endsWith(at)
  })
}

/** The text without `@名字` of these names. */
export function withoutCalls(text: string, names: readonly string[]): string {
  let rest = text
  for (const name of longestFirst(names)) {
    const at = `@${name}`
    rest = rest.replaceAll(`${at}\u2005`, '').replaceAll(`${at} `, '')
    if (rest.trimEnd().endsWith(at)) rest = rest.trimEnd().slice(0, -at.length)
  }
  return rest === text ? text : rest.trim()
}

/** A name may begin another one. */
const longestFirst = (names: readonly string[]) =>
  names.filter((name) => name !== '').sort((one, other) => other.length - one.length)
