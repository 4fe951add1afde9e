import { z } from 'zod'

/** All attachments of a request together, decoded. In bytes. */
const mostAttached = 8 * 1024 * 1024
const longestText = 50_000

const id = (what: string) =>
  z.string().regex(/^[\x21-\x7e]{1,128}$/, `${what}: 1 to 128 ASCII characters without spaces`)

/** Without a slash: `id/1` is ours to give to a file. */
const said = (what: string) =>
  z
    .string()
    .regex(
      /^[\x21-\x2e\x30-\x7e]{1,120}$/,
      `${what}: 1 to 120 ASCII characters without spaces and slashes`,
    )

/** A regular expression over megabytes can exhaust the stack: the text is decoded and compared. */
const base64 = z.string().transform((text, context) => {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length > 0 && bytes.toString('base64') === text) return new Uint8Array(bytes)
  context.addIssue({ code: 'custom', message: 'base64 with padding, no line breaks, not empty' })
  return z.NEVER
})

const attachment = z.strictObject({
  mime: z
    .string()
    .regex(
      /^(image|audio|video)\/[a-z0-9.+-]{1,60}$/,
      'image/…, audio/… or video/…, in small letters',
    ),
  data: base64,
  /** What is said in an audio, where somebody wrote it down. */
  transcript: z.string().max(longestText).default(''),
})

/** What a platform posts: a message with words, files or both, or that an earlier one was taken back. */
export const hotlineRequest = z
  .strictObject({
    tenant: id('the street'),
    /** Never twice for two messages. */
    id: said('the id of the message'),
    sent_at: z.iso.datetime({ offset: true, error: 'like 2026-03-02T09:00:00+08:00' }),
    from: z.strictObject({
      id: id('the account'),
      name: z.string().max(64).default(''),
      alias: z.string().max(64).default(''),
    }),
    /** A group chat, where the platform has them. */
    room: id('the group').nullable().default(null),
    text: z.string().max(longestText).default(''),
    mentions_us: z.boolean().default(false),
    quotes: id('the id of a message').nullable().default(null),
    recalls: id('the id of a message').nullable().default(null),
    attachments: z.array(attachment).max(9).default([]),
  })
  .superRefine(({ text, attachments, recalls }, context) => {
    const says = text !== '' || attachments.length > 0
    if (says === (recalls !== null))
      context.addIssue({
        ...{ code: 'custom', path: ['text'] },
        message: 'either text or attachments, or else recalls',
      })
    const total = attachments.reduce((sum, { data }) => sum + data.length, 0)
    if (total > mostAttached)
      context.addIssue({
        ...{ code: 'custom', path: ['attachments'] },
        message: `together at most ${mostAttached} bytes`,
      })
  })

export type HotlineRequest = z.output<typeof hotlineRequest>

/** What is wrong with a request, by field; never a value of it. */
export const faultsIn = ({ issues }: z.ZodError) =>
  issues.slice(0, 20).map((issue) => ({
    field: issue.path.join('.') || '(body)',
    fault: issue.code === 'unrecognized_keys' ? 'has a field that is not known' : issue.message,
  }))
