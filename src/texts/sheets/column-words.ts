import type { SheetName } from '../../domain/street/sheets/sheet.ts'
import { handlerWords, type Words } from './code-words.ts'

/** A column of a street's tables as people meet it. */
export interface ColumnWords {
  readonly title: string
  readonly note: string
  readonly required?: true
  /** What its cells may say, where that is a closed list: code and word. */
  readonly words?: Words
  /** Beside words any other value may stand there, or a list of them. */
  readonly open?: true
  /** Where its values are kept as lines. */
  readonly refers?: SheetName
  readonly long?: true
  readonly date?: true
}

export interface SheetWords {
  readonly title: string
  readonly about: string
  readonly columns: Readonly<Record<string, ColumnWords>>
}

export const many = '多个用 | 隔开'
export const limitNote = '10m 分钟、2h 小时、4wh 工作小时、5wd 工作日、30d 自然日'
export const unit = {
  title: '所属单位',
  note: '单位的编码，见“组织架构”',
  refers: 'units',
} as const
export const person = {
  title: '人员',
  note: '人员的编号，见“人员与岗位”',
  refers: 'staff',
} as const
export const lead = {
  title: '主办',
  note: '部门编码，或 所在网格、所在社区、小区物业',
  words: handlerWords,
  open: true,
  refers: 'departments',
} as const
export const assist = { ...lead, title: '协办', note: `可空；${many}，写法同主办` } as const
export const outlineNote = 'GeoJSON 面的坐标（WGS84，先经度后纬度）；一般从 grids.geojson 整个导入'
export const aliases = { title: '别名', note: `居民平时的叫法；${many}` }
export const limit = (title: string, note = '') => ({ title, note: `${note}${limitNote}` })
