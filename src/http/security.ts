import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'

/**
 * Only what we serve ourselves runs or shows, and in a page itself only `styles`, each by its hash. HSTS and the opener policy are left to whoever terminates TLS: on the plain
 * HTTP of an office network browsers ignore them with a warning.
 */
export const strictHeaders = (styles: readonly string[] = []): MiddlewareHandler =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...styles],
      imgSrc: ["'self'"],
      mediaSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      baseUri: ["'none'"],
    },
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    referrerPolicy: 'same-origin',
  })

/** A photo of a phone is 3 to 8 MB. */
export const uploadLimit: MiddlewareHandler = bodyLimit({
  maxSize: 10 * 1024 * 1024,
  onError: (c) => c.text('图片太大了，请发送 10 MB 以内的图片。', 413),
})
