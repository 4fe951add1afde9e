import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { larkSignIn } from '../../bots/lark/sign-in.ts'
import type { FakeLark } from '../../bots/sandbox/lark/fake-lark-types.ts'
import { aLark } from './lark-fake-support.ts'

const home = 'https://linli.example.org/sign-in/lark/back'
const verifier = 'v'.repeat(64)
const challenge = createHash('sha256').update(verifier).digest('base64url')

async function signingIn(as: string | null = 'ou_wang') {
  const lark = await aLark()
  Object.assign(lark.signIn, { person: as, redirects: [home, `${home}2`] })
  const door = larkSignIn({
    ...{ appId: lark.appId, appSecret: lark.appSecret, domain: lark.endpoint },
  })
  /** Where the browser stands after the page of Lark. */
  const comes = async (redirectUri = home) => {
    const url = door.authorizeUrl({ redirectUri, state: 's1', challenge })
    const answer = await fetch(url, { redirect: 'manual' })
    return { status: answer.status, at: answer.headers.get('location') ?? '' }
  }
  const code = async () => new URL((await comes()).at).searchParams.get('code') ?? ''
  return { lark, door, comes, code }
}

test('who says yes comes back with the state and a code, which tells once who they are', async () => {
  const { lark, door, comes } = await signingIn()
  const { status, at } = await comes()
  expect(status).toBe(302)
  expect(at.startsWith(`${home}?`)).toBe(true)
  expect(new URL(at).searchParams.get('state')).toBe('s1')
  const code = new URL(at).searchParams.get('code') ?? ''
  expect(await door.whose(code, home, verifier)).toEqual({ ok: true, value: 'ou_wang' })
  expect(await door.whose(code, home, verifier)).toEqual({ ok: false, problem: 'refused' })
  expect(lark.calls('signIn.user')).toHaveLength(1)
})

test('who says no comes back without a code; to other addresses nobody is sent', async () => {
  const { lark, comes } = await signingIn(null)
  expect(new URL((await comes()).at).searchParams.get('error')).toBe('access_denied')
  lark.signIn.person = 'ou_wang'
  expect(await comes('https://evil.example.org/')).toEqual({ status: 400, at: '' })
})

type Go = (of: Awaited<ReturnType<typeof signingIn>>) => Promise<string>
const used = async ({ code, door }: Parameters<Go>[0]) => {
  const made = await code()
  await door.whose(made, home, verifier)
  return made
}
const foreign = async ({ lark }: Parameters<Go>[0]) => {
  const query = new URLSearchParams({
    ...{ client_id: 'cli_00000000000000ff', response_type: 'code', redirect_uri: home },
  })
  const page = `${lark.endpoint}/open-apis/authen/v1/authorize?${query}`
  const at = (await fetch(page, { redirect: 'manual' })).headers.get('location') ?? ''
  return new URL(at).searchParams.get('code') ?? ''
}
const after = (happens: (lark: FakeLark) => unknown) => async (of: Parameters<Go>[0]) => {
  const made = await of.code()
  await happens(of.lark)
  return made
}

test.each<[string, string, Go]>([
  ['a code of nobody', 'refused', async () => 'made-up'],
  ['a used one', 'refused', used],
  ['one of another app', 'refused', foreign],
  ['one that is over', 'refused', after((lark) => lark.advance(5 * 60_000))],
  ['one of who left the company', 'noAccess', after((lark) => lark.dismiss('ou_wang'))],
  [
    'one after the secret was changed',
    'misconfigured',
    after((lark) => lark.rotateSecret('other')),
  ],
  [
    'one while Lark stumbles',
    'later',
    after((lark) => lark.fault('signIn.token', { kind: 'answer', status: 500 })),
  ],
  [
    'one while the line breaks',
    'later',
    after((lark) => lark.fault('signIn.user', { kind: 'drop' })),
  ],
  [
    'one that somebody else than Lark answers',
    'later',
    after((lark) => lark.fault('signIn.token', { kind: 'answer', status: 200, body: {} })),
  ],
])('%s: %s', async (_, problem, go) => {
  const of = await signingIn()
  expect(await of.door.whose(await go(of), home, verifier)).toEqual({ ok: false, problem })
})

test('the verifier of another browser, another address, and who may not use the app let nobody in', async () => {
  const { door, code, lark } = await signingIn()
  expect(await door.whose(await code(), home, 'w'.repeat(64))).toMatchObject({ problem: 'refused' })
  const elsewhere = await door.whose(await code(), `${home}2`, verifier)
  expect(elsewhere).toMatchObject({ problem: 'misconfigured' })
  lark.signIn.person = 'ou_out'
  expect(await door.whose(await code(), home, verifier)).toMatchObject({ problem: 'noAccess' })
})

test('people sign in where the platform has its accounts', () => {
  const at = (domain: string) =>
    new URL(
      larkSignIn({ appId: 'cli_1', appSecret: 's', domain }).authorizeUrl({
        ...{ redirectUri: home, state: 's', challenge },
      }),
    )
  expect(at('https://open.feishu.cn').origin).toBe('https://accounts.feishu.cn')
  expect(at('https://open.larksuite.com').origin).toBe('https://accounts.larksuite.com')
  expect(at('http://127.0.0.1:1').origin).toBe('http://127.0.0.1:1')
  expect(at('https://open.feishu.cn').search).not.toContain('client_secret')
})
