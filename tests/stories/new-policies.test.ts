import { expect, test } from 'vitest'
import { policyOf } from '../../src/domain/petition/dispatch.ts'
import { eventWords } from '../../src/texts/timeline.ts'
import { aBook, aPetition } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [liu, property] = ['wx-r-003', staffAccount('S061')] as const

test('a petition keeps the limits it was registered under, and says where they are written', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  const before = await street.desk.rulebooks.current()
  const { quick } = before.policies.byName
  if (!quick) throw new Error('no such policy')
  const stricter = {
    ...quick,
    resolve: { amount: 4, unit: 'hours' },
    source: '新办法',
    extension: { times: 0, atMost: quick.resolve, approvedBy: 'street_dispatcher' },
  } as const
  const byName = { ...before.policies.byName, quick: stricter }
  await street.saveRulebook({ ...before, policies: { ...before.policies, byName } })
  expect((await street.desk.rulebooks.current()).version).toBe(before.version + 1)

  await street.says(property, 'dm', '1001 转市政')
  expect(await street.petition()).toMatchObject({
    rulebook: before.version,
    limitSource: '青石街道诉求办理时限（示例）',
  })
  // the new rules give no more time; those of the petition still do
  await street.says(staffAccount('S046'), 'dm', '1001 申请延期1天，等配件')
  expect(await street.petition()).toHaveProperty('extensionAsked')
  const timeline = await street.desk.petitions.timeline((await street.petition()).id)
  expect(timeline.map((event) => eventWords(event, before))[0]).toContain(
    '（时限依据：青石街道诉求办理时限（示例））',
  )

  await street.says('wx-r-007', 'dm', '幸福里小区7栋3单元楼道灯不亮')
  expect(await street.petition(1002)).toMatchObject({ limitSource: '新办法' })
})

test.each([
  ['normal', 'standard'],
  ['urgent', 'quick'],
  ['emergency', 'emergency'],
] as const)(
  'of what is %s holds the policy that its own names, or the usual one: %s',
  (urgency, name) => {
    const book = aBook()
    const { standard } = book.policies.byName
    if (!standard) throw new Error('no such policy')
    const byName = { ...book.policies.byName, standard: { ...standard, when: { urgent: 'quick' } } }
    const changed = aBook({ policies: { ...book.policies, byName } })
    const category = book.categories.find(({ policy }) => policy === 'standard')?.code
    const petition = aPetition('handling', { urgency, ...(category && { category }) })
    expect(policyOf(petition, changed).name).toBe(name)
  },
)
