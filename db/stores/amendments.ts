import { and, desc, eq, sql as fragment, lt } from 'drizzle-orm'
import type { TenantId } from '../../src/domain/ids.ts'
import type { Amendment } from '../../src/domain/street/amendment.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { changesBetween } from '../../src/domain/street/sheets/changes.ts'
import { sheetsOf } from '../../src/domain/street/sheets/sheets-of.ts'
import type { Amending, Rulebooks } from '../../src/flows/ports/rulebooks.ts'
import { toJson } from '../json.ts'
import { amendment } from '../schema/amendments.ts'
import type { Connection } from './connect.ts'

type Reading = Pick<Connection['db'], 'select' | 'insert'>

/** Writes down what an amendment changed, in the transaction that keeps the new version. */
export async function noteAmendment(
  before: Rulebook,
  after: Rulebook,
  { person, at, by, draft }: Amending,
  tenantId: TenantId,
  tx: Pick<Reading, 'insert'>,
): Promise<void> {
  await tx.insert(amendment).values({
    ...{ tenantId, version: after.version, personId: person, at, draftId: draft },
    by: fragment`${toJson(by)}::jsonb`,
    changes: fragment`${toJson(changesBetween(sheetsOf(before), sheetsOf(after)))}::jsonb`,
  })
}

/** Whether a draft is in force already. */
export async function isApplied(
  draft: string,
  tenantId: TenantId,
  tx: Pick<Reading, 'select'>,
): Promise<boolean> {
  const rows = await tx
    .select({ version: amendment.version })
    .from(amendment)
    .where(and(eq(amendment.tenantId, tenantId), eq(amendment.draftId, draft)))
  return rows.length > 0
}

export function amendmentReader({
  tenant,
  db,
}: Connection): Pick<Rulebooks, 'amendments' | 'amendment'> {
  const ours = eq(amendment.tenantId, tenant)
  return {
    async amendments(count, before) {
      const rows = await db
        .select()
        .from(amendment)
        .where(before === undefined ? ours : and(ours, lt(amendment.version, before)))
        .orderBy(desc(amendment.version))
        .limit(count)
      return rows.map(toAmendment)
    },
    async amendment(of) {
      const which =
        'draft' in of ? eq(amendment.draftId, of.draft) : eq(amendment.version, of.version)
      const [row] = await db.select().from(amendment).where(and(ours, which))
      return row && toAmendment(row)
    },
  }
}

const toAmendment = ({
  version,
  personId,
  at,
  by,
  draftId,
  changes,
}: typeof amendment.$inferSelect): Amendment => ({
  ...{ version, at, draft: draftId },
  person: personId as Amendment['person'],
  by: by as Amendment['by'],
  changes: changes as Amendment['changes'],
})
