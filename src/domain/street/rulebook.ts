import type { Calendar, DailyHours } from '../deadlines/limit.ts'
import type { HouseholdHead } from '../heads/household-head.ts'
import type { CategoryCode, DepartmentCode, RoomId, TenantId, UnitCode } from '../ids.ts'
import type { KnowledgeEntry } from '../knowledge/entry.ts'
import type { TextKey } from '../notices/own-texts.ts'
import type { Absence } from '../people/absence.ts'
import type { DutyLine } from '../people/duty-line.ts'
import type { Staff } from '../people/roles.ts'
import type { NumberRange } from './number-range.ts'
import type { Ring } from './outline.ts'
import type { Policies } from './policy.ts'

export const unitKinds = ['street', 'community', 'village', 'grid', 'household_group'] as const
export type UnitKind = (typeof unitKinds)[number]

export interface OrgUnit {
  readonly code: UnitCode
  readonly parent: UnitCode | null
  readonly kind: UnitKind
  readonly name: string
  readonly aliases: readonly string[]
}

export interface Department {
  readonly code: DepartmentCode
  readonly name: string
  readonly aliases: readonly string[]
  /** The estate that a property company serves; null for whoever serves the whole street. */
  readonly estate: string | null
  readonly kind: string
}

export const placeKinds = ['estate', 'road', 'landmark', 'village_group'] as const

/** What belongs to which grid: one line of `places.csv`. */
export interface PlaceEntry {
  readonly grid: UnitCode
  readonly kind: (typeof placeKinds)[number]
  readonly name: string
  readonly aliases: readonly string[]
  /** Empty where the whole place belongs to the grid. */
  readonly ranges: readonly NumberRange[]
  /** What people say after a number here: 栋, 号楼, 号, 组. */
  readonly suffix: string
  readonly units: number | null
  readonly floors: number | null
}

/** A group chat, the unit it is bound to, and the place meant in it when none is said. */
export interface Room {
  readonly id: RoomId
  readonly topic: string
  readonly unit: UnitCode | null
  readonly defaultPlace: string | null
}

/** What kind of wish it is: 报修投诉, 投诉, 求助, 咨询, 建议, 纠纷, 表扬. */
export const matterKinds = [
  'report',
  'complaint',
  'request',
  'consult',
  'suggestion',
  'dispute',
  'praise',
] as const
export type MatterKind = (typeof matterKinds)[number]

/** Who handles: the place's GRID, COMMUNITY or PROPERTY (the company whose estate it is), or a department. */
export type Handler = 'GRID' | 'COMMUNITY' | 'PROPERTY' | DepartmentCode

/** 派单目录: what holds for a category in a part of the street, instead of what holds everywhere. */
export interface CatalogueLine {
  readonly category: CategoryCode
  readonly unit: UnitCode
  /** Only what is registered then; absent: at all times. */
  readonly hours?: DailyHours
  readonly leadHandler: Handler
  /** Absent: as everywhere. */
  readonly assistHandlers?: readonly Handler[]
  /** Where it is written, or which proposal was accepted. */
  readonly source: string
}

export interface Category {
  readonly code: CategoryCode
  readonly level1: string
  readonly level2: string
  readonly kind: MatterKind
  /** Who leads. */
  readonly leadHandler: Handler
  /** Who assists as a rule; absent in rulebooks that were kept before there was joint work. */
  readonly assistHandlers?: readonly Handler[]
  readonly policy: string
  /** Nothing about it is ever said in a group. */
  readonly confidential: boolean
  /** What happened to whom may be known by the kind alone: the public page counts such petitions and shows none singly. */
  readonly countedOnly?: true
}

/**
 * All that a street has agreed on (办理规则): who, where, what, by when. One value, versioned as a whole;
 * a petition remembers the version under which it was registered.
 */
export interface Rulebook {
  readonly tenant: TenantId
  readonly version: number
  readonly units: readonly OrgUnit[]
  readonly departments: readonly Department[]
  readonly places: readonly PlaceEntry[]
  readonly categories: readonly Category[]
  /** Absent in old rulebooks: the same everywhere. */
  readonly catalogue?: readonly CatalogueLine[]
  readonly rooms: readonly Room[]
  readonly staff: readonly Staff[]
  /** Absent in books kept before there were any. */
  readonly heads?: readonly HouseholdHead[]
  /** What is often asked; empty where the street keeps none. */
  readonly knowledge: readonly KnowledgeEntry[]
  /** Who is leader on duty when; absent where the street keeps no roster. */
  readonly duty?: readonly DutyLine[]
  /** Who is away when, as the files say; what people say themselves is kept beside it. */
  readonly absences?: readonly Absence[]
  /** Who is away at this moment: never kept, see `presentRulebooks`. */
  readonly away?: readonly Absence[]
  /** All absences that are not over, begun or not, the said ones last; as `away`. */
  readonly leaves?: readonly Absence[]
  /** Where units lie, as rings of longitude and latitude; absent where the street has no map. */
  readonly shapes?: Shapes
  /** Sentences that the street words itself; absent: ours. */
  readonly texts?: Readonly<Partial<Record<TextKey, string>>>
  readonly policies: Policies
  readonly calendar: Calendar
}

/** Outlines of units, each one ring or several (see `ringsOf`), as far as they are known. */
export type Shapes = Readonly<Record<UnitCode, readonly Ring[]>>
