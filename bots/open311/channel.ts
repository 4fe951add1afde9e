import { no, ok } from '../../src/domain/result.ts'
import type { Channel, Channels, Parcel } from '../../src/flows/ports/channels.ts'
import type { Clock, HeardMessage } from '../../src/flows/ports.ts'
import { contactOf } from './accounts.ts'
import type { Open311Settings } from './settings.ts'

/** Who can carry letters to addresses. */
export type Carriers = Pick<Channels, 'mail' | 'sms'>

/**
 * Letters to those who brought requests: by mail or short message to who gave an address that we can write to. All others
 * look up what becomes of their request, and their letters stay in the outbox as sent.
 */
export function open311Channel(
  { secret }: Pick<Open311Settings, 'secret'>,
  carriers: Carriers,
  clock: Clock,
): { readonly channel: Channel; readonly heard: (message: HeardMessage) => void } {
  const since = clock()
  let lastHeard: Date | null = null

  /** By whom a letter goes, as his own; `asks`: by nobody; null: we know no such reader. */
  const onwards = <Sent extends Pick<Parcel, 'to'>>(parcel: Sent) => {
    const { to } = parcel
    const contact = to.kind === 'person' ? contactOf(to.account, secret) : null
    if (!contact) return null
    const carrier = contact.kind === 'asks' ? undefined : carriers[contact.kind]
    if (!carrier || contact.kind === 'asks') return 'asks'
    const { kind, address } = contact
    return {
      carrier,
      parcel: { ...parcel, to: { kind: 'person', channel: kind, account: address } },
    } as const
  }
  const channel: Channel = {
    name: 'open311',
    // nobody has to answer us here: the ways onwards have a health of their own
    health: () => ({ state: 'up', since, lastHeard, toDo: null }),
    async deliver(parcel) {
      const way = onwards(parcel)
      if (!way) return no({ kind: 'never', why: 'no such reader' })
      if (way === 'asks') return ok(undefined)
      return way.carrier.deliver(way.parcel)
    },
    async arrived(parcels, from) {
      const told = await Promise.all(
        parcels.map(async (parcel) => {
          const way = onwards(parcel)
          if (!way) return false
          return way === 'asks' || (await way.carrier.arrived([way.parcel], from)).length > 0
        }),
      )
      return parcels.filter((_, i) => told[i]).map(({ id }) => id)
    },
    cannotTell(to) {
      const way = onwards({ to })
      return way !== null && way !== 'asks' && way.carrier.cannotTell?.(way.parcel.to) === true
    },
  }
  const heard = ({ sentAt }: HeardMessage) => {
    if (!lastHeard || sentAt > lastHeard) lastHeard = sentAt
  }
  return { channel, heard }
}
