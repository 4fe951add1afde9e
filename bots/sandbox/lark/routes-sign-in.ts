import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Answer } from './answers.ts'
import type { SignInDesk } from './fake-lark-types.ts'
import type { Route } from './http.ts'
import { idsOf, type World } from './world.ts'

interface Code {
  readonly app: string
  readonly person: string
  readonly redirect: string
  readonly challenge: string | null
  readonly method: string
  readonly at: number
  readonly used: boolean
}

const codeLastsMs = 5 * 60_000
const tokenLastsMs = 7_200_000

/**
 * What goes wrong at the token, by https://open.feishu.cn/document/authentication-management/access-token/get-user-access-token
 * (HTTP 400 but for 20050).
 */
const faults = {
  20002: ['invalid_client', 'The client secret is invalid.'],
  20003: ['invalid_grant', 'The authorization code is not found.'],
  20004: ['invalid_grant', 'The authorization code has expired.'],
  20008: ['invalid_grant', 'The user does not exist.'],
  20010: ['access_denied', 'The user does not have permission to use this app.'],
  20024: [
    'invalid_grant',
    'The provided authorization code does not match the provided client ID.',
  ],
  20036: ['unsupported_grant_type', 'The specified grant_type is not supported.'],
  20048: ['invalid_client', 'The specified app does not exist.'],
  20049: ['invalid_grant', 'PKCE code challenge failed.'],
  20063: ['invalid_request', 'The request is malformed. Please check your request.'],
  20065: ['invalid_grant', 'The authorization code has been used.'],
  20071: ['invalid_grant', 'The provided redirect URI does not match the one used before.'],
} as const

const asked = z.object({
  ...{ grant_type: z.string(), client_id: z.string(), client_secret: z.string() },
  ...{ code: z.string(), redirect_uri: z.string().optional() },
  code_verifier: z.string().optional(),
})

/** The page where people say yes, the token for its code, and who that is. */
export function signInRoutes(world: World, desk: SignInDesk): Route[] {
  const codes = world.shelves.shelf<Code>('codes')
  const users = world.shelves.shelf<{ readonly person: string; readonly until: number }>('users-in')
  return [
    {
      ...{ name: 'signIn.authorize', method: 'GET', open: true },
      path: '/open-apis/authen/v1/authorize',
      answer({ query }) {
        const redirect = query.get('redirect_uri') ?? ''
        const app = query.get('client_id') ?? ''
        // of its pages for people nothing is promised but that they say a code, and send nobody anywhere
        const wrong = (code: number) => ({ status: 400, json: { code, msg: `error ${code}` } })
        if (query.get('response_type') !== 'code' || app === '') return wrong(20001)
        if (app === world.app.id && !desk.redirects.includes(redirect)) return wrong(20029)
        const state = query.get('state')
        const back = (said: Record<string, string>): Answer => {
          const query = new URLSearchParams({ ...said, ...(state !== null && { state }) })
          return { status: 302, headers: { location: `${redirect}?${query}` } }
        }
        if (desk.person === null) return back({ error: 'access_denied' })
        const code = randomBytes(48).toString('base64url')
        codes.put(code, {
          ...{ app, redirect, person: desk.person, at: world.now(), used: false },
          challenge: query.get('code_challenge'),
          method: query.get('code_challenge_method') ?? 'plain',
        })
        return back({ code })
      },
    },
    {
      ...{ name: 'signIn.token', method: 'POST', open: true },
      path: '/open-apis/authen/v2/oauth/token',
      answer({ json }) {
        const read = asked.safeParse(json)
        const code = read.success ? codes.get(read.data.code) : undefined
        const fault = read.success ? faultIn(read.data, code, world) : 20063
        if (fault !== null || !read.success || !code) return refused(fault ?? 20003)
        codes.put(read.data.code, { ...code, used: true })
        const token = `eyJ${randomBytes(700).toString('base64url')}`
        users.put(token, { person: code.person, until: world.now() + tokenLastsMs })
        const made = { access_token: token, expires_in: tokenLastsMs / 1000, token_type: 'Bearer' }
        return { status: 200, json: { code: 0, ...made, scope: 'auth:user.id:read' } }
      },
    },
    {
      ...{ name: 'signIn.user', method: 'GET', open: true, path: '/open-apis/authen/v1/user_info' },
      answer({ authorization }) {
        const [, token = ''] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? []
        const user = users.get(token)
        const told = (code: number, msg: string) => ({ status: 200, json: { code, msg } })
        if (!user || user.until <= world.now())
          return told(20005, 'The user access token passed is invalid. Please check the value')
        const person = world.user(user.person)
        if (person.gone) return told(20021, 'User resigned')
        const { open_id, union_id } = idsOf(user.person)
        const data = { name: person.name, open_id, union_id, tenant_key: world.tenantOf(person) }
        return { status: 200, json: { code: 0, msg: 'success', data } }
      },
    },
  ]
}

function refused(code: keyof typeof faults): Answer {
  const [error, error_description] = faults[code]
  return { status: 400, json: { code, error, error_description } }
}

function faultIn(
  said: z.infer<typeof asked>,
  code: Code | undefined,
  world: World,
): keyof typeof faults | null {
  if (said.grant_type !== 'authorization_code') return 20036
  if (said.client_id !== world.app.id) return 20048
  if (said.client_secret !== world.secret) return 20002
  if (!code) return 20003
  if (code.app !== said.client_id) return 20024
  if (code.used) return 20065
  if (world.now() - code.at >= codeLastsMs) return 20004
  if (code.redirect !== said.redirect_uri) return 20071
  if (code.challenge !== null && code.challenge !== challengeOf(said.code_verifier, code.method))
    return 20049
  const person = world.users.get(code.person)
  if (!person || person.gone) return 20008
  return person.inScope === false ? 20010 : null
}

const challengeOf = (verifier: string | undefined, method: string): string | undefined =>
  verifier === undefined || method === 'plain'
    ? verifier
    : createHash('sha256').update(verifier).digest('base64url')
