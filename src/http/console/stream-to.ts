import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Visit } from './visit.ts'

/** What comes to a page later. A fault ends it: it is reported, and no word of it goes out, as hono's own would send them. */
export const streamTo = (
  { c, desk }: Pick<Visit, 'c' | 'desk'>,
  run: (sse: SSEStreamingApi) => Promise<void>,
): Response =>
  streamSSE(c, (sse) =>
    run(sse).catch((fault) => desk.report('console: a page cannot be kept up to date', fault)),
  )
