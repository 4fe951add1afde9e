import type { MediaId } from '../domain/ids.ts'
import type { Findings } from './ports/senses.ts'

/** Which of these pictures unpack to more than a phone can show. */
export async function tooLargeIn(
  ids: readonly MediaId[],
  findings: Pick<Findings, 'find'>,
): Promise<ReadonlySet<MediaId>> {
  const found = ids.length === 0 ? [] : await findings.find(ids)
  return new Set(
    [...found].flatMap(([id, finding]) =>
      finding.kind === 'unreadable' && finding.because === 'tooLarge' ? [id] : [],
    ),
  )
}
