import { renderSVG } from 'uqr'
import { expect, test } from 'vitest'
import { letterId, messageId, personId } from '../../../src/domain/ids.ts'
import { tokenHolder } from '../../../src/flows/api-tokens.ts'
import type { Channel, ChannelHealth } from '../../../src/flows/ports/channels.ts'
import { smallBook } from '../../support/book.ts'
import { aHeard, aLetter, anEntry, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { someone } from './someone.ts'

const now = at('2026-03-02 15:00')

function office(channels: Readonly<Record<string, ChannelHealth>> | null = null) {
  const stores = memory({ book: smallBook })
  const desk = {
    ...memoryDesk(stores, { clock: () => now, report: () => {} }),
    machine: {
      upMs: () => 3 * 3_600_000,
      version: '1.2.3',
      metricsToken: null,
      channels: () =>
        channels &&
        Object.fromEntries(
          Object.entries(channels).map(([name, health]) => [
            name,
            { name, health: () => health } as unknown as Channel,
          ]),
        ),
    },
  }
  return { desk, stores }
}

const health = (but: Partial<ChannelHealth> = {}): ChannelHealth => ({
  ...{ state: 'up', since: at('2026-03-02 13:00'), lastHeard: null, toDo: null },
  ...but,
})

test('only the street’s dispatcher looks behind the scenes', async () => {
  const { desk } = office()
  expect((await (await someone('S010', desk)).get('/console/operation')).status).toBe(403)
  expect((await (await someone('S043', desk)).get('/console/operation')).status).toBe(200)
})

test('channels tell how they are, and what there is to do', async () => {
  const { desk } = office({
    wechat: health({ state: 'down', toDo: '请用手机扫码重新登录微信。' }),
    lark: health({ lastHeard: at('2026-03-02 14:58') }),
  })
  const page = await (await (await someone('S043', desk)).get('/console/operation')).text()
  for (const words of [
    '微信',
    '断开',
    '已2小时',
    '请用手机扫码重新登录微信。',
    '飞书',
    '3月2日 14:58',
  ])
    expect(page).toContain(words)
  expect(page).toMatch(/已运行<\/dt><dd>3小时/)
})

test('the code that logs an account in is drawn, and not written out', async () => {
  const loginCode = 'https://login.example/l/secret'
  const { desk } = office({ wechat: health({ state: 'down', toDo: '请扫码登录', loginCode }) })
  const page = await (await (await someone('S043', desk)).get('/console/operation')).text()
  const drawn = renderSVG(loginCode, { border: 2, ecc: 'L' })
  expect(page).toContain(drawn)
  expect(page).not.toContain(loginCode)
})

test('a process without the accounts says so', async () => {
  const { desk } = office()
  const page = await (await (await someone('S043', desk)).get('/console/operation')).text()
  expect(page).toContain('账号不在这个程序手里')
})

test('what waits, failed or was not heard is counted and dated, and nobody’s words are shown', async () => {
  const { desk, stores } = office()
  const before = at('2026-03-02 14:00')
  await stores.inbox.keep(
    [aHeard('我家门牌301漏水'), aHeard('电话13912345678', { id: messageId('m2') })],
    before,
  )
  await stores.inbox.setAside(messageId('m2'), 'wechat', 'RangeError at read.ts:7')
  await stores.gaps.keep({
    channel: 'wechat',
    fromAt: at('2026-03-01 02:00'),
    untilAt: at('2026-03-01 03:00'),
  })
  await stores.operation.noteJob({
    name: 'retention',
    endedAt: before,
    fault: 'PostgresError 53100',
  })
  const page = await (await (await someone('S043', desk)).get('/console/operation')).text()
  for (const words of [
    /待读消息<\/dt><dd><b class="late">1<\/b><small>最早的已等1小时/,
    /读取失败 1 条/,
    /RangeError at read\.ts:7/,
    /3月1日 02:00 至 3月1日 03:00 可能漏听/,
    /1小时前<b class="late">失败<\/b> <code>PostgresError 53100/,
    /没有备份记录/,
  ])
    expect(page).toMatch(words)
  expect(page).not.toMatch(/漏水|139/)
})

test('a letter that was given up says why, and goes again once', async () => {
  const { desk, stores } = office()
  await stores.petitions.record(
    [
      anEntry({
        cause: { kind: 'press', key: 'a' },
        letters: ['1', '2'].map((id) =>
          aLetter(id, {
            to: { kind: 'person', person: personId(id === '1' ? 'S061' : 'resident-1') },
          }),
        ),
      }),
    ],
    now,
  )
  await stores.outbox.take(2, now)
  await stores.outbox.giveUp([letterId('1'), letterId('2')], 'no account')
  const browser = await someone('S043', desk)
  const page = await (await browser.get('/console/operation')).text()
  expect(page).toContain('共 2 条')
  expect(page).toMatch(/使用说明，承办人 · 安居物业幸福里服务处<code>no account/)
  expect(page).toMatch(/使用说明，居民<code>no account/)
  expect((await browser.post('/console/operation/letters', { letter: '1' })).status).toBe(303)
  expect((await browser.post('/console/operation/letters', { letter: '1' })).status).toBe(303)
  expect((await stores.outbox.givenUp(9)).map(({ id }) => id)).toEqual(['2'])
  await browser.post('/console/operation/letters', { letter: 'all' })
  expect(await stores.outbox.givenUp(9)).toEqual([])
  for (const letter of ['', 'nonsense'])
    expect((await browser.post('/console/operation/letters', { letter })).status).toBe(303)
})

const wish = {
  name: '区级热线',
  person: 'S061',
  unit: 'QS-XF',
  power: 'act',
  days: '30',
  nonce: 'n-1',
}

test('a token is shown once, works as said, and ends when it is revoked', async () => {
  const { desk, stores } = office()
  const browser = await someone('S043', desk)
  const made = await (await browser.post('/console/operation/tokens', wish)).text()
  const secret = /linli_[\w-]{32}/.exec(made)?.[0] ?? ''
  expect(await tokenHolder(secret, desk)).toMatchObject({
    staff: { id: 'S061' },
    token: {
      name: '区级热线',
      unit: 'QS-XF',
      power: 'act',
      madeBy: 'S043',
      expiresAt: at('2026-04-01 15:00'),
    },
  })
  const again = await (await browser.post('/console/operation/tokens', wish)).text()
  expect(again).toContain('刚才已经创建')
  expect(again).not.toMatch(/linli_[\w-]{32}/)
  const page = await (await browser.get('/console/operation/tokens')).text()
  expect(page).not.toContain(secret)
  expect(page).toMatch(/看和办，幸福里社区，身份：邹建国（承办人 · 安居物业幸福里服务处）/)
  expect(await stores.tokens.list()).toHaveLength(1)
  await browser.post('/console/operation/tokens/n-1/revoke')
  expect(await tokenHolder(secret, desk)).toBeUndefined()
  expect(await (await browser.get('/console/operation/tokens')).text()).toContain('已吊销')
})

test('what is wrong with a wish is said beside its field, and what was typed stays', async () => {
  const { desk, stores } = office()
  const browser = await someone('S043', desk)
  const typed = { ...wish, name: '<b>屏</b>', person: 'nobody', days: '9000' }
  const answer = await browser.post('/console/operation/tokens', typed)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('请选一个在册的人。')
  expect(page).toContain('请写 1 到 366 的整数。')
  expect(page).toContain('value="&lt;b&gt;屏&lt;/b&gt;"')
  expect(page).not.toContain('请写名称')
  expect((await browser.post('/console/operation/tokens', {})).status).toBe(422)
  expect(await stores.tokens.list()).toEqual([])
})

test('the last backup tells how old and how large it is, and whether it was read again', async () => {
  const { desk, stores } = office()
  const run = { id: 'b', bytes: 5_000_000, rows: 1200, sha256: 'abc' }
  const page = async () => (await (await someone('S043', desk)).get('/console/operation')).text()
  await stores.operation.noteBackup({ ...run, madeAt: at('2026-02-20 03:00'), verifiedAt: null })
  expect(await page()).toMatch(
    /<span class="late">2月20日 03:00（10天前）<\/span>，4\.8 MB，1200 行，没有核对/,
  )
  const madeAt = at('2026-03-02 03:00')
  await stores.operation.noteBackup({ ...run, id: 'c', madeAt, verifiedAt: madeAt })
  expect(await page()).toMatch(
    /<span class="">3月2日 03:00（12小时前）<\/span>，4\.8 MB，1200 行，已通读核对/,
  )
})
