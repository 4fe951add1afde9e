/** Cells that people read: what is written wide there is meant so. */
const prose = new Set([
  ...['name', 'aliases', 'kind', 'scope', 'suffix', 'topic', 'default_place', 'place', 'outline'],
  ...[
    'level1',
    'level2',
    'questions',
    'answer',
    'source',
    'key',
    'text',
    'item',
    'nickname',
    'alias',
  ],
])
const days = new Set(['from', 'until', 'valid_until', 'day', 'on'])

/**
 * A cell as its column is kept, however it was typed: codes, numbers and times in half width, and days in one form, those
 * that Excel keeps as numbers included. What cannot be read stays as it is, for the checks to name.
 */
export function plainCell(column: string, cell: string): string {
  if (prose.has(column)) return cell
  const narrow = cell.replace(/[\uff01-\uff5e\u3000]/g, (char) => char.normalize('NFKC'))
  if (column === 'value') return /^[ -~]*$/.test(narrow) ? narrow.trim() : cell
  return days.has(column) ? dayText(narrow.trim()) : narrow.trim()
}

/** `2026/3/2`, `2026年3月2日`, `20260302` and 46083, the number of that day in Excel, as `2026-03-02`. */
function dayText(said: string): string {
  const [, year, month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]0?0:00(?::00)?)?$/.exec(said) ??
    /^(20\d{2})(\d{2})(\d{2})$/.exec(said) ??
    []
  if (year) return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return /^[34567]\d{4}(\.0+)?$/.test(said) ? dayNumbered(Number(said)) : said
}

/** Day 25569 of Excel is the first of 1970. */
const dayNumbered = (count: number): string =>
  new Date((count - 25_569) * 86_400_000).toISOString().slice(0, 10)
