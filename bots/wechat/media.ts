import type { FileBoxInterface } from 'file-box'
import type { Puppet } from 'wechaty-puppet'
import { type FileLimits, fileLimits, TooMuch, wholeStream } from '../../src/asking/whole-stream.ts'
import { TooLate, within } from '../../src/asking/within.ts'
import type { MediaId } from '../../src/domain/ids.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Media } from '../../src/flows/ports.ts'

/** The service never answers when it has no file: it falls back to a stream that stays empty. The chat waits so long. */
const findMs = 10_000
const atOnce = 3

/**
 * Fetches the file of a message and stores it, a few at a time, for they are held in memory. One that cannot be had, is
 * too large or comes too slowly is null and reported: the message is kept without it.
 */
export function mediaFetcher(
  puppet: Pick<Puppet, 'messageFile'>,
  media: Pick<Media, 'keep'>,
  report: (what: string, fault: unknown) => void,
  limits: FileLimits = fileLimits,
): (message: string) => Promise<MediaId | null> {
  let open = 0
  const queue: (() => void)[] = []
  const turn = () => (open++ < atOnce ? undefined : new Promise<void>((go) => queue.push(go)))
  const fetch = async (message: string) => {
    const box = await within(findMs, puppet.messageFile(message))
    return media.keep(await bytesOf(box, limits), box.mediaType || 'application/octet-stream')
  }
  const fetchTwice = async (message: string) => {
    try {
      return await fetch(message)
    } catch (fault) {
      if (fault instanceof TooLate || fault instanceof TooMuch) throw fault
      return fetch(message)
    }
  }
  return async (message) => {
    await turn()
    try {
      return await fetchTwice(message)
    } catch (fault) {
      report('wechat: the file of a message cannot be had', withoutWords(fault))
      return null
    } finally {
      open--
      queue.shift()?.()
    }
  }
}

/** What a box holds, or where it leads: some services answer an address for what they do not send themselves. */
async function bytesOf(box: FileBoxInterface, limits: FileLimits): Promise<Uint8Array> {
  if (box.size > limits.mostBytes) throw new TooMuch()
  const opening = box.toStream()
  const stream = await within(findMs, opening).catch((fault) => {
    void opening.then((late) => late.destroy()).catch(() => {})
    throw fault
  })
  if ('statusCode' in stream && stream.statusCode !== 200) {
    stream.destroy()
    throw new Error('no file at the address')
  }
  return wholeStream(stream, limits)
}
