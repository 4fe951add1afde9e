import { describe, expect, test } from 'vitest'
import type { Petitioner } from '../../src/domain/petition/petition.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const head = staffAccount('S039')
const light = '河滨新村1号楼1单元楼道灯坏了三天了'

/** A head joined a petition for two neighbours. */
async function spokenForTwo() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-034', 'dm', light)
  const petition = await street.petition()
  const joined = ['王奶奶', '李大爷'].map(
    (relayedFor): Petitioner => ({
      ...{ person: petition.reporter.person, room: null, relayedFor },
      household: `S039/${relayedFor}`,
    }),
  )
  const person = await street.person(head)
  const supporters = joined.map((one) => ({ ...one, person }))
  const cause = { kind: 'press', key: 'joined' } as const
  const entry = { cause, outcome: '', events: [], timers: [], letters: [] }
  await street.desk.petitions.record(
    [{ ...entry, petition: { ...petition, supporters, version: petition.version + 1 } }],
    street.desk.clock(),
  )
  const left = async () =>
    (await street.petition()).supporters.flatMap(({ relayedFor }) => relayedFor ?? [])
  return { street, left }
}

describe('a head says of one neighbour that it is another matter', () => {
  test.each([
    '王奶奶家不是一件事',
    '1001号里王奶奶的那件分开办',
    '王奶奶那边是两件事',
    '王奶奶家的灯和这个不是一件事，她家漏水',
  ])('and only that one leaves: %s', async (words) => {
    const { street, left } = await spokenForTwo()
    await street.says(head, 'dm', words)
    expect(await left()).toEqual(['李大爷'])
    expect(street.told(head).at(-1)).toMatch(/这一户已退出1001号/)
    expect(street.faults).toEqual([])
  })

  test('as themselves they leave for good, and the neighbours stay', async () => {
    const { street, left } = await spokenForTwo()
    const petition = await street.petition()
    const person = await street.person(head)
    const themselves = { person, room: null, household: 'S039' }
    const cause = { kind: 'press', key: 'themselves' } as const
    const entry = { cause, outcome: '', events: [], timers: [], letters: [] }
    const next = {
      ...petition,
      supporters: [...petition.supporters, themselves],
      version: petition.version + 1,
    }
    await street.desk.petitions.record([{ ...entry, petition: next }], street.desk.clock())
    await street.says(head, 'dm', '不是同一件事，别算我')
    expect(await left()).toEqual(['王奶奶', '李大爷'])
    expect((await street.petition()).supporters).toHaveLength(2)
    expect((await street.petition()).notTheirs).toEqual([person])
    expect(street.told(head).at(-1)).not.toContain('这一户')
  })

  test('and nobody leaves where none of them is named', async () => {
    const { street, left } = await spokenForTwo()
    await street.says(head, 'dm', '张奶奶家不是一件事')
    expect(await left()).toEqual(['王奶奶', '李大爷'])
  })
})
