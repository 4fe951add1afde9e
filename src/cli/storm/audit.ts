import postgres from 'postgres'
import { auditLetters } from './letters.ts'
import { petitionFaults } from './petitions.ts'
import type { Stage } from './stage.ts'
import { type Truth, truthOf } from './truth.ts'
import type { SaidVoices } from './voice-load.ts'
import { auditVoices, type VoiceAudit } from './voices.ts'

/** What is left when the storm is over. */
export interface Audit {
  readonly said: number
  readonly kept: number
  readonly petitions: number
  readonly letters: number
  readonly voices: Omit<VoiceAudit, 'faults'>
  /** Said while nobody could hear, within a gap that the operator is shown. */
  readonly inGaps: readonly string[]
  readonly gaps: number
  /** All gaps together; what two gaps share counts twice. */
  readonly gapSeconds: number
  /** Messages of ours of which nobody knew whether they had gone. */
  readonly doubtful: number
  readonly doubles: readonly string[]
  /** Empty: nothing lost, nothing doubled, nothing half done. */
  readonly faults: readonly string[]
}

/** Holds the database against itself and against what the platforms show. `worthy`: `channel/id` of plain statements. */
export async function auditStorm(
  stage: Stage,
  worthy: ReadonlySet<string>,
  said: SaidVoices,
): Promise<Audit> {
  const truth = await truthOf(stage)
  const sql = postgres(stage.databaseUrl, { max: 1, onnotice: () => {} })
  try {
    const inbox = await auditInbox(sql, truth)
    const kept = new Set(inbox.kept)
    const ours = [...worthy].filter((id) => kept.has(id)).map((id) => id.slice(id.indexOf('/') + 1))
    const petitions = await petitionFaults(sql, stage.stores, new Set(ours))
    const letters = await auditLetters(sql, truth)
    const voices = await auditVoices(sql, stage.stores, said)
    const [counted] = await sql`select count(*)::int as petitions from petition`
    return {
      ...{ said: truth.said.size, kept: inbox.kept.length, letters: letters.letters },
      ...{ voices, petitions: counted?.petitions, inGaps: inbox.inGaps, gaps: inbox.gaps },
      ...{ gapSeconds: inbox.gapSeconds, doubtful: letters.doubtful, doubles: letters.doubles },
      faults: [...inbox.faults, ...petitions, ...letters.faults, ...voices.faults],
    }
  } finally {
    await sql.end()
  }
}

async function auditInbox(sql: postgres.Sql, { said }: Truth) {
  const rows = await sql`
    select channel || '/' || message_id as id, state, outcome, fault, body ->> 'type' as type from inbox`
  const gaps = await sql`select channel, from_at, until_at from gap`
  const kept = new Set(rows.map(({ id }) => id))
  const missing = [...said].filter(([id]) => !kept.has(id))
  const isInGap = ([id, at]: readonly [string, Date]) =>
    gaps.some((gap) => id.startsWith(`${gap.channel}/`) && gap.from_at <= at && at <= gap.until_at)
  return {
    kept: [...kept],
    gaps: gaps.length,
    gapSeconds: Math.round(
      gaps.reduce((sum, { from_at, until_at }) => sum + until_at.getTime() - from_at.getTime(), 0) /
        1_000,
    ),
    inGaps: missing.filter(isInGap).map(([id]) => id),
    faults: [
      ...missing
        .filter((one) => !isInGap(one))
        .map(([id, at]) => `said and never kept: ${id} at ${at.toISOString()}`),
      ...rows
        .filter(({ id, type }) => !said.has(id) && type !== 'system' && type !== 'joined')
        .map(({ id }) => `kept and never said: ${id}`),
      ...rows
        .filter(({ state, outcome }) => state !== 'read' || !outcome)
        .map(({ id, state, fault }) => `not read: ${id} is ${state} ${fault ?? ''}`),
    ],
  }
}
