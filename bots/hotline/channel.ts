import type { MediaId } from '../../src/domain/ids.ts'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { Channel, Parcel, Say, Undelivered } from '../../src/flows/ports/channels.ts'
import type { Clock, Media } from '../../src/flows/ports.ts'
import type { Posted, poster } from './post.ts'
import type { HotlineSettings } from './settings.ts'
import type { State } from './state.ts'

export interface ChannelParts {
  readonly settings: HotlineSettings
  readonly post: ReturnType<typeof poster>['post']
  readonly media: Pick<Media, 'load'>
  readonly say: Say
  readonly state: State
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
}

/** Pictures beyond this stay behind: platforms take bodies of some megabytes. In bytes, all of a letter together. */
const mostPictures = 8 * 1024 * 1024
const remembered = 1_000

/**
 * Posts letters to the platform, each with its id as idempotency key: said again after a lost answer it is told once. The
 * platform cannot be asked what arrived; what it took while we ran is known.
 */
export function hotlineChannel(parts: ChannelParts): Channel {
  const { settings, state, report, clock } = parts
  const taken = new Set<Parcel['id']>()
  const pictures = async (photos: readonly MediaId[]) => {
    const loaded: { mime: string; data: string }[] = []
    let left = mostPictures
    for (const id of photos) {
      const photo = await parts.media.load(id)
      if (photo && photo.bytes.length <= left) {
        left -= photo.bytes.length
        loaded.push({ mime: photo.mime, data: Buffer.from(photo.bytes).toString('base64') })
      } else report(`hotline: a picture stays behind, it is ${photo ? 'too large' : 'gone'}`, null)
    }
    return loaded
  }
  const letterOf = async ({ id, to, notices }: Parcel) => {
    const { text, photos } = parts.say(notices, to.kind === 'room')
    return {
      ...{ tenant: settings.tenant, id, sent_at: clock().toISOString() },
      to: to.kind === 'room' ? { room: to.room, mention: to.mention } : { person: to.account },
      ...{ text, photos: await pictures(photos) },
    }
  }
  return {
    name: 'hotline',
    health: state.now,
    async deliver(parcel) {
      if (state.coolingMs() > 0) return no({ kind: 'later', why: 'the platform is busy' })
      const posted = await parts.post(await letterOf(parcel), parcel.id)
      state.note(posted.kind === 'link' || posted.kind === 'signature' ? posted.kind : null)
      if (posted.kind === 'busy') state.coolDown(posted.waitMs)
      if (posted.kind === 'taken') {
        taken.add(parcel.id)
        const [oldest] = taken
        if (taken.size > remembered && oldest !== undefined) taken.delete(oldest)
      } else report(`hotline: a letter could not be sent, ${posted.kind}`, null)
      return judged(posted)
    },
    arrived: async (parcels) => parcels.map(({ id }) => id).filter((id) => taken.has(id)),
    cannotTell: () => true,
  }
}

function judged(posted: Posted): Result<undefined, Undelivered> {
  switch (posted.kind) {
    case 'taken':
      return ok(undefined)
    case 'busy':
      return no({ kind: 'later', why: 'the platform is busy' })
    case 'link':
      return no({
        ...{ kind: 'later', why: 'link down' },
        ...(posted.mayHaveGone && { mayHaveGone: true }),
      })
    case 'signature':
      return no({ kind: 'later', why: 'our signature is refused' })
    case 'refused':
      return no({ kind: 'never', why: `refused, ${posted.status}` })
  }
}
