import type { MiddlewareHandler } from 'hono'

/**
 * Signs that are not seen and change how a line is read: those that turn the direction of all that follows, and those of
 * terminals. Chinese needs none; a name that holds one would show a number backwards on the same line.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
const tricks = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069]/g

/** Takes them out of every page and of everything that comes to a page later, whoever wrote them into whatever field. */
export const withoutTricks: MiddlewareHandler = async (c, next) => {
  await next()
  const type = c.res.headers.get('Content-Type') ?? ''
  if (type.startsWith('text/html')) {
    const page = await c.res.text()
    c.res = new Response(page.replace(tricks, ''), c.res)
  } else if (type.startsWith('text/event-stream') && c.res.body) {
    const pieces = c.res.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(
        new TransformStream<string, string>({
          transform: (piece, out) => out.enqueue(piece.replace(tricks, '')),
        }),
      )
      .pipeThrough(new TextEncoderStream())
    c.res = new Response(pieces, c.res)
  }
}
