import { type Cards, renewedAfterMs, type StandingCard } from '../../../src/flows/ports/cards.ts'
import { type KeptCard, kept, type Shelf } from './shelf.ts'

const leaseMs = 60_000
const keyOf = ({ channel, message }: Pick<StandingCard, 'channel' | 'message'>) =>
  `${channel}/${message}`

export function memoryCards(shelf: Shelf): Cards {
  const { cards, petitions, messages, accounts } = shelf
  const change = (named: Pick<StandingCard, 'channel' | 'message'>, to: Partial<KeptCard>) => {
    const found = cards.get(keyOf(named))
    if (found) Object.assign(found, to)
  }
  return {
    async keep(card) {
      if (cards.has(keyOf(card))) return
      for (const other of cards.values()) {
        const { channel, petition, account, kind } = other.card
        const isSame = channel === card.channel && petition === card.petition && kind === card.kind
        if (isSame && account === card.account && other.state === 'standing')
          other.state = 'replaced'
      }
      const { version, sentAt: dueAt } = card
      cards.set(keyOf(card), { card: kept(card), version, state: 'standing', dueAt })
    },
    async find(named) {
      const found = cards.get(keyOf(named))
      return found && { ...found.card, version: found.version }
    },
    async take(channel, count, now) {
      const isDue = ({ card, version, state, dueAt }: KeptCard) => {
        const petition = petitions.get(card.petition)
        if (!petition || card.channel !== channel || state === 'retired' || dueAt > now)
          return false
        const isOld = now.getTime() - card.sentAt.getTime() >= renewedAfterMs
        const ended = petition.status === 'closed' || petition.status === 'withdrawn'
        return state === 'replaced' || version < petition.version || (isOld && !ended)
      }
      const due = [...cards.values()].filter(isDue).slice(0, count)
      for (const one of due) one.dueAt = new Date(now.getTime() + leaseMs)
      return due.map(({ card, version, state }) => ({
        ...card,
        version,
        replaced: state === 'replaced',
      }))
    },
    async shown(card, version, dueAt) {
      const shown = cards.get(keyOf(card))?.version ?? 0
      change(card, { version: Math.max(shown, version), dueAt })
    },
    putOff: async (card, dueAt) => change(card, { dueAt }),
    retire: async (card) => change(card, { state: 'retired' }),
    readerOf: async (channel, account) => accounts.get(`${channel}/${account}`),
    pictures: async (channel, account, since) =>
      [...messages.values()]
        .map(({ message }) => message)
        .filter(
          ({ channel: on, room, sender, type, sentAt }) =>
            on === channel && !room && sender.id === account && type === 'image' && sentAt >= since,
        )
        .flatMap(({ media }) => media ?? [])
        .slice(-9),
  }
}
