import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { cardKinds } from '../../src/flows/ports/cards.ts'
import { moment, oneOf, tenantId } from './columns.ts'

/** Cards in people's private chats. `due_at`: not to be touched before; a retired one never again. */
export const card = pgTable(
  'card',
  {
    tenantId,
    channel: text().notNull(),
    message: text().notNull(),
    chat: text().notNull(),
    petitionId: text('petition_id').notNull(),
    kind: text().notNull(),
    account: text().notNull(),
    version: integer().notNull(),
    state: text().notNull().default('standing'),
    sentAt: moment('sent_at').notNull(),
    dueAt: moment('due_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.tenantId, t.channel, t.message] }),
    index('card_account').on(t.tenantId, t.petitionId, t.account),
    index('card_due').on(t.tenantId, t.channel, t.dueAt).where(sql`state <> 'retired'`),
    check('card_kind', oneOf(t.kind, cardKinds)),
    check('card_state', oneOf(t.state, ['standing', 'replaced', 'retired'])),
  ],
)
