import { createCipheriv, createHash, randomBytes } from 'node:crypto'

export interface Keys {
  readonly corpId: string
  readonly token: string
  readonly aesKey: string
}

/** Encrypts as WeCom does: sixteen random bytes, the length, the text, for whom it is; padded to 32. */
export function encrypted(text: string, { corpId, aesKey }: Omit<Keys, 'token'>): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const words = Buffer.from(text)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(words.length)
  const plain = Buffer.concat([randomBytes(16), length, words, Buffer.from(corpId)])
  const padding = 32 - (plain.length % 32)
  const padded = Buffer.concat([plain, Buffer.alloc(padding, padding)])
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64')
}

/** The query under which an encrypted text is brought. */
export function stamped(text: string, token: string, at: Date): URLSearchParams {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const nonce = String(randomBytes(5).readUIntBE(0, 5))
  const parts = [token, timestamp, nonce, text].sort().join('')
  const signature = createHash('sha1').update(parts).digest('hex')
  return new URLSearchParams({ msg_signature: signature, timestamp, nonce })
}

/** Fields as the XML of a callback: words in CDATA, numbers bare. */
export function asXml(fields: Readonly<Record<string, string | number>>): string {
  const one = ([name, value]: [string, string | number]) =>
    typeof value === 'number'
      ? `<${name}>${value}</${name}>`
      : `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`
  return `<xml>${Object.entries(fields).map(one).join('\n')}</xml>`
}
