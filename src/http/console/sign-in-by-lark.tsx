import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { LarkSignIn } from '../../flows/ports/lark-sign-in.ts'
import {
  backFromLark,
  type Leaving,
  larkReturnPath,
  leaveForLark,
  type NotByLark,
} from '../../flows/sign-in-by-lark.ts'
import { Brand, Layout } from '../layout.tsx'
import type { ConsoleDesk } from './console-desk.ts'
import { keepSecret, privateCookie } from './cookie.ts'

/** Somebody may have to find their phone first. */
const awaySeconds = 600

/** Signing in by Lark: away to it, and back. Addresses of ours alone are gone on to, whatever an address asks for. */
export function larkRoutes(lark: LarkSignIn, desk: ConsoleDesk, version: string): Hono {
  const app = new Hono()
  const { name, options } = privateCookie('linli-lark', desk.publicUrl)

  app.get('/sign-in/lark', (c) => {
    const { url, leaving } = leaveForLark(lark, desk)
    const to = ownPath(c.req.query('to'))
    const kept = `${leaving.state}.${leaving.verifier}.${encodeURIComponent(to)}`
    setCookie(c, name, kept, { ...options, maxAge: awaySeconds })
    return c.redirect(url, 302)
  })

  app.get(larkReturnPath, async (c) => {
    const { leaving, to } = readKept(getCookie(c, name) ?? '')
    deleteCookie(c, name, options)
    const brought = { state: c.req.query('state') ?? '', code: c.req.query('code') ?? '' }
    const client = c.req.header('User-Agent') ?? ''
    const came = await backFromLark(brought, leaving, client, lark, desk)
    if (!came.ok)
      return c.html(<NotIn why={came.problem} to={to} version={version} />, statusOf[came.problem])
    keepSecret(c, came.value, desk.publicUrl)
    return c.redirect(to, 303)
  })

  return app
}

function readKept(kept: string): { readonly leaving: Leaving | null; readonly to: string } {
  const [state = '', verifier = '', to = ''] = kept.split('.')
  const isWhole = /^[\w-]{20,}$/.test(state) && /^[\w-]{43,128}$/.test(verifier)
  return { leaving: isWhole ? { state, verifier } : null, to: ownPath(safelyDecoded(to)) }
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

const longestPath = 500

/** A page of the console; its front page for whatever is none. */
function ownPath(said: string | undefined): string {
  const isOurs = said && said.length <= longestPath && /^\/console(?:[/?][!-[\]-~]*)?$/.test(said)
  return isOurs && !/\/\.|\/\//.test(said) ? said : '/console'
}

/** Where somebody signs in by Lark who wants to see this page. */
export const larkPathFor = (c: Context): string => {
  const { pathname, search } = new URL(c.req.url)
  return `/sign-in/lark?${new URLSearchParams({ to: ownPath(`${pathname}${search}`) })}`
}

/** Somebody opens a page inside Lark, where it asks nothing; not who just went out, and no part of a page. */
export const opensInLark = (c: Context): boolean =>
  c.req.method === 'GET' &&
  /Lark\/|Feishu/i.test(c.req.header('User-Agent') ?? '') &&
  (c.req.header('Accept') ?? '').includes('text/html') &&
  c.req.header('hx-request') !== 'true' &&
  c.req.query('out') === undefined

const statusOf = {
  stale: 410,
  declined: 403,
  refused: 410,
  stranger: 403,
  noAccess: 403,
  misconfigured: 503,
  later: 503,
} as const satisfies Readonly<Record<NotByLark, number>>

const words: Readonly<Record<NotByLark, readonly [string, string]>> = {
  stale: ['这次登录已失效', '可能隔得太久，或者换了浏览器。请再登录一次。'],
  refused: ['这次登录已失效', '飞书给的登录凭据只能用一次，五分钟内有效。请再登录一次。'],
  declined: ['没有登录', '您在飞书里没有同意登录。要用工作台，请再登录一次并同意。'],
  stranger: [
    '这个飞书账号还没有绑定',
    '请找系统管理员：在“设置”的人员表里填上您的飞书账号，或者领一个绑定码，您在飞书里私信邻里小助手“绑定”加六位数字。绑定好了再登录。',
  ],
  noAccess: [
    '您的飞书账号用不了邻里',
    '请找飞书管理员，把您加进邻里应用的可用范围。急用可以私信邻里小助手发“登录”，用它给的入口。',
  ],
  misconfigured: [
    '飞书登录没有配置好',
    '请告诉系统管理员。急用可以私信邻里小助手发“登录”，用它给的入口。',
  ],
  later: ['飞书没有应答', '请过一会儿再登录，或者私信邻里小助手发“登录”，用它给的入口。'],
}

const NotIn = (of: { readonly why: NotByLark; readonly to: string; readonly version: string }) => {
  const [title, advice] = words[of.why]
  return (
    <Layout title={`${title} · 邻里`} version={of.version} page="plain">
      <header class="bar">
        <Brand version={of.version} href="/console" />
      </header>
      <main class="problem">
        <h1>{title}</h1>
        <p>{advice}</p>
        <p>
          <a class="button" href={`/sign-in/lark?${new URLSearchParams({ to: of.to })}`}>
            再登录一次
          </a>
        </p>
      </main>
    </Layout>
  )
}
