/** Some servers cut the opening tag away. */
const thinking = /^[\s\S]*<\/(?:think|thinking|reasoning)>/
/** Who opens so many braces says nothing: looking on would only take time. */
const mostBraces = 30

/**
 * The JSON objects in what a model says, the last one first: models think aloud, put fences around and explain
 * themselves, and the answer comes last. An object within another is not named.
 */
export function jsonIn(said: string): unknown[] {
  const text = said.replace(thinking, '')
  const found: unknown[] = []
  let braces = 0
  for (let at = text.indexOf('{'); at >= 0 && braces < mostBraces; braces++) {
    const end = endOfObject(text, at)
    const read = end < 0 ? undefined : parsed(text.slice(at, end))
    if (read !== undefined) found.unshift(read)
    at = text.indexOf('{', read === undefined ? at + 1 : end)
  }
  return found
}

/** Behind the brace that closes the one at `from`; -1 when it stays open. */
function endOfObject(text: string, from: number): number {
  let depth = 0
  let quoted = false
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (quoted) {
      if (char === '\\') at++
      else if (char === '"') quoted = false
    } else if (char === '"') quoted = true
    else if (char === '{') depth++
    else if (char === '}' && --depth === 0) return at + 1
  }
  return -1
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
