import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mediaFetcher } from '../../bots/open311/fetch-media.ts'
import { isPublicAddress } from '../../bots/open311/public-address.ts'
import { type Loopback, loopback } from '../../bots/sandbox/loopback.ts'

describe('an address on the open internet', () => {
  test.each([
    ...['8.8.8.8', '114.114.114.114', '172.32.0.1', '100.128.0.1', '223.255.255.254'],
    ...['2400:3200::1', '2606:4700:4700::1111'],
  ])('%s', (address) => expect(isPublicAddress(address)).toBe(true))
  test.each([
    ...['127.0.0.1', '127.9.9.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255'],
    ...['192.168.1.1', '169.254.169.254', '100.64.0.1', '192.0.0.8', '198.18.0.1', '224.0.0.1'],
    ...[
      '255.255.255.255',
      '::1',
      '::',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '::7f00:1',
    ],
    ...['64:ff9b::7f00:1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '2002:7f00:1::'],
    ...['2001:0:4136:e378::1', '2001:db8::1', 'localhost', '', '0x7f.1', '2130706433'],
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false))
})

describe('a link in a request', () => {
  let http: Loopback
  let visits: string[] = []
  const picture = new Uint8Array(5_000).map((_, i) => i % 251)
  const big = new Uint8Array(8 * 1024 * 1024 + 1)
  beforeAll(async () => {
    http = await loopback(({ url, headers }) => {
      visits.push(`${headers.get('host')?.split(':')[0]}${url.pathname}`)
      const type = (mime: string) => ({ headers: { 'content-type': mime } })
      switch (url.pathname) {
        case '/redirect':
          return { status: 302, headers: { location: '/picture', 'content-type': 'image/png' } }
        case '/page':
          return { status: 200, ...type('text/html'), body: '<b>' }
        case '/big':
          return { status: 200, ...type('image/png'), body: big }
        case '/empty':
          return { status: 200, ...type('image/png') }
        case '/gone':
          return { status: 404, ...type('image/png'), body: picture }
        default:
          return { status: 200, ...type('IMAGE/PNG; x=y'), body: picture }
      }
    })
  })
  afterAll(() => http.leave())

  const port = () => new URL(http.endpoint).port
  const origin = () => `http://pictures.test:${port()}`
  const here = { resolve: async () => [{ address: '127.0.0.1', family: 4 }], isOpen: () => true }
  const fetching = (but: object = {}) => mediaFetcher({ origins: [origin()], ...here, ...but })
  const tried = async (link: string, but: object = {}) => {
    visits = []
    return { got: await fetching(but)(link), visits }
  }

  test('to an allowed place is fetched, from the address that was looked at', async () => {
    const { got } = await tried(`${origin()}/picture`)
    expect(got?.mime).toBe('image/png')
    expect(Buffer.from(got?.bytes ?? []).equals(Buffer.from(picture))).toBe(true)
    expect(visits).toEqual(['pictures.test/picture'])
  })
  test.each([
    ['another place', () => `http://elsewhere.test:${port()}/picture`],
    ['another port', () => 'http://pictures.test:1/picture'],
    ['another way of speaking', () => `https://pictures.test:${port()}/picture`],
    ['this machine', () => `http://127.0.0.1:${port()}/picture`],
    ['a place with a user before it', () => `http://a:b@pictures.test:${port()}/picture`],
    ['what only begins like it', () => `http://pictures.test:${port()}.evil.example/picture`],
    ['a file', () => 'file:///etc/passwd'],
    ['nothing at all', () => 'no link'],
  ])('to %s is not followed', async (_, link) => {
    expect(await tried(link())).toEqual({ got: null, visits: [] })
  })
  test.each([
    ['the house', [{ address: '192.168.1.7', family: 4 }]],
    ['this machine', [{ address: '127.0.0.1', family: 4 }]],
    [
      'both the world and the house',
      ['8.8.8.8', '10.0.0.1'].map((address) => ({ address, family: 4 })),
    ],
    ['the cloud’s own data', [{ address: '169.254.169.254', family: 4 }]],
    ['nowhere', []],
  ])('whose allowed name leads to %s is not followed', async (_, addresses) => {
    const inward = { resolve: async () => addresses, isOpen: isPublicAddress }
    expect(await tried(`${origin()}/picture`, inward)).toEqual({ got: null, visits: [] })
  })
  test('by which an allowed IP address of the house is named is not followed either', async () => {
    const origins = [`http://127.0.0.1:${port()}`, `http://[::1]:${port()}`]
    for (const one of origins) expect(await mediaFetcher({ origins })(`${one}/picture`)).toBeNull()
  })
  test.each(['redirect', 'page', 'big', 'empty', 'gone'])(
    'that is answered with %s is left',
    async (path) => {
      expect(await tried(`${origin()}/${path}`)).toEqual({
        ...{ got: null, visits: [`pictures.test/${path}`] },
      })
    },
  )
  test('that nobody answers in time is left, and a broken one', async () => {
    http.mishap('/slow', { kind: 'slow', ms: 9_500 }, 1)
    http.mishap('/broken', { kind: 'drop' }, 1)
    const began = performance.now()
    expect((await tried(`${origin()}/slow`)).got).toBeNull()
    expect(performance.now() - began).toBeLessThan(9_200)
    expect((await tried(`${origin()}/broken`)).got).toBeNull()
  }, 60_000)
})
