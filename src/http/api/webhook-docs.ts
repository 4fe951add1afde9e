import { type OpenAPIHono, z } from '@hono/zod-openapi'
import type { ApiEnv } from './caller.ts'
import { feedEvent } from './happening-json.ts'

/** Describes what we post to those who want to be told: `tell-webhooks.ts` does it. */
export function describeWebhook(app: OpenAPIHono<ApiEnv>): void {
  app.openAPIRegistry.registerWebhook({
    method: 'post',
    path: 'events',
    tags: ['Petitions'],
    summary: 'What happened, posted to your address',
    description:
      'The events of `/events`, in the same order, to addresses that the street opened in the console under 运行 · 事件推送. At least once: know them by their `id`. Answer 2xx when you have them; anything else, or nothing within 15 seconds, and the same comes again before anything later, after pauses that double up to an hour, for a day. 410: you want no more.',
    security: [],
    request: {
      headers: z.object({
        'x-linli-source': z.string().openapi({ description: 'The webhook.' }),
        'x-linli-timestamp': z.string().openapi({ description: 'Seconds since 1970.' }),
        'x-linli-nonce': z.string(),
        'x-linli-signature': z.string().openapi({
          description:
            '`v1=` and the HMAC-SHA256 in hexadecimal, with the secret as its key, over the lines `from-linli`, source, timestamp, nonce, each with its `\\n`, and then the bytes of the body.',
        }),
      }),
      body: {
        content: {
          'application/json': {
            schema: z.object({ webhook: z.string(), events: z.array(feedEvent) }),
          },
        },
      },
    },
    responses: { 200: { description: 'You have them.' }, 410: { description: 'No more.' } },
  })
}
