import type { MediaId } from '../../src/domain/ids.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Media } from '../../src/flows/ports.ts'
import type { LarkGateway } from './gateway.ts'

/** Lark's keys of our pictures, each brought there once. */
export interface Pictures {
  /** Those that Lark took; one that fails is reported and left out, for the words must go. */
  keysOf(photos: readonly MediaId[]): Promise<string[]>
}

/** Lark takes no more. */
const mostBytes = 10 * 1024 * 1024
const remembered = 500

export function picturesOf(
  gateway: Pick<LarkGateway, 'uploadImage'>,
  media: Pick<Media, 'load'>,
  report: (what: string, fault: unknown) => void,
): Pictures {
  const known = new Map<MediaId, string>()
  const bring = async (id: MediaId): Promise<string> => {
    const photo = await media.load(id)
    if (!photo) throw new Error('the picture is gone')
    if (photo.bytes.length > mostBytes) throw new Error('the picture is too large')
    const key = await gateway.uploadImage(photo.bytes)
    known.set(id, key)
    const [oldest] = known.keys()
    if (known.size > remembered && oldest !== undefined) known.delete(oldest)
    return key
  }
  return {
    async keysOf(photos) {
      const keys: string[] = []
      for (const id of photos) {
        try {
          keys.push(known.get(id) ?? (await bring(id)))
        } catch (fault) {
          report('lark: a picture could not be sent', withoutWords(fault))
        }
      }
      return keys
    },
  }
}
