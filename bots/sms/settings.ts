/** A gateway that sends short messages for us. */
export interface SmsSettings {
  /** Where we post to. */
  readonly url: string
  /** What we are called there; both sides sign with it. */
  readonly account: string
  /** Known to both sides, at least 32 characters. */
  readonly secret: string
  /** Each part costs: so many a day at most, by the calendar of +08:00. */
  readonly partsADay: number
}
