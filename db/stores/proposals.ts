import { keyOf, type Proposal } from '../../src/domain/catalogue/proposal.ts'
import type { Proposals } from '../../src/flows/ports/proposals.ts'
import { revive, toJson } from '../json.ts'
import type { Connection } from './connect.ts'
import { nextNumber } from './next-number.ts'

export const proposalStore = ({ tenant, sql }: Connection): Proposals => {
  const found = (rows: readonly { body?: unknown }[]) =>
    rows.map(({ body }) => revive<Proposal>(body))[0]
  const find = async (number: number) =>
    found(await sql`select body from proposal where tenant_id = ${tenant} and number = ${number}`)
  return {
    find,
    async make(proposed, now) {
      const key = keyOf(proposed)
      const kept = async () =>
        found(await sql`select body from proposal where tenant_id = ${tenant} and key = ${key}`)
      const known = await kept()
      if (known) return known
      const number = await nextNumber('proposal', { tenant, sql })
      const proposal: Proposal = { ...proposed, number, madeAt: now, decision: null }
      await sql`
        insert into proposal (tenant_id, key, number, body)
        values (${tenant}, ${key}, ${proposal.number}, ${toJson(proposal)}::text::jsonb)
        on conflict (tenant_id, key) do nothing`
      return (await kept()) ?? proposal
    },
    async decide(number, decision) {
      await sql`
        update proposal set body = jsonb_set(body, '{decision}', ${toJson(decision)}::text::jsonb)
        where tenant_id = ${tenant} and number = ${number} and body ->> 'decision' is null`
      const proposal = await find(number)
      if (!proposal) throw new RangeError(`no proposal ${number}`)
      return proposal
    },
  }
}
