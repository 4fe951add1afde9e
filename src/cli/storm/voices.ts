import type postgres from 'postgres'
import type { Stores } from '../../../db/stores/stores.ts'
import type { Spoken } from '../../domain/voices/voice.ts'
import type { SaidVoices } from './voice-load.ts'

/** What became of what was said to groups, and of what they answered. */
export interface VoiceAudit {
  readonly announcements: number
  readonly polls: number
  readonly votes: number
  /** Empty: every announcement and poll once in each of its groups, every vote once. */
  readonly faults: readonly string[]
}

/**
 * Holds announcements, polls and votes against what was said; what the link lost within a gap was not said, and what was
 * read as an answer to a question of ours, as somebody's rating, was no vote.
 */
export async function auditVoices(
  sql: postgres.Sql,
  { people }: Pick<Stores, 'people'>,
  { sent, votes }: SaidVoices,
): Promise<VoiceAudit> {
  const rows = await sql`select body from voice where body ->> 'kind' in ('announcement', 'poll')`
  const voices = rows.map(({ body }) => body as Spoken)
  const inbox = await sql`select message_id as id, outcome from inbox`
  const kept = new Set(inbox.map(({ id }) => id))
  const asVotes = new Set(
    inbox.flatMap(({ id, outcome }) => (outcome === 'voice answered' ? [id] : [])),
  )
  const faults: string[] = []
  const once = (is: number, what: string) => {
    if (is !== 1) faults.push(`${what}: ${is} times`)
  }
  for (const [text, id] of sent)
    if (kept.has(id)) once(voices.filter((one) => one.text === text).length, `sent “${text}”`)
  for (const { kind, number, text, rooms } of voices) {
    const letters = await sql`
      select reader, count(*)::int as times from outbox
      where body -> 'notice' ->> 'kind' = ${kind} and body -> 'notice' ->> 'text' = ${text} group by reader`
    for (const { reader, times } of letters) once(times, `${kind} ${number} to ${reader}`)
    if (letters.length < rooms.length)
      faults.push(`${kind} ${number} went to ${letters.length} groups, not ${rooms.length}`)
  }
  let counted = 0
  for (const { kind, number, text, answers } of voices) {
    const households = new Set(answers.map(({ household }) => household))
    if (households.size < answers.length) faults.push(`${kind} ${number} counts a household twice`)
    if (kind === 'announcement') continue
    const chosen: string[] = []
    for (const { person, choice } of answers)
      for (const { account } of await people.reaches(person)) chosen.push(`${account} ${choice}`)
    for (const vote of votes.filter((one) => one.text === text && asVotes.has(one.id))) {
      const is = chosen.filter((one) => one === `${vote.account} ${vote.letter}`).length
      once(is, `vote ${vote.id} in poll ${number}`)
      counted += 1
    }
  }
  const count = (kind: Spoken['kind']) => voices.filter((one) => one.kind === kind).length
  return { announcements: count('announcement'), polls: count('poll'), votes: counted, faults }
}
