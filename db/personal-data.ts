import type { RecordClass } from '../src/domain/rights/retention.ts'

/** What of a table says something of people, and when that goes. */
interface Holding {
  /** Columns that say who, or what somebody said; ids of people included. */
  readonly personal: readonly string[]
  /** The class whose time it has; `person`: goes with the person; `office`: see below. */
  readonly goes: RecordClass | 'person' | 'office'
  /** Whether a person who asks gets it taken away at once. */
  readonly atOnce?: true
  /** Columns that look as if they were, and are not: why. */
  readonly notPersonal?: Readonly<Record<string, string>>
}

/**
 * Every table that holds something of people. `tests/db/personal-data.test.ts` looks through the database and wants each
 * column named here that could hold such a thing: a new table fails it until somebody has thought about when its rows go.
 * `office`: of people who hold an office, for as long as they hold it.
 */
export const personalData: Readonly<Record<string, Holding>> = {
  inbox: {
    personal: ['body', 'conversation'],
    goes: 'inbox',
    atOnce: true,
    notPersonal: { outcome: 'a word of ours', fault: 'never words of people' },
  },
  outbox: {
    personal: ['reader', 'body', 'set_out', 'doubt', 'closed', 'message', 'seen_at'],
    goes: 'letters',
    notPersonal: { why: 'a fault without words' },
  },
  seen_early: { personal: ['account', 'message', 'read_at'], goes: 'letters' },
  question: { personal: ['person_id', 'conversation', 'body'], goes: 'person', atOnce: true },
  petition: {
    personal: ['reporter', 'body'],
    goes: 'closedPetitions',
    notPersonal: { parts: 'desks', open_parts: 'desks' },
  },
  petition_person: { personal: ['person_id'], goes: 'closedPetitions' },
  petition_message: { personal: ['message_id'], goes: 'closedPetitions' },
  petition_event: { personal: ['body'], goes: 'closedPetitions' },
  correction: {
    personal: ['words', 'was', 'becomes', 'person_id'],
    goes: 'closedPetitions',
  },
  card: { personal: ['account', 'chat'], goes: 'closedPetitions' },
  finding: { personal: ['body'], goes: 'media' },
  person: { personal: ['name', 'account', 'channel', 'merged_into'], goes: 'people' },
  person_alias: { personal: ['account', 'person_id'], goes: 'people' },
  person_room: { personal: ['person_id', 'alias'], goes: 'people', atOnce: true },
  person_said: { personal: ['person_id', 'name', 'door'], goes: 'person', atOnce: true },
  person_merge: { personal: ['person_id', 'merged_into', 'body'], goes: 'accounts' },
  binding_code: { personal: ['person_id', 'used_by'], goes: 'accounts', atOnce: true },
  binding_miss: { personal: ['account'], goes: 'accounts' },
  sign_in_link: { personal: ['person_id'], goes: 'office' },
  session: { personal: ['person_id', 'client'], goes: 'office' },
  api_token: {
    personal: ['person_id', 'made_by'],
    goes: 'office',
    notPersonal: { name: 'of a program' },
  },
  webhook: {
    personal: ['person_id', 'made_by'],
    goes: 'office',
    notPersonal: { name: 'of a program', why: 'a status or a fault without words' },
  },
  job_run: {
    personal: [],
    goes: 'office',
    notPersonal: { name: 'of a job', fault: 'without words' },
  },
  newcomer: { personal: ['person_id'], goes: 'people', atOnce: true },
  identity_reveal: { personal: ['person_id', 'revealed_by', 'reason'], goes: 'reveals' },
  rulebook: { personal: ['body'], goes: 'office' },
  amendment: {
    personal: ['person_id', 'changes'],
    goes: 'office',
    notPersonal: { by: 'a file or a number' },
  },
  draft: {
    personal: ['person_id', 'changes'],
    goes: 'office',
    notPersonal: { by: 'a file or a number' },
  },
  absence: { personal: ['person_id', 'deputy_id'], goes: 'office' },
  proposal: {
    personal: [],
    goes: 'office',
    notPersonal: { key: 'a category and offices', body: 'offices and numbers of petitions' },
  },
  voice: { personal: ['body'], goes: 'letters', atOnce: true },
  errand: {
    personal: ['asker', 'head', 'body'],
    goes: 'letters',
    atOnce: true,
    notPersonal: { desk: 'an office' },
  },
  done_once: { personal: [], goes: 'letters', notPersonal: { key: 'ids of messages and rooms' } },
  erasure: { personal: [], goes: 'office', notPersonal: { body: 'counts' } },
  hot_spot: { personal: [], goes: 'office', notPersonal: { body: 'numbers of petitions' } },
  model_version: {
    personal: [],
    goes: 'office',
    notPersonal: { figures: 'measures', bytes: 'weights' },
  },
  seen_room: { personal: [], goes: 'office', notPersonal: { topic: 'the name of a group' } },
  timer: { personal: [], goes: 'closedPetitions', notPersonal: { command: 'of the clock' } },
}
