import type { MediaId } from '../domain/ids.ts'
import { no, ok, type Result } from '../domain/result.ts'
import type { UnreadableReason } from './ports/senses.ts'
import type { Desk } from './ports.ts'

/** A picture that somebody sent by a page, with its type by its first bytes. */
export interface Photo {
  readonly bytes: Uint8Array
  readonly mime: string
}

/** The first that nothing can be made of, counted from 0. */
export interface PhotoRefused {
  readonly at: number
  readonly because: UnreadableReason
}

/**
 * Keeps photos that were sent by a page, with what they look like. All are looked at first: where nothing can be made of
 * one, none is kept.
 */
export async function takePhotos(
  photos: readonly Photo[],
  { senses, media, findings }: Pick<Desk, 'senses' | 'media' | 'findings'>,
): Promise<Result<readonly MediaId[], PhotoRefused>> {
  const seen = await Promise.all(
    photos.map(async ({ bytes }) => (senses ? senses.examine(bytes) : null)),
  )
  for (const [at, one] of seen.entries()) {
    if (one?.kind === 'unreadable') return no({ at, because: one.because })
    if (one?.kind === 'voice') return no({ at, because: 'unknownFormat' })
  }
  const kept: MediaId[] = []
  for (const [i, { bytes, mime }] of photos.entries()) {
    const id = await media.keep(bytes, mime)
    const found = seen[i]
    if (found?.kind === 'picture') await findings.keep(id, found)
    kept.push(id)
  }
  return ok(kept)
}
