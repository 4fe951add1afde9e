/** GBK as Excel writes it: Node only reads it, so the table is turned round. */
export function inGbk(): (text: string) => Uint8Array {
  const codes = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      codes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail])
  return (text) =>
    new Uint8Array(
      [...text].flatMap((character) => codes.get(character) ?? [...Buffer.from(character)]),
    )
}
