import { separator } from './sheet.ts'

/** How a value of `policies.yaml` is written in one cell. */
type Kind =
  | 'text'
  | 'number'
  | 'yesNo'
  | 'list'
  | 'numbers'
  /** Steps after a limit: `0m community_manager|1wd street_supervisor`. */
  | 'steps'
  /** Looks after a settlement: `15d message|30d visit`. */
  | 'looks'
  /** `21:30-07:30` */
  | 'hours'
  | 'spans'
  /** `SZ 3wd|CG 2wd` */
  | 'byName'

interface Item {
  readonly path: readonly string[]
  readonly kind: Kind
}

/** Columns of a policy: where in its lines they stand. */
export const policyColumns: Readonly<Record<string, Item>> = {
  source: { path: ['source'], kind: 'text' },
  accept: { path: ['accept'], kind: 'text' },
  resolve: { path: ['resolve'], kind: 'text' },
  around_the_clock: { path: ['around_the_clock'], kind: 'yesNo' },
  remind_at: { path: ['remind_at'], kind: 'numbers' },
  escalate: { path: ['escalate'], kind: 'steps' },
  when_urgent: { path: ['when', 'urgent'], kind: 'text' },
  when_emergency: { path: ['when', 'emergency'], kind: 'text' },
  extension_times: { path: ['extension', 'times'], kind: 'number' },
  extension_at_most: { path: ['extension', 'at_most'], kind: 'text' },
  extension_approved_by: { path: ['extension', 'approved_by'], kind: 'text' },
  meet_parties: { path: ['meet_parties'], kind: 'text' },
  sessions_at_least: { path: ['sessions', 'at_least'], kind: 'number' },
  sessions_within: { path: ['sessions', 'within'], kind: 'text' },
  hand_over_after: { path: ['hand_over', 'after_failed_sessions'], kind: 'number' },
  hand_over_within: { path: ['hand_over', 'within'], kind: 'text' },
  hand_over_to: { path: ['hand_over', 'to'], kind: 'text' },
  report_same_day_if: { path: ['report_same_day_if'], kind: 'text' },
  follow_up: { path: ['follow_up'], kind: 'looks' },
}

const classes = ['chatter', 'inbox', 'media', 'letters', 'closed_petitions', 'reveals', 'accounts']

/** What a street decides beside its policies, one line each; the name is the path in `policies.yaml`. */
const kindOfManner: Readonly<Record<string, Kind>> = {
  'survey.remind_after': 'text',
  'survey.close_after': 'text',
  'survey.reopen_within': 'text',
  quiet_hours: 'hours',
  office_hours: 'spans',
  place_answer_within: 'text',
  'pings.per_day': 'number',
  'pings.digest_at': 'list',
  'pings.brief_at': 'text',
  'urging.within': 'text',
  'approval.press_after': 'text',
  'approval.raise_after': 'text',
  'hot_spot.petitions': 'number',
  'hot_spot.households': 'number',
  'hot_spot.within_hours': 'number',
  'in_rooms.greet_newcomers': 'yesNo',
  'in_rooms.ask_to_repeat': 'yesNo',
  'joint.limit': 'text',
  'joint.by_department': 'byName',
  'joint.remind_at': 'numbers',
  'joint.escalate': 'steps',
  'joint.conclude_within': 'text',
  'catalogue_learning.petitions': 'number',
  'catalogue_learning.within_days': 'number',
  head_checks: 'list',
  'callback.share': 'number',
  'callback.within': 'text',
  'callback.always': 'list',
  'lasting.after': 'text',
  'lasting.answer_within': 'text',
  'lasting.of': 'list',
  'lasting.categories': 'list',
  'survey_notes.before': 'text',
  'survey_notes.within': 'text',
  'errands.accept': 'text',
  'errands.done': 'text',
  'errands.answer': 'text',
  'errands.source': 'text',
  'assessment.response': 'number',
  'assessment.on_time': 'number',
  'assessment.resolution': 'number',
  'assessment.satisfaction': 'number',
  'assessment.not_returned': 'number',
  'assessment.not_repeated': 'number',
  public_page: 'list',
  ...Object.fromEntries(
    [...classes, 'people'].flatMap((of) =>
      ['keep', 'source'].map((what) => [`retention.${of}.${what}`, 'text'] as const),
    ),
  ),
}

export const manners: readonly (Item & { readonly item: string })[] = Object.entries(
  kindOfManner,
).map(([item, kind]) => ({ item, path: item.split('.'), kind }))

/** A list that is meant to be empty: an empty cell says nothing, and what is usual holds. */
const nothing = '无'
const lists: readonly Kind[] = ['list', 'numbers', 'steps', 'looks']

/** A value of the file as one cell; '' where there is none. */
export function toCell(value: unknown, kind: Kind): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value) && value.length === 0) return nothing
  switch (kind) {
    case 'text':
    case 'number':
      return String(value)
    case 'yesNo':
      return value ? 'yes' : 'no'
    case 'list':
    case 'numbers':
      return (value as readonly unknown[]).join(separator)
    case 'steps':
      return pairs(value as readonly { after: string; to: string }[], 'after', 'to')
    case 'looks':
      return pairs(value as readonly { after: string; by: string }[], 'after', 'by')
    case 'hours':
      return hoursText(value as Hours)
    case 'spans':
      return (value as readonly Hours[]).map(hoursText).join(separator)
    case 'byName':
      return Object.entries(value as Record<string, string>)
        .map((pair) => pair.join(' '))
        .join(separator)
  }
}

/** What a cell says, for the schema of the file to judge; undefined where it is empty. */
export function fromCell(cell: string, kind: Kind): unknown {
  if (cell === '') return undefined
  if (cell === nothing && lists.includes(kind)) return []
  const parts = cell.split(/[|｜]/).map((part) => part.trim())
  switch (kind) {
    case 'text':
      return cell
    case 'number':
      return numberIn(cell)
    case 'yesNo':
      return cell === 'yes' ? true : cell === 'no' ? false : cell
    case 'list':
      return parts
    case 'numbers':
      return parts.map(numberIn)
    case 'steps':
      return parts.map((part) => paired(part, 'after', 'to'))
    case 'looks':
      return parts.map((part) => paired(part, 'after', 'by'))
    case 'hours':
      return hoursIn(cell)
    case 'spans':
      return parts.map(hoursIn)
    case 'byName':
      return Object.fromEntries(parts.map(halves))
  }
}

interface Hours {
  readonly from: string
  readonly to: string
}
const hoursText = ({ from, to }: Hours) => `${from}-${to}`
const hoursIn = (text: string): Hours => {
  const [from = '', to = ''] = text.split(/\s*[-–—~至到]\s*/)
  return { from, to }
}

const numberIn = (text: string): unknown =>
  /^-?\d+(\.\d+)?%?$/.test(text)
    ? text.endsWith('%')
      ? Number(text.slice(0, -1)) / 100
      : Number(text)
    : text

const pairs = (
  values: readonly Readonly<Record<string, string>>[],
  first: string,
  second: string,
): string => values.map((value) => `${value[first]} ${value[second]}`).join(separator)

const paired = (part: string, first: string, second: string) => {
  const [one, other] = halves(part)
  return { [first]: one, [second]: other }
}

const halves = (part: string): [string, string] => {
  const [one = '', ...others] = part.split(/\s+/)
  return [one, others.join(' ')]
}
