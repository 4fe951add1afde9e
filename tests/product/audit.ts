import postgres from 'postgres'
import type { SimWorld } from '../../bots/sandbox/sim-world.ts'
import type { Stores } from '../../db/stores/stores.ts'
import { petitionFaults } from '../../src/cli/storm/petitions.ts'
import type { SaidVoices } from '../../src/cli/storm/voice-load.ts'
import { auditVoices } from '../../src/cli/storm/voices.ts'
import { sayAll } from '../../src/texts/say.ts'

/**
 * Everything about a street's database that does not agree with itself, with what was said on the platform, or with
 * what people read there. Empty: nothing lost, nothing doubled, nothing half done.
 */
export async function audit(
  url: string,
  stores: Stores,
  world: SimWorld,
  worthy: ReadonlySet<string>,
  said: SaidVoices,
): Promise<string[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [
      ...(await inboxFaults(sql, world)),
      ...(await petitionFaults(sql, stores, worthy)),
      ...(await auditVoices(sql, stores, said)).faults,
      ...(await letterFaults(sql, stores, world)),
    ]
  } finally {
    await sql.end()
  }
}

/** What was said to us, be it by word or by taking words back. */
export const saidToUs = (world: SimWorld): string[] =>
  world.happenings(new Date(0)).flatMap((one) => {
    if (one.kind !== 'said' && one.kind !== 'recalled') return []
    return one.kind === 'said' && one.message.from === world.bot ? [] : [one.id]
  })

/** How much was said to us that is not yet read, be it kept or not, and how many letters have yet to go. */
export async function undone(url: string, world: SimWorld) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [inbox] = await sql`select count(*)::int as read from inbox where state <> 'waiting'`
    const [outbox] = await sql`select count(*)::int as unsent from outbox where state = 'pending'`
    return { unread: saidToUs(world).length - Number(inbox?.read), unsent: Number(outbox?.unsent) }
  } finally {
    await sql.end()
  }
}

async function inboxFaults(sql: postgres.Sql, world: SimWorld): Promise<string[]> {
  const rows =
    await sql`select message_id as id, state, outcome, fault, body ->> 'text' as text from inbox`
  const kept = new Set(rows.map(({ id }) => id))
  const said = new Set(saidToUs(world))
  return [
    ...[...said].filter((id) => !kept.has(id)).map((id) => `said and never kept: ${id}`),
    ...[...kept].filter((id) => !said.has(id)).map((id) => `kept and never said: ${id}`),
    ...rows
      .filter(({ state, outcome }) => state !== 'read' || !outcome)
      .map(({ id, state, text, fault }) => `not read: ${id} is ${state} (${text}) ${fault ?? ''}`),
  ]
}

/** Each letter is sent, and stands once in its reader's chat, twice only where it was in doubt; nothing else of ours does. */
async function letterFaults(
  sql: postgres.Sql,
  { outbox, people }: Stores,
  world: SimWorld,
): Promise<string[]> {
  const faults: string[] = []
  const wanted: string[] = []
  const gone = await sql`
    select id, coalesce(set_out ->> 'parcel', id) as parcel, doubt is not null as may_be_twice from outbox`
  const parcelOf = new Map(gone.map(({ id, parcel }) => [id, parcel]))
  const mayBeTwice = new Set(gone.flatMap((one) => (one.may_be_twice ? [one.parcel] : [])))
  const excused: string[] = []
  const letters = (await outbox.letters({})).sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id, to, notice, state } of letters) {
    if (state !== 'sent') faults.push(`letter ${id} (${notice.kind}) is ${state}`)
    if (parcelOf.get(id) !== id) continue
    const [reach] = to.kind === 'person' ? await people.reaches(to.person) : []
    const chat = to.kind === 'room' ? to.room : (reach?.account ?? 'nowhere')
    const together = letters.filter((other) => parcelOf.get(other.id) === id)
    const piece = `${chat}: ${sayAll(together.map((one) => one.notice)).text}`
    wanted.push(piece)
    if (mayBeTwice.has(id)) excused.push(piece)
  }
  const read = world.happenings(new Date(0)).flatMap((one) => {
    if (one.kind !== 'said' || one.message.from !== world.bot) return []
    const { room, dmWith, text } = one.message
    return `${room ?? dmWith ?? ''}: ${text.replace(/^@[^\u2005\n]+\u2005/, '')}`
  })
  const more = tally(read)
  const timesOf = (piece: string) =>
    world
      .happenings(new Date(0))
      .flatMap((one) =>
        one.kind === 'said' && piece.endsWith(lastLine(one.message.text))
          ? [one.message.at.toISOString()]
          : [],
      )
  for (const [piece, count] of tally(wanted)) {
    const times = more.get(piece) ?? 0
    const most = count + excused.filter((one) => one === piece).length
    if (times < count || times > most)
      faults.push(`written ${count}, read ${times} times: ${piece} ${timesOf(piece)}`)
    more.delete(piece)
  }
  return [
    ...faults,
    ...[...more].map(([piece, times]) => `never written, read ${times} times: ${piece}`),
  ]
}

const lastLine = (text: string) => text.split(/[\n\u2005]/).at(-1) ?? ''

function tally(pieces: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return counts
}
