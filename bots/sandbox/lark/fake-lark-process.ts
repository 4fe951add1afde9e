/**
 * The fake Lark as a process of its own, so that it lives on when the bot dies, and can be killed itself. Started with
 * the path of a JSON file of its settings. Writes one line of JSON when it is open: `{ endpoint, control }`. Driven by
 * `POST <control>/<verb>` with a JSON array of the verb's arguments; bytes of files are base64.
 */
import { readFileSync } from 'node:fs'
import { controlled } from '../controlled.ts'
import { startFakeLark } from './fake-lark.ts'
import type { FakeFile, FakeLark, LarkUtterance } from './fake-lark-types.ts'

type WiredFile = Omit<FakeFile, 'bytes'> & { readonly bytes: string }

const [path] = process.argv.slice(2)
if (path === undefined) throw new Error('say which settings: fake-lark-process.ts settings.json')
const lark = await startFakeLark(JSON.parse(readFileSync(path, 'utf8')))

const own = {
  say: ({ file, ...what }: Omit<LarkUtterance, 'file'> & { readonly file?: WiredFile }) =>
    lark.say(
      file ? { ...what, file: { ...file, bytes: Buffer.from(file.bytes, 'base64') } } : what,
    ),
  file(key: string): WiredFile | undefined {
    const file = lark.file(key)
    return file && { ...file, bytes: Buffer.from(file.bytes).toString('base64') }
  },
  now: () => lark.now(),
  inbound: (faults: Partial<FakeLark['inbound']>) => Object.assign(lark.inbound, faults),
  socket: (faults: Partial<FakeLark['socket']>) => Object.assign(lark.socket, faults),
} as const

const verbs: Readonly<Record<string, (...args: never[]) => unknown>> = {
  ...{ advance: lark.advance, settled: lark.settled, pending: lark.pending },
  ...{ webhook: lark.webhook, checkUrl: lark.checkUrl, recall: lark.recall, press: lark.press },
  ...{ addUser: lark.addUser, addChat: lark.addChat, join: lark.join, leave: lark.leave },
  ...{ rename: lark.rename, disband: lark.disband, dismiss: lark.dismiss },
  ...{ messages: lark.messages, message: lark.message, cards: lark.cards, calls: lark.calls },
  ...{ connections: lark.connections, fault: lark.fault, revokeTokens: lark.revokeTokens },
  ...{ rotateSecret: lark.rotateSecret, hangUp: lark.hangUp, forge: lark.forge },
  ...own,
}

controlled(verbs, { endpoint: lark.endpoint })
