/** A city platform that we exchange signed requests with. */
export interface HotlineSettings {
  /** Whose street this is: requests for another one are refused. */
  readonly tenant: string
  /** What the platform is called; both sides sign with it. */
  readonly source: string
  /** Known to both sides, at least 32 characters. */
  readonly secret: string
  /** Where our letters go. */
  readonly url: string
}
