import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { WorldUtterance } from '../../../src/flows/ports/chat-world.ts'
import { loopback, type Mishap } from '../loopback.ts'
import { type Company, calls, type WecomMessage } from './calls.ts'
import { asXml, encrypted, type Keys, stamped } from './seal.ts'

export interface FakeWecomSettings {
  readonly people: readonly { readonly id: string; readonly name: string }[]
  /** Groups, each with a robot. */
  readonly rooms: readonly { readonly id: string }[]
}

/**
 * A WeCom with one company and one app, on this machine only. What it refuses, and how, is from WeCom's pages; that its
 * duplicate check also knows messages that were sent without the check is our guess.
 */
export interface FakeWecom extends Keys {
  readonly api: string
  readonly agentId: number
  readonly secret: string
  readonly robots: ReadonlyMap<string, string>
  /** Where it brings what members say. */
  callback(url: string): void
  /** A member says something; what is said in a group no app ever hears. Answers the message's id. */
  say(what: WorldUtterance): string
  /** Brings the plain fields of a message; answers what came back. */
  bring(fields: Readonly<Record<string, string | number>>): Promise<Response>
  /** A request as WeCom makes it, to be tampered with. */
  request(
    fields: object,
    but?: Partial<Keys & { at: Date; form: 'xml' | 'json' }>,
  ): { url: string; body: string }
  addPerson(id: string, name: string): void
  removeRobot(room: string): void
  /** All tokens end. */
  expireTokens(): void
  tokensAsked(): number
  shown(): readonly WecomMessage[]
  twice(on: boolean): void
  mishap(path: string, mishap: Mishap, times: number): void
  leave(): Promise<void>
  comeBack(): Promise<void>
  /** Comes back when everything said so far is taken or given up. */
  settled(): Promise<void>
}

const tries = 3
/** WeCom's five seconds, and the time between its tries. */
const waitsMs = 5_000
const againMs = 200

export async function startFakeWecom(settings: FakeWecomSettings): Promise<FakeWecom> {
  const keys: Keys = {
    ...{ corpId: 'ww0123456789abcdef', token: 'callback-token' },
    aesKey: randomBytes(32).toString('base64').slice(0, 43),
  }
  const company: Company = {
    ...{ corpId: keys.corpId, agentId: 1000002, secret: 'app-secret', tokensAsked: 0 },
    people: new Map(settings.people.map(({ id, name }) => [id, name])),
    robots: new Map(settings.rooms.map(({ id }) => [randomUUID(), id])),
    ...{ tokens: new Set(), files: new Map(), shown: [] },
  }
  const robots = new Map([...company.robots].map(([key, room]) => [room, key]))
  const http = await loopback(calls(company))
  const underWay = new Set<Promise<unknown>>()
  let [callback, isTwice, lastId] = ['', false, 7_000_000_000_000_000]

  const request: FakeWecom['request'] = (fields, but = {}) => {
    const with_ = { ...keys, at: new Date(), ...but }
    const isJson = but.form === 'json'
    const inside = isJson ? JSON.stringify(fields) : asXml(fields as Record<string, string>)
    const text = encrypted(inside, with_)
    const [ToUserName, AgentID] = [with_.corpId, String(company.agentId)]
    const body = isJson
      ? JSON.stringify({ tousername: ToUserName, agentid: AgentID, encrypt: text })
      : asXml({ ToUserName, AgentID, Encrypt: text })
    return { url: `${callback}?${stamped(text, with_.token, with_.at)}`, body }
  }
  const bring: FakeWecom['bring'] = async (fields) => {
    const { url, body } = request(fields)
    const signal = AbortSignal.timeout(waitsMs)
    return fetch(url, { method: 'POST', body, signal, headers: { 'content-type': 'text/xml' } })
  }
  const bringUntilTaken = async (fields: Record<string, string | number>) => {
    for (let left = tries; left > 0; left--) {
      const taken = await bring(fields).then(
        ({ ok }) => ok,
        () => false,
      )
      if (taken) break
      await wait(againMs)
    }
    if (isTwice) await bring(fields)
  }
  const content = ({ type, text, file }: WorldUtterance): Record<string, string> => {
    if (type === 'text') return { MsgType: type, Content: text }
    const id = `media-${randomUUID()}`
    company.files.set(id, { bytes: file?.bytes ?? new Uint8Array(), mime: file?.mime ?? '' })
    const more = type === 'image' ? { PicUrl: `${http.endpoint}/${id}` } : { Format: 'amr' }
    return { MsgType: type, MediaId: id, ...more }
  }
  return {
    ...{ ...keys, api: http.endpoint, agentId: company.agentId, secret: company.secret, robots },
    callback: (url) => {
      callback = url
    },
    say(what) {
      const MsgId = String(++lastId)
      if (what.room !== null) return MsgId
      const work = bringUntilTaken({
        ...{ ToUserName: keys.corpId, FromUserName: what.from, ...content(what) },
        ...{ CreateTime: Math.floor(Date.now() / 1000), MsgId: Number(MsgId) },
        AgentID: company.agentId,
      }).finally(() => underWay.delete(work))
      underWay.add(work)
      return MsgId
    },
    ...{ bring, request },
    addPerson: (id, name) => void company.people.set(id, name),
    removeRobot: (room) => void company.robots.delete(robots.get(room) ?? ''),
    expireTokens: () => company.tokens.clear(),
    tokensAsked: () => company.tokensAsked,
    shown: () => company.shown,
    twice: (on) => {
      isTwice = on
    },
    ...{ mishap: http.mishap, leave: http.leave, comeBack: http.comeBack },
    settled: async () => void (await Promise.allSettled(underWay)),
  }
}
