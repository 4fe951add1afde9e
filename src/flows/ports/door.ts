/** A way in on our own port for platforms that call us: webhooks and open interfaces. */
export interface Door {
  /** All requests under it are this door's: `/lark`, `/open311/v2`. */
  readonly path: string
  /** Longer bodies are refused before they are read. In bytes. */
  readonly longestBody: number
  /** Answers every request and never throws: whoever calls may be anybody. */
  answer(request: Request): Promise<Response>
}
