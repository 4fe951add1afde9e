import { z } from 'zod'

/** What Lark sends: only what we use is read. */
export const envelope = z.object({
  header: z.object({
    event_id: z.string().min(1).max(200),
    event_type: z.string(),
    app_id: z.string(),
    tenant_key: z.string().optional(),
    create_time: z.string().optional(),
  }),
  event: z.unknown(),
})
export type Envelope = z.infer<typeof envelope>

const user = z.object({ open_id: z.string() })

export const mention = z.object({
  key: z.string(),
  id: z.object({ open_id: z.string().nullish() }).nullish(),
  name: z.string().nullish(),
  mentioned_type: z.string().nullish(),
})

export const received = z.object({
  sender: z.object({ sender_id: user, sender_type: z.string().nullish() }),
  message: z.object({
    message_id: z.string(),
    parent_id: z.string().nullish(),
    create_time: z.string(),
    chat_id: z.string(),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(mention).nullish(),
  }),
})
export type Received = z.infer<typeof received>

export const recalled = z.object({
  message_id: z.string(),
  chat_id: z.string(),
  recall_time: z.string().nullish(),
  /** `message_owner`, or who else took it away. */
  recall_type: z.string().nullish(),
})

/** Somebody read messages of ours in their private chat; of groups nothing is told. */
export const seen = z.object({
  reader: z.object({ reader_id: user, read_time: z.string().regex(/^\d{1,15}$/) }),
  message_id_list: z.array(z.string()),
})

/** Somebody was added to a group, the group was renamed, left or dissolved. */
export const roomChanged = z.object({
  chat_id: z.string(),
  name: z.string().nullish(),
  after_change: z.object({ name: z.string().nullish() }).nullish(),
  users: z.array(z.object({ name: z.string().nullish(), user_id: user })).nullish(),
})

export const pressed = z.object({
  operator: user,
  action: z.object({
    name: z.string().nullish(),
    /** Sent back by old clients as text; what is no object counts as nothing. */
    value: z.unknown(),
    form_value: z.record(z.string(), z.unknown()).nullish(),
  }),
  context: z.object({ open_message_id: z.string(), open_chat_id: z.string().nullish() }),
})
