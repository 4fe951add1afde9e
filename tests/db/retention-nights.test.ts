import postgres from 'postgres'
import { afterAll, expect, test } from 'vitest'
import { openStores } from '../../db/stores/open-stores.ts'
import { messageId, type PetitionId, petitionId, tenantId } from '../../src/domain/ids.ts'
import { keepNoLonger } from '../../src/flows/keep-no-longer.ts'
import type { Desk } from '../../src/flows/ports.ts'
import {
  aBook,
  aHeard,
  aLetter,
  anAcceptedNotice,
  anEntry,
  aPetition,
  aPetitioner,
  at,
} from '../support/builders.ts'
import { aFolder, freshDatabase } from '../support/postgres.ts'

/** What is taken away by night is the same, however the night went: run twice, by two at once, late, killed anywhere. */
const url = await freshDatabase()
const sql = postgres(url, { max: 1, onnotice: () => {} })
const closes: (() => Promise<unknown>)[] = [() => sql.end()]
afterAll(async () => {
  for (const close of closes.reverse()) await close()
})

const night = '2029-06-01 03:20'
type Keeper = Pick<Desk, 'petitions' | 'retention' | 'media' | 'findings' | 'rulebooks' | 'clock'>

let streets = 0

/** A street with something of every class, half of it over: always the same, also by its ids. */
async function aStreet() {
  const tenant = tenantId(`street-${++streets}`)
  const mediaFolder = aFolder()
  let ids = 0
  const newId = () => `0197-${String(++ids).padStart(6, '0')}`
  const open = async () => {
    const stores = await openStores({ url, tenant, mediaFolder, newId })
    closes.push(stores.close)
    return stores
  }
  const stores = await open()
  await stores.saveRulebook(aBook())
  for (const [n, closedAt] of [
    [1, '2026-03-09 10:00'],
    [2, '2026-04-09 10:00'],
    [3, '2029-05-09 10:00'],
  ] as const) {
    const heard = aHeard(`第${n}家门口的灯三天没亮了`, {
      id: messageId(`m${n}`),
      sender: { id: `wx-r-00${n}`, name: `住户${n}`, alias: `5-${n}-301` },
    })
    const idle = aHeard('哈哈', { id: messageId(`idle-${n}`), sender: heard.sender })
    await stores.inbox.keep([heard, idle], at('2026-03-02 09:00'))
    const { id } = await stores.people.meet(heard, null)
    const photo = await stores.media.keep(Buffer.from(`photo ${n}`), 'image/png')
    const petition = aPetition('closed', {
      id: petitionId(`p${n}`),
      number: 1000 + n,
      reporter: aPetitioner(id),
      messages: [heard.id],
      photos: [photo],
      words: [heard.text],
      summary: heard.text,
      closedAt: at(closedAt),
    })
    const to = { kind: 'person', person: id } as const
    const notice = anAcceptedNotice(aPetition('handling', { id: petition.id }))
    const account = { kind: 'person', channel: 'wechat', account: heard.sender.id } as const
    const readAt = at('2026-03-02 09:00')
    await stores.outbox.seen(account, [`of no letter ${n}`], readAt, readAt)
    const { registeredAt } = petition
    await stores.petitions.record(
      [
        anEntry({
          cause: { kind: 'message', channel: 'wechat', message: heard.id },
          petition,
          events: [{ kind: 'registered', by: id, at: registeredAt, petition, because: '' }],
          outcome: 'registered',
          letters: [aLetter(`l${n}`, { to, notice })],
        }),
        anEntry({ cause: { kind: 'message', channel: 'wechat', message: idle.id } }),
      ],
      at('2026-03-02 09:00'),
    )
  }
  const letters = await stores.outbox.take(10, at('2026-03-02 09:00'))
  await stores.outbox.sent(
    letters.map(({ id }) => id),
    at('2026-03-02 09:01'),
  )
  return {
    tenant,
    stores,
    open,
    keeper: (when = night): Keeper => ({ ...stores, clock: () => at(when) }),
  }
}

type Kept = Record<string, Record<string, unknown>[]>

/** Everything the database holds of a street. */
async function kept(tenant: string): Promise<Kept> {
  const tables = await sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'tenant_id' order by 1`
  const all: Kept = {}
  for (const { name } of tables) {
    const rows = await sql`
      select to_jsonb(t) - 'tenant_id' - 'saved_at' - 'written_at' - 'recorded_at' as row from ${sql(name)} t
      where tenant_id = ${tenant} order by 1`
    // counts of a day in the order of their names, whatever they are
    all[name] = rows.map(({ row }) => row).sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
  }
  return all
}

const keyOf = ({ record_class, ...row }: Record<string, unknown>) =>
  typeof record_class === 'string' ? record_class : JSON.stringify(row)

const isOf = (of: string, row: Record<string, unknown>) => row.record_class === of
const countOf = (of: string, rows: Record<string, unknown>[] = []) =>
  Number(rows.find((row) => isOf(of, row))?.count)

const untouched = async () => {
  const street = await aStreet()
  const counts = await keepNoLonger(street.keeper())
  return { counts, left: await kept(street.tenant) }
}

class Killed extends Error {}

/** Dies when the n-th thing it wanted of its stores is done. */
function dyingAfter(n: number, keeper: Keeper): Keeper {
  let asked = 0
  const mortal = <T extends object>(store: T): T =>
    new Proxy(store, {
      get(target, name, receiver) {
        const method = Reflect.get(target, name, receiver)
        if (typeof method !== 'function') return method
        return async (...args: unknown[]) => {
          const dies = ++asked === n
          const answer = await method.apply(target, args)
          if (dies) throw new Killed()
          return answer
        }
      },
    })
  const { petitions, retention, media, findings } = keeper
  return {
    ...keeper,
    petitions: mortal(petitions),
    retention: mortal(retention),
    media: mortal(media),
    findings: mortal(findings),
  }
}

test('a night takes away what is over and nothing else, and a second run nothing more', async () => {
  const { counts, left } = await untouched()
  expect(counts.closedPetitions).toBe(2)
  expect(counts.chatter).toBe(3)
  expect(JSON.stringify(left)).not.toMatch(/第[12]家|住户[12]/)
  expect(JSON.stringify(left)).toContain('第3家')
  expect(left.seen_early).toEqual([])
  const street = await aStreet()
  await keepNoLonger(street.keeper())
  const again = await keepNoLonger(street.keeper())
  expect(Object.values(again).every((count) => count === 0)).toBe(true)
  expect(await kept(street.tenant)).toEqual(left)
})

test('timers go with the people of a petition; causes after a year and a half, but for what is said once for good', async () => {
  const { tenant, stores, keeper } = await aStreet()
  const pressed = async (key: string, when: string) =>
    stores.petitions.record([anEntry({ cause: { kind: 'press', key } })], at(when))
  for (const key of ['rules/room-1', 'proposal/0101/WY1', 'brief/QS/2027-01-04'])
    await pressed(key, '2027-01-04 08:30')
  await pressed('brief/QS/2029-01-04', '2029-01-04 08:30')
  for (const id of ['p1', 'p3'])
    await sql`
      insert into timer (tenant_id, petition_id, key, due_at, fired_at, command)
      values (${tenant}, ${id}, '0/survey/close', now(), now(), '{}')`
  await keepNoLonger(keeper())
  const left = await kept(tenant)
  expect(left.done_once?.map(({ key }) => key).sort()).toEqual([
    'brief/QS/2029-01-04',
    'proposal/0101/WY1',
    'rules/room-1',
  ])
  expect(left.timer?.map(({ petition_id }) => petition_id)).toEqual(['p3'])
})

test('killed anywhere, the next run brings the rest, and the count of the day is right', async () => {
  const { left } = await untouched()
  let n = 1
  for (; ; n += 1) {
    const street = await aStreet()
    const died = await keepNoLonger(dyingAfter(n, street.keeper())).then(
      () => false,
      (fault) => {
        if (!(fault instanceof Killed)) throw fault
        return true
      },
    )
    if (!died) break
    await keepNoLonger(street.keeper())
    const { forgotten, ...rest } = await kept(street.tenant)
    const { forgotten: counted, ...others } = left
    await street.stores.close()
    expect(rest, `step ${n}`).toEqual(others)
    // a file and its count are not one write: who dies in between leaves the count one short
    expect([0, 1]).toContain(countOf('media', counted) - countOf('media', forgotten))
    expect(forgotten?.filter((row) => !isOf('media', row))).toEqual(
      counted?.filter((row) => !isOf('media', row)),
    )
  }
  expect(n).toBeGreaterThan(15)
})

test('two at once take away the same as one', async () => {
  const { left } = await untouched()
  const street = await aStreet()
  const other = await street.open()
  await Promise.all([
    keepNoLonger(street.keeper()),
    keepNoLonger({ ...other, clock: () => at(night) }),
  ])
  expect(await kept(street.tenant)).toEqual(left)
})

test('what another night took away since it was looked up is left alone', async () => {
  const { left } = await untouched()
  const street = await aStreet()
  const { retention } = street.stores
  const lookedUp: Promise<PetitionId[]>[] = []
  await keepNoLonger({
    ...street.keeper(),
    retention: {
      ...retention,
      async over(before, most) {
        const over = retention.over(before, most)
        lookedUp.push(over)
        await over
        await keepNoLonger(street.keeper())
        return over
      },
    },
  })
  expect(await lookedUp[0]).toHaveLength(2)
  expect(await kept(street.tenant)).toEqual(left)
})

test('nights that were missed are made up for by the next', async () => {
  const nightly = await aStreet()
  for (const when of ['2029-04-01 03:20', '2029-05-01 03:20', night])
    await keepNoLonger(nightly.keeper(when))
  const late = await aStreet()
  await keepNoLonger(late.keeper())
  const withoutDays = ({ forgotten: _days, ...rest }: Kept) =>
    JSON.stringify(rest).replaceAll(/"(forgottenAt|heard_at|at)":"[^"]+"/g, '"$1":""')
  const [often, once] = [await kept(nightly.tenant), await kept(late.tenant)]
  expect(withoutDays(often)).toEqual(withoutDays(once))
})
