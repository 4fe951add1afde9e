import { messageId, personId } from '../domain/ids.ts'
import type { ChatMessage } from '../domain/intake/message.ts'

/** A text by nobody in particular; `more` says what else is known of it. */
export const plainMessage = (text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  id: messageId('m1'),
  from: personId('somebody'),
  name: '',
  alias: '',
  isStaff: false,
  type: 'text',
  text,
  media: null,
  mentionsUs: false,
  quotes: null,
  recalls: null,
  at: new Date('2026-03-02T19:20:00+08:00'),
  ...more,
})
