import { describe, expect, test } from 'vitest'
import { readHotline } from '../src/config-hotline.ts'
import { readWecom } from '../src/config-wecom.ts'

const hotline = {
  HOTLINE_SOURCE: 'city-12345',
  HOTLINE_SECRET: 'S3cret-S3cret-S3cret-S3cret-S3cret',
  HOTLINE_URL: 'https://hotline.example/linli',
}

describe('a city hotline', () => {
  test('is set whole or not at all', () => {
    expect(readHotline({})).toEqual({ ok: true, value: null })
    const { HOTLINE_SOURCE: source, HOTLINE_SECRET: secret, HOTLINE_URL: url } = hotline
    expect(readHotline(hotline)).toEqual({ ok: true, value: { source, secret, url } })
    const read = readHotline({ HOTLINE_URL: url })
    expect(read).toMatchObject({
      problem: [/^HOTLINE_SOURCE：.+\[.+\]$/, /^HOTLINE_SECRET：/].map((form) =>
        expect.stringMatching(form),
      ),
    })
  })
  test.each([
    ['HOTLINE_SOURCE', '市 热线'],
    ['HOTLINE_SECRET', 'too-short-a-secret'],
    ['HOTLINE_SECRET', '密'.repeat(40)],
    ['HOTLINE_URL', 'ftp://user:pass@host'],
  ])('%s may not be %s, which is not repeated', (name, value) => {
    const read = readHotline({ ...hotline, [name]: value })
    expect(read).toMatchObject({ problem: [expect.stringContaining(`${name}：`)] })
    expect(JSON.stringify(read)).not.toContain(value)
  })
})

const wecom = {
  WECOM_CORP_ID: 'ww0123456789abcdef',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'An-app-secret_of-some-length',
  WECOM_TOKEN: 'QDG6eK',
  WECOM_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}

describe('an app on WeCom', () => {
  test('is set whole or not at all', () => {
    expect(readWecom({})).toEqual({ ok: true, value: null })
    expect(readWecom(wecom)).toEqual({
      ok: true,
      value: {
        ...{ corpId: wecom.WECOM_CORP_ID, agentId: 1000002, secret: wecom.WECOM_SECRET },
        ...{ token: wecom.WECOM_TOKEN, aesKey: wecom.WECOM_AES_KEY, robots: new Map() },
        api: 'https://qyapi.weixin.qq.com',
      },
    })
    const alone = readWecom({ WECOM_ROBOTS: 'a=693a91f6-7aoc' })
    expect(alone).toMatchObject({ ok: false })
    expect(!alone.ok && alone.problem).toHaveLength(5)
  })
  test('has robots in groups', () => {
    const read = readWecom({
      ...wecom,
      WECOM_ROBOTS: '幸福里业主群=693a91f6-7aoc，g2=aaaa-bbbb-cccc,',
    })
    expect(read.ok && read.value?.robots).toEqual(
      new Map([
        ['幸福里业主群', '693a91f6-7aoc'],
        ['g2', 'aaaa-bbbb-cccc'],
      ]),
    )
  })
  test.each([
    ['WECOM_CORP_ID', 'cli_0123456789abcdef'],
    ['WECOM_AGENT_ID', 'zero'],
    ['WECOM_SECRET', 'two words'],
    ['WECOM_TOKEN', '令牌令牌'],
    ['WECOM_AES_KEY', 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2'],
    ['WECOM_ROBOTS', 'group without a key'],
    ['WECOM_ROBOTS', 'g=693a91f6-7aoc,g=aaaa-bbbb-cccc'],
    ['WECOM_URL', 'https://qyapi.weixin.qq.com/'],
  ])('%s may not be %s', (name, value) => {
    const read = readWecom({ ...wecom, [name]: value })
    expect(read).toMatchObject({ problem: [expect.stringMatching(`^${name}：.+\\[.+\\]`)] })
    if (name !== 'WECOM_AGENT_ID') expect(JSON.stringify(read)).not.toContain(value)
  })
})
