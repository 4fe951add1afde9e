import type { MiddlewareHandler } from 'hono'

/**
 * Signs that are not seen and change how a line is read: those that turn the direction of all that follows, and those of
 * terminals. Chinese needs none; a name that holds one would show a number backwards on the same line.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
const tricks = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/g

/** Takes them out of every page, whoever wrote them into whatever field. */
export const withoutTricks: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.get('Content-Type')?.startsWith('text/html')) return
  const page = await c.res.text()
  c.res = new Response(page.replace(tricks, ''), c.res)
}
