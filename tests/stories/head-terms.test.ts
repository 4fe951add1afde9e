import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/ids.ts'
import type { Rulebook } from '../../src/domain/street/rulebook.ts'
import { headWatch } from '../../src/flows/watch-heads.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

/** Head of a stair in 河滨新村 until the end of 2026; a resident of it; who handles it, and another of its office. */
const [head, resident] = ['wx-r-032', 'wx-r-030'] as const
const riverside = staffAccount('S004')
const successor = staffAccount('S041')

type Street = Awaited<ReturnType<typeof neighbourhood>>
const reminders = (street: Street, account: string) =>
  street.told(account).filter((text) => text.includes('【户长换届】'))

const saveHeads = async (
  street: Street,
  change: (heads: NonNullable<Rulebook['heads']>) => NonNullable<Rulebook['heads']>,
) => {
  const book = await street.desk.rulebooks.current()
  await street.saveRulebook({
    ...book,
    version: book.version + 1,
    heads: change(book.heads ?? []),
  })
}

const officeOf = async (street: Street, unit: string) => {
  const { staff } = await street.desk.rulebooks.current()
  return staff.flatMap(({ unit: own, role, accounts }) =>
    own === unit && role === 'community_dispatcher' ? (accounts.wechat ?? []) : [],
  )
}

describe('the end of a term', () => {
  test('is told the community thirty days before, once', async () => {
    const street = await neighbourhood('2026-11-30 20:00')
    const [office = ''] = await officeOf(street, 'QS-HB')
    expect(reminders(street, office)).toEqual([])
    await street.itIs('2026-12-02 18:00')
    expect(reminders(street, office)).toHaveLength(1)
    expect(reminders(street, office)[0]).toMatch(/汪玉珍的任期到12月31日届满/)
    await street.itIs('2027-01-05 18:00')
    expect(reminders(street, office)).toHaveLength(1)
    expect(reminders(street, head)).toEqual([])
    expect(street.faults).toEqual([])
  })

  test('run twice, by two processes, or killed: the same as once; late: told late', async () => {
    const street = await neighbourhood('2026-11-20 09:00')
    const [office = ''] = await officeOf(street, 'QS-HB')
    const late = { ...street.desk, clock: () => at('2027-01-04 10:00') }
    const killed = {
      ...late,
      petitions: { ...late.petitions, record: () => Promise.reject(new Error('killed')) },
    }
    const watch = headWatch(killed)
    await expect(watch()).rejects.toThrow('killed')
    await expect(watch()).rejects.toThrow('killed')
    const done = await Promise.all([headWatch(late)(), headWatch(late)()])
    expect(done.sort()).toEqual([0, 1])
    expect(await headWatch(late)()).toBe(0)
    await street.itIs('2027-01-04 18:00')
    expect(reminders(street, office)).toHaveLength(1)
    expect(reminders(street, office)[0]).toContain('已于12月31日届满')
  })

  test('is no news where the next term is on the roster, or none has an end', async () => {
    const street = await neighbourhood('2026-11-20 09:00')
    await saveHeads(street, (heads) =>
      heads.flatMap((one) =>
        one.person === 'H01'
          ? [one, { ...one, from: '2027-01-01', until: '2029-12-31' }]
          : [{ ...one, until: null }],
      ),
    )
    await street.itIs('2027-01-05 18:00')
    expect(street.delivered.filter(({ text }) => text.includes('户长换届'))).toEqual([])
  })
})

describe('a look that was asked of a head whose term is over', () => {
  /** Resolved on the last day but one of the term; the head has not looked. */
  const stair = async () => {
    const street = await neighbourhood('2026-12-30 09:00')
    await street.says(
      resident,
      'dm',
      '河滨新村18号楼2单元楼道灯坏了，住着八十多岁独居老人，天黑怕摔跤',
    )
    await street.says(riverside, 'dm', '1001 签收')
    await street.says(riverside, 'dm', '1001 已换灯泡，办结')
    expect(street.kinds(head)).toEqual(['checkAsked'])
    return street
  }
  const asked = (street: Street, account: string) =>
    street.kinds(account).filter((kind) => kind === 'checkAsked')

  test('goes to the head who comes next, once, and counts as theirs', async () => {
    const street = await stair()
    await saveHeads(street, (heads) =>
      heads.flatMap((one) =>
        one.person === 'H01'
          ? [one, { ...one, person: personId('S041'), from: '2027-01-01', until: null }]
          : [one],
      ),
    )
    await street.itIs('2026-12-31 20:00')
    expect(asked(street, successor)).toEqual([])
    await street.itIs('2027-01-01 09:00')
    expect(asked(street, successor)).toHaveLength(1)
    expect(street.told(successor).at(-1)).toContain('接上一任户长')
    expect(street.told(successor).join()).not.toContain('八十')
    const again = { ...street.desk, clock: () => at('2027-01-01 12:00') }
    expect(await Promise.all([headWatch(again)(), headWatch(again)()])).toEqual([0, 0])
    await street.says(head, 'dm', '看过了，修好了')
    expect(await street.petition()).not.toMatchObject({ check: { fixed: true } })
    await street.says(successor, 'dm', '看过了，修好了')
    expect(await street.petition()).toMatchObject({ check: { head: 'S041', fixed: true } })
    await street.itIs('2027-01-03 09:00')
    expect(asked(street, successor)).toHaveLength(1)
    expect(street.faults).toEqual([])
  })

  test('else to the office of the community that did not handle it, and stays there', async () => {
    const street = await stair()
    const book = await street.desk.rulebooks.current()
    await street.itIs('2027-01-01 09:00')
    const petition = await street.petition()
    const { head: now } = ('check' in petition && petition.check) || { head: null }
    const looker = book.staff.find(({ id }) => id === now)
    expect(looker?.role).toMatch(/dispatcher/)
    const account = looker?.accounts.wechat ?? ''
    expect(account).not.toBe(riverside)
    expect(asked(street, account)).toHaveLength(1)
    await street.itIs('2027-01-03 09:00')
    expect(asked(street, account)).toHaveLength(1)
    await street.says(account, 'dm', '1001 没修好，晚上还是黑的')
    expect(street.kinds(riverside).at(-1)).toBe('doubted')
    expect(await street.petition()).toMatchObject({ check: { fixed: false } })
    expect(street.faults).toEqual([])
  })

  test('nobody takes it over while the term lasts', async () => {
    const street = await stair()
    await street.itIs('2026-12-31 23:00')
    expect(await street.petition()).toMatchObject({ check: { head: 'H01' } })
  })
})
