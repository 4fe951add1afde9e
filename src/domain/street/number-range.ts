/** Buildings or house numbers: `A1-A6` is `{ letter: 'A', from: 1, to: 6 }`, `B` alone has no numbers. */
export interface NumberRange {
  readonly letter: string
  readonly from: number | null
  readonly to: number | null
}
