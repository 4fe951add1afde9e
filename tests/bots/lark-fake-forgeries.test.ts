import { expect, test } from 'vitest'
import type { FakeLark } from '../../bots/sandbox/lark/fake-lark-types.ts'
import { type Heard, isSigned, opened, webhook } from './lark-fake-listeners.ts'
import { aLark } from './lark-fake-support.ts'

test('forgeries are what their names say', async () => {
  const hook = await webhook(() => ({ status: 401 }))
  const lark = await aLark({ webhookUrl: hook.url, patienceMs: 10_000 })
  const forged = async (kind: Parameters<FakeLark['forge']>[0]) => {
    expect(await lark.forge(kind)).toBe(401)
    return hook.heard.at(-1) as Heard
  }
  const tampered = await forged('tampered')
  expect(isSigned(tampered, lark)).toBe(false)
  const unsigned = await forged('unsigned')
  expect(unsigned.headers['x-lark-signature']).toBeUndefined()
  expect(opened(unsigned, lark).header.token).toBe(lark.verificationToken)
  expect(isSigned(await forged('badSignature'), lark)).toBe(false)
  const replayed = await forged('replayed')
  expect(isSigned(replayed, lark)).toBe(true)
  const age = Date.now() / 1_000 - Number(replayed.headers['x-lark-request-timestamp'])
  expect(age).toBeGreaterThan(35_000)
  for (const [kind, field, own] of [
    ['wrongToken', 'token', lark.verificationToken],
    ['wrongApp', 'app_id', lark.appId],
    ['wrongTenant', 'tenant_key', lark.tenantKey],
  ] as const) {
    const one = await forged(kind)
    expect(isSigned(one, lark)).toBe(true)
    expect(opened(one, lark).header[field]).not.toBe(own)
  }
  const foreign = await forged('wrongKey')
  expect(() => opened(foreign, lark)).toThrow()
  expect(JSON.parse((await forged('plain')).body).schema).toBe('2.0')
  const broken = await forged('notJson')
  expect(() => JSON.parse(broken.body)).toThrow()
  expect((await forged('oversized')).body.length).toBeGreaterThan(8_000_000)
  const challenge = opened(await forged('wrongChallenge'), lark)
  expect(challenge).toMatchObject({ type: 'url_verification' })
  expect(challenge.token).not.toBe(lark.verificationToken)
})

test('the latest delivery again is the same, byte for byte', async () => {
  const hook = await webhook()
  const lark = await aLark({ webhookUrl: hook.url })
  lark.say({ from: 'ou_wang', room: null, type: 'text', text: '一次' })
  await lark.settled()
  await lark.forge('again')
  const [first, again] = hook.heard
  expect(again?.body).toBe(first?.body)
  expect(again?.headers['x-lark-signature']).toBe(first?.headers['x-lark-signature'])
})
