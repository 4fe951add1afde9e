import type { DepartmentCode, UnitCode } from '../ids.ts'
import type { Rulebook } from '../street/rulebook.ts'
import type { Scope } from './scope.ts'

export type GroupedBy = 'place' | 'department' | 'category'

/** A part of a scope. The groups of one kind share it out: each petition is in one, but for departments. */
export interface Group {
  readonly name:
    | { readonly kind: 'unit'; readonly code: UnitCode }
    | { readonly kind: 'unplaced' }
    | { readonly kind: 'department'; readonly code: DepartmentCode }
    | { readonly kind: 'category'; readonly level1: string }
    | { readonly kind: 'confidential' }
  readonly scope: Scope
}

/** The units of the next level and what is of none of them; the departments; the trades, and apart what is confidential. */
export function groupsOf(scope: Scope, by: GroupedBy, book: Rulebook): Group[] {
  switch (by) {
    case 'place': {
      const parts = book.units.filter(
        ({ parent, kind }) => parent === scope.unit && kind !== 'household_group',
      )
      return [
        ...parts.map(
          ({ code }): Group => ({ name: { kind: 'unit', code }, scope: { ...scope, unit: code } }),
        ),
        { name: { kind: 'unplaced' }, scope: { ...scope, unplaced: true } },
      ]
    }
    case 'department':
      return book.departments.map(({ code }) => ({
        name: { kind: 'department', code },
        scope: { ...scope, department: code },
      }))
    case 'category': {
      const trades = [...new Set(book.categories.map(({ level1 }) => level1))]
      return [
        ...trades.map(
          (level1): Group => ({
            name: { kind: 'category', level1 },
            scope: { ...scope, confidential: false, categories: codesOf(level1, book) },
          }),
        ),
        { name: { kind: 'confidential' }, scope: { ...scope, confidential: true } },
      ]
    }
  }
}

const codesOf = (level1: string, book: Rulebook) =>
  book.categories.filter((category) => category.level1 === level1).map(({ code }) => code)
