/** The text of a server's answer; null when it has more than `most` bytes. Throws when the signal ends its time. */
export async function wholeAnswer(
  answer: Response,
  most: number,
  signal: AbortSignal,
): Promise<string | null> {
  const bytes = await wholeBytes(answer, most, signal)
  return bytes && new TextDecoder().decode(bytes)
}

/** The bytes of a server's answer, as `wholeAnswer` reads them. */
export async function wholeBytes(
  { body }: Response,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
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
  return new Uint8Array(Buffer.concat(parts))
}
