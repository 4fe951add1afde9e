import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readSheets } from '../db/street/read-sheets.ts'
import { readUpload } from '../db/street/read-upload.ts'
import type { Channels } from './flows/ports/channels.ts'
import type { LarkSignIn } from './flows/ports/lark-sign-in.ts'
import type { ConsoleDesk } from './http/console/console-desk.ts'
import type { Office } from './office.ts'
import { reportFiles } from './report-files.ts'

const { version } = createRequire(import.meta.url)('../package.json')

/** What the web side works with: the desk of an open office, and what only the console needs. */
export const consoleDeskOf = (
  { desk, stores }: Pick<Office, 'desk' | 'stores'>,
  dataFolder: string,
  channels: () => Channels | null = () => null,
  metricsToken: string | null = null,
  larkSignIn: LarkSignIn | null = null,
): ConsoleDesk => ({
  ...desk,
  tokens: stores.tokens,
  webhooks: stores.webhooks,
  feed: stores.feed,
  queue: stores.queue,
  operation: stores.operation,
  machine: { upMs: () => performance.now(), version: String(version), channels, metricsToken },
  reports: reportFiles(desk, join(dataFolder, 'reports')),
  drafts: stores.drafts,
  larkSignIn,
  streetTables: { gridsIn: readUpload, read: readSheets },
})
