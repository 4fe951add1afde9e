import type { MatterKind, placeKinds, UnitKind } from '../../domain/street/rulebook.ts'
import { roleWords } from '../words.ts'

/** Codes in the cells of a street's tables, and what people read and may write instead. */
export type Words = Readonly<Record<string, string>>

export const unitKindWords = {
  street: '街道',
  community: '社区',
  village: '村',
  grid: '网格',
  household_group: '户长组',
} as const satisfies Record<UnitKind, string>

export const placeKindWords = {
  estate: '小区',
  road: '道路',
  landmark: '标志点',
  village_group: '村民小组',
} as const satisfies Record<(typeof placeKinds)[number], string>

export const matterWords = {
  report: '报修反映',
  complaint: '投诉',
  request: '求助',
  consult: '咨询',
  suggestion: '建议',
  dispute: '纠纷',
  praise: '表扬',
} as const satisfies Record<MatterKind, string>

export const handlerWords: Words = { GRID: '所在网格', COMMUNITY: '所在社区', PROPERTY: '小区物业' }
export const yesNoWords: Words = { yes: '是', no: '否' }
export const scopeWords: Words = { street: '全街道' }
export const dayKindWords: Words = { holiday: '放假', make_up: '调休上班' }
export const majorWords: Words = { major: '重大疑难' }
export const lookWords: Words = { message: '发消息', visit: '上门' }
export const staffRoleWords: Words = roleWords
