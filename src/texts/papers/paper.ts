/** A form in words: what is known is printed, what is not is left for a pen. */
export interface Paper {
  readonly title: string
  /** At the right, above everything. */
  readonly number: string
  readonly parts: readonly Part[]
}

export type Part =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** So many empty lines to write on. */
  | { readonly kind: 'ruled'; readonly lines: number }
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly title: string; readonly width: number }[]
      readonly rows: readonly (readonly string[])[]
    }

/** Room for a pen, in characters. */
export const blank = (width: number): string => '＿'.repeat(width)
