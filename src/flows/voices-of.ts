import type { Petition } from '../domain/petition/petition.ts'
import type { Finding } from './ports/senses.ts'
import type { Desk } from './ports.ts'

/** A voice that belongs to a petition. */
export interface ToldVoice {
  readonly sentAt: Date
  /** null: nobody looked into it yet. */
  readonly finding: Finding | null
}

/** The voices in which a petition was told, oldest first. */
export async function voicesOf(
  { messages }: Petition,
  { inbox, findings }: Pick<Desk, 'inbox' | 'findings'>,
): Promise<readonly ToldVoice[]> {
  const voices = await inbox.voices(messages)
  const found = await findings.find(voices.flatMap(({ media }) => media ?? []))
  return voices.map(({ sentAt, media }) => ({
    sentAt,
    finding: (media && found.get(media)) ?? null,
  }))
}
