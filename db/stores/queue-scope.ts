import type postgres from 'postgres'
import type { Part, Scope } from '../../src/domain/console/scope.ts'
import { toJson } from '../json.ts'

/** What a row of `petition` must be like; several joined by `or` stand in brackets. */
export type Condition = postgres.PendingQuery<postgres.Row[]>

/** Whether it lies in a part of the street: the domain's `liesIn`. */
export const lies = (part: Part | 'everywhere', sql: postgres.Sql): Condition =>
  part === 'everywhere'
    ? sql`true`
    : sql`(grid = any(${[...part.units]}) or (grid is null and room = any(${[...part.rooms]})))`

/** Whether it is, or was, in their hands: the domain's `isTheirs`. */
export const isTheirs = (
  { person, desks, quarrelDesks }: Scope,
  sql: postgres.Sql,
): Condition => sql`
  (handler = ${person} or (desk = any(${[...quarrelDesks]}) and kind = 'dispute')
    or (desk = any(${[...desks]}) and kind <> 'dispute'))`

/** In their hands, or a part of it is still owed by them. */
export const isOwed = (scope: Scope, sql: postgres.Sql): Condition => sql`
  (status in ('dispatched', 'handling') and ${isTheirs(scope, sql)}
    or (open_parts is not null and ${isOneOf(sql`open_parts`, scope, sql)}))`

/**
 * The reporter and all who joined: the petition itself says who still is one. The table of who ever was finds them where
 * nothing else does; it is asked last, for its list is gone through anew for each row.
 */
export const petitions = ({ person }: Scope, tenant: string, sql: postgres.Sql): Condition => sql`
  ((reporter = ${person} or (supporters > 0 and body -> 'supporters' @> ${toJson([{ person }])}::text::jsonb))
    and id = any(array(select petition_id from petition_person where tenant_id = ${tenant} and person_id = ${person})))`

/** Whether they read its words by their office: the domain's `reads`. */
export const reads = (scope: Scope, sql: postgres.Sql): Condition =>
  scope.full === 'everywhere'
    ? sql`true`
    : sql`(${lies(scope.full, sql)} or ${isTheirs(scope, sql)} or reporter = ${scope.person}
        or (parts is not null and ${isOneOf(sql`parts`, scope, sql)}))`

/** Whether `lookOf` would show it to them. Each arm has an index of its own. */
export const seen = (scope: Scope, tenant: string, sql: postgres.Sql): Condition =>
  scope.full === 'everywhere'
    ? sql`true`
    : sql`(${lies(scope.full, sql)} or ${isTheirs(scope, sql)} or ${petitions(scope, tenant, sql)}
        or (parts is not null and ${isOneOf(sql`parts`, scope, sql)})
        or (not confidential and ${lies(scope.outline, sql)}))`

const isOneOf = (list: Condition, { partDesks }: Scope, sql: postgres.Sql): Condition => sql`
  exists (select from jsonb_array_elements(${list}) part
    where (part ->> 'kind') || '/' || (part ->> 'code') = any(${[...partDesks]}))`
