/** A share shows as 85.7%, and as — where there is nothing to be out of. */
export type Cell =
  | string
  | number
  | { readonly kind: 'share'; readonly share: number | null }
  /** How long a bar is, from 0 to 1. */
  | { readonly kind: 'bar'; readonly length: number }

export interface Column {
  readonly title: string
  /** In Chinese characters. */
  readonly width: number
}

export interface Table {
  readonly title: string
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** One chapter: a sheet of a workbook, a section of a text. */
export interface Chapter {
  /** At most 31 characters, none of []:*?/\ : also the name of a sheet. */
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly tables: readonly Table[]
}

/** A report in words: what both writers, of workbooks and of texts, put on paper. */
export interface Document {
  readonly title: string
  /** Whose, of when, up to when. */
  readonly heading: readonly string[]
  readonly chapters: readonly Chapter[]
  /** The last chapter: each printed number, what it means and which petitions it counts. */
  readonly definitions: Chapter
}

/** 85.7%, 100%; — where there is nothing to be out of. */
export const shareText = (share: number | null): string =>
  share === null ? '—' : `${Number((share * 100).toFixed(1))}%`
