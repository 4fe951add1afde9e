import { randomUUID } from 'node:crypto'
import { startMail } from '../../bots/mail/mail.ts'
import { accountOf } from '../../bots/open311/accounts.ts'
import { type Open311, type Open311Options, startOpen311 } from '../../bots/open311/open311.ts'
import { type FakeApp, startFakeApp } from '../../bots/sandbox/open311/fake-app.ts'
import { readStreet } from '../../db/street/read-street.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import type { Stage } from '../contracts/channel.ts'
import { village } from '../contracts/chat-world.ts'
import { memorySeenKeys } from '../support/memory/seen-keys.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memory } from '../support/memory.ts'
import { type MailServer, mailServer } from './mail-server.ts'
import { servedDoor } from './served-door.ts'
import { aParcel, openInbox, openMedia, say } from './stage.ts'

const sample = await readStreet('db/sample-street')
if (!sample.ok) throw new Error('the sample street has faults')
export const sampleBook = sample.value.book

export const theKey = 'a-key-of-the-city-app-0123456789'
const secret = 'a-secret-of-forty-characters-for-testing'

export interface Open311Set {
  readonly app: FakeApp
  readonly open311: Open311
  readonly mail: MailServer
  readonly kept: HeardMessage[]
  readonly refuse: ReturnType<typeof openInbox>['refuse']
  readonly media: ReturnType<typeof openMedia>
  readonly reports: string[]
  /** Where the door is: `…/open311/v2`. */
  readonly door: string
  close(): Promise<void>
}

/** A city's app, a mail server that knows `…@home.example`, and our side as production starts it. */
export async function open311Set(
  but: Partial<Open311Options> = {},
  words: typeof say = say,
): Promise<Open311Set> {
  const known = new Set(village.people.map(({ id }) => `${id}@home.example`))
  const mail = await mailServer({}, (address) => known.has(address))
  const { inbox, kept, refuse } = openInbox()
  const media = openMedia()
  const reports: string[] = []
  const clock = () => new Date()
  const common = { media, clock, report: (what: string) => void reports.push(what) }
  const letters = startMail({
    settings: {
      ...{ host: '127.0.0.1', port: mail.port, security: 'none', login: null },
      ...{ from: 'linli@street.example', perMinute: 600 },
    },
    ...{ say: words, seen: memorySeenKeys(emptyShelf()), ...common },
  })
  let door = ''
  const app = await startFakeApp(() => door, theKey)
  const stores = memory({ book: sampleBook })
  const open311 = startOpen311({
    settings: {
      ...{ jurisdiction: 'qingshi', keys: new Map([['city-app', theKey]]), secret },
      ...{ mediaOrigins: [app.pictures], publicUrl: null },
    },
    ...{ inbox, petitions: stores.petitions, rulebooks: stores.rulebooks, newId: randomUUID },
    carriers: { mail: letters.channel },
    network: { resolve: async () => [{ address: '127.0.0.1', family: 4 }], isOpen: () => true },
    ...common,
    ...but,
  })
  const web = await servedDoor(open311.doors)
  door = `${web.url}/open311/v2`
  return {
    ...{ app, open311, mail, kept, refuse, media, reports, door },
    async close() {
      letters.stop()
      await web.close()
      await app.stop()
      await mail.leave().catch(() => {})
    },
  }
}

const accountFor = (person: string) =>
  accountOf('city-app', { email: `${person}@home.example`, phone: null, known: null }, '', {
    ...{ secret, ways: ['mail'] },
  })
const where = '幸福里小区5栋'

/** Who writes to a platform without groups sees only this: the heading and the place that the door adds are taken off. */
export async function open311Stage(): Promise<Stage> {
  const { app, open311, mail, kept, media, close } = await open311Set()
  const people = new Map(village.people.map(({ id, name }) => [id, name]))
  const asSaid = (message: HeardMessage): HeardMessage => {
    const person = [...people.keys()].find((one) => accountFor(one) === message.sender.id)
    const text = message.text.replace(/^【其他诉求】/, '').replace(`\n地点：${where}`, '')
    return { ...message, text, sender: { ...message.sender, id: person ?? message.sender.id } }
  }
  return {
    ...{ channel: open311.channel, bot: 'linli', close },
    lacks: ['aliases', 'transcripts', 'groups heard', 'groups spoken to', 'quotes', 'recalls'],
    async say({ from, room, text, type, file }) {
      if (room) return 'said in a group, which no app brings'
      const token = await app.bring({
        ...{ service_code: '1901', address_string: where, email: `${from}@home.example` },
        ...{ first_name: people.get(from) ?? '', description: type === 'text' ? text : '' },
        ...(file && { media_url: app.put(file) }),
      })
      return file ? `${token}/1` : token
    },
    recall: async () => {}, // GeoReport v2 has no word for it
    stranger: async (person, name) => void people.set(person, name),
    twice: async (on) => app.twice(on),
    kept: () => kept.map(asSaid),
    stored: async ({ media: id }) => (id ? (await media.load(id))?.bytes : undefined),
    spoken: () =>
      mail.taken().map(({ to: [to = ''], text, files: [file] }) => ({
        ...{ where: to.replace(/@.*/, ''), text, mentions: [], file: file ?? null },
      })),
    cut: mail.leave,
    mend: mail.comeBack,
    parcel: async (to, words, picture) =>
      aParcel(
        to.kind === 'person' ? { ...to, account: accountFor(to.account) } : to,
        words,
        picture ? [await media.keep(picture, 'image/png')] : [],
      ),
  }
}
