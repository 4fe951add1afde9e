/** A frame of the long connection (proto2 `Frame`): `method` 0 is control, 1 data. */
export interface Frame {
  readonly seq: bigint
  readonly log: bigint
  readonly service: number
  readonly method: number
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Buffer
}

export function encodeFrame({ seq, log, service, method, headers, payload }: Frame): Buffer {
  return Buffer.concat([
    ...[number(1, seq), number(2, log), number(3, BigInt(service)), number(4, BigInt(method))],
    ...Object.entries(headers).map(([key, value]) =>
      bytes(5, Buffer.concat([bytes(1, Buffer.from(key)), bytes(2, Buffer.from(value))])),
    ),
    bytes(8, payload),
  ])
}

/** Throws for what is no frame. */
export function decodeFrame(buffer: Buffer): Frame {
  const fields = decode(buffer)
  const scalar = (field: number) => {
    const found = fields.find((one) => one.field === field)?.value
    if (typeof found !== 'bigint') throw new Error(`frame without field ${field}`)
    return found
  }
  const headers = fields.flatMap(({ field, value }) => {
    if (field !== 5 || typeof value === 'bigint') return []
    const pair = decode(value)
    const text = (at: number) => String(pair.find((one) => one.field === at)?.value ?? '')
    return [[text(1), text(2)] as const]
  })
  const payload = fields.find(({ field }) => field === 8)?.value
  return {
    ...{ seq: scalar(1), log: scalar(2), service: Number(scalar(3)), method: Number(scalar(4)) },
    headers: Object.fromEntries(headers),
    payload: Buffer.isBuffer(payload) ? payload : Buffer.alloc(0),
  }
}

function varint(value: bigint): Buffer {
  const parts: number[] = []
  let rest = value
  do {
    parts.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0))
    rest >>= 7n
  } while (rest > 0n)
  return Buffer.from(parts)
}

const number = (field: number, value: bigint) =>
  Buffer.concat([varint(BigInt(field << 3)), varint(value)])

const bytes = (field: number, value: Buffer) =>
  Buffer.concat([varint(BigInt((field << 3) | 2)), varint(BigInt(value.length)), value])

function decode(buffer: Buffer): { readonly field: number; readonly value: bigint | Buffer }[] {
  const found: { field: number; value: bigint | Buffer }[] = []
  let at = 0
  const next = () => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = buffer[at++]
      if (byte === undefined || shift > 63n) throw new Error('frame cut off')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return value
    }
  }
  while (at < buffer.length) {
    const key = Number(next())
    const wire = key & 7
    if (wire === 0) found.push({ field: key >> 3, value: next() })
    else if (wire === 2) {
      const length = Number(next())
      if (at + length > buffer.length) throw new Error('frame cut off')
      found.push({ field: key >> 3, value: buffer.subarray(at, at + length) })
      at += length
    } else throw new Error(`frame with wire type ${wire}`)
  }
  return found
}
