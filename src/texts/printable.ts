/** All but what XML 1.0 has no way to say: control characters, half characters, U+FFFE. */
const unsayable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Words, or data of words, without the characters of which one alone makes Word and Excel refuse the whole file. */
export function printable<Data>(data: Data): Data {
  return cleaned(data) as Data
}

function cleaned(data: unknown): unknown {
  if (typeof data === 'string') return data.replace(unsayable, '')
  if (Array.isArray(data)) return data.map(cleaned)
  if (data === null || typeof data !== 'object') return data
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, cleaned(value)]))
}
