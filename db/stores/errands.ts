import type { Errand } from '../../src/domain/errands/errand.ts'
import type { Errands } from '../../src/flows/ports/errands.ts'
import { revive } from '../json.ts'
import type { Connection } from './connect.ts'
import { nextNumber } from './next-number.ts'

export const errandStore = ({ tenant, sql }: Connection): Errands => ({
  number: () => nextNumber('errand', { tenant, sql }),
  async open({ person, desks }) {
    const rows = await sql`
      select body from errand where tenant_id = ${tenant} and due_at is not null
        and (asker = ${person} or head = ${person} or desk = any(${[...desks]}))
      order by id`
    return rows.map(toErrand)
  },
  async unfinished() {
    const rows = await sql`
      select body from errand where tenant_id = ${tenant} and due_at is not null order by id`
    return rows.map(toErrand)
  },
  async since(from) {
    const rows = await sql`
      select body from errand where tenant_id = ${tenant} and asked_at >= ${from} order by id desc`
    return rows.map(toErrand)
  },
  async askedBy(person) {
    const rows = await sql`
      select body from errand where tenant_id = ${tenant} and asker = ${person} order by id desc`
    return rows.map(toErrand)
  },
  async due(now, count) {
    const rows = await sql`
      select body from errand where tenant_id = ${tenant} and due_at <= ${now}
      order by due_at, id limit ${count}`
    return rows.map(toErrand)
  },
})

const toErrand = ({ body }: { body?: unknown }) => revive<Errand>(body)
