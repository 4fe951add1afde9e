import type { AxiosInstance } from 'axios'
import { z } from 'zod'
import { no, ok, type Result } from '../../src/domain/result.ts'
import type { LarkSignIn } from '../../src/flows/ports/lark-sign-in.ts'
import { type FaultKind, LarkFault } from './faults.ts'
import { callInstance } from './http.ts'
import type { LarkSettings } from './settings.ts'

const token = z.object({ access_token: z.string().min(1) })
const info = z.object({ data: z.object({ open_id: z.string().regex(/^ou[_-][\w-]+$/) }) })
const callMs = 5_000

/**
 * Signing in by Lark: https://open.feishu.cn/document/authentication-management/access-token/obtain-oauth-code and what it
 * links to. Two plain calls, so that the SDK stays unloaded; the user's token is read once and kept nowhere.
 */
export function larkSignIn({
  appId,
  appSecret,
  domain,
}: Pick<LarkSettings, 'appId' | 'appSecret' | 'domain'>): LarkSignIn {
  const http = callInstance(callMs)
  return {
    authorizeUrl({ redirectUri, state, challenge }) {
      const query = new URLSearchParams({
        ...{ client_id: appId, response_type: 'code', redirect_uri: redirectUri, state },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      })
      return `${accountsAt(domain)}/open-apis/authen/v1/authorize?${query}`
    },
    async whose(code, redirectUri, verifier) {
      try {
        const asked = {
          ...{ grant_type: 'authorization_code', client_id: appId, client_secret: appSecret },
          ...{ code, redirect_uri: redirectUri, code_verifier: verifier },
        }
        const made: unknown = await http.post(`${domain}/open-apis/authen/v2/oauth/token`, asked)
        return ok(await openIdOf(token.parse(made).access_token, domain, http))
      } catch (fault) {
        return refusal(fault)
      }
    },
  }
}

async function openIdOf(user: string, domain: string, http: AxiosInstance): Promise<string> {
  const headers = { Authorization: `Bearer ${user}` }
  const told: unknown = await http.get(`${domain}/open-apis/authen/v1/user_info`, { headers })
  return info.parse(told).data.open_id
}

/** People sign in at a host of its own: https://accounts.feishu.cn, https://accounts.larksuite.com. */
const accountsAt = (domain: string): string =>
  domain.replace(/^https:\/\/open\.(feishu\.cn|larksuite\.com)$/, 'https://accounts.$1')

const meanings: Readonly<Partial<Record<FaultKind, 'later' | 'misconfigured' | 'noAccess'>>> = {
  link: 'later',
  rate: 'later',
  app: 'misconfigured',
  unknown: 'noAccess',
}

function refusal(
  fault: unknown,
): Result<never, 'refused' | 'noAccess' | 'misconfigured' | 'later'> {
  if (fault instanceof z.ZodError) return no('later') // whoever answered, it was not Lark
  if (!(fault instanceof LarkFault)) throw fault
  return no(meanings[fault.kind] ?? 'refused')
}
