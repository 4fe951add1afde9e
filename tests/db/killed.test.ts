import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { v7 } from 'uuid'
import { afterAll, expect, test } from 'vitest'
import { aFolder, freshDatabase } from '../support/postgres.ts'
import { run } from './processes/child.ts'

const url = await freshDatabase()
const sql = postgres(url, { max: 1 })
const tenant = v7()
const media = aFolder()
afterAll(async () => {
  await sql.end()
  rmSync(media, { recursive: true, force: true })
})

const kills = 22

test(`a process killed ${kills} times while it records loses nothing and leaves nothing half`, async () => {
  const said = { kept: new Set<string>(), recorded: new Set<string>() }
  for (let kill = 0; kill < kills; kill++) {
    const child = run('record.ts', [url, tenant, media])
    const lines = [await child.line()]
    await sleep(Math.random() * 250)
    await child.kill()
    lines.push(...(await child.rest()))
    for (const line of lines) {
      const [what, id] = line.split(' ')
      if (id?.length === 36 && (what === 'kept' || what === 'recorded')) said[what].add(id)
    }
  }
  await sleep(500) // what the last process had under way ends now, one way or the other

  const kept = await sql`select message_id as id from inbox`
  const ids = new Set(kept.map(({ id }) => id))
  expect(ids.size).toBe(kept.length)
  expect([...said.kept].filter((id) => !ids.has(id))).toEqual([])

  const whole = await sql`
    select p.id from petition p join inbox i on i.message_id = p.id and i.state = 'read' and i.petition_id = p.id
    where (select count(*) from petition_event e where e.petition_id = p.id) = 2
      and (select count(*) from timer t where t.petition_id = p.id) = 2
      and (select count(*) from outbox o where o.petition_id = p.id) = 2
      and (select count(*) from petition_person r where r.petition_id = p.id) = 2
      and (select count(*) from petition_message m where m.petition_id = p.id) = 1`
  const found = new Set(whole.map(({ id }) => id))
  expect([...said.recorded].filter((id) => !found.has(id))).toEqual([])
  const [count] = await sql`
    select (select count(*) from petition)::int as petitions,
      (select count(*) from inbox where state = 'read')::int as read,
      (select count(*) from petition_event)::int as events, (select count(*) from timer)::int as timers,
      (select count(*) from outbox)::int as letters`
  const petitions = found.size
  expect(count).toEqual({
    petitions,
    read: petitions,
    events: 2 * petitions,
    timers: 2 * petitions,
    letters: 2 * petitions,
  })
  expect(said.recorded.size).toBeGreaterThan(kills) // else the kills came before anything was written
}, 180_000)
