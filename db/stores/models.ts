import { createHash } from 'node:crypto'
import { and, desc, eq, sql as fragment, max, notInArray } from 'drizzle-orm'
import type { ModelOrigin, ModelRecord, Models } from '../../src/flows/ports/learning.ts'
import { modelsKept } from '../../src/flows/ports/learning.ts'
import { toJson } from '../json.ts'
import { modelInForce, modelVersion } from '../schema/learning.ts'
import type { Connection } from './connect.ts'
import { retrying } from './retrying.ts'

type Transaction = Parameters<Parameters<Connection['db']['transaction']>[0]>[0]

export function modelStore({ tenant, sql, db }: Connection): Models {
  const ours = eq(modelVersion.tenantId, tenant)
  /** One at a time: whoever adds or chooses sees what the other did. */
  const alone = <T>(change: (tx: Transaction) => Promise<T>): Promise<T> =>
    retrying(() =>
      db.transaction(async (tx) => {
        await tx.execute(
          fragment`select pg_advisory_xact_lock(hashtextextended(${`model/${tenant}`}, 0))`,
        )
        return change(tx)
      }),
    )
  const putInForce = (version: number, tx: Transaction) =>
    tx
      .insert(modelInForce)
      .values({ tenantId: tenant, version })
      .onConflictDoUpdate({ target: modelInForce.tenantId, set: { version } })

  return {
    async inForce() {
      const [row] = await sql`
        select version from model_in_force where tenant_id = ${tenant}`
      return row?.version ?? 0
    },
    async bytes(version) {
      const [row] = await sql`
        select bytes from model_version where tenant_id = ${tenant} and version = ${version}`
      if (!row) throw new RangeError(`no model of version ${version}`)
      return row.bytes
    },
    async list() {
      const rows = await db
        .select({
          version: modelVersion.version,
          origin: modelVersion.origin,
          corpus: modelVersion.corpus,
          taxonomy: modelVersion.taxonomy,
          corrections: modelVersion.corrections,
          figures: modelVersion.figures,
          madeAt: modelVersion.madeAt,
        })
        .from(modelVersion)
        .where(ours)
        .orderBy(desc(modelVersion.version))
      return rows.map((row) => ({
        ...row,
        origin: row.origin as ModelOrigin,
        figures: row.figures as ModelRecord['figures'],
      }))
    },
    add: (model, bytes) =>
      alone(async (tx) => {
        const hash = createHash('sha256').update(bytes).digest('hex')
        const [same] = await tx
          .select({ version: modelVersion.version })
          .from(modelVersion)
          .where(and(ours, eq(modelVersion.hash, hash)))
        const version = same?.version ?? (await latest(tx)) + 1
        if (!same)
          await tx.insert(modelVersion).values({
            ...model,
            tenantId: tenant,
            version,
            hash,
            figures: fragment`${toJson(model.figures)}::jsonb`,
            bytes,
          })
        await putInForce(version, tx)
        await dropOld(tx)
        return version
      }),
    use: (version) =>
      alone(async (tx) => {
        const kept = await tx
          .select({ version: modelVersion.version })
          .from(modelVersion)
          .where(and(ours, eq(modelVersion.version, version)))
        if (version !== 0 && kept.length === 0) return false
        await putInForce(version, tx)
        return true
      }),
  }

  async function latest(tx: Transaction): Promise<number> {
    const [row] = await tx
      .select({ version: max(modelVersion.version) })
      .from(modelVersion)
      .where(ours)
    return row?.version ?? 0
  }

  async function dropOld(tx: Transaction): Promise<void> {
    const kept = await tx
      .select({ version: modelVersion.version })
      .from(modelVersion)
      .where(ours)
      .orderBy(desc(modelVersion.version))
      .limit(modelsKept)
    const versions = kept.map(({ version }) => version)
    await tx.delete(modelVersion).where(and(ours, notInArray(modelVersion.version, versions)))
  }
}
