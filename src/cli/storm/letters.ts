import type postgres from 'postgres'
import { revive } from '../../../db/json.ts'
import type { Notice } from '../../domain/notices/notice.ts'
import type { Reach } from '../../flows/ports/channels.ts'
import { wayName } from '../../flows/ports/channels.ts'
import type { SettingOut } from '../../flows/ports.ts'
import { sayAll } from '../../texts/say.ts'
import type { Truth } from './truth.ts'

/** What became of the letters. */
export interface LetterAudit {
  readonly letters: number
  /** What must not be: lost, never written, in the wrong order. */
  readonly faults: readonly string[]
  /** Messages that may have gone before they went. */
  readonly doubtful: number
  /** Said more often than written, which nothing but a doubt excuses. */
  readonly doubles: readonly string[]
}

/** A message of ours: one or several letters. */
interface Message {
  readonly key: string
  readonly via: Reach
  readonly notices: readonly Notice[]
  readonly isDoubtful: boolean
  /** Office news: it may come after what cannot wait, but not after later news of its petition. */
  readonly isCalm: boolean
}

/** What a reader saw, in the order in which it came. */
interface Found {
  readonly at: number
  readonly text: string
  readonly card: string | undefined
  taken: boolean
}

/**
 * Holds every letter against what the platforms show: sent, readable where it went, once, and after the letters before it
 * to the same reader; what is calm, after those of its petition. A letter that went as a card is known by the card that was written down for it.
 */
export async function auditLetters(sql: postgres.Sql, truth: Truth): Promise<LetterAudit> {
  const rows = await sql`
    select id, reader, state, why, set_out, doubt, body from outbox order by reader, send_at, id`
  const cards = await sql`
    select c.message, c.account, c.kind, c.petition_id, p.number from card c join petition p on p.id = c.petition_id`
  const cardOf = new Map(
    cards.map(({ message, account, number }) => [message, `${account}/${number}`]),
  )
  const faults: string[] = []
  const messages = new Map<string, Message>()
  const letters: { readonly key: string; readonly notice: Notice }[] = []
  for (const row of rows) {
    if (row.state !== 'sent') {
      faults.push(`letter ${row.id} is ${row.state}: ${row.why ?? ''}`)
      continue
    }
    const out = row.set_out && revive<SettingOut>(row.set_out)
    if (!out) {
      faults.push(`letter ${row.id} is sent, nobody knows where to`)
      continue
    }
    const { notice, calm } = revive<{ notice: Notice; calm?: true }>(row.body)
    letters.push({ key: out.parcel, notice })
    const before = messages.get(out.parcel)
    messages.set(out.parcel, {
      ...{ key: out.parcel, via: out.via },
      notices: [...(before?.notices ?? []), notice],
      isDoubtful: (before?.isDoubtful ?? false) || row.doubt !== null,
      isCalm: (before?.isCalm ?? true) && calm === true,
    })
  }

  const doubles: string[] = []
  const wanted = new Map<string, Message[]>()
  for (const message of messages.values()) {
    const way = wayName(message.via)
    wanted.set(way, [...(wanted.get(way) ?? []), message])
  }
  for (const [way, ours] of wanted) {
    const unread: Found[] = (truth.read.get(way) ?? []).map(({ id, text }, at) => ({
      ...{ at, text, taken: false },
      card: cardOf.get(id),
    }))
    const last = new Map<string, number>()
    const doubtfulCards = new Set<string>()
    const placeOf = ({ notices, via }: Message, before: number): Found | undefined => {
      const { text } = sayAll(notices)
      const [first] = notices
      const number = first && 'brief' in first ? first.brief.number : 0
      const card = via.kind === 'person' ? `${via.account}/${number}` : ''
      const matches = unread.filter(
        (one) => !one.taken && (one.card ? one.card === card : samePrefix(one.text, text)),
      )
      return matches.find(({ at }) => at > before) ?? matches[0]
    }
    const places = new Map<Message, Found | undefined>()
    // letter by letter: a message of several was begun before some, and goes after them
    for (const { key, notice } of letters) {
      const message = messages.get(key)
      if (!message || wayName(message.via) !== way) continue
      const orders = [...petitionsOf([notice]), ...(message.isCalm ? [] : ['loud'])]
      const before = Math.max(-1, ...orders.map((order) => last.get(order) ?? -1))
      if (!places.has(message)) {
        const place = placeOf(message, before)
        places.set(message, place)
        if (place) place.taken = true
        else
          faults.push(
            `letter ${key} (${message.notices.map(({ kind }) => kind)}) is sent and not to be read: ${way}`,
          )
        if (message.isDoubtful && place?.card) doubtfulCards.add(place.card)
      }
      const found = places.get(message)
      if (!found) continue
      if (found.at < before) faults.push(`letter ${key} came after a later one: ${way}`)
      for (const order of orders) last.set(order, Math.max(last.get(order) ?? -1, found.at))
    }
    for (const one of unread)
      if (!one.taken) {
        const same = ours.filter(({ notices }) => samePrefix(one.text, sayAll(notices).text))
        const isExcused =
          same.some(({ isDoubtful }) => isDoubtful) || (one.card && doubtfulCards.has(one.card))
        const what = `${way}: ${one.card ?? one.text.slice(0, 20)}`
        if (isExcused) doubles.push(`said again: ${what}`)
        else if (same.length > 0 || one.card) faults.push(`said again without a doubt: ${what}`)
        else faults.push(`never written: ${what}`)
      }
  }
  for (const [way, shown] of truth.read)
    if (!wanted.has(way)) faults.push(`never written: ${way}, ${shown.length} messages`)
  const doubtful = [...messages.values()].filter(({ isDoubtful }) => isDoubtful).length
  return { letters: rows.length, faults, doubtful, doubles }
}

const petitionsOf = (notices: readonly Notice[]): string[] =>
  notices.flatMap((notice) => ('brief' in notice ? [notice.brief.petition] : []))

/** Lark shows rich text without its marks and ends; the first words are the petition's number and kind. */
const samePrefix = (shown: string, written: string): boolean => {
  const plain = (text: string) => text.replace(/[\s*_~`>\\]/g, '')
  return plain(shown).startsWith(plain(written).slice(0, 60))
}
