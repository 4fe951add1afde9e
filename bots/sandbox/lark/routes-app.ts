import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { type Answer, good, refuse } from './answers.ts'
import type { Route } from './http.ts'
import { type LongConnections, mostConnections } from './socket.ts'
import type { World } from './world.ts'

const longest = 7_200_000
const renewedBelow = 1_800_000

/** Tokens, the bot itself, and the address of the long connection. */
export function appRoutes(world: World, mode: 'socket' | 'webhook', sockets: LongConnections) {
  const tokens = world.shelves.shelf<{ readonly until: number }>('tokens')

  /** With half an hour or more left the same one again; with less a new one, and both are good. */
  const token = (): { value: string; until: number } => {
    const now = world.now()
    const good = [...tokens.keys()].find(
      (one) => (tokens.get(one)?.until ?? 0) - now >= renewedBelow,
    )
    const value = good ?? `t-${randomBytes(16).toString('hex')}`
    if (good === undefined) tokens.put(value, { until: now + longest })
    return { value, until: tokens.get(value)?.until ?? 0 }
  }
  const isOurs = (id: string, secret: string) => id === world.app.id && secret === world.secret
  const routes: Route[] = [
    {
      ...{ name: 'token', method: 'POST', open: true },
      path: '/open-apis/auth/v3/tenant_access_token/internal',
      answer({ json }) {
        const read = z.object({ app_id: z.string(), app_secret: z.string() }).safeParse(json)
        if (!read.success || !isOurs(read.data.app_id, read.data.app_secret)) return refuse(10014)
        const { value, until } = token()
        const expire = Math.floor((until - world.now()) / 1_000)
        return { status: 200, json: { code: 0, msg: 'ok', tenant_access_token: value, expire } }
      },
    },
    {
      ...{ name: 'botInfo', method: 'GET', path: '/open-apis/bot/v3/info' },
      answer: () => ({
        status: 200,
        json: {
          ...{ code: 0, msg: 'ok' },
          bot: {
            ...{ activate_status: 2, app_name: world.app.botName, avatar_url: '' },
            ...{ ip_white_list: [], open_id: world.app.bot },
          },
        },
      }),
    },
    {
      ...{ name: 'socket.endpoint', method: 'POST', open: true, path: '/callback/ws/endpoint' },
      answer({ json }) {
        const no = (code: number, msg: string) => ({ status: 200, json: { code, msg } })
        const read = z.object({ AppID: z.string(), AppSecret: z.string() }).safeParse(json)
        if (!read.success || !isOurs(read.data.AppID, read.data.AppSecret))
          return no(514, 'auth failed')
        if (mode === 'webhook') return no(403, 'the app is not set to the long connection')
        if (sockets.count() >= mostConnections) return no(1000040350, 'too many connections')
        return good(sockets.ticket())
      },
    },
  ]
  return {
    routes,
    mayCome(authorization: string | undefined): Answer | undefined {
      const [, value] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? []
      if (value === undefined) return refuse(99991661)
      return (tokens.get(value)?.until ?? 0) > world.now() ? undefined : refuse(99991663)
    },
    revokeTokens() {
      for (const one of tokens.keys()) tokens.put(one, { until: 0 })
    },
  }
}
