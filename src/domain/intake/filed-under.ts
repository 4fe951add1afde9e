import type { Category } from '../street/rulebook.ts'

/** `【楼道照明】` at the beginning of a text. */
const heading = /^\s*【([^【】]{1,30})】\s*/

/** The category that a text is filed under by who says it: its exact name at the beginning; null: none. */
export function filedUnder(text: string, categories: readonly Category[]): Category | null {
  const name = heading.exec(text)?.[1]
  return categories.find(({ level2 }) => level2 === name) ?? null
}

/** How a text is filed under a category. */
export const headingOf = ({ level2 }: Pick<Category, 'level2'>): string => `【${level2}】`

export const withoutHeading = (text: string): string => text.replace(heading, '')
