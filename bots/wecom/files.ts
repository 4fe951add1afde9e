import { setTimeout as pause } from 'node:timers/promises'
import type { MediaId } from '../../src/domain/ids.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Media } from '../../src/flows/ports.ts'
import type { WecomClient } from './client.ts'
import { WecomFault } from './faults.ts'

const tries = 3
const againMs = 300
/** They are held in memory. */
const atOnce = 3

/**
 * Fetches a file and stores it. One that cannot be had is null and reported: its message is kept
 * without it. Throws when it cannot be stored: WeCom then brings the message again.
 */
export function fileFetcher(
  { download }: Pick<WecomClient, 'download'>,
  media: Pick<Media, 'keep'>,
  report: (what: string, fault: unknown) => void,
): (file: string) => Promise<MediaId | null> {
  let open = 0
  const queue: (() => void)[] = []
  const turn = () => (open++ < atOnce ? undefined : new Promise<void>((go) => queue.push(go)))
  const fetched = async (file: string) => {
    for (let left = tries; ; ) {
      try {
        return await download(file)
      } catch (fault) {
        const canHelp = fault instanceof WecomFault && fault.kind === 'link'
        if (!canHelp || --left === 0) throw fault
        await pause(againMs)
      }
    }
  }
  return async (file) => {
    await turn()
    try {
      const got = await fetched(file).catch((fault: unknown) => {
        report('wecom: the file of a message cannot be had', withoutWords(fault))
        return null
      })
      return got && (await media.keep(got.bytes, got.mime))
    } finally {
      open--
      queue.shift()?.()
    }
  }
}
