import { setTimeout } from 'node:timers/promises'
import type { MediaId } from '../domain/ids.ts'
import type { Finding, Senses, Transcriber } from './ports/senses.ts'
import type { Desk, HeardMessage } from './ports.ts'

/** Whoever died while a voice was written down leaves it to others this much later than anybody can take. */
const marginMs = 5_000
const lookAgainMs = 200

/** Whether a message has something that must be heard or seen before it is read. */
export const mayPerceive = ({ type, text, media }: HeardMessage, { senses }: Desk): boolean =>
  senses !== null &&
  media !== null &&
  (['image', 'text'].includes(type) || (type === 'voice' && text === ''))

/**
 * Hears and sees what a kept message holds, and writes down what it finds: a photo's fingerprint, a voice as it can be
 * played and its words as the message's text. What was found before, here or elsewhere, is not sought again. The
 * message itself stays as it is where nothing can be made of it.
 */
export async function perceive(heard: HeardMessage, desk: Desk): Promise<void> {
  const { senses, findings } = desk
  if (!senses || !heard.media) return
  const known = (await findings.find([heard.media])).get(heard.media)
  const finding = known ?? (await examine(heard.media, senses, desk))
  if (heard.type !== 'voice' || finding?.kind !== 'voice' || !senses.transcriber) return
  await writeDown(heard, finding.playable, senses.transcriber, desk)
}

/** undefined: the file is not there. */
async function examine(
  id: MediaId,
  senses: Senses,
  { media, findings, report }: Desk,
): Promise<Finding | undefined> {
  const file = await media.load(id)
  if (!file) return undefined
  const examined = await senses.examine(file.bytes)
  if (examined.kind === 'unreadable') report(`a file cannot be read: ${examined.because}`, null)
  const finding: Finding =
    examined.kind === 'voice'
      ? {
          kind: 'voice',
          playable: examined.wav ? await media.keep(examined.wav, 'audio/wav') : id,
          ms: examined.ms,
        }
      : examined
  await findings.keep(id, finding)
  return finding
}

/** Whoever comes first has it written down; the others wait for what comes of it. */
async function writeDown(
  { id, channel }: HeardMessage,
  playable: MediaId,
  transcriber: Transcriber,
  { inbox, media }: Desk,
): Promise<void> {
  for (;;) {
    const turn = await inbox.listen(id, channel, transcriber.limitMs + marginMs)
    if (turn === 'done') return
    if (turn === 'ours') break
    await setTimeout(lookAgainMs)
  }
  const voice = await media.load(playable)
  await inbox.listened(id, channel, voice ? await transcriber.words(voice) : null)
}
