import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, expect, inject, test } from 'vitest'
import { startFakeLark } from '../../bots/sandbox/lark/fake-lark.ts'
import { freshDatabase } from '../support/postgres.ts'

const root = resolve(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'linli-doctor-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command as an operator does. */
function doctor(env: Record<string, string>): Promise<{ code: number; said: string }> {
  return new Promise((tell) =>
    execFile(
      process.execPath,
      ['--import', 'tsx', 'src/cli/doctor.ts'],
      { cwd: root, env: { PATH: process.env.PATH, HOME: folder, LINLI_DATA: folder, ...env } },
      (fault, stdout, stderr) =>
        tell({ code: Number(fault?.code ?? 0), said: `${stdout}${stderr}` }),
    ),
  )
}

test('a sound database and machine are good, and nothing is changed', async () => {
  const url = await freshDatabase()
  const { code, said } = await doctor({ DATABASE_URL: url })
  expect(said).toContain('✓ 数据库：PostgreSQL 18')
  expect(said).toContain('✓ 表结构：是最新的')
  expect(said).toContain('✓ 没能送达：0 封')
  expect(said).not.toContain('✗')
  expect(code).toBe(0)
})

test('before the first start nothing is there, and looking makes nothing', async () => {
  const data = join(folder, 'not', 'yet')
  const { code, said } = await doctor({ LINLI_DATA: data })
  expect(said).toMatch(/✓ 数据文件夹：.*还没有数据，第一次启动时会建/)
  expect(said).toContain('✓ 数据库：还没有数据，第一次启动时会建')
  expect(existsSync(join(folder, 'not'))).toBe(false)
  expect(code).toBe(0)
})

test('all channels are named; a mail server and a gateway for SMS that are away are told', async () => {
  const port = await closedPort()
  const secret = 'of-32-characters-or-more-insecure-1'
  const { said } = await doctor({
    ...{ WECHAT_ENDPOINT: `127.0.0.1:${port}`, WECHAT_TOKEN: 'insecure_token-of-ours' },
    ...{ MAIL_HOST: '127.0.0.1', MAIL_PORT: String(port), MAIL_FROM: 'linli@street.example' },
    ...{ SMS_URL: `http://127.0.0.1:${port}/sms`, SMS_ACCOUNT: 'street', SMS_SECRET: secret },
  })
  expect(said).toContain('✓ 设置：接微信、邮件、短信')
  expect(said).toMatch(/✗ 邮件：连不上\n {4}→ .*MAIL_HOST/)
  expect(said).toMatch(/✗ 短信：没有应答.*\n {4}→ .*SMS_URL/)
  expect(said).not.toContain(secret)
})

test('what waits too long, was set aside or not delivered is told, with what to do', async () => {
  const url = await freshDatabase()
  const sql = postgres(url, { max: 1 })
  await sql`insert into inbox (tenant_id, channel, message_id, id, conversation, sent_at, kept_at, state, body)
    select 't', 'wechat', i::text, i::text, 'c', now(), now() - interval '10 minutes', s, '{}'
    from unnest(array['waiting', 'waiting', 'set_aside']) with ordinality as u(s, i)`
  await sql`insert into outbox (tenant_id, id, reader, state, send_at, due_at, body)
    values ('t', '1', 'person/a', 'given_up', now(), now(), '{}')`
  await sql`insert into timer (tenant_id, petition_id, key, due_at, command)
    values ('t', 'p', 'k', now() - interval '1 hour', '{}')`
  await sql.end()
  const { code, said } = await doctor({ DATABASE_URL: url, LINLI_CLOCK: 'real' })
  expect(said).toMatch(/✗ 收到未读：2 条.*\n {4}→ .*npm start/)
  expect(said).toContain('! 读不了的话：1 条')
  expect(said).toContain('! 没能送达：1 封')
  expect(said).toContain('✗ 到点未办：1 个期限')
  expect(code).toBe(1)
})

test('a database of before is doubtful, a closed one and a wrong password are told apart', async () => {
  const server = inject('postgres')
  expect((await doctor({ DATABASE_URL: `${server}/postgres` })).said).toMatch(
    /! 表结构：还差 \d+ 步/,
  )
  const closed = await doctor({ DATABASE_URL: 'postgres://a:hush-hush@127.0.0.1:1/x' })
  expect(closed.said).toContain('✗ 数据库：连不上：那里没有数据库在听')
  expect(closed.code).toBe(1)
  const wrong = new URL(`${server}/postgres`)
  wrong.password = 'hush-hush'
  expect((await doctor({ DATABASE_URL: wrong.href })).said).toContain('用户或密码不对')
  const none = await doctor({ DATABASE_URL: `${server}/no-such-base` })
  expect(none.said).toContain('没有这个库')
  for (const { said } of [closed, none]) expect(said).not.toMatch(/hush-hush|at \w+.*\(/)
})

test('wrong settings, an unwritable folder, faulty street files and a dead link are named', async () => {
  const faulty = await doctor({ PORT: 'abc' })
  expect(faulty.said).toContain('✗ 设置：PORT')
  expect(faulty.code).toBe(1)

  const url = await freshDatabase()
  const street = join(folder, 'street')
  cpSync(join(root, 'db', 'sample-street'), street, { recursive: true })
  writeFileSync(join(street, 'rooms.csv'), 'id,topic,unit,default_place\nroom-1,群,NO-SUCH,\n')
  const { said } = await doctor({
    DATABASE_URL: url,
    LINLI_DATA: '/proc/none',
    LINLI_STREET: street,
    WECHAT_ENDPOINT: `127.0.0.1:${await closedPort()}`,
    WECHAT_TOKEN: 'insecure_token-of-ours',
  })
  expect(said).toContain('✗ 数据文件夹：/proc/none 写不进去')
  expect(said).toMatch(/✗ 街道资料：.*rooms\.csv/)
  expect(said).toMatch(/✗ 微信：.*ECONNREFUSED/)
  expect(said).not.toContain('token-of-ours')
})

test('an app on Lark is asked who we are, and the groups it should be in', async () => {
  const url = await freshDatabase()
  const sql = postgres(url, { max: 1 })
  await sql`insert into room_alias (tenant_id, channel, platform_room, room)
    values ('QS', 'lark', 'oc_ours', 'room-xf-1')`
  await sql.end()
  const lark = await startFakeLark({
    users: [{ openId: 'ou_staff_001', name: '陈建国' }],
    chats: [{ id: 'oc_ours', name: '幸福里', members: ['ou_staff_001'] }],
    ...{ mode: 'socket', botName: '小助手' },
  })
  const env = {
    ...{ DATABASE_URL: url, LARK_APP_ID: lark.appId, LARK_APP_SECRET: lark.appSecret },
    LARK_DOMAIN: lark.endpoint,
  }
  const sound = await doctor(env)
  expect(sound.said).toContain('✓ 飞书：机器人“小助手”可用，长连接方式')
  expect(sound.said).toContain('✓ 飞书群：1 个，都能看到成员')
  expect(sound.said).toMatch(/✓ 飞书工作人员：\d+ 人/)
  expect(sound.code).toBe(0)
  lark.leave('oc_ours', lark.bot)
  expect((await doctor(env)).said).toMatch(
    /✗ 飞书群 oc_ours：被拒绝（\d+）\n {4}→ 把机器人重新拉进这个群/,
  )
  const wrong = await doctor({ ...env, LARK_APP_SECRET: 'another-secret' })
  expect(wrong.said).toMatch(/✗ 飞书：被拒绝（\d+）\n {4}→ .*密钥/)
  expect(wrong.said).not.toContain('another-secret')
  expect(wrong.code).toBe(1)
  await lark.stop()
  expect((await doctor(env)).said).toContain('✗ 飞书：连不上')
})

async function closedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address ? address.port : 0
}
