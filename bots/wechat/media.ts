import type { Puppet } from 'wechaty-puppet'
import type { MediaId } from '../../src/domain/ids.ts'
import type { Media } from '../../src/flows/ports.ts'
import { withoutWords } from './link-faults.ts'
import { within } from './within.ts'

const fetchMs = 30_000
const atOnce = 3
const tries = 2

/**
 * Fetches the file of a message and stores it, a few at a time, for they are held in memory. One that cannot be had is
 * null and reported: the message is kept without it.
 */
export function mediaFetcher(
  puppet: Pick<Puppet, 'messageFile'>,
  media: Pick<Media, 'keep'>,
  report: (what: string, fault: unknown) => void,
): (message: string) => Promise<MediaId | null> {
  let open = 0
  const queue: (() => void)[] = []
  const turn = () => (open++ < atOnce ? undefined : new Promise<void>((go) => queue.push(go)))
  const fetch = async (message: string) => {
    const box = await puppet.messageFile(message)
    return media.keep(await box.toBuffer(), box.mediaType || 'application/octet-stream')
  }
  return async (message) => {
    await turn()
    try {
      for (let tried = 1; ; tried++) {
        try {
          return await within(fetchMs, fetch(message))
        } catch (fault) {
          if (tried < tries) continue
          report('wechat: the file of a message cannot be had', withoutWords(fault))
          return null
        }
      }
    } finally {
      open--
      queue.shift()?.()
    }
  }
}
