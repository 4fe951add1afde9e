import type { Stretch } from './message.ts'
import type { Reading, Understanding } from './understanding.ts'

/** What a stretch of chat says: the matters in it, oldest first. */
export function readStretch(stretch: Stretch, _u: Understanding): Reading {
  return { matters: [], unsure: stretch.room === null && stretch.messages.length > 0 }
}
