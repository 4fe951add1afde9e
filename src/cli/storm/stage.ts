import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { v7 } from 'uuid'
import type { LarkChat, LarkUser } from '../../../bots/sandbox/lark/fake-lark-types.ts'
import { ensurePostgres } from '../../../db/embedded/ensure.ts'
import { migrate } from '../../../db/migrate.ts'
import { openStores } from '../../../db/stores/open-stores.ts'
import type { Stores } from '../../../db/stores/stores.ts'
import { readStreet } from '../../../db/street/read-street.ts'
import type { Street } from '../../../db/street/to-street.ts'
import { roomId } from '../../domain/ids.ts'
import { loadStreet } from '../../office.ts'
import { simStartOf } from '../../sandbox.ts'
import { type Child, childOf } from './child.ts'

/** Everything that the storm rages over, each part a process of its own. */
export interface Stage {
  readonly street: Street
  readonly stores: Stores
  readonly databaseUrl: string
  readonly gateway: Child
  readonly lark: Child
  /** One of them has the accounts, the other stands by. */
  readonly bots: readonly Child[]
  readonly workers: readonly Child[]
  /** All of them. */
  readonly children: readonly Child[]
  /** kill -9 of the database's first process; it is started again by whoever holds it. */
  killDatabase(): boolean
  /** Ends all of it; answers what did not end well. */
  stop(): Promise<string[]>
}

/** Groups on Lark, and whose they are. */
export const larkChats = [
  { id: 'oc_storm_railway', room: 'room-zq-1' },
  { id: 'oc_storm_waterside', room: 'room-hb-2' },
] as const
export const larkResidents = Array.from({ length: 40 }, (_, i) => `ou_resident_${i + 1}`)

const botName = '邻里小助手'
const app = { appId: 'cli_0123456789abcdef', appSecret: 'storm-secret' }
const root = join(import.meta.dirname, '..', '..', '..')

/** Starts it all in `folder`. `note` hears what is done. Leaves nothing running when it throws, as it does on `halt`. */
export async function openStage(
  folder: string,
  note: (what: string) => void,
  halt: AbortSignal,
): Promise<Stage> {
  const streetFolder = join(folder, 'street')
  cpSync(join(root, 'db', 'sample-street'), streetFolder, { recursive: true })
  const policies = join(streetFolder, 'policies.yaml')
  writeFileSync(policies, withoutPauses(readFileSync(policies, 'utf8')))
  const read = await readStreet(streetFolder)
  if (!read.ok) throw new Error('the street of the storm has faults')
  const street = read.value

  const data = join(folder, 'data')
  mkdirSync(data, { recursive: true })
  halt.throwIfAborted()
  note('starting the database')
  const database = await ensurePostgres({ dir: join(data, 'postgres') })
  const children: Child[] = []
  let stores: Stores | null = null
  const end = async () => {
    const faults: string[] = []
    for (const child of [...children].reverse()) {
      const fault = isPlatform(child) ? await child.kill() : await child.stop()
      faults.push(
        ...[...child.crashes, ...(fault ? [fault] : [])].map((what) => `${child.name} ${what}`),
      )
    }
    await stores?.close()
    await database.stop()
    return faults
  }
  let ending: Promise<string[]> | null = null
  const stop = () => {
    ending ??= end()
    return ending
  }
  try {
    await migrate(database.url)
    const mediaFolder = join(data, 'media')
    const { tenant } = street.book
    stores = await openStores({ url: database.url, tenant, mediaFolder, newId: v7 })
    const opened = stores
    await loadStreet(street, opened, tenant)
    for (const { id, room } of larkChats) await opened.bindRoom('lark', id, roomId(room))

    const ports = [await freePort(), await freePort()]
    const token = `insecure_${v7()}`
    const gateway = childOf({
      name: 'gateway',
      script: join(root, 'bots/sandbox/gateway-process.ts'),
      settings: {
        file: join(folder, 'gateway.json'),
        value: {
          start: simStartOf(street, botName),
          ...{ folder: join(folder, 'wechat'), port: ports[0], token },
        },
      },
      up: (line) => line.startsWith('{'),
    })
    const lark = childOf({
      name: 'lark',
      script: join(root, 'bots/sandbox/lark/fake-lark-process.ts'),
      settings: {
        file: join(folder, 'lark.json'),
        value: {
          ...{ ...app, botName, mode: 'socket', hearsAll: true },
          ...{ folder: join(folder, 'lark'), port: ports[1], ...larkPeople(street) },
        },
      },
      up: (line) => line.startsWith('{'),
    })
    const product = (name: string, role: 'bot' | 'worker') =>
      childOf({
        ...{ name, script: join(root, 'src/main.ts') },
        env: {
          ...{ LINLI_ROLE: role, DATABASE_URL: database.url, LINLI_DATA: data, PORT: '0' },
          ...{ LINLI_STREET: streetFolder, WECHAT_BOT_NAMES: botName, WECHAT_PACE: 'none' },
          ...{ WECHAT_ENDPOINT: `127.0.0.1:${ports[0]}`, WECHAT_TOKEN: token },
          ...{ LARK_APP_ID: app.appId, LARK_APP_SECRET: app.appSecret },
          LARK_DOMAIN: `http://127.0.0.1:${ports[1]}`,
        },
        up: (line) => line.startsWith('按 Ctrl-C'),
      })
    const bots = [product('bot 1', 'bot'), product('bot 2', 'bot')]
    const workers = [product('worker 1', 'worker'), product('worker 2', 'worker')]
    for (const child of [gateway, lark, ...bots, ...workers]) {
      halt.throwIfAborted()
      note(`starting ${child.name}`)
      children.push(child)
      await child.start()
    }
    return {
      ...{
        street,
        stores: opened,
        databaseUrl: database.url,
        gateway,
        lark,
        bots,
        workers,
        children,
      },
      killDatabase() {
        try {
          const [pid] = readFileSync(join(data, 'postgres/data/postmaster.pid'), 'utf8').split('\n')
          process.kill(Number(pid), 'SIGKILL')
          return true
        } catch {
          return false // not up at this moment
        }
      },
      stop,
    }
  } catch (fault) {
    await stop()
    throw fault
  }
}

const isPlatform = ({ name }: Child) => name === 'gateway' || name === 'lark'

/** The storm may rage at night, and nobody in it waits for a digest. */
const withoutPauses = (policies: string): string => {
  const inHours = (hours: number) =>
    `${(new Date().getUTCHours() + 8 + hours) % 24}`.padStart(2, '0')
  const quiet = `quiet_hours: {from: "${inHours(10)}:00", to: "${inHours(11)}:00"}`
  const brief = `${inHours(12)}:00`
  return policies
    .replace(/quiet_hours: .*/, quiet)
    .replace(/^pings: .*/m, `pings: {per_day: 9999, digest_at: [], brief_at: "${brief}"}`)
}

function larkPeople({ book }: Street): { users: LarkUser[]; chats: LarkChat[] } {
  const staff = book.staff.flatMap(({ name, accounts }) =>
    accounts.lark ? [{ openId: accounts.lark, name }] : [],
  )
  const residents = larkResidents.map((openId, i) => ({ openId, name: `住户${i + 1}` }))
  const chats = larkChats.map(({ id }) => ({ id, name: id, members: larkResidents }))
  return { users: [...staff, ...residents], chats }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}
