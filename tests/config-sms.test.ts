import { describe, expect, test } from 'vitest'
import { readSms } from '../src/config-sms.ts'

const set = {
  SMS_URL: 'https://sms.street.example/messages',
  SMS_ACCOUNT: 'street-qs',
  SMS_SECRET: 'S3cret-S3cret-S3cret-S3cret-S3cret',
}

describe('a gateway for short messages', () => {
  test('is set whole or not at all', () => {
    expect(readSms({})).toEqual({ ok: true, value: null })
    expect(readSms(set)).toEqual({
      ok: true,
      value: {
        ...{ url: set.SMS_URL, account: set.SMS_ACCOUNT, secret: set.SMS_SECRET },
        partsADay: 500,
      },
    })
    expect(readSms({ SMS_PARTS_A_DAY: '10' })).toMatchObject({
      problem: [/^SMS_URL：.+\[.+\]$/, /^SMS_ACCOUNT：/, /^SMS_SECRET：/].map((form) =>
        expect.stringMatching(form),
      ),
    })
  })
  test.each([
    ['SMS_URL', 'ftp://user:pass@host'],
    ['SMS_ACCOUNT', '街道 账户'],
    ['SMS_SECRET', 'too-short-a-secret'],
    ['SMS_PARTS_A_DAY', '-7'],
  ])('%s may not be %s', (name, value) => {
    const read = readSms({ ...set, [name]: value })
    expect(read).toMatchObject({ problem: [expect.stringContaining(`${name}：`)] })
    if (name === 'SMS_SECRET') expect(JSON.stringify(read)).not.toContain(value)
  })
})
