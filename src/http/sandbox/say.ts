import type { WorldUtterance } from '../../flows/ports/chat-world.ts'
import { pictureType } from '../pictures.ts'
import { nameIn } from './cast.ts'
import type { Pane } from './panes.ts'
import type { Scene } from './phone.tsx'
import { samplePicture } from './samples.ts'
import { chatOf } from './unread.ts'

/** What was sent from a pane, or why it cannot be. */
export type Sent = WorldUtterance | { readonly refused: 'empty' | 'noPicture' }

/** Reads the composer's form. A picture goes alone, as chat platforms send it. */
export async function utteranceOf(form: FormData, pane: Pane, scene: Scene): Promise<Sent> {
  const said = { from: pane.person, room: pane.room }
  const picture = await pictureIn(form)
  if (picture) {
    const mime = pictureType(picture)
    if (!mime) return { refused: 'noPicture' }
    const name = `photo.${mime.split('/')[1]}`
    return { ...said, type: 'image', text: '', file: { bytes: picture, mime, name } }
  }
  const text = textOf(form, 'text').trim()
  if (text === '') return { refused: 'empty' }
  const quotes = quotedIn(form, pane, scene)
  return {
    ...said,
    type: form.get('voice') === null ? 'text' : 'voice',
    text,
    mentions: mentionsIn(text, pane, scene),
    ...(quotes && { quotes: quotes.id }),
  }
}

async function pictureIn(form: FormData): Promise<Uint8Array | undefined> {
  const sample = textOf(form, 'sample')
  if (sample !== '') return samplePicture(sample)
  const photo = form.get('photo')
  return photo instanceof File && photo.size > 0
    ? new Uint8Array(await photo.arrayBuffer())
    : undefined
}

/** Members of the group, the bot included, whose name follows an @. */
function mentionsIn(text: string, { room }: Pane, { world }: Scene): readonly string[] {
  if (room === null) return []
  const members = world.rooms().find(({ id }) => id === room)?.members ?? []
  return [...new Set([world.bot, ...members.map(({ id }) => id)])].filter((id) =>
    text.includes(`@${nameIn(world, room, id)}`),
  )
}

/** The message that is quoted, where it is one of this chat. */
const quotedIn = (form: FormData, pane: Pane, { world }: Scene) =>
  world.said(chatOf(pane), 200).find(({ id }) => id === textOf(form, 'quotes'))

/** A field of a form; '' where it is missing. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
