import { describe, expect, test } from 'vitest'
import { readMail } from '../src/config-mail.ts'

const set = {
  MAIL_HOST: 'smtp.street.example',
  MAIL_FROM: 'linli@street.example',
  MAIL_USER: 'linli',
  MAIL_PASSWORD: 'a-password-of-some-length',
}

describe('a mail server', () => {
  test('is none, or has a name and our address', () => {
    expect(readMail({})).toEqual({ ok: true, value: null })
    expect(readMail(set)).toEqual({
      ok: true,
      value: {
        ...{ host: set.MAIL_HOST, port: 465, security: 'tls', from: set.MAIL_FROM, perMinute: 60 },
        login: { user: set.MAIL_USER, password: set.MAIL_PASSWORD },
      },
    })
    expect(readMail({ MAIL_PER_MINUTE: '10' })).toMatchObject({
      problem: [/^MAIL_HOST：.+\[.+\]$/, /^MAIL_FROM：/].map((form) => expect.stringMatching(form)),
    })
  })
  test.each([
    ['starttls', 587],
    ['tls', 465],
  ])('with %s is asked at port %i unless told otherwise', (MAIL_SECURITY, port) => {
    expect(readMail({ ...set, MAIL_SECURITY })).toMatchObject({ value: { port } })
    expect(readMail({ ...set, MAIL_SECURITY, MAIL_PORT: '2525' })).toMatchObject({
      value: { port: 2525 },
    })
  })
  test('in the house may need neither encryption nor login', () => {
    const { MAIL_HOST, MAIL_FROM } = set
    expect(readMail({ MAIL_HOST, MAIL_FROM, MAIL_SECURITY: 'none' })).toMatchObject({
      value: { login: null, security: 'none', port: 25 },
    })
  })
  test.each([
    ['MAIL_PASSWORD', { MAIL_PASSWORD: undefined }],
    ['MAIL_USER', { MAIL_USER: undefined }],
    ['MAIL_SECURITY', { MAIL_SECURITY: 'none' }],
    ['MAIL_SECURITY', { MAIL_SECURITY: 'ssl3' }],
    ['MAIL_FROM', { MAIL_FROM: 'Linli <linli@street.example>' }],
    ['MAIL_HOST', { MAIL_HOST: 'smtp://host' }],
    ['MAIL_PORT', { MAIL_PORT: '70000' }],
    ['MAIL_PER_MINUTE', { MAIL_PER_MINUTE: '0' }],
  ])('is refused for %s when it is %j', (name, but) => {
    const read = readMail({ ...set, ...but })
    expect(read).toMatchObject({ problem: [expect.stringContaining(`${name}：`)] })
    expect(JSON.stringify(read)).not.toContain(set.MAIL_PASSWORD)
  })
})
