/** The parts of a form upload by name, byte for byte: a part without a file name (as of a Buffer) is one too. */
export function partsOf(body: Buffer, contentType: string): Map<string, Buffer> {
  const parts = new Map<string, Buffer>()
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (boundary === undefined) return parts
  const mark = Buffer.from(`--${boundary}`)
  let at = body.indexOf(mark)
  while (at >= 0) {
    const begin = at + mark.length + 2
    const end = body.indexOf(mark, begin)
    if (end < 0) break
    const part = body.subarray(begin, end - 2)
    const split = part.indexOf('\r\n\r\n')
    const name = /[; ]name="([^"]*)"/i.exec(part.subarray(0, split).toString('utf8'))?.[1]
    if (split >= 0 && name !== undefined) parts.set(name, part.subarray(split + 4))
    at = end
  }
  return parts
}
