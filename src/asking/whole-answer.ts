/** The text of a server's answer; null when it has more than `most` bytes. Throws when the signal ends its time. */
export async function wholeAnswer(
  { body }: Response,
  most: number,
  signal: AbortSignal,
): Promise<string | null> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = body?.getReader()
  // Node 20's fetch forgets its signal at a garbage collection once the head of the answer is there
  const hangUp = () => void reader?.cancel().catch(() => {})
  signal.addEventListener('abort', hangUp, { once: true })
  try {
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      length += read.value.length
      if (length > most) return null
      parts.push(read.value)
    }
  } finally {
    signal.removeEventListener('abort', hangUp)
    hangUp()
  }
  signal.throwIfAborted()
  return new TextDecoder().decode(Buffer.concat(parts))
}
