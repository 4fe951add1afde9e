import { no, ok } from '../../src/domain/result.ts'
import type { Channel, Parcel, Say, Undelivered } from '../../src/flows/ports/channels.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock, Media } from '../../src/flows/ports.ts'
import { mailWords } from '../../src/texts/mail-words.ts'
import { isAddress } from './faults.ts'
import { turns } from './pace.ts'
import { type Mailed, mailer } from './post.ts'
import type { MailSettings } from './settings.ts'
import { stateOf } from './state.ts'

export interface MailOptions {
  readonly settings: MailSettings
  readonly media: Pick<Media, 'load'>
  readonly say: Say
  /** Remembers what the server took. */
  readonly seen: Pick<SeenKeys, 'seen' | 'claim'>
  readonly clock: Clock
  /** Never hears an address or what a letter says. */
  readonly report: (what: string, fault: unknown) => void
}

export interface MailBot {
  readonly channel: Channel
  stop(): void
}

/** While the server does not let us in it is asked again so often: letters wait until it does. */
const askAgainMs = 5_000
/** Pictures beyond this stay behind: servers refuse letters of more than some megabytes. In bytes, all of a letter together. */
const mostPictures = 8 * 1024 * 1024
/** Longer than any letter is tried. */
const rememberedMs = 4 * 24 * 3_600_000

/** Letters out by e-mail: an account is an address. Nothing comes in: answers go to the mailbox behind `from`. */
export function startMail(options: MailOptions): MailBot {
  const { settings, seen, clock, report } = options
  const { post, trouble } = mailer(settings)
  const state = stateOf(clock)
  const turn = turns(settings.perMinute)
  const asking = setInterval(async () => {
    if (state.now().state === 'down' && (await trouble()) === null) state.note(null)
  }, askAgainMs)

  const keyOf = (id: Parcel['id']) => `mail/${id}`
  const write = async ({ id, notices }: Parcel, to: string) => {
    const { text, photos } = options.say(notices, false)
    const pictures: { readonly mime: string; readonly bytes: Uint8Array }[] = []
    let left = mostPictures
    for (const photo of photos) {
      const picture = await options.media.load(photo)
      if (picture && picture.bytes.length <= left) {
        left -= picture.bytes.length
        pictures.push(picture)
      } else report(`mail: a picture stays behind, it is ${picture ? 'too large' : 'gone'}`, null)
    }
    const domain = settings.from.slice(settings.from.lastIndexOf('@') + 1)
    const messageId = `<${id.replace(/[^\w-]/g, '_')}@${domain}>`
    return { messageId, to, subject: mailWords.subject, text, date: clock(), pictures }
  }

  const channel: Channel = {
    name: 'mail',
    health: state.now,
    async deliver(parcel) {
      const { id, to } = parcel
      if (to.kind === 'room') return no({ kind: 'never', why: 'mail knows no groups' })
      if (!isAddress(to.account)) return no({ kind: 'never', why: 'not an address' })
      const now = clock()
      if (await seen.seen(keyOf(id), now)) return ok(undefined)
      if (!(await turn())) return no({ kind: 'later', why: 'enough letters this minute' })
      const mailed = await post(await write(parcel, to.account))
      if (mailed.kind === 'taken') {
        state.note(null)
        await seen.claim(keyOf(id), now, new Date(now.getTime() + rememberedMs))
        return ok(undefined)
      }
      report(`mail: a letter was not taken, ${mailed.kind}`, null)
      // a word about one letter says that the server is there
      state.note(mailed.kind === 'busy' || mailed.kind === 'refused' ? null : mailed.kind)
      return no(judged(mailed))
    },
    async arrived(parcels) {
      const now = clock()
      const told = await Promise.all(parcels.map(({ id }) => seen.seen(keyOf(id), now)))
      return parcels.filter((_, i) => told[i]).map(({ id }) => id)
    },
    cannotTell: () => true,
  }
  return { channel, stop: () => clearInterval(asking) }
}

function judged(fault: Exclude<Mailed, { kind: 'taken' }>): Undelivered {
  switch (fault.kind) {
    case 'link':
      return {
        ...{ kind: 'later', why: 'link down' },
        ...(fault.mayHaveGone && { mayHaveGone: true }),
      }
    case 'security':
    case 'login':
    case 'sender':
      return { kind: 'later', why: `the server refuses our ${fault.kind}` }
    case 'busy':
      return { kind: 'later', why: `the server says later, ${fault.code}` }
    case 'refused':
      return { kind: 'never', why: `refused, ${fault.code}` }
  }
}
