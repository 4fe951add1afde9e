import { createHash } from 'node:crypto'
import type { MediaId } from '../../src/domain/ids.ts'
import type { Reach } from '../../src/flows/ports/channels.ts'
import type { Media } from '../../src/flows/ports.ts'
import type { WecomClient } from './client.ts'
import { WecomFault } from './faults.ts'
import type { PaceSettings } from './pace.ts'
import type { Piece } from './pieces.ts'
import { isUserId } from './received.ts'
import type { WecomSettings } from './settings.ts'

/** How one reader is spoken to. */
export interface Mouth {
  /** What has a pace of its own: a member, or a robot. */
  readonly key: string
  readonly perMinute: number
  /** `again`: it may have gone before, so WeCom shall show the same words to the same member only once. */
  say(piece: Piece, again: boolean): Promise<void>
}

export interface MouthParts {
  readonly settings: WecomSettings
  readonly client: WecomClient
  readonly media: Pick<Media, 'load'>
  readonly pace: PaceSettings
}

/** How long WeCom knows the same words again, at most. In seconds. */
const knownAgainSeconds = 4 * 3_600
/** Files hold for three days. */
const uploadHoldsMs = 2 * 86_400_000
const mostUploads = 1_000
const mostOfApp = 10 * 1024 * 1024
const mostOfRobot = 2 * 1024 * 1024

/** Undefined: there is no such member, or no robot in that group. */
export function mouths(parts: MouthParts): (to: Reach) => Mouth | undefined {
  const { settings, client, media, pace } = parts
  const uploads = new Map<MediaId, { readonly file: Promise<string>; readonly at: number }>()
  const load = async (picture: MediaId, most: number) => {
    const loaded = await media.load(picture)
    if (!loaded || loaded.bytes.length > most) throw new WecomFault('refused', 0)
    return loaded
  }
  const isPhoto = (mime: string) => mime === 'image/png' || mime === 'image/jpeg'
  /** Once for all readers: the same file must have the same number, for WeCom compares numbers. */
  const uploaded = (picture: MediaId, kind: 'image' | 'file', loaded: Loaded): Promise<string> => {
    const known = uploads.get(picture)
    if (known && performance.now() - known.at < uploadHoldsMs) return known.file
    const file = client.upload(kind, loaded.bytes, loaded.mime)
    file.catch(() => uploads.delete(picture))
    uploads.set(picture, { file, at: performance.now() })
    const [oldest] = uploads.keys()
    if (uploads.size > mostUploads && oldest !== undefined) uploads.delete(oldest)
    return file
  }
  const forMember = async (piece: Piece) => {
    if (piece.kind === 'text') return { msgtype: 'text', text: { content: piece.text } }
    const loaded = await load(piece.picture, mostOfApp)
    const kind = isPhoto(loaded.mime) ? 'image' : 'file'
    return { msgtype: kind, [kind]: { media_id: await uploaded(piece.picture, kind, loaded) } }
  }
  const forGroup = async (piece: Piece, mention: string | null) => {
    if (piece.kind === 'text') {
      const calls = piece.isFirst && mention !== null && isUserId(mention)
      const content = { content: piece.text, ...(calls && { mentioned_list: [mention] }) }
      return { msgtype: 'text', text: content }
    }
    const { bytes, mime } = await load(piece.picture, mostOfRobot)
    if (!isPhoto(mime)) throw new WecomFault('refused', 0)
    const md5 = createHash('md5').update(bytes).digest('hex')
    return { msgtype: 'image', image: { base64: Buffer.from(bytes).toString('base64'), md5 } }
  }
  return (to) => {
    if (to.kind === 'room') {
      const robot = settings.robots.get(to.room)
      if (robot === undefined) return undefined
      return {
        ...{ key: `robot/${to.room}`, perMinute: pace.perRobot },
        say: async (piece) => client.sendByRobot(robot, await forGroup(piece, to.mention)),
      }
    }
    if (!isUserId(to.account)) return undefined
    return {
      ...{ key: `member/${to.account}`, perMinute: pace.perMember },
      async say(piece, again) {
        const once = { enable_duplicate_check: 1, duplicate_check_interval: knownAgainSeconds }
        await client.send({
          ...{ touser: to.account, agentid: settings.agentId, ...(await forMember(piece)) },
          ...(again && once),
        })
      },
    }
  }
}

interface Loaded {
  readonly bytes: Uint8Array
  readonly mime: string
}
