import { z } from 'zod'

/** How WeCom names a member of the company. `@all`, and several joined by `|`, would be everybody. */
export const isUserId = (text: string): boolean => /^[A-Za-z0-9][\w.@-]{0,63}$/.test(text)

const text = z.string().default('')

const message = z.object({
  FromUserName: z.string().refine(isUserId),
  CreateTime: z.string().regex(/^\d{9,11}$/),
  MsgType: z.string(),
  MsgId: z.string().regex(/^[\w-]{1,64}$/),
  ...{ Content: text, MediaId: text, Recognition: text },
  ...{ Label: text, Location_X: text, Location_Y: text },
  ...{ Title: text, Url: text },
})

/** A message of a member to our app. */
export type Received = z.output<typeof message>

/** `event`: entered, subscribed, left: nothing was said. */
export function readReceived(
  fields: ReadonlyMap<string, string>,
): { readonly kind: 'message'; readonly message: Received } | { readonly kind: 'event' | 'bad' } {
  if (fields.get('MsgType') === 'event') return { kind: 'event' }
  const read = message.safeParse(Object.fromEntries(fields))
  return read.success ? { kind: 'message', message: read.data } : { kind: 'bad' }
}
