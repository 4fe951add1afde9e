import { expect, test } from 'vitest'
import { readStandby } from '../src/config-standby.ts'

const first = { WECHAT_ENDPOINT: '10.0.0.1:18788', WECHAT_TOKEN: 'insecure_one' }
const whole = {
  ...first,
  ...{ WECHAT_STANDBY_ENDPOINT: '10.0.0.2:18788', WECHAT_STANDBY_TOKEN: 'insecure_secret-two' },
  WECHAT_STEADY_IDS: 'yes',
}

test('a second account is none, or all of it', () => {
  expect(readStandby(first)).toEqual({ ok: true, value: null })
  const read = { endpoint: '10.0.0.2:18788', token: 'insecure_secret-two' }
  expect(readStandby(whole)).toEqual({ ok: true, value: { ...read, steadyIds: true } })
  expect(readStandby({ ...whole, WECHAT_STEADY_IDS: 'no' })).toEqual({
    ...{ ok: true, value: { ...read, steadyIds: false } },
  })
})

test.each([
  ['no first account', { WECHAT_ENDPOINT: '', WECHAT_TOKEN: '' }, 'WECHAT_ENDPOINT'],
  ['no endpoint', { WECHAT_STANDBY_ENDPOINT: '' }, 'WECHAT_STANDBY_ENDPOINT'],
  ['no token', { WECHAT_STANDBY_TOKEN: '' }, 'WECHAT_STANDBY_TOKEN'],
  ['nothing about ids', { WECHAT_STEADY_IDS: '' }, 'WECHAT_STEADY_IDS'],
  ['an address', { WECHAT_STANDBY_ENDPOINT: 'https://x/' }, 'WECHAT_STANDBY_ENDPOINT'],
  ['the first again', { WECHAT_STANDBY_ENDPOINT: '10.0.0.1:18788' }, 'WECHAT_STANDBY_ENDPOINT'],
  ['a bare token', { WECHAT_STANDBY_TOKEN: 'secret-two' }, 'WECHAT_STANDBY_TOKEN'],
])('%s is refused by name, without the token', (_, but, name) => {
  const read = readStandby({ ...whole, ...but })
  expect(read.ok).toBe(false)
  const said = read.ok ? '' : read.problem.join('\n')
  expect(said).toContain(name)
  expect(said).not.toContain('secret-two')
})
