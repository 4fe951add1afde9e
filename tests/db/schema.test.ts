import { readFileSync } from 'node:fs'
import postgres from 'postgres'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { freshDatabase } from '../support/postgres.ts'
import { guard } from './shardable.ts'

const sql = postgres(await freshDatabase(), { max: 4, onnotice: () => {} })
afterAll(() => sql.end())

const found = async () =>
  (await sql.unsafe(guard)).map(({ why, relname }) => `${relname}: ${why}`).sort()

describe('the schema', () => {
  test('can be spread over servers by street', async () => {
    expect(await found()).toEqual([])
  })

  test.each([
    ['create table planted (id text primary key)', ['planted: no tenant_id']],
    ['create table planted (tenant_id text not null)', ['planted: no primary key']],
    [
      'create table planted (tenant_id text not null, id text primary key)',
      ['planted: unique without tenant_id'],
    ],
    [
      'create table planted (id text, tenant_id text not null, primary key (id, tenant_id))',
      ['planted: tenant_id is not first'],
    ],
    [
      `create table planted (tenant_id text not null, id text, primary key (tenant_id, id));
       alter table planted add foreign key (id, tenant_id) references planted (tenant_id, id)`,
      ['planted: foreign key without tenant_id'],
    ],
    [
      `create table planted (tenant_id text not null, id text, primary key (tenant_id, id));
       create function nothing() returns trigger language plpgsql as 'begin return new; end';
       create trigger t before insert on planted for each row execute function nothing()`,
      ['planted: trigger'],
    ],
    [
      'create table planted (tenant_id text not null, id bigserial, primary key (tenant_id, id))',
      ['planted: sequence'],
    ],
    [
      "create type mood as enum ('a'); create table planted (tenant_id text not null, m mood, primary key (tenant_id, m))",
      ['planted: enum'],
    ],
  ])('would be caught with a bad table in it: %s', async (planted, caught) => {
    const plant = sql.begin(async (tx) => {
      await tx.unsafe(planted)
      const rows = await tx.unsafe(guard)
      throw rows.map(({ why, relname }) => `${relname}: ${why}`)
    })
    await expect(plant).rejects.toEqual(caught)
    expect(await found()).toEqual([])
  })

  test('vacuums its queues early', async () => {
    const rows = await sql`
      select relname from pg_class
      where reloptions::text like '%autovacuum_vacuum_scale_factor=0%' order by relname`
    expect(rows.map(({ relname }) => relname)).toEqual(['inbox', 'outbox', 'timer'])
  })
})

describe('migrations', () => {
  test('have times that strictly rise, for drizzle passes over a late one without a word', () => {
    const journal = JSON.parse(
      readFileSync(new URL('../../db/migrations/meta/_journal.json', import.meta.url), 'utf8'),
    ) as { readonly entries: readonly { readonly when: number }[] }
    const times = journal.entries.map(({ when }) => when)
    expect(times.length).toBeGreaterThan(0)
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  })

  test('are applied once when four start together', async () => {
    const root = inject('postgres')
    const admin = postgres(`${root}/postgres`, { max: 1 })
    await admin`create database four_at_once`
    await admin.end()
    const url = `${root}/four_at_once`
    await Promise.all([1, 2, 3, 4].map(() => migrate(url)))
    const client = postgres(url, { max: 1 })
    const [row] = await client`
      select count(*)::int as applied, count(distinct hash)::int as different from drizzle.__drizzle_migrations`
    await client.end()
    expect(row?.applied).toBeGreaterThan(0)
    expect(row?.applied).toBe(row?.different)
  })
})
