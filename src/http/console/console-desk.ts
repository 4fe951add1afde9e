import type { Drafts } from '../../flows/ports/drafts.ts'
import type { Feed } from '../../flows/ports/feed.ts'
import type { LarkSignIn } from '../../flows/ports/lark-sign-in.ts'
import type { Machine, Operation } from '../../flows/ports/operation.ts'
import type { Queue } from '../../flows/ports/queue.ts'
import type { ReportFiles } from '../../flows/ports/report-files.ts'
import type { StreetTables } from '../../flows/ports/street-tables.ts'
import type { Tokens } from '../../flows/ports/tokens.ts'
import type { Webhooks } from '../../flows/ports/webhooks.ts'
import type { Desk } from '../../flows/ports.ts'

/** What the console needs beside what all flows need. */
export type ConsoleDesk = Desk & {
  readonly tokens: Tokens
  readonly webhooks: Webhooks
  readonly feed: Feed
  readonly queue: Queue
  readonly operation: Operation
  readonly machine: Machine
  readonly reports: ReportFiles
  readonly drafts: Drafts
  readonly streetTables: StreetTables
  /** null: there is no Lark app, or it does not know where browsers reach us. */
  readonly larkSignIn: LarkSignIn | null
}
