import type { QueueViewer, Tab } from '../../src/domain/console/tabs.ts'
import { dayOf, endOf } from '../../src/domain/deadlines/calendar.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Counts, Narrowed, Queue } from '../../src/flows/ports/queue.ts'
import { keepable, revive } from '../json.ts'
import { isUndecided, pairsInWords } from '../schema/petitions.ts'
import type { Connection } from './connect.ts'
import {
  type Condition,
  isOwed,
  isTheirs,
  lies,
  reads,
  seen,
  type Ties,
  tiesInLists,
  tiesInRow,
} from './queue-scope.ts'

/** A write shows when it is committed, and bears the moment when it began. */
const underWayMs = 5_000
const newsAtOnce = 500

export const queueStore = ({ tenant, sql }: Connection): Queue => {
  const live: Condition = sql`status in ('received', 'dispatched', 'handling', 'resolved')`
  const inHand: Condition = sql`status in ('dispatched', 'handling')`
  const open: Condition = sql`status in ('received', 'dispatched', 'handling')`
  /** The same as `isIn`, of what is seen at all. */
  const isIn = (tab: Tab, { scope, now, hot, deciding }: QueueViewer, ties: Ties): Condition => {
    switch (tab) {
      case 'all':
        return sql`true`
      case 'mine':
        return sql`(${live} and (${isOwed(scope, ties, sql)} or ${ties.petitioner}))`
      case 'unit':
        return sql`(${open} and ${lies(scope.own, sql)})`
      case 'dispatch':
        return sql`(status = 'received' and ${lies(scope.full, sql)} or status = 'dispatched' and returns > 0
          and (desk like 'community/%' or desk like 'street/%') and ${isTheirs(scope, sql)})`
      case 'decide':
        // looked up by a hash: there may be hundreds, and each row is asked
        return sql`number in (select unnest(${[...deciding]}::int[]))`
      case 'late':
        return sql`(${inHand} and resolve_due_at < ${now})`
      case 'today':
        return sql`(${inHand} and resolve_due_at between ${now} and ${endOf(dayOf(now))})`
      case 'rate':
        return sql`status = 'resolved'`
      case 'hot':
        return sql`(${open} and (number = any(${[...hot]}::int[]) or crowded))`
    }
  }

  const fits = (narrowed: Narrowed, { scope }: QueueViewer, ties: Ties): Condition => {
    const { status, categories, part, desk, urgency, registeredSince, search, numbers } = narrowed
    const { number, place, pairs } = search ?? {}
    return sql`true
      ${numbers ? sql`and number = any(${[...numbers]}::int[])` : sql``}
      ${status ? sql`and status = ${status}` : sql``}
      ${categories ? sql`and category = any(${[...categories]})` : sql``}
      ${part ? sql`and ${lies(part, sql)}` : sql``}
      ${desk ? sql`and desk = ${keepable(desk)}` : sql``}
      ${urgency ? sql`and urgency = ${urgency}` : sql``}
      ${registeredSince ? sql`and registered_at >= ${registeredSince}` : sql``}
      ${number === undefined ? sql`` : sql`and number = ${number}`}
      ${place ? sql`and place = ${place.name}` : sql``}
      ${place?.building ? sql`and building = ${place.building}` : sql``}
      ${
        pairs
          ? sql`and ${sql.unsafe(pairsInWords)} @> ${[...pairs]} and not confidential
            and not ${isHushed} and ${reads(scope, ties, sql)}`
          : sql``
      }`
  }
  /** As the domain's. */
  const isHushed = sql`(urgency <> 'emergency' and coalesce(body -> 'relay' ->> 'consent', '') in ('open', 'withheld'))`

  return {
    async page(tab, viewer, narrowed, cursor, count) {
      const ties = tiesInRow(viewer.scope, tenant, sql)
      const newest = tab === 'all'
      const after = newest
        ? (at: Date, number: number) => sql`and (registered_at, number) < (${at}, ${number})`
        : (at: Date, number: number) =>
            sql`and (due_first, number) > (${at.toISOString()}, ${number})`
      const rows = await sql`
        select body from petition
        where tenant_id = ${tenant} ${newest || tab === 'decide' ? sql`` : sql`and ${live}`}
          and ${seen(viewer.scope, ties, tenant, sql)} and ${isIn(tab, viewer, ties)} and ${fits(narrowed, viewer, ties)}
          ${cursor ? after(cursor.at, cursor.number) : sql``}
        order by ${newest ? sql`registered_at desc, number desc` : sql`due_first, number`}
        limit ${count}`
      return rows.map(({ body }) => revive<Petition>(body))
    },
    async counts(viewer) {
      const ties = tiesInLists(viewer.scope, tenant, live, sql)
      const inRow = tiesInRow(viewer.scope, tenant, sql) // the lists know only what is live
      const [row] = await sql`
        with ${ties.lists}
        select count(*) filter (where ${isIn('dispatch', viewer, ties)})::int as dispatch,
          (select count(*) from petition
            where tenant_id = ${tenant} and ${isIn('decide', viewer, inRow)} and ${seen(viewer.scope, inRow, tenant, sql)})::int as decide,
          count(*) filter (where ${isIn('mine', viewer, ties)})::int as mine,
          count(*) filter (where ${isIn('unit', viewer, ties)})::int as unit,
          count(*) filter (where ${isIn('late', viewer, ties)})::int as late,
          count(*) filter (where ${isIn('today', viewer, ties)})::int as today,
          count(*) filter (where ${isIn('rate', viewer, ties)})::int as rate,
          count(*) filter (where ${isIn('hot', viewer, ties)})::int as hot
        from petition
        where tenant_id = ${tenant} and ${live} and ${seen(viewer.scope, ties, tenant, sql)}`
      return row as Counts & typeof row
    },
    async undecided(scope) {
      const rows = await sql`
        select body from petition where tenant_id = ${tenant} and ${sql.unsafe(isUndecided)}
          and ${seen(scope, tiesInRow(scope, tenant, sql), tenant, sql)}`
      return rows.map(({ body }) => revive<Petition>(body))
    },
    async news(since) {
      const [row] = await sql`
        select now() as at, ${
          since
            ? sql`(select jsonb_agg(body) from (
                select body from petition where tenant_id = ${tenant}
                  and written_at >= ${new Date(since.getTime() - underWayMs)}
                order by written_at desc limit ${newsAtOnce}) as news)`
            : sql`null`
        } as bodies`
      return { petitions: (row?.bodies ?? []).map(revive<Petition>), at: row?.at }
    },
  }
}
