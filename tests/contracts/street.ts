import type { Stores } from '../../db/stores/stores.ts'

/** An empty street. Every `open` is another process at the same data; `close` on what it answers is that one's end. */
export interface Street {
  open(): Promise<Stores>
}
