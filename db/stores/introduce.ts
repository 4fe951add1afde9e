import { and, eq, sql as fragment, inArray, isNull } from 'drizzle-orm'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import type { TenantId } from '../../src/domain/ids.ts'
import { channelsThatHear } from '../../src/domain/people/channel-name.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { person, personAlias, roomAlias } from '../schema/people.ts'

type Staff = Rulebook['staff'][number]

/**
 * Makes a rulebook's staff people, their accounts aliases of them and of nobody else, and its rooms known on WeChat by
 * their own id unless they are bound already. Accounts that staff bound by a code stay theirs, unless the rulebook gives
 * them to somebody else.
 */
export async function introduce(
  { staff, rooms }: Rulebook,
  tenantId: TenantId,
  tx: PgDatabase<PgQueryResultHKT>,
): Promise<void> {
  if (staff.length > 0) await introduceStaff(staff, tenantId, tx)
  const bindings = rooms.map(({ id }) => ({
    tenantId,
    channel: 'wechat',
    platformRoom: id,
    room: id,
  }))
  if (bindings.length > 0) await tx.insert(roomAlias).values(bindings).onConflictDoNothing()
}

async function introduceStaff(
  staff: readonly Staff[],
  tenantId: TenantId,
  tx: PgDatabase<PgQueryResultHKT>,
) {
  const ids: string[] = staff.map(({ id }) => id)
  const known = await tx
    .select()
    .from(person)
    .where(and(eq(person.tenantId, tenantId), inArray(person.id, ids)))
  const bound = await tx
    .select()
    .from(personAlias)
    .where(and(eq(personAlias.tenantId, tenantId), inArray(personAlias.personId, ids)))
    .then((aliases) => aliases.filter(({ boundAt }) => boundAt !== null))
  const people = staff.map((one) => {
    const own = [...accountsOf(one), ...bound.filter(({ personId }) => personId === one.id)]
    const before = known.find(({ id }) => id === one.id)
    const last = own.find((a) => a.channel === before?.channel && a.account === before.account)
    const { channel = null, account = null } = last ?? own[0] ?? {}
    return { tenantId, id: one.id, name: one.name, isStaff: true, channel, account }
  })
  await tx
    .insert(person)
    .values(people)
    .onConflictDoUpdate({
      target: [person.tenantId, person.id],
      set: {
        name: fragment`excluded.name`,
        isStaff: true,
        channel: fragment`excluded.channel`,
        account: fragment`excluded.account`,
      },
    })
  // An account that was handed on must not carry the office with it.
  await tx
    .delete(personAlias)
    .where(
      and(
        eq(personAlias.tenantId, tenantId),
        inArray(personAlias.personId, ids),
        isNull(personAlias.boundAt),
      ),
    )
  const aliases = staff.flatMap((one) =>
    accountsOf(one).map((alias) => ({ tenantId, ...alias, personId: one.id })),
  )
  if (aliases.length > 0)
    await tx
      .insert(personAlias)
      .values(aliases)
      .onConflictDoUpdate({
        target: [personAlias.tenantId, personAlias.channel, personAlias.account],
        set: { personId: fragment`excluded.person_id`, boundAt: null },
      })
}

const accountsOf = ({ accounts }: Staff) =>
  channelsThatHear.flatMap((channel) => {
    const account = accounts[channel]
    return account === undefined ? [] : [{ channel, account }]
  })
