import type { ConsoleDesk } from './http/console/console-desk.ts'
import type { Office } from './office.ts'

/** What the web side works with: the desk of an open office, and the stores that only the console needs. */
export const consoleDeskOf = ({ desk, stores }: Pick<Office, 'desk' | 'stores'>): ConsoleDesk => ({
  ...desk,
  tokens: stores.tokens,
  queue: stores.queue,
})
