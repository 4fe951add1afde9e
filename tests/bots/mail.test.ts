import { afterEach, describe, expect, test } from 'vitest'
import { startMail } from '../../bots/mail/mail.ts'
import type { MailSettings } from '../../bots/mail/settings.ts'
import type { Reach } from '../../src/flows/ports/channels.ts'
import { memorySeenKeys } from '../support/memory/seen-keys.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { type MailServer, mailServer } from './mail-server.ts'
import { aParcel, openMedia, say } from './stage.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

async function set(but: Partial<MailSettings> = {}, server?: MailServer) {
  const opened = server ?? (await mailServer({}, (address) => !address.startsWith('nobody')))
  if (!server) stops.push(() => opened.leave().catch(() => {}))
  const media = openMedia()
  const seen = memorySeenKeys(emptyShelf())
  const reports: string[] = []
  const another = () => {
    const mail = startMail({
      settings: {
        ...{ host: '127.0.0.1', port: opened.port, security: 'none', login: null },
        ...{ from: 'linli@street.example', perMinute: 600, ...but },
      },
      ...{ media, seen, say, clock: () => new Date(), report: (what) => reports.push(what) },
    })
    stops.push(mail.stop)
    return mail.channel
  }
  return { server: opened, media, reports, another, channel: another() }
}

const to = (account = 'wang@home.example'): Reach => ({ kind: 'person', channel: 'mail', account })
const gone = { ok: true, value: undefined }
const later = (more: object = {}) => ({ ok: false, problem: { kind: 'later', ...more } })
const never = { ok: false, problem: { kind: 'never' } }

describe('a letter by mail', () => {
  test('comes as it was said, from us, with its pictures, marked as sent by a machine', async () => {
    const { server, media, channel } = await set()
    const picture = new Uint8Array(50_000).map((_, i) => (i * 13) % 256)
    const photo = await media.keep(picture, 'image/png')
    expect(await channel.deliver(aParcel(to(), '1002号已办结\n感谢', [photo]))).toEqual(gone)
    const [letter] = server.taken()
    expect(letter).toMatchObject({ from: 'linli@street.example', to: ['wang@home.example'] })
    expect(letter?.text.trim()).toBe('1002号已办结\n感谢')
    expect(letter?.files[0]?.equals(Buffer.from(picture))).toBe(true)
    expect(letter?.raw).toContain('Auto-Submitted: auto-generated')
    expect(channel.health()).toMatchObject({ state: 'up', toDo: null })
  })
  test('says nothing of itself in the subject, which locked screens show', async () => {
    const { server, channel } = await set()
    await channel.deliver(aParcel(to(), '家暴一事已转派出所'))
    const subject = /^Subject: (.+(?:\r\n .+)*)/m.exec(server.taken()[0]?.raw ?? '')?.[1] ?? ''
    const words = subject.replace(/=\?UTF-8\?B\?([^?]+)\?=\s*/gi, (_, data: string) =>
      Buffer.from(data, 'base64').toString(),
    )
    expect(words).toBe('邻里：您有一条新消息')
  })
  test('goes to nobody whose address is none, or could be more than one', async () => {
    const { server, channel } = await set()
    const many = [
      ...['', 'wang', 'a@b', 'a@127.0.0.1', 'a@b.example,c@d.example', 'a@b.example\r\nBcc: x@y.z'],
      ...['<a@b.example>', 'a b@c.example', '王@街道.example', `${'a'.repeat(65)}@b.example`],
    ]
    for (const account of many)
      expect(await channel.deliver(aParcel(to(account), '有人吗')), account).toMatchObject(never)
    const room: Reach = { kind: 'room', channel: 'mail', room: 'group-1', mention: null }
    expect(await channel.deliver(aParcel(room, '有人吗'))).toMatchObject(never)
    expect(server.connections()).toBe(0)
  })
  test('with too many pictures goes without them, and the operator is told', async () => {
    const { server, media, channel, reports } = await set()
    const photos = await Promise.all(
      [1, 2, 3].map((n) => media.keep(new Uint8Array(3_500_000).fill(n), 'image/jpeg')),
    )
    expect(await channel.deliver(aParcel(to(), '三张照片', photos))).toEqual(gone)
    expect(server.taken()[0]?.files).toHaveLength(2)
    expect(reports).toEqual([expect.stringContaining('too large')])
  })
})

describe('what the server answers', () => {
  test.each([
    ['a mailbox that is not there', { at: 'to', code: 550 }],
    ['a letter it will not have', { at: 'data', code: 554 }],
    ['a letter that is too large', { at: 'from', code: 552 }],
  ] as const)('%s: never, and the others still go', async (_, plan) => {
    const { server, channel } = await set()
    server.plan(plan)
    expect(await channel.deliver(aParcel(to(), '不收'))).toMatchObject(never)
    expect(channel.health().state).toBe('up')
    expect(await channel.deliver(aParcel(to(), '收'))).toEqual(gone)
  })
  test.each([
    ['a mailbox that is full or grey-listed', { at: 'to', code: 451 }],
    ['a server with too much to do', { at: 'connect', code: 421 }],
    ['no room for the letter', { at: 'data', code: 452 }],
  ] as const)('%s: later, it did not go, and goes then', async (_, plan) => {
    const { server, channel } = await set()
    server.plan(plan)
    const parcel = aParcel(to(), '稍后')
    const first = await channel.deliver(parcel)
    expect(first).toMatchObject(later())
    expect(first).not.toMatchObject(later({ mayHaveGone: true }))
    expect(channel.health().state).toBe('up')
    expect(await channel.deliver(parcel)).toEqual(gone)
    expect(server.taken()).toHaveLength(1)
  })
  test.each([
    ['our address is refused', { at: 'from', code: 553 }, 'MAIL_FROM'],
    ['we are refused', { at: 'connect', code: 554 }, 'MAIL_HOST'],
  ] as const)('%s: letters wait and the operator is told', async (_, plan, toDo) => {
    const { server, channel } = await set()
    server.plan(plan)
    const parcel = aParcel(to(), '等一等')
    expect(await channel.deliver(parcel)).toMatchObject(later())
    expect(channel.health()).toMatchObject({ state: 'down', toDo: expect.stringContaining(toDo) })
    expect(await channel.deliver(parcel)).toEqual(gone)
    expect(channel.health()).toMatchObject({ state: 'up', toDo: null })
  })
  test('a wrong password: letters wait, and it is told to nobody', async () => {
    const server = await mailServer({
      ...{ authOptional: false, allowInsecureAuth: true },
      onAuth: ({ password }, _, answer) =>
        password === 'right' ? answer(null, { user: 'linli' }) : answer(new Error('wrong')),
    })
    stops.push(() => server.leave())
    const login = (password: string) => ({ login: { user: 'linli', password } })
    const { channel, reports } = await set(login('wrong-secret'), server)
    const told = await channel.deliver(aParcel(to(), '登录'))
    expect(told).toMatchObject(later())
    expect(channel.health()).toMatchObject({ toDo: expect.stringContaining('MAIL_PASSWORD') })
    expect(JSON.stringify([told, reports, channel.health()])).not.toContain('wrong-secret')
    const right = await set(login('right'), server)
    expect(await right.channel.deliver(aParcel(to(), '登录'))).toEqual(gone)
    const unasked = await set({ login: null }, server)
    expect(await unasked.channel.deliver(aParcel(to(), '没登录'))).toMatchObject(later())
    expect(unasked.channel.health()).toMatchObject({ toDo: expect.stringContaining('MAIL_USER') })
  })
  test.each([
    ['has no STARTTLS', ['STARTTLS'], 'starttls'],
    ['has a certificate that nobody vouches for', [], 'starttls'],
    ['speaks in the clear', ['STARTTLS'], 'tls'],
  ] as const)('a server that %s gets no letter', async (_, disabledCommands, security) => {
    const server = await mailServer({ disabledCommands: [...disabledCommands] })
    stops.push(() => server.leave())
    const { channel } = await set({ security }, server)
    expect(await channel.deliver(aParcel(to(), '不能明着说'))).toMatchObject(later())
    expect(channel.health()).toMatchObject({ toDo: expect.stringContaining('MAIL_SECURITY') })
    expect(server.taken()).toEqual([])
  })
})

describe('a link that breaks', () => {
  test('before a letter is on its way: it did not go', async () => {
    const { server, channel } = await set()
    await server.leave()
    const told = await channel.deliver(aParcel(to(), '断线'))
    expect(told).toEqual({ ok: false, problem: { kind: 'later', why: 'link down' } })
    expect(channel.health()).toMatchObject({ state: 'down', toDo: expect.any(String) })
    await server.comeBack()
    expect(await channel.deliver(aParcel(to(), '又通了'))).toEqual(gone)
    expect(channel.health().state).toBe('up')
  })
  test.each([
    ['while it is on its way', { at: 'data', code: 'drop' }, 0],
    ['before its answer', { at: 'lostAnswer' }, 1],
  ] as const)('%s: it may have gone, and comes again under the same id', async (_, plan, first) => {
    const { server, channel } = await set()
    server.plan(plan)
    const parcel = aParcel(to(), '收到没有')
    expect(await channel.deliver(parcel)).toMatchObject(later({ mayHaveGone: true }))
    expect(server.taken()).toHaveLength(first)
    expect(await channel.arrived([parcel], new Date(0))).toEqual([])
    expect(await channel.deliver(parcel)).toEqual(gone)
    const ids = server.taken().map(({ messageId }) => messageId)
    expect(ids).toHaveLength(first + 1)
    expect(new Set(ids).size).toBe(1)
    expect(ids[0]).toMatch(/^<[\w-]+@street\.example>$/)
  })
})

describe('two workers', () => {
  test('know of each other which letters are gone, and do not send them again', async () => {
    const { server, another, channel } = await set()
    const other = another()
    const [one, two] = [aParcel(to(), '催办：1003号'), aParcel(to(), '催办：1003号')]
    expect(await channel.deliver(one)).toEqual(gone)
    expect(await other.arrived([two, one], new Date(0))).toEqual([one.id])
    expect(await other.deliver(one)).toEqual(gone)
    expect(server.taken()).toHaveLength(1)
    expect(await other.deliver(two)).toEqual(gone)
    expect(server.taken()).toHaveLength(2)
  })
})

test('no more letters a minute than allowed: the others wait outside', async () => {
  const { server, channel } = await set({ perMinute: 2 })
  for (const n of [1, 2]) expect(await channel.deliver(aParcel(to(), `第${n}封`))).toEqual(gone)
  expect(await channel.deliver(aParcel(to(), '第3封'))).toMatchObject(later())
  expect(channel.health().state).toBe('up')
  expect(server.taken()).toHaveLength(2)
})
