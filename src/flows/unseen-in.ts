import type { MessageId } from '../domain/ids.ts'
import type { Findings } from './ports/senses.ts'
import type { HeardMessage } from './ports.ts'

/**
 * Which of these messages came with a picture that nobody can look at: it could not be had, is damaged, too large, or no
 * picture at all. Of words with a file only the first three count: their file may be a film.
 */
export async function unseenIn(
  messages: readonly HeardMessage[],
  findings: Pick<Findings, 'find'>,
): Promise<ReadonlySet<MessageId>> {
  const shown = messages.filter(({ type }) => type === 'image' || type === 'text')
  const files = shown.flatMap(({ media }) => media ?? [])
  const found = files.length === 0 ? new Map() : await findings.find(files)
  const isUnseen = ({ type, media }: HeardMessage) => {
    const finding = media && found.get(media)
    if (!media) return type === 'image'
    return (
      finding?.kind === 'unreadable' && (type === 'image' || finding.because !== 'unknownFormat')
    )
  }
  return new Set(shown.filter(isUnseen).map(({ id }) => id))
}
