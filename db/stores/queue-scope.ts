import type postgres from 'postgres'
import type { Part, Scope } from '../../src/domain/console/scope.ts'
import { toJson } from '../json.ts'
import { isLookedFor } from '../schema/petitions.ts'

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

/** How somebody who neither has it in hand nor works where it lies comes to a petition. */
export interface Ties {
  /** They reported it, or joined. */
  readonly petitioner: Condition
  /** A part of it is, or was, theirs. */
  readonly assists: Condition
  /** A part of it is still owed by them. */
  readonly owes: Condition
  /** They are asked to look whether it is fixed. */
  readonly looks: Condition
}

const isPetitioner = ({ person }: Scope, sql: postgres.Sql): Condition => sql`
  (reporter = ${person} or (supporters > 0 and body -> 'supporters' @> ${toJson([{ person }])}::text::jsonb))`

/** The domain's `isAskedToLook`. */
const isAskedToLook = ({ person }: Scope, sql: postgres.Sql): Condition => sql`
  (${sql.unsafe(isLookedFor)} and body -> 'check' ->> 'head' = ${person})`

/**
 * Ties as the row itself tells them. The table of who ever was a petitioner finds rows where nothing else does; it is asked
 * last, for its list is gone through anew for each row.
 */
export const tiesInRow = (scope: Scope, tenant: string, sql: postgres.Sql): Ties => ({
  petitioner: sql`(${isPetitioner(scope, sql)} and id = any(array(
    select petition_id from petition_person where tenant_id = ${tenant} and person_id = ${scope.person})))`,
  assists: sql`(parts is not null and ${isOneOf(sql`parts`, scope, sql)})`,
  owes: sql`(open_parts is not null and ${isOneOf(sql`open_parts`, scope, sql)})`,
  looks: isAskedToLook(scope, sql),
})

/** The same ties looked up once (`lists`, to follow a `with`), so that no row has to be opened for them. */
export const tiesInLists = (
  scope: Scope,
  tenant: string,
  live: Condition,
  sql: postgres.Sql,
): Ties & { readonly lists: Condition } => ({
  lists: sql`
    joined as materialized (
      select id from petition_person who join petition p on p.tenant_id = who.tenant_id and p.id = who.petition_id
      where who.tenant_id = ${tenant} and who.person_id = ${scope.person} and ${live} and ${isPetitioner(scope, sql)}),
    assisted as materialized (
      select id, coalesce(${isOneOf(sql`open_parts`, scope, sql)}, false) as owed from petition
      where tenant_id = ${tenant} and parts is not null and ${isOneOf(sql`parts`, scope, sql)}),
    looked_for as materialized (
      select id from petition where tenant_id = ${tenant} and ${isAskedToLook(scope, sql)})`,
  petitioner: sql`id in (select id from joined)`,
  assists: sql`id in (select id from assisted)`,
  owes: sql`id in (select id from assisted where owed)`,
  looks: sql`id in (select id from looked_for)`,
})

/** In their hands, or a part of it is still owed by them. */
export const isOwed = (scope: Scope, { owes }: Ties, sql: postgres.Sql): Condition => sql`
  (status in ('dispatched', 'handling') and ${isTheirs(scope, sql)} or ${owes})`

/** Whether they read its words by their office: the domain's `reads`. */
export const reads = (scope: Scope, { assists }: Ties, sql: postgres.Sql): Condition =>
  scope.full === 'everywhere'
    ? sql`true`
    : sql`(${lies(scope.full, sql)} or ${isTheirs(scope, sql)} or reporter = ${scope.person} or ${assists})`

/** Whether `lookOf` would show it to them. Each arm has an index of its own. */
export const seen = (
  scope: Scope,
  { petitioner, assists, looks }: Ties,
  tenant: string,
  sql: postgres.Sql,
): Condition => {
  const known =
    scope.full === 'everywhere'
      ? sql`true`
      : sql`(${lies(scope.full, sql)} or ${isTheirs(scope, sql)} or ${petitioner} or ${assists}
        or (not confidential and (${lies(scope.outline, sql)} or ${looks})))`
  return sql`(${known} and (${isNotAccused(scope, tenant, sql)} or ${petitioner}))`
}

/** Looked up once, so that no row has to be opened for it: the domain's `isAccused`. */
const isNotAccused = ({ person }: Scope, tenant: string, sql: postgres.Sql): Condition => sql`
  id not in (select id from petition where tenant_id = ${tenant} and body -> 'accused' is not null
    and body -> 'accused' @> ${toJson([person])}::text::jsonb)`

const isOneOf = (list: Condition, { partDesks }: Scope, sql: postgres.Sql): Condition => {
  const desks = partDesks.map((key) => {
    const [kind, ...code] = key.split('/')
    return toJson([{ kind, code: code.join('/') }])
  })
  return sql`${list} @> any(${desks}::text[]::jsonb[])`
}
