import { isVoid, searchOf } from '../../../domain/console/search.ts'
import { type Tab, tabsOf } from '../../../domain/console/tabs.ts'
import type { Urgency } from '../../../domain/intake/matter.ts'
import { isWithin } from '../../../domain/numbers/scope.ts'
import type { Staff } from '../../../domain/people/roles.ts'
import { type Status, statuses } from '../../../domain/petition/petition.ts'
import type { Rulebook } from '../../../domain/street/rulebook.ts'
import type { Cursor, Narrowed } from '../../../flows/ports/queue.ts'

export const fields = ['q', 'status', 'category', 'unit', 'department', 'urgency', 'since'] as const
export type Field = (typeof fields)[number]

/** What the address of the queue asks for; '' narrows nothing. */
export interface Asked {
  readonly tab: Tab
  readonly typed: Readonly<Record<Field, string>>
  readonly cursor: Cursor | null
}

const day = 24 * 3_600_000
/** Registered within so many days. */
export const periods = { '1': '24小时内', '7': '7天内', '30': '30天内', '90': '90天内' } as const

/** Reads an address; what makes no sense in it asks for nothing. */
export function askedOf(query: URLSearchParams, staff: Staff, book: Rulebook): Asked {
  const offered = tabsOf(staff, book)
  const [first = 'all'] = offered
  const typed = Object.fromEntries(
    fields.map((field) => [field, (query.get(field) ?? '').trim().slice(0, 60)]),
  ) as Record<Field, string>
  const tab = offered.find((one) => one === query.get('tab')) ?? first
  return { tab, typed, cursor: cursorOf(query.get('after') ?? '') }
}

function cursorOf(text: string): Cursor | null {
  const [, ms, number] = /^(\d{1,14})-(\d{1,9})$/.exec(text) ?? []
  return ms && number ? { at: new Date(Number(ms)), number: Number(number) } : null
}

/** The address of what is asked for, so that it can be kept and gone back to. */
export function queryOf({ tab, typed }: Pick<Asked, 'tab' | 'typed'>, after?: Cursor): string {
  const query = new URLSearchParams({ tab })
  for (const field of fields) if (typed[field] !== '') query.set(field, typed[field])
  if (after) query.set('after', `${after.at.getTime()}-${after.number}`)
  return `${query}`
}

export const hrefOf = (asked: Pick<Asked, 'tab' | 'typed'>, after?: Cursor): string =>
  `/console?${queryOf(asked, after)}`

/** Whether anything was chosen beside the tab. */
export const isNarrowed = ({ typed }: Asked): boolean => fields.some((field) => typed[field] !== '')

/** What to look for; null where what was typed can be nothing here. */
export function narrowedOf({ typed }: Asked, book: Rulebook, now: Date): Narrowed | null {
  const { status, category, unit, department, urgency, since, q } = typed
  const search = q === '' ? undefined : searchOf(q, book)
  if (search && isVoid(search)) return null
  const codes = book.categories.filter(({ level1 }) => level1 === category).map(({ code }) => code)
  const units = book.units.map(({ code }) => code)
  const whole = units.find((code) => code === unit)
  const within = units.filter((code) => whole !== undefined && isWithin(code, whole, book))
  const rooms = book.rooms.filter((room) => room.unit !== null && within.includes(room.unit))
  const found = statuses.find((one): one is Status => one === status)
  const level = urgencies.find((one) => one === urgency)
  const days = Object.hasOwn(periods, since) ? Number(since) : 0
  const office = book.departments.find(({ code }) => code === department)
  return {
    ...(found && { status: found }),
    ...(codes.length > 0 && { categories: codes }),
    ...(whole !== undefined && { part: { units: within, rooms: rooms.map(({ id }) => id) } }),
    ...(office && { desk: `department/${office.code}` }),
    ...(level && { urgency: level }),
    ...(days > 0 && { registeredSince: new Date(now.getTime() - days * day) }),
    ...(search && { search }),
  }
}

export const urgencies = ['emergency', 'urgent', 'normal'] as const satisfies readonly Urgency[]
