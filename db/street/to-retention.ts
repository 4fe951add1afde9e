import { z } from 'zod'
import type { Limit } from '../../src/domain/deadlines/limit.ts'
import type { Keep, RetentionPolicy } from '../../src/domain/rights/retention.ts'
import { duration } from './times.ts'

const daysSays = '保存期限只能写自然日，如 180d'
const kept = z.strictObject({
  keep: duration.refine(({ unit, amount }) => unit === 'days' && amount > 0, daysSays),
  source: z.string().trim().min(1).max(120),
})

/** How long each class of records is kept. */
export const retentionLines = z.strictObject({
  chatter: kept.optional(),
  inbox: kept.optional(),
  media: kept.optional(),
  letters: kept.optional(),
  closed_petitions: kept.optional(),
  reveals: kept.optional(),
  accounts: kept.optional(),
  people: kept.optional(),
})

/** As `policies.yaml` writes it; of days only. */
type Written = { readonly keep: Limit; readonly source: string } | undefined

/** What a street says of how long it keeps records; classes it says nothing of are left out. */
export function toRetention({
  closed_petitions: closedPetitions,
  ...others
}: Readonly<
  Partial<Record<Exclude<keyof RetentionPolicy, 'closedPetitions'> | 'closed_petitions', Written>>
>): Partial<RetentionPolicy> {
  return Object.fromEntries(
    Object.entries({ ...others, closedPetitions }).flatMap(([of, written]) =>
      written ? [[of, toKeep(written)]] : [],
    ),
  )
}

const toKeep = ({ keep, source }: NonNullable<Written>): Keep => ({
  for: { amount: keep.amount, unit: 'days' },
  source,
})
