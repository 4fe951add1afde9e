import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** As long as a session lasts at most; its own end is kept with it. */
const longestSeconds = 7 * 24 * 3600

/** Browsers keep such a cookie only from HTTPS, and send it nowhere else; in an office network without, a plainer one. */
const nameAt = (publicUrl: string) => privateCookie('linli', publicUrl).name
const isHttps = (publicUrl: string) => publicUrl.startsWith('https:')

const whereAt = (publicUrl: string) =>
  ({ path: '/', secure: isHttps(publicUrl), httpOnly: true, sameSite: 'Lax' }) as const

/** How a cookie is called and kept that nobody else may read or set. */
export const privateCookie = (name: string, publicUrl: string) => ({
  name: isHttps(publicUrl) ? `__Host-${name}` : name,
  options: whereAt(publicUrl),
})

/** The secret of a session as the browser brings it. */
export const secretOf = (c: Context, publicUrl: string): string | undefined =>
  getCookie(c, nameAt(publicUrl))

export const keepSecret = (c: Context, secret: string, publicUrl: string): void =>
  setCookie(c, nameAt(publicUrl), secret, { ...whereAt(publicUrl), maxAge: longestSeconds })

export const dropSecret = (c: Context, publicUrl: string): void => {
  deleteCookie(c, nameAt(publicUrl), whereAt(publicUrl))
}

const large = 'linli-large'
const yearSeconds = 365 * 24 * 3600

/** Whether this browser is read in large print. */
export const isLarge = (c: Context): boolean => getCookie(c, large) === '1'

export const keepLarge = (c: Context, wanted: boolean, publicUrl: string): void => {
  if (wanted) setCookie(c, large, '1', { ...whereAt(publicUrl), maxAge: yearSeconds })
  else deleteCookie(c, large, whereAt(publicUrl))
}
