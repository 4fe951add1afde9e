import type { FileBoxInterface } from 'file-box'
import { within } from '../../src/asking/within.ts'
import type { MediaId } from '../../src/domain/ids.ts'
import { no, ok } from '../../src/domain/result.ts'
import { withoutWords } from '../../src/domain/without-words.ts'
import type { Channel, ChannelHealth, Parcel, Reach, Say } from '../../src/flows/ports/channels.ts'
import type { Clock, Media } from '../../src/flows/ports.ts'
import { wechatWords } from '../../src/texts/wechat-words.ts'
import { isLinkFault } from './link-faults.ts'
import type { LinkPuppet } from './link-puppet.ts'
import type { Names } from './names.ts'
import type { Pace } from './pace.ts'
import { pause } from './pause.ts'
import type { Receipts } from './receipts.ts'

export interface ChannelParts {
  readonly name: 'wechat' | 'wechatStandby'
  readonly puppet: LinkPuppet
  readonly names: Names
  readonly media: Pick<Media, 'load'>
  readonly say: Say
  readonly pace: Pace
  readonly listenMs: number
  readonly receipts: Receipts
  /** Asks the platform to repeat what was said since, and comes back when all of it is heard. */
  readonly replay: (since: Date) => Promise<void>
  readonly toFile: (bytes: Uint8Array, mime: string, id: MediaId) => FileBoxInterface
  readonly clock: Clock
  readonly report: (what: string, fault: unknown) => void
  readonly lastHeard: () => Date | null
  /** The code that the platform waits for somebody to scan; null: none. */
  readonly codeToScan: () => string | null
}

/** A parcel that went out for sure. */
interface Said {
  readonly id: Parcel['id']
  readonly chat: string
  readonly text: string
  readonly at: Date
}

const sendMs = 20_000
const remembered = 1_000
const upMs = 15_000
const clocksDifferMs = 60_000

/** Says letters on WeChat, at a pace that accounts survive. */
export function wechatChannel(parts: ChannelParts): Channel {
  const { puppet, pace } = parts
  /** Parcels whose sending broke off: nobody knows whether they went out. */
  const doubtful = new Map<string, Date>()
  /** What we said lately and know to be said. */
  const said: Said[] = []
  const doubt = (id: string, since: Date) => {
    doubtful.set(id, since)
    const [oldest] = doubtful.keys()
    if (doubtful.size > 1_000 && oldest !== undefined) doubtful.delete(oldest)
  }
  const later = (why: string) => no({ kind: 'later', why } as const)
  const never = (why: string) => no({ kind: 'never', why } as const)
  const worded = ({ notices, to }: Parcel) => parts.say(notices, to.kind === 'room')

  const arrived: Channel['arrived'] = async (parcels, since) => {
    if (parcels.length === 0) return []
    if (!(await isUpWithin(puppet, upMs))) {
      for (const { id } of parcels) doubtful.set(id, since) // asked again before it is said again
      throw new Error('the link is not back')
    }
    await parts.replay(since)
    const ids = new Set(parcels.map(({ id }) => id))
    // who asks knows what others said before; alone we would take an older message of the same words for it
    for (const id of ids) doubtful.delete(id)
    const sought = parcels.map((parcel) => ({
      ...{ id: parcel.id, chat: chatOf(parcel.to) },
      text: worded(parcel).text,
    }))
    // the same words may be said twice: what we know to be said has the first claim
    const known = said.filter(({ at }) => at >= since)
    const sure = new Set(known.map(({ id }) => id))
    const claims = [
      ...known.filter(({ id }) => !ids.has(id)),
      ...sought.filter(({ id }) => sure.has(id)),
      ...sought.filter(({ id }) => !sure.has(id)),
    ]
    const found = new Set(parts.receipts.found(claims, since).map(({ id }) => id))
    return parcels.flatMap(({ id }) => (found.has(id) ? [id] : []))
  }
  const send = async (parcel: Parcel) => {
    const chat = chatOf(parcel.to)
    const { text, photos } = worded(parcel)
    const mention = parcel.to.kind === 'room' ? parcel.to.mention : null
    if (text !== '') {
      const at = mention === null ? '' : await atOf(chat, mention, parts)
      const mentions = at === '' || mention === null ? [] : [mention]
      await within(sendMs, puppet.messageSendText(chat, at + text, mentions))
    }
    for (const photo of photos) await sendPhoto(chat, photo, parts)
  }
  const stateNow = () =>
    puppet.up && puppet.isLoggedIn ? (pace.coolingMs() > 0 ? 'silenced' : 'up') : 'down'
  const toDo = () => {
    if (!puppet.up) return wechatWords.linkDown
    if (parts.codeToScan() !== null) return wechatWords.scan
    return puppet.isLoggedIn ? null : wechatWords.loggedOut
  }
  let state: ChannelHealth['state'] = stateNow()
  let since = parts.clock()
  return {
    name: parts.name,
    health() {
      if (state !== stateNow()) [state, since] = [stateNow(), parts.clock()]
      const code = puppet.up ? parts.codeToScan() : null
      const loginCode = code === null ? {} : { loginCode: code }
      return { state, since, lastHeard: parts.lastHeard(), toDo: toDo(), ...loginCode }
    },
    async deliver(parcel) {
      if (!puppet.up || !puppet.isLoggedIn) return later('link down')
      if (pace.coolingMs() > 0) return later('spoke too often')
      const doubtfulSince = doubtful.get(parcel.id)
      if (doubtfulSince && (await arrived([parcel], doubtfulSince)).length > 0) {
        doubtful.delete(parcel.id)
        return ok(undefined)
      }
      const chat = chatOf(parcel.to)
      if (!(await pace.turn(chat))) return later('pace')
      const startedAt = new Date(parts.clock().getTime() - clocksDifferMs)
      try {
        if (!(await isKnown(parcel.to, puppet))) return never('unknown reader')
        await send(parcel)
      } catch (fault) {
        if (isLinkFault(fault)) doubt(parcel.id, doubtfulSince ?? startedAt)
        parts.report('wechat: a letter could not be sent', withoutWords(fault))
        return isLinkFault(fault)
          ? no({ kind: 'later', why: 'link down', mayHaveGone: true })
          : judged(fault)
      }
      if (parts.listenMs > 0) await pause(parts.listenMs)
      if (pace.complainedIn(chat)) return later('spoke too often')
      doubtful.delete(parcel.id)
      said.push({ id: parcel.id, chat, text: worded(parcel).text, at: parts.clock() })
      if (said.length > remembered) said.shift()
      return ok(undefined)
    },
    arrived,
    // most puppets do not repeat what was said while we were away, and do not say so
    cannotTell: () => true,
  }

  function judged(fault: unknown) {
    const words = fault instanceof Error ? fault.message : ''
    return isClosedToUs.test(words) ? never('reader refuses us') : later('platform refused')
  }
}

/** Friends who deleted or blocked us, groups that removed us. */
const isClosedToUs = /不是.{0,4}(好友|朋友)|被对方拒收|被移出群聊|not (your |a )?friend|blocked by/i

const chatOf = (to: Reach) => (to.kind === 'room' ? to.room : to.account)

/** A platform that fails to tell about somebody may be confused: only who is missing from its lists is unknown. */
async function isKnown(to: Reach, puppet: LinkPuppet): Promise<boolean> {
  const id = chatOf(to)
  try {
    await (to.kind === 'room' ? puppet.roomPayload(id) : puppet.contactPayload(id))
    return true
  } catch (fault) {
    if (isLinkFault(fault)) throw fault
    const list = await within(sendMs, to.kind === 'room' ? puppet.roomList() : puppet.contactList())
    return list.includes(id)
  }
}

/** `@名字`, never the name in the group, which often is a door; '' for one whose name we cannot learn. */
async function atOf(room: string, person: string, { names }: ChannelParts): Promise<string> {
  const { name } = await names.of(person, room)
  return name === '' ? '' : `@${name}\u2005`
}

/** The words are out by now: a picture that fails is reported, for saying all again would say the words twice. */
async function sendPhoto(
  chat: string,
  id: MediaId,
  { puppet, media, toFile, report }: ChannelParts,
) {
  try {
    const photo = await media.load(id)
    if (!photo) throw new Error('the picture is gone')
    const file = toFile(photo.bytes, photo.mime, id)
    await within(3 * sendMs, puppet.messageSendFile(chat, file))
  } catch (fault) {
    report('wechat: a picture could not be sent', withoutWords(fault))
  }
}

async function isUpWithin(puppet: LinkPuppet, ms: number): Promise<boolean> {
  const until = performance.now() + ms
  while (!(puppet.up && puppet.isLoggedIn) && performance.now() < until) await pause(50)
  return puppet.up && puppet.isLoggedIn
}
