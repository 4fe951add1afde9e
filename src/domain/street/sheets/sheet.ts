/**
 * A rulebook as tables of text, as people keep it in files and Excel. For each table: the file it is kept in, the columns
 * that tell its lines apart (not always alone: see `keysOf`), and all columns in order.
 */
export const sheets = {
  units: {
    file: 'org_units.csv',
    key: ['code'],
    columns: ['code', 'parent', 'kind', 'name', 'aliases'],
  },
  places: {
    file: 'places.csv',
    key: ['grid', 'name'],
    columns: ['grid', 'kind', 'name', 'aliases', 'range', 'suffix', 'units', 'floors'],
  },
  shapes: { file: 'grids.geojson', key: ['unit'], columns: ['unit', 'outline'] },
  departments: {
    file: 'departments.csv',
    key: ['code'],
    columns: ['code', 'name', 'aliases', 'scope', 'kind'],
  },
  staff: {
    file: 'staff.csv',
    key: ['id'],
    columns: ['id', 'name', 'role', 'unit', 'department', 'wechat_id', 'lark_id', 'phone'],
  },
  absences: {
    file: 'absences.csv',
    key: ['person', 'from'],
    columns: ['person', 'from', 'until', 'deputy'],
  },
  duty: { file: 'duty.csv', key: ['on', 'unit'], columns: ['on', 'unit', 'person'] },
  heads: {
    file: 'household_heads.csv',
    key: ['person', 'place', 'from'],
    columns: [
      ...['person', 'name', 'account', 'unit', 'place', 'range', 'entrances', 'rooms'],
      ...['from', 'until', 'confirmed_by'],
    ],
  },
  rooms: { file: 'rooms.csv', key: ['id'], columns: ['id', 'topic', 'unit', 'default_place'] },
  categories: {
    file: 'categories.csv',
    key: ['code'],
    columns: [
      ...['code', 'level1', 'level2', 'kind', 'lead_handler', 'deadline_policy', 'confidential'],
      ...['assist_handlers', 'counted_only'],
    ],
  },
  catalogue: {
    file: 'catalogue.csv',
    key: ['category', 'unit', 'hours'],
    columns: ['category', 'unit', 'hours', 'lead_handler', 'assist_handlers', 'source'],
  },
  knowledge: {
    file: 'knowledge.csv',
    key: ['id'],
    columns: ['id', 'questions', 'answer', 'source', 'categories', 'units', 'valid_until'],
  },
  texts: { file: 'texts.csv', key: ['key'], columns: ['key', 'text'] },
  policies: {
    file: 'policies.yaml',
    key: ['name'],
    columns: [
      ...['name', 'source', 'accept', 'resolve', 'around_the_clock', 'remind_at', 'escalate'],
      ...['when_urgent', 'when_emergency'],
      ...['extension_times', 'extension_at_most', 'extension_approved_by'],
      ...['meet_parties', 'sessions_at_least', 'sessions_within'],
      ...['hand_over_after', 'hand_over_within', 'hand_over_to', 'report_same_day_if', 'follow_up'],
    ],
  },
  manners: { file: 'policies.yaml', key: ['item'], columns: ['item', 'value'] },
  calendar: { file: 'calendar', key: ['day'], columns: ['day', 'kind'] },
} as const satisfies Readonly<
  Record<string, { file: string; key: readonly string[]; columns: readonly string[] }>
>

export type SheetName = keyof typeof sheets
export const sheetNames = Object.keys(sheets) as readonly SheetName[]
export const isSheetName = (text: string): text is SheetName => Object.hasOwn(sheets, text)

/** The cells of one line by the names of their columns; an empty cell is ''. */
export type Cells = Readonly<Record<string, string>>
export type Sheets = Readonly<Record<SheetName, readonly Cells[]>>

/** Splits several values in one cell. */
export const separator = '|'

/** A line and where it stands in its file, counted from 1. */
export interface Placed {
  readonly line: number
  readonly cells: Cells
}
export type PlacedSheets = Readonly<Record<SheetName, readonly Placed[]>>

/** Tables as lines of their files: behind a head, but for outlines, which are counted themselves. */
export const placed = (sheets: Sheets): PlacedSheets =>
  Object.fromEntries(
    sheetNames.map((name) => [
      name,
      sheets[name].map((cells, i) => ({ line: lineAt(name, i), cells })),
    ]),
  ) as unknown as PlacedSheets

/** Where the line at a place of a table, counted from 0, stands in its file. */
export const lineAt = (name: SheetName, at: number): number => (name === 'shapes' ? at + 1 : at + 2)
