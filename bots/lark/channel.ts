import { no, ok, type Result } from '../../src/domain/result.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type {
  Channel,
  ChannelHealth,
  Parcel,
  Reach,
  Say,
  Undelivered,
} from '../../src/flows/ports/channels.ts'
import type { Clock } from '../../src/flows/ports.ts'
import type { LarkCards } from './cards/lark-cards.ts'
import { LarkFault } from './faults.ts'
import type { LarkGateway, Sent } from './gateway.ts'
import { isId } from './ids.ts'
import type { Owners } from './owners.ts'
import type { Pictures } from './pictures.ts'
import { found } from './receipts.ts'
import { shownWords } from './to-heard.ts'
import { masked, wordingOf } from './wording.ts'

export interface ChannelParts {
  readonly gateway: LarkGateway
  readonly owners: Owners
  readonly pictures: Pictures
  readonly cards: Pick<LarkCards, 'cardFor'> | null
  readonly say: Say
  readonly health: () => ChannelHealth
  /** What a call to Lark came to; null: it went well. */
  readonly noteCall: (fault: LarkFault | null) => void
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
}

/** A parcel that went out for sure. */
interface Said {
  readonly id: Parcel['id']
  readonly chat: string
  readonly text: string
  readonly at: Date
}

const remembered = 1_000
/** Lark knows a key again for an hour. */
const keyHoldsMs = 50 * 60_000
const clocksDifferMs = 60_000

/** Says letters on Lark: as a card where there is one, else as one message with the letter's id as its key. */
export function larkChannel(parts: ChannelParts): Channel {
  const { gateway, owners, report, clock } = parts
  /** Parcels whose sending broke off: nobody knows whether they went out. */
  const doubtful = new Map<string, Date>()
  const said: Said[] = []
  /** In which messages parcels stand in private chats: of groups Lark does not tell who read. */
  const places = new Map<string, string>()
  /** Chats whose messages Lark does not show us. */
  const hidden = new Set<string>()
  const doubt = (id: string, since: Date) => {
    if (!doubtful.has(id)) doubtful.set(id, since)
    const [oldest] = doubtful.keys()
    if (doubtful.size > remembered && oldest !== undefined) doubtful.delete(oldest)
  }
  const keepPlace = (id: string, message: string) => {
    places.set(id, message)
    const [oldest] = places.keys()
    if (places.size > remembered && oldest !== undefined) places.delete(oldest)
  }
  const worded = ({ notices, to }: Parcel) => parts.say(notices, to.kind === 'room')
  const chatOf = (to: Reach) => (to.kind === 'room' ? to.room : owners.chatWith(to.account))

  /**
   * Of the sought, those that Lark shows among our messages. What we know to be said has the first claim to equal words: who
   * asks knows of all since the same moment, and farther back an older one of equal words would be taken for the sought.
   */
  const shownIn = async (chat: string, sought: readonly Parcel[], since: Date) => {
    const ours = await gateway.ours(chat, since)
    const shown = ours.map((one) => ({ chat, text: shownWords(one), id: one.id }))
    const known = said.filter((one) => one.chat === chat && one.at >= since)
    const unknown = sought.map((parcel) => ({ id: parcel.id, chat, text: worded(parcel).text }))
    const there = [...found([...known, ...unknown], shown)]
    if (sought.some(({ to }) => to.kind === 'person'))
      for (const [{ id }, message] of there) keepPlace(id, message.id)
    return there.map(([{ id }]) => id)
  }
  const arrived: Channel['arrived'] = async (parcels, since) => {
    const sure = new Set<Parcel['id']>(said.map(({ id }) => id))
    const rest = parcels.filter(({ id }) => !sure.has(id))
    const chats = new Set(rest.flatMap(({ to }) => chatOf(to) ?? []))
    let failed: unknown = null
    for (const chat of chats) {
      const sought = rest.filter(({ to }) => chatOf(to) === chat)
      try {
        for (const id of await shownIn(chat, sought, since)) sure.add(id)
        hidden.delete(chat)
      } catch (fault) {
        report('lark: nobody tells what arrived', withoutWords(fault))
        if (isForGood(fault)) hidden.add(chat)
        else failed = fault
      }
    }
    // the others are said again under the same key, which says nothing twice while Lark remembers it
    for (const { id } of rest) if (!sure.has(id)) doubt(id, since)
    if (failed) throw failed
    return parcels.flatMap(({ id }) => (sure.has(id) ? [id] : []))
  }

  const sendWords = async (parcel: Parcel, chat: string): Promise<Sent> => {
    const { text, photos } = worded(parcel)
    const mention = parcel.to.kind === 'room' ? parcel.to.mention : null
    const images = await parts.pictures.keysOf(photos)
    const send = (words: string) => {
      const { kind, content } = wordingOf(words, mention, images)
      return gateway.send(chat, kind, content, parcel.id)
    }
    try {
      return await send(text)
    } catch (fault) {
      if (!(fault instanceof LarkFault) || fault.kind !== 'dlp') throw fault
      return send(masked(text))
    }
  }
  const send = async (parcel: Parcel, chat: string): Promise<Sent> => {
    const card = await parts.cards?.cardFor(parcel)
    if (!card) return sendWords(parcel, chat)
    try {
      const sent = await gateway.send(chat, 'interactive', card.content, parcel.id)
      await card.sent(sent).catch((fault) => {
        report('lark: a card that went out could not be written down', withoutWords(fault))
        throw new LarkFault('link', -1, null, mayHaveGone) // under the same key it goes out once
      })
      return sent
    } catch (fault) {
      if (!(fault instanceof LarkFault) || !refusesCards.includes(fault.kind)) throw fault
      report('lark: a card was refused and is said in words', withoutWords(fault))
      return sendWords(parcel, chat)
    }
  }
  const ring = async ({ notices, to }: Parcel, { message }: Sent) => {
    const who = to.kind === 'person' ? to.account : to.mention
    if (who === null || !notices.some(({ kind }) => kind === 'alarm' || kind === 'emergency'))
      return
    await gateway
      .urgent(message, [who])
      .catch((fault) => report('lark: an alarm does not ring', withoutWords(fault)))
  }
  return {
    name: 'lark',
    health: parts.health,
    arrived,
    messageOf: (parcel) => places.get(parcel),
    cannotTell(to) {
      const chat = chatOf(to)
      return !chat || hidden.has(chat)
    },
    async deliver(parcel) {
      const to = parcel.to
      const receiver = to.kind === 'room' ? to.room : to.account
      if (!isId(to.kind === 'room' ? 'chat' : 'user', receiver)) return never('unknown reader')
      if (gateway.coolingMs() > 0) return later('spoke too often')
      const since = doubtful.get(parcel.id)
      if (since && clock().getTime() - since.getTime() > keyHoldsMs) {
        const chat = chatOf(to)
        if (!chat) return never('it may have gone, and nobody can tell')
        const shown = await shownIn(chat, [parcel], since).catch(() => null)
        if (!shown) return no({ kind: 'later', why: 'nobody tells whether it went', mayHaveGone })
        if (shown.includes(parcel.id)) return ok(places.get(parcel.id))
      }
      const startedAt = new Date(clock().getTime() - clocksDifferMs)
      try {
        const sent = await send(parcel, receiver)
        parts.noteCall(null)
        doubtful.delete(parcel.id)
        if (to.kind === 'person' && sent.chat !== '') owners.noteChat(to.account, sent.chat)
        const chat = chatOf(to) ?? receiver
        said.push({ id: parcel.id, chat, text: worded(parcel).text, at: clock() })
        if (said.length > remembered) said.shift()
        if (to.kind === 'person') keepPlace(parcel.id, sent.message)
        await ring(parcel, sent)
        return ok(places.get(parcel.id))
      } catch (fault) {
        report('lark: a letter could not be sent', withoutWords(fault))
        if (!(fault instanceof LarkFault)) return later('a fault of ours')
        parts.noteCall(fault)
        if (fault.mayHaveGone) doubt(parcel.id, startedAt)
        return judged(fault)
      }
    },
  }
}

const mayHaveGone = true

/** A card that is wrong or too long; all else would hit plain words as well. */
const refusesCards: readonly LarkFault['kind'][] = ['refused', 'tooLong', 'dlp']

/** The chat is hidden from us, and not only now. */
const isForGood = (fault: unknown) =>
  fault instanceof LarkFault && !['link', 'rate', 'auth'].includes(fault.kind)

const later = (why: string) => no({ kind: 'later', why } as const)
const never = (why: string) => no({ kind: 'never', why } as const)

function judged({ kind, mayHaveGone }: LarkFault): Result<never, Undelivered> {
  switch (kind) {
    case 'link':
      return no({ kind: 'later', why: 'link down', ...(mayHaveGone && { mayHaveGone }) })
    case 'rate':
      return no({ kind: 'later', why: 'spoke too often', ...(mayHaveGone && { mayHaveGone }) })
    case 'auth':
    case 'app':
      return later('the app is refused')
    case 'lostChat':
      return never('not in the group any more')
    case 'unknown':
      return never('unknown reader')
    case 'gone':
    case 'tooLong':
    case 'dlp':
    case 'refused':
      return never(`refused, ${kind}`)
  }
}
