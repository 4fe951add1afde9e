import { randomBytes } from 'node:crypto'
import type { FakeLarkSettings, LarkChat, LarkUser } from './fake-lark-types.ts'
import { openShelves, type Shelf, type Shelves } from './shelves.ts'

export interface Person extends LarkUser {
  readonly gone: boolean
}
export interface Chat {
  readonly id: string
  readonly name: string
  readonly members: readonly string[]
  readonly botIn: boolean
  readonly external: boolean
  /** The person of a private chat; null: a group. */
  readonly dmWith: string | null
  readonly disbanded: boolean
}
export interface Mention {
  readonly key: string
  /** An open id. */
  readonly id: string
  readonly name: string
}
/** A message as it is remembered; times in milliseconds. */
export interface Stored {
  readonly id: string
  readonly chat: string
  /** An open id; null: our bot. */
  readonly from: string | null
  readonly type: string
  readonly content: string
  readonly mentions: readonly Mention[]
  readonly files: readonly string[]
  readonly parent: string | null
  /** The messages forwarded together in it. */
  readonly forwards: readonly string[]
  readonly changes: number
  readonly recalled: boolean
  /** Its reader has opened the private chat since; absent: not yet. */
  readonly read?: true
  readonly urgent: readonly string[]
  readonly at: number
  readonly changedAt: number
}
/** The app's own secrets and names. */
export interface App {
  readonly id: string
  readonly encryptKey: string
  readonly verificationToken: string
  readonly tenantKey: string
  /** The bot's open id. */
  readonly bot: string
  readonly botName: string
  readonly hearsAll: boolean
  readonly audit: boolean
}
/** All that the platform knows. */
export interface World {
  readonly app: App
  readonly shelves: Shelves
  readonly users: Shelf<Person>
  readonly chats: Shelf<Chat>
  readonly stored: Shelf<Stored>
  /** The app's secret now. */
  secret: string
  /** Milliseconds of its own clock. */
  now(): number
  /** The same without what it was advanced: the time of whoever it talks to. */
  outside(): number
  advanceTo(moment: number): void
  user(openId: string): Person
  chat(id: string): Chat
  message(id: string): Stored
  change(id: string, but: Partial<Stored>): Stored
  addUser(user: LarkUser): void
  addChat(chat: LarkChat): void
  changeChat(id: string, but: Partial<Chat>): Chat
  /** The private chat of a person with the bot, made when there is none. */
  privateChat(openId: string): Chat
  /** The tenant of a person. */
  tenantOf(person: LarkUser): string
}

export const newId = (prefix: string) => `${prefix}${randomBytes(16).toString('hex')}`

export function openWorld(settings: FakeLarkSettings): World {
  const shelves = openShelves(settings.folder)
  const users = shelves.shelf<Person>('users')
  const chats = shelves.shelf<Chat>('chats')
  const stored = shelves.shelf<Stored>('messages')
  const clock = shelves.shelf<number>('clock')
  const secrets = shelves.shelf<string>('secret')
  const real = settings.clock ?? (() => new Date())
  const { appId = 'cli_00000000000000aa', tenantKey = 'tenant-own' } = settings
  const app: App = {
    ...{ id: appId, tenantKey, encryptKey: settings.encryptKey ?? 'fake-encrypt-key' },
    verificationToken: settings.verificationToken ?? 'fake-verification-token',
    ...{ bot: 'ou_bot', botName: settings.botName ?? '邻里小助手' },
    ...{ hearsAll: settings.hearsAll ?? false, audit: settings.audit ?? true },
  }
  const world: World = {
    ...{ app, shelves, users, chats, stored },
    get secret() {
      return secrets.get('now') ?? settings.appSecret ?? 'fake-app-secret'
    },
    set secret(secret) {
      secrets.put('now', secret)
    },
    outside: () => real().getTime(),
    now: () => real().getTime() + (clock.get('ahead') ?? 0),
    advanceTo(moment) {
      if (moment > world.now()) clock.put('ahead', moment - real().getTime())
    },
    user: (openId) => known(users.get(openId), `person ${openId}`),
    chat: (id) => known(chats.get(id), `chat ${id}`),
    message: (id) => known(stored.get(id), `message ${id}`),
    change(id, but) {
      const changed = { ...world.message(id), ...but }
      stored.put(id, changed)
      return changed
    },
    addUser(user) {
      if (!/^ou_[\w-]+$/.test(user.openId)) throw new Error(`not an open id: ${user.openId}`)
      users.put(user.openId, { ...user, gone: false })
    },
    addChat({ id, name, members, botIn = true, external = false }) {
      if (!/^oc_[\w-]+$/.test(id)) throw new Error(`not a chat id: ${id}`)
      for (const member of members) world.user(member)
      const group = { id, name, members, botIn, external, dmWith: null, disbanded: false }
      chats.put(id, group)
    },
    changeChat(id, but) {
      const changed = { ...world.chat(id), ...but }
      chats.put(id, changed)
      return changed
    },
    privateChat(openId) {
      const id = `oc_p2p_${world.user(openId).openId.slice(3)}`
      const found = chats.get(id)
      if (found) return found
      const chat = { id, name: '', members: [openId], botIn: true, external: false }
      chats.put(id, { ...chat, dmWith: openId, disbanded: false })
      return world.chat(id)
    },
    tenantOf: (person) => person.tenantKey ?? tenantKey,
  }
  for (const user of settings.users) if (!users.get(user.openId)) world.addUser(user)
  for (const chat of settings.chats) if (!chats.get(chat.id)) world.addChat(chat)
  return world
}

function known<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`no such ${what}`)
  return found
}

/** The three ids of a person, as they are on the wire. */
export const idsOf = (openId: string) => ({
  open_id: openId,
  union_id: openId.replace(/^ou_/, 'on_'),
  user_id: openId.replace(/^ou_/, ''),
})
