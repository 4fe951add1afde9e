import type postgres from 'postgres'
import { revive } from '../../../db/json.ts'
import type { Stores } from '../../../db/stores/stores.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import { timersFor } from '../../domain/petition/timers.ts'

/**
 * Everything about petitions that does not agree with itself. `worthy`: messages each of which must belong to one.
 */
export async function petitionFaults(
  sql: postgres.Sql,
  { rulebooks }: Pick<Stores, 'rulebooks'>,
  worthy: ReadonlySet<string>,
): Promise<string[]> {
  const book = await rulebooks.current()
  const petitions = await sql`
    select p.id, p.number, p.version, p.body,
      array(select e.version from petition_event e where e.petition_id = p.id order by e.version) as versions,
      array(select e.body ->> 'kind' from petition_event e where e.petition_id = p.id) as kinds,
      array(select t.key from timer t where t.petition_id = p.id and t.fired_at is null) as waiting,
      array(select t.key from timer t where t.petition_id = p.id and t.fired_at is not null) as fired,
      array(select m.message_id from petition_message m where m.petition_id = p.id) as messages
    from petition p`
  const orphans = await sql`
    select 'event' as what, petition_id as of from petition_event where petition_id not in (select id from petition)
    union all select 'timer', petition_id from timer where petition_id not in (select id from petition)
    union all select 'message', petition_id from petition_message where petition_id not in (select id from petition)
    union all select 'letter', petition_id from outbox where petition_id not in (select id from petition)`
  const belongsTo = new Map<string, number[]>()
  const wrong = petitions.flatMap(
    ({ number, version, versions, kinds, waiting, fired, messages, body }) => {
      for (const id of messages) belongsTo.set(id, [...(belongsTo.get(id) ?? []), number])
      const fault = (is: boolean, what: string) => (is ? [`petition ${number}: ${what}`] : [])
      const due = timersFor(revive<Petition>(structuredClone(body)), book)
        .map(({ key }) => key)
        .filter((key) => !fired.includes(key))
      return [
        ...fault(
          [...new Set(versions)].join() !== upTo(version).join(),
          `version ${version}, events ${versions}`,
        ),
        ...fault(
          kinds.filter((kind: string) => kind === 'registered').length !== 1,
          `registered ${kinds}`,
        ),
        ...fault(
          due.sort().join() !== waiting.sort().join(),
          `timers ${waiting} instead of ${due}`,
        ),
        ...fault(
          body.messages.some((id: string) => !messages.includes(id)),
          'a message is not linked',
        ),
      ]
    },
  )
  const [{ doubled = [] } = {}] = await sql`
    select array(select number from petition group by number having count(*) > 1) as doubled`
  return [
    ...wrong,
    ...orphans.map(({ what, of }) => `${what} of a petition that is not there: ${of}`),
    ...doubled.map((number: number) => `number given twice: ${number}`),
    ...[...belongsTo]
      .filter(([, of]) => of.length > 1)
      .map(([id, of]) => `message ${id} belongs to ${of}`),
    ...(await unregistered(
      sql,
      [...worthy].filter((id) => !belongsTo.has(id)),
    )),
  ]
}

const unregistered = async (sql: postgres.Sql, ids: readonly string[]) =>
  (
    await sql`
      select message_id as id, outcome, body ->> 'text' as text from inbox where message_id = any(${[...ids]})`
  ).map(({ id, outcome, text }) => `message ${id} became no petition but ${outcome}: ${text}`)

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)
