import { setTimeout as pause } from 'node:timers/promises'
import type { MediaId } from '../../src/domain/ids.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Media } from '../../src/flows/ports.ts'
import { LarkFault } from './faults.ts'
import type { LarkGateway } from './gateway.ts'

const atOnce = 3
/** While it waits the message is not kept; Lark tells us of it again meanwhile, which does no harm. In ms. */
const waits = [1_000, 4_000]

/**
 * Fetches the file of a message and stores it, a few at a time, for they are held in memory. One that cannot be had is
 * null and reported: the message is kept without it.
 */
export function mediaFetcher(
  gateway: Pick<LarkGateway, 'download'>,
  media: Pick<Media, 'keep'>,
  report: (what: string, fault: unknown) => void,
) {
  let open = 0
  const queue: (() => void)[] = []
  const turn = () => (open++ < atOnce ? undefined : new Promise<void>((go) => queue.push(go)))
  const fetch = async (message: string, key: string, type: 'image' | 'file') => {
    for (let tries = 0; ; tries++) {
      try {
        const { bytes, mime } = await gateway.download(message, key, type)
        return await media.keep(bytes, mime)
      } catch (fault) {
        const wait = waits[tries]
        const mayHelp = fault instanceof LarkFault && ['link', 'rate'].includes(fault.kind)
        if (!mayHelp || wait === undefined) throw fault
        await pause(wait)
      }
    }
  }
  return async (
    message: string,
    file: { readonly key: string; readonly type: 'image' | 'file' },
  ): Promise<MediaId | null> => {
    await turn()
    try {
      return await fetch(message, file.key, file.type)
    } catch (fault) {
      report('lark: the file of a message cannot be had', withoutWords(fault))
      return null
    } finally {
      open--
      queue.shift()?.()
    }
  }
}
