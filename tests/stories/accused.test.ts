import { expect, test } from 'vitest'
import { lookOf } from '../../src/domain/console/look.ts'
import type { JointWork } from '../../src/domain/petition/joint/joint-work.ts'
import { mayLearnIdentity } from '../../src/domain/rights/may-learn.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const resident = 'wx-r-003'
const [dispatcher, leader] = [staffAccount('S002'), staffAccount('S042')]

type Street = Awaited<ReturnType<typeof neighbourhood>>

async function looksOf(street: Street, ...ids: string[]) {
  const [petition, book] = [await street.petition(), await street.desk.rulebooks.current()]
  return ids.map((id) => {
    const staff = book.staff.find((one) => one.id === id)
    if (!staff) throw new Error(`nobody is ${id}`)
    const may = mayLearnIdentity(staff, '要和反映人核实', petition, book)
    return [lookOf(petition, staff, book), may.ok ? 'learns' : may.problem]
  })
}

test('who is complained of by name sees nothing of it, hears nothing of it and may not ask who it was', async () => {
  const street = await neighbourhood()
  await street.says(resident, 'dm', '幸福里小区3栋，我要投诉社区的林晓东，办事推三阻四，态度恶劣')
  expect(await street.petition()).toMatchObject({ confidential: true, accused: ['S002'] })
  expect(await looksOf(street, 'S002', 'S001', 'S043')).toEqual([
    ['none', 'notYours'],
    ['full', 'confidential'],
    ['full', 'learns'],
  ])
  await street.itIs('2026-03-20 12:00')
  await street.says(dispatcher, 'dm', '1001怎么样了')
  await street.says(dispatcher, 'dm', '1001 转幸福里社区，我来处理')
  expect(street.told(dispatcher).join('\n')).not.toMatch(/干部作风|推三阻四/)
  expect(await street.petition()).toMatchObject({ status: 'dispatched', to: { code: 'JW' } })
  expect(street.told(leader).join('\n')).toContain('1001号')
})

test('what would be theirs to handle comes to who stands above them, who can end it', async () => {
  const street = await neighbourhood()
  const [worker] = street.handlersOf('QS-XF-01') as [string]
  await street.says(resident, 'dm', '幸福里小区3栋楼道堆满杂物，举报网格员朱卫东收了钱，一直不管')
  expect(await street.petition()).toMatchObject({ accused: ['S009'] })
  await street.itIs('2026-03-05 12:00')
  expect(street.told(worker)).toEqual([])
  expect(await looksOf(street, 'S009')).toEqual([['none', 'notYours']])
})

test('of a community’s dispatcher the street has it, and accepts and ends it', async () => {
  const street = await neighbourhood()
  await street.says(resident, 'dm', '幸福里小区3栋，投诉物业乱收费，社区林晓东收了物业的好处不管')
  const petition = await street.petition()
  expect(petition).toMatchObject({ accused: ['S002'] })
  expect(street.told(dispatcher)).toEqual([])
  const reader = 'to' in petition && petition.to.code === 'QS-XF' ? staffAccount('S043') : null
  if (reader === null) throw new Error('it was to go to the community')
  expect(street.told(reader).join('\n')).toContain('【新任务】1001号')
  await street.says(reader, 'dm', '1001 签收')
  await street.expectStatus('handling')
  await street.says(reader, 'dm', '1001 办结：已约谈物业，退还多收的费用')
  await street.expectStatus('resolved')
  expect(street.told(dispatcher)).toEqual([])
})

test('where the only dispatcher of the street is complained of, too, who supervises has it and ends it', async () => {
  const street = await neighbourhood()
  await street.says(
    resident,
    'dm',
    '幸福里小区3栋，投诉物业乱收费，社区林晓东和街道叶德明收了物业的好处不管',
  )
  expect(await street.petition()).toMatchObject({
    accused: ['S002', 'S043'],
    to: { code: 'QS-XF' },
  })
  const supervisor = staffAccount('S044')
  expect(street.told(supervisor).join('\n')).toContain('【新任务】1001号')
  await street.says(supervisor, 'dm', '1001 签收')
  await street.expectStatus('handling')
  await street.says(supervisor, 'dm', '1001 办结：已约谈物业，退还多收的费用')
  await street.expectStatus('resolved')
  expect([...street.told(dispatcher), ...street.told(staffAccount('S043'))]).toEqual([])
})

test('a part of it that would be theirs is done by who stands above them', async () => {
  const street = await neighbourhood()
  await street.says(resident, 'dm', '幸福里小区3栋，我要投诉社区的林晓东，办事推三阻四，态度恶劣')
  await street.says(leader, 'dm', '1001号请幸福里社区协办：整理这几次办事的记录，3天内')
  const above = staffAccount('S043')
  expect(street.told(above).join('\n')).toContain('【协办任务】1001号')
  await street.says(above, 'dm', '1001号协办完成：记录已整理')
  const { joint } = (await street.petition()) as { joint?: JointWork }
  expect(joint?.parts).toMatchObject([{ to: { code: 'QS-XF' }, state: 'done' }])
  expect(street.told(dispatcher)).toEqual([])
})

test('whoever has it next, who is complained of sees no more of it than before', async () => {
  const street = await neighbourhood()
  await street.says(resident, 'dm', '幸福里小区3栋，我要投诉社区的林晓东，办事推三阻四，态度恶劣')
  await street.says(leader, 'dm', '1001 转幸福里社区，由社区书记处理')
  expect(await street.petition()).toMatchObject({ to: { code: 'QS-XF' }, accused: ['S002'] })
  expect(await looksOf(street, 'S002')).toEqual([['none', 'notYours']])
  await street.says(staffAccount('S001'), 'dm', '1001 办结：已当面道歉，作了批评')
  await street.expectStatus('resolved')
  expect(await looksOf(street, 'S002')).toEqual([['none', 'notYours']])
  expect(street.told(dispatcher)).toEqual([])
})

test('who is named without being accused keeps what is theirs', async () => {
  const street = await neighbourhood()
  await street.says(
    resident,
    'dm',
    '幸福里小区3栋楼道灯坏了三天，网格员朱卫东昨天来看过，麻烦尽快修',
  )
  const petition = await street.petition()
  expect(petition.accused).toBeUndefined()
})
