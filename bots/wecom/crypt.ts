import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

/** What WeCom signs besides the encrypted text. */
export interface Stamp {
  readonly signature: string
  readonly timestamp: string
  readonly nonce: string
}

/** Whether WeCom signed this text. Compares without telling by its time how much was right. */
export function isSignedBy(token: string, text: string, { signature, ...stamp }: Stamp): boolean {
  if (!/^[0-9a-f]{40}$/.test(signature)) return false
  const parts = [token, stamp.timestamp, stamp.nonce, text].sort()
  const wanted = createHash('sha1').update(parts.join('')).digest()
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex'))
}

/**
 * What stands in an encrypted text, and for whom it is meant; undefined for what our key does not open. The caller has to
 * look at the receiver: everybody's key opens what was made with it, the package of WeCom's own looks at neither.
 */
export function opened(
  text: string,
  aesKey: string,
): { readonly message: string; readonly receiver: string } | undefined {
  try {
    const key = Buffer.from(`${aesKey}=`, 'base64')
    const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
    const padded = Buffer.concat([cipher.update(text, 'base64'), cipher.final()])
    const padding = padded.at(-1) ?? 0
    if (padding < 1 || padding > 32 || padded.length < 20 + padding) return undefined
    const plain = padded.subarray(16, padded.length - padding) // sixteen random bytes come first
    const length = plain.readUInt32BE(0)
    if (length > plain.length - 4) return undefined
    return {
      message: plain.subarray(4, 4 + length).toString(),
      receiver: plain.subarray(4 + length).toString(),
    }
  } catch {
    return undefined
  }
}
