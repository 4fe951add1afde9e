import type { PersonReach } from '../../../src/flows/ports/channels.ts'
import type { Sightings } from '../../../src/flows/ports/sightings.ts'
import type { KeptLetter, Shelf } from './shelf.ts'

const dayMs = 86_400_000

export const memorySightings = (shelf: Shelf): Pick<Sightings, 'seen'> => ({
  async seen(by, messages, at, now) {
    for (const message of messages) {
      const key = keyOf(by, message)
      const letters = [...shelf.letters.values()].filter((entry) => sightOf(entry) === key)
      for (const entry of letters) look(entry, at)
      const before = shelf.seenEarly.get(key)
      if (letters.length === 0)
        shelf.seenEarly.set(key, { at: before && before.at < at ? before.at : at, keptAt: now })
    }
    for (const [key, { keptAt }] of shelf.seenEarly)
      if (now.getTime() - keptAt.getTime() > dayMs) shelf.seenEarly.delete(key)
  },
})

export function seenMeanwhile(entry: KeptLetter, shelf: Shelf): void {
  const early = shelf.seenEarly.get(sightOf(entry) ?? '')
  if (early) look(entry, early.at)
}

const keyOf = ({ channel, account }: PersonReach, message: string) =>
  `${channel}/${account}/${message}`

/** Of a letter that is sent: by whom its message would be read. */
function sightOf({ state, setOut, message }: KeptLetter): string | null {
  const via = setOut?.via
  return state === 'sent' && via?.kind === 'person' && message !== undefined
    ? keyOf(via, message)
    : null
}

function look(entry: KeptLetter, at: Date): void {
  const first = entry.seenAt && entry.seenAt < at ? entry.seenAt : at
  entry.seenAt = entry.sentAt && entry.sentAt > first ? entry.sentAt : first
}
