import { z } from 'zod'
import { categoryCode, departmentCode, personId, roomId, unitCode } from '../../src/domain/ids.ts'
import { type TextKey, textKeys } from '../../src/domain/notices/own-texts.ts'
import { staffRoles } from '../../src/domain/people/roles.ts'
import { matterKinds, placeKinds, unitKinds } from '../../src/domain/street/rulebook.ts'
import {
  countOrNull,
  day,
  dayOrNull,
  dayOrWeekday,
  filled,
  fourDigits,
  hoursOrNull,
  list,
  oneOf,
  orNull,
  phone,
  ranges,
  scope,
  yesOrEmpty,
  yesOrNo,
} from './cells.ts'

const longestAnswer = 200

/** The tables of a street: their columns, what each cell may say, and what must not occur twice. */
export const tables = {
  'org_units.csv': {
    unique: [['code']],
    row: z.object({
      code: filled.transform(unitCode),
      parent: orNull.transform((text) => (text === null ? null : unitCode(text))),
      kind: oneOf(unitKinds),
      name: filled,
      aliases: list,
    }),
  },
  'departments.csv': {
    unique: [['code']],
    row: z.object({
      code: filled.transform(departmentCode),
      name: filled,
      aliases: list,
      scope,
      kind: filled,
    }),
  },
  'places.csv': {
    unique: [],
    row: z.object({
      grid: filled.transform(unitCode),
      kind: oneOf(placeKinds),
      name: filled,
      aliases: list,
      range: ranges,
      suffix: z.string(),
      units: countOrNull,
      floors: countOrNull,
    }),
  },
  'categories.csv': {
    unique: [['code']],
    row: z.object({
      code: fourDigits.transform(categoryCode),
      level1: filled,
      level2: filled,
      kind: oneOf(matterKinds),
      lead_handler: filled,
      deadline_policy: filled,
      confidential: yesOrNo,
      assist_handlers: list,
      counted_only: yesOrEmpty,
    }),
  },
  'catalogue.csv': {
    unique: [['category', 'unit', 'hours']],
    row: z.object({
      category: fourDigits.transform(categoryCode),
      unit: filled.transform(unitCode),
      hours: hoursOrNull,
      lead_handler: filled,
      assist_handlers: list,
      source: filled,
    }),
  },
  'rooms.csv': {
    unique: [['id']],
    row: z.object({
      id: filled.transform(roomId),
      topic: filled,
      unit: orNull.transform((text) => (text === null ? null : unitCode(text))),
      default_place: orNull,
    }),
  },
  'staff.csv': {
    unique: [['id'], ['wechat_id'], ['lark_id']],
    row: z.object({
      id: filled.transform(personId),
      name: filled,
      role: oneOf(staffRoles),
      unit: filled.transform(unitCode),
      department: orNull.transform((text) => (text === null ? null : departmentCode(text))),
      wechat_id: orNull,
      lark_id: orNull,
      phone,
    }),
  },
  'knowledge.csv': {
    unique: [['id']],
    row: z.object({
      id: filled,
      questions: filled.pipe(list).pipe(z.array(z.string()).min(1, '不能空着')),
      answer: filled.max(longestAnswer, `不能超过${longestAnswer}字，要在群里一条说完`),
      source: filled,
      categories: list.transform((codes) => codes.map(categoryCode)),
      units: list.transform((codes) => codes.map(unitCode)),
      valid_until: dayOrNull,
    }),
  },
  'duty.csv': {
    unique: [['on', 'unit', 'person']],
    row: z.object({
      on: dayOrWeekday,
      unit: filled.transform(unitCode),
      person: filled.transform(personId),
    }),
  },
  'absences.csv': {
    unique: [['person', 'from']],
    row: z.object({
      person: filled.transform(personId),
      from: day,
      until: day,
      deputy: orNull.transform((text) => (text === null ? null : personId(text))),
    }),
  },
  'household_heads.csv': {
    unique: [],
    row: z.object({
      person: filled.transform(personId),
      name: z.string(),
      account: orNull,
      unit: filled.transform(unitCode),
      place: filled,
      range: ranges,
      entrances: list.pipe(z.array(z.string().regex(/^\d{1,2}$/, '应为单元号，多个用 | 隔开'))),
      rooms: ranges,
      from: day,
      until: dayOrNull,
      confirmed_by: filled.transform(unitCode),
    }),
  },
  'texts.csv': {
    unique: [['key']],
    row: z.object({
      key: oneOf(textKeys as unknown as readonly [TextKey, ...TextKey[]]),
      text: filled,
    }),
  },
  'grids.geojson': {
    unique: [['unit']],
    row: z.object({ unit: filled.transform(unitCode), outline: filled }),
  },
  'residents.csv': {
    unique: [['id']],
    row: z.object({ id: filled, nickname: filled }),
  },
  'members.csv': {
    unique: [['room', 'person']],
    row: z.object({ room: filled.transform(roomId), person: filled, alias: z.string() }),
  },
} as const

export type FileName = keyof typeof tables
export type Row<File extends FileName> = z.output<(typeof tables)[File]['row']>
/** Sandbox and demo need residents and members; a street may answer no questions by itself, send alike everywhere, and have no heads. */
export const optionalFiles: readonly FileName[] = [
  'residents.csv',
  'members.csv',
  'knowledge.csv',
  'catalogue.csv',
  'duty.csv',
  'absences.csv',
  'household_heads.csv',
  'grids.geojson',
  'texts.csv',
]

/** Columns that older files lack: every cell is then empty. */
export const optionalColumns: Readonly<Partial<Record<FileName, readonly string[]>>> = {
  'categories.csv': ['assist_handlers', 'counted_only'],
  'catalogue.csv': ['hours'],
}
