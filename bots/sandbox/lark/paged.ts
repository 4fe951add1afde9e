import { type Answer, good, refuse } from './answers.ts'

/** One page of a list, by `page_size` and `page_token`. */
export function paged(
  all: readonly object[],
  query: URLSearchParams,
  most: number,
  more = {},
): Answer {
  const size = Number(query.get('page_size') ?? 20)
  if (!(size >= 1 && size <= most)) return refuse(99992402, `page_size 1 to ${most}`)
  const start = Number(query.get('page_token') ?? 0)
  const end = start + size
  const hasMore = end < all.length
  const items = all.slice(start, end)
  return good({ items, has_more: hasMore, page_token: hasMore ? String(end) : '', ...more })
}
