import type { HeardMessage } from '../../flows/ports.ts'
import { samplePicture } from '../../http/sandbox/samples.ts'
import type { Said } from '../demo-week/scene.ts'
import type { Stage } from './stage.ts'

/** What somebody says, and where. */
export interface Utterance {
  readonly who: string
  /** A group of the sample street; null: a private chat with us. */
  readonly room: string | null
  readonly says: Said
  readonly mentionsUs?: boolean
  /** The message that was `called` so. */
  readonly quotes?: string
}

/** What was said before, as far as scripts speak of it by name. */
export interface Named {
  /** Messages by what they were called. */
  readonly called: ReadonlyMap<string, string>
  /** Petitions by what they are called: `{lamp}` in words stands for its number. */
  readonly numbers: ReadonlyMap<string, { readonly number: number }>
}

const photo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** The sandbox's picture of that name, else a dot; photos that differ are different files. */
const photoOf = async (name: string) =>
  Buffer.from((await samplePicture(name)) ?? Buffer.concat([photo, Buffer.from(name)]))

/** Says it on the stage's platform; comes back when it is in the inbox. */
export async function utter(
  { who: from, room, says, mentionsUs = false, quotes }: Utterance,
  { called, numbers }: Named,
  { world, heard }: Stage,
): Promise<HeardMessage> {
  if (typeof says !== 'string' && 'recalls' in says) {
    const original = called.get(says.recalls) ?? ''
    world.recall(original)
    return heard((message) => message.recalls === original)
  }
  const mentions = mentionsUs ? [world.bot] : []
  const quoted = quotes ? called.get(quotes) : undefined
  const rest = { mentions, ...(quoted !== undefined && { quotes: quoted }) }
  const filled = (text: string) =>
    text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(numbers.get(name)?.number ?? 0))
  const said =
    typeof says === 'string'
      ? world.say({ from, room, type: 'text', text: filled(says), ...rest })
      : 'photo' in says
        ? world.say({
            from,
            room,
            type: 'image',
            text: '',
            file: {
              bytes: await photoOf(says.photo),
              mime: 'image/png',
              name: `${says.photo}.png`,
            },
          })
        : world.say({
            from,
            room,
            type: 'voice',
            text: says.voice,
            file: { bytes: photo, mime: 'audio/silk', name: 'voice.silk' },
          })
  return heard((message) => message.id === said.id)
}
