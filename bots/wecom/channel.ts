import { no, ok, type Result } from '../../src/domain/result.ts'
import type { Channel, Parcel, Say, Undelivered } from '../../src/flows/ports/channels.ts'
import { WecomFault } from './faults.ts'
import type { Mouth, mouths } from './mouth.ts'
import type { Pace } from './pace.ts'
import { piecesOf } from './pieces.ts'
import type { State } from './state.ts'

export interface ChannelParts {
  readonly mouthFor: ReturnType<typeof mouths>
  readonly say: Say
  readonly pace: Pace
  readonly state: State
  readonly report: (what: string, fault: unknown) => void
}

/** The whole app is silent together. */
export const wholeApp = 'app'
const remembered = 1_000

/**
 * Says letters on WeCom: to members by the app, to groups by their robots. A letter of several messages goes on where it
 * broke off. WeCom cannot be asked what arrived; what it took while we ran is known.
 */
export function wecomChannel(parts: ChannelParts): Channel {
  const { pace, state, report } = parts
  const taken = new Set<Parcel['id']>()
  /** Of letters under way, how many messages are out. */
  const out = new Map<Parcel['id'], number>()
  const doubtful = new Set<Parcel['id']>()

  /** Answers what keeps the rest from going; null: all is out. */
  const sayAll = async ({ id, to, notices }: Parcel, mouth: Mouth): Promise<Undelivered | null> => {
    const { text, photos } = parts.say(notices, to.kind === 'room')
    const pieces = piecesOf(text, photos)
    for (const [index, piece] of pieces.entries()) {
      if (index < (out.get(id) ?? 0)) continue
      if (!(await pace.turn(mouth.key, mouth.perMinute))) return { kind: 'later', why: 'pace' }
      try {
        await mouth.say(piece, doubtful.has(id))
      } catch (fault) {
        if (!(fault instanceof WecomFault)) throw fault
        // the words are out by now: they do not wait for a picture that WeCom does not take
        if (piece.kind === 'text' || fault.kind !== 'refused') return judged(fault, id, mouth)
        report('wecom: a picture could not be sent', fault)
      }
      keep(out, id, index + 1)
    }
    return null
  }
  const judged = (fault: WecomFault, id: Parcel['id'], { key }: Mouth): Undelivered => {
    report('wecom: a letter could not be sent', fault)
    if (key.startsWith('member/') || fault.kind === 'link') state.noteCall(fault)
    if (fault.kind === 'rate') pace.coolDown(key.startsWith('member/') ? wholeApp : key)
    if (fault.mayHaveGone) keep(doubtful, id)
    return undelivered(fault)
  }
  return {
    name: 'wecom',
    health: state.now,
    async deliver(parcel): Promise<Result<undefined, Undelivered>> {
      const mouth = parts.mouthFor(parcel.to)
      if (!mouth) return no({ kind: 'never', why: 'unknown reader' })
      const key = parcel.to.kind === 'room' ? mouth.key : wholeApp
      if (pace.coolingMs(key) > 0) return no({ kind: 'later', why: 'spoke too often' })
      const problem = await sayAll(parcel, mouth)
      if (problem) return no(problem)
      if (parcel.to.kind === 'person') state.noteCall(null)
      out.delete(parcel.id)
      doubtful.delete(parcel.id)
      keep(taken, parcel.id)
      return ok(undefined)
    },
    async arrived(parcels) {
      for (const { id } of parcels) if (!taken.has(id)) keep(doubtful, id)
      return parcels.map(({ id }) => id).filter((id) => taken.has(id))
    },
    cannotTell: () => true,
  }
}

/** Puts it in; the oldest of very many makes room. */
function keep<Key, Value>(where: Set<Key> | Map<Key, Value>, key: Key, value?: Value): void {
  if (where instanceof Set) where.add(key)
  else if (value !== undefined) where.set(key, value)
  const [oldest] = where.keys()
  if (where.size > remembered && oldest !== undefined) where.delete(oldest)
}

function undelivered({ kind, mayHaveGone }: WecomFault): Undelivered {
  switch (kind) {
    case 'link':
      return { kind: 'later', why: 'link down', ...(mayHaveGone && { mayHaveGone }) }
    case 'rate':
      return { kind: 'later', why: 'spoke too often' }
    case 'token':
    case 'app':
      return { kind: 'later', why: 'the app is refused' }
    case 'unknown':
      return { kind: 'never', why: 'unknown reader' }
    case 'robotGone':
      return { kind: 'never', why: 'no robot in the group any more' }
    case 'refused':
      return { kind: 'never', why: 'refused' }
  }
}
