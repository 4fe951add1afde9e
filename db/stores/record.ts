import type { Cause, Entry, Recorded } from '../../src/flows/ports.ts'
import { toJson } from '../json.ts'
import type { Connection } from './connect.ts'
import { claimOf, type Dated, rowsOf } from './entry-rows.ts'
import { openCausesStatement, recordStatement } from './record-statement.ts'
import { codeOf, retrying } from './retrying.ts'

/** What became of an entry, or the fault of ours that kept it from being written. */
export type Written = Recorded | { readonly fault: unknown }

/** Records entries, each whole or not at all: see `Petitions.record`. */
export async function record(
  entries: readonly Dated[],
  connection: Connection,
): Promise<Written[]> {
  const written: Written[] = []
  for (const round of roundsOf(entries)) {
    const answers = await recordRound(
      round.map(({ dated }) => dated),
      connection,
    )
    round.forEach(({ index }, i) => {
      written[index] = answers[i] as Written
    })
  }
  return written
}

async function recordRound(round: readonly Dated[], connection: Connection): Promise<Written[]> {
  const { tenant, sql } = connection
  const rows = rowsOf(round)
  const lists = Object.values(rows).map(toJson)
  let claimed: ReadonlySet<number>
  try {
    const answer = await retrying(() =>
      sql.unsafe(recordStatement, [tenant, ...lists], { prepare: true }),
    )
    claimed = new Set(answer.map(({ n }) => n))
  } catch (fault) {
    // Two new petitions of one id, or a fault of ours: find out whose, and let the others pass.
    if (round.length > 1) return oneByOne(round, connection)
    return [isSecondRegistration(fault) ? 'stale' : { fault }]
  }
  const left = rows.entries.filter(({ n, lead }) => lead === null && !claimed.has(n))
  if (left.length === 0) return round.map(() => 'recorded')
  const open = await sql.unsafe(openCausesStatement, [tenant, toJson(left)], { prepare: true })
  const stillOpen = new Set(open.map(({ n }) => n))
  return round.map((_, n) =>
    claimed.has(n) ? 'recorded' : stillOpen.has(n) ? 'stale' : 'alreadyDone',
  )
}

async function oneByOne(round: readonly Dated[], connection: Connection): Promise<Written[]> {
  const answers: Written[] = []
  for (const dated of round) answers.push(...(await recordRound([dated], connection)))
  return answers
}

/** Entries that share a petition, a voice, an errand, a cause or a question go one after another, the others together, in order of place. */
function roundsOf(entries: readonly Dated[]) {
  const rounds: { readonly index: number; readonly dated: Dated; readonly order: string }[][] = []
  const lastOf = new Map<string, number>()
  entries.forEach((dated, index) => {
    const keys = keysOf(dated.entry)
    const turn = 1 + Math.max(-1, ...keys.map((key) => lastOf.get(key) ?? -1))
    for (const key of keys) lastOf.set(key, turn)
    const round = rounds[turn] ?? []
    rounds[turn] = round
    round.push({ index, dated, order: orderOf(dated.entry) })
  })
  for (const round of rounds) round.sort((a, b) => (a.order < b.order ? -1 : 1))
  return rounds
}

function keysOf({ cause, petition, with: other, voice, errand, question }: Entry): string[] {
  const keys = [`cause/${nameOf(cause)}`]
  if (petition) keys.push(`petition/${petition.id}`)
  if (other) keys.push(`petition/${other.petition.id}`)
  if (voice) keys.push(`voice/${voice.id}`)
  if (errand) keys.push(`errand/${errand.id}`)
  if (cause.kind === 'timer') keys.push(`petition/${cause.petition}`)
  if (question) keys.push(`question/${question.conversation}/${question.person}`)
  return keys
}

const orderOf = ({ cause, petition }: Entry) => `${petition?.id ?? ''}/${nameOf(cause)}`

const nameOf = (cause: Cause) => {
  const { cause: kind, place, key } = claimOf(cause)
  return `${kind}/${place}/${key}`
}

/** Whichever of what belongs to a petition was written first found its place taken. */
const isSecondRegistration = (fault: unknown) =>
  codeOf(fault) === '23505' &&
  fault instanceof Error &&
  'table_name' in fault &&
  ['petition', 'petition_event', 'timer'].includes(String(fault.table_name)) &&
  'constraint_name' in fault &&
  String(fault.constraint_name).endsWith('_pk')
