import { no, ok } from '../../src/domain/result.ts'
import type { Channel, Parcel, Say, Undelivered } from '../../src/flows/ports/channels.ts'
import type { SeenKeys } from '../../src/flows/ports/seen-keys.ts'
import type { Clock } from '../../src/flows/ports.ts'
import { allowance, endOfDay } from './allowance.ts'
import { billed } from './parts.ts'
import { type Posted, poster } from './post.ts'
import type { SmsSettings } from './settings.ts'
import { stateOf } from './state.ts'

export interface SmsOptions {
  readonly settings: SmsSettings
  readonly say: Say
  /** Remembers what was spent and what the gateway took, for all processes. */
  readonly seen: Pick<SeenKeys, 'seen' | 'claim'>
  readonly clock: Clock
  /** Never hears a number or what a letter says. */
  readonly report: (what: string, fault: unknown) => void
}

export interface SmsBot {
  readonly channel: Channel
  stop(): void
}

/** While the gateway does not answer it is asked again so often: letters wait until it does. */
const askAgainMs = 5_000
/** Longer than any letter is tried. */
const rememberedMs = 4 * 24 * 3_600_000

/** Letters out as short messages: an account is a phone number. Pictures stay behind, and nothing comes in. */
export function startSms(options: SmsOptions): SmsBot {
  const { settings, seen, clock, report } = options
  const { post, isThere } = poster(settings, clock)
  const state = stateOf(clock)
  const purse = allowance(settings.partsADay, seen, clock)
  const asking = setInterval(async () => {
    if (state.now().state === 'down' && (await isThere())) state.note(null)
  }, askAgainMs)
  const keyOf = (id: Parcel['id']) => `sms/taken/${id}`

  const channel: Channel = {
    name: 'sms',
    health: state.now,
    async deliver({ id, to, notices }) {
      if (to.kind === 'room') return no({ kind: 'never', why: 'short messages know no groups' })
      const number = to.account.replace(/[ -]/g, '')
      if (!/^\+?\d{5,15}$/.test(number)) return no({ kind: 'never', why: 'not a number' })
      const now = clock()
      if (await seen.seen(keyOf(id), now)) return ok(undefined)
      if (state.now().state === 'silenced')
        return no({ kind: 'later', why: 'the gateway is busy, or nothing is left to spend today' })
      const { text, parts } = billed(options.say(notices, false).text)
      if (!(await purse.take(id, parts))) {
        report('sms: nothing is left to spend today', null)
        state.full(endOfDay(now))
        return no({ kind: 'later', why: 'nothing is left to spend today' })
      }
      const posted = await post({ id, to: number, text, parts })
      state.note(posted.kind === 'link' || posted.kind === 'account' ? posted.kind : null)
      if (posted.kind === 'busy') state.coolDown(posted.waitMs)
      if (posted.kind === 'taken') {
        await seen.claim(keyOf(id), now, new Date(now.getTime() + rememberedMs))
        return ok(undefined)
      }
      report(`sms: a letter was not taken, ${posted.kind}`, null)
      return no(judged(posted))
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

function judged(posted: Exclude<Posted, { kind: 'taken' }>): Undelivered {
  switch (posted.kind) {
    case 'busy':
      return { kind: 'later', why: 'the gateway is busy' }
    case 'link':
      return {
        ...{ kind: 'later', why: 'link down' },
        ...(posted.mayHaveGone && { mayHaveGone: true }),
      }
    case 'account':
      return { kind: 'later', why: 'the gateway does not take us for who we are' }
    case 'refused':
      return { kind: 'never', why: `refused, ${posted.status}` }
  }
}
