import { expect, test } from 'vitest'
import { isInHand } from '../../src/domain/petition/petition.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [dispatcher, grid, cityGuard, streetDispatcher, manager] = [
  'S002',
  'S010',
  'S045',
  'S043',
  'S001',
].map(staffAccount) as [string, string, string, string, string]

type Street = Awaited<ReturnType<typeof neighbourhood>>

/** Rubbish on a stair: to the grid, which returns it; the community sends it to the city guards. */
async function pushedOn(street: Street, n: number) {
  const number = 1000 + n
  await street.says(`wx-r-0${10 + n}`, 'dm', `幸福里小区${4 + n}栋1单元楼道里堆满了杂物`)
  await street.says(grid, 'dm', `${number} 退回：不归网格管`)
  await street.says(dispatcher, 'dm', `${number} 转城管：按职责`)
  return number
}

const leads = async (street: Street, number: number) => {
  const petition = await street.petition(number)
  return isInHand(petition) ? petition.to.code : null
}
const proposals = (street: Street, account: string) =>
  street.told(account).filter((text) => text.includes('目录建议'))

async function proposed() {
  const street = await neighbourhood('2026-03-02 09:00')
  await pushedOn(street, 1)
  await pushedOn(street, 2)
  expect(proposals(street, streetDispatcher)).toEqual([])
  await pushedOn(street, 3)
  return street
}

test('three returns that went the same way become one proposal, with its petitions; nothing changes by itself', async () => {
  const street = await proposed()
  expect(proposals(street, streetDispatcher)).toHaveLength(1)
  expect(proposals(street, streetDispatcher)[0]).toContain(
    '【目录建议1号】幸福里社区的“乱堆乱放”3次退回后都改派给了综合行政执法队（1001、1002、1003号）',
  )
  expect(await leads(street, await fourth(street))).toBe('QS-XF-02')
  await street.says(grid, 'dm', '1004 退回：不归网格管')
  await street.says(dispatcher, 'dm', '1004 转城管：按职责')
  expect(proposals(street, streetDispatcher)).toHaveLength(1)
  expect(street.faults).toEqual([])
})

test('accepted, it stands in the next version of the rulebook: from then on, there, and nowhere else', async () => {
  const street = await proposed()
  await street.says(manager, 'dm', '同意目录建议1号')
  expect(proposals(street, manager).at(-1)).toContain('由街道调度员')
  await street.says(streetDispatcher, 'dm', '同意目录建议1号')
  expect(proposals(street, streetDispatcher).at(-1)).toContain('已采纳')
  const book = await street.desk.rulebooks.current()
  expect(book.version).toBe(2)
  expect(book.catalogue?.filter(({ category }) => category === '0402')).toEqual([
    {
      ...{ category: '0402', unit: 'QS-XF', leadHandler: 'CG' },
      source: '目录建议1号（依据1001、1002、1003号）',
    },
  ])
  expect(await leads(street, await fourth(street))).toBe('CG')
  expect(street.told(cityGuard).at(-1)).toContain('1004号 乱堆乱放')
  await street.says('wx-r-060', 'dm', '水岸名都2栋1单元楼道里堆满了杂物')
  expect(await leads(street, 1005)).toMatch(/^QS-HB/)
  await street.says(streetDispatcher, 'dm', '同意目录建议1号')
  expect((await street.desk.rulebooks.current()).version).toBe(2)
})

test('refused, the catalogue stays, and it is not proposed again', async () => {
  const street = await proposed()
  await street.says(streetDispatcher, 'dm', '不同意目录建议1号：楼道由网格先劝')
  expect(proposals(street, streetDispatcher).at(-1)).toContain('没有采纳')
  await street.says(staffAccount('S044'), 'dm', '同意目录建议1号')
  expect(proposals(street, staffAccount('S044')).at(-1)).toContain('已经有人决定过')
  await pushedOn(street, 4)
  expect(proposals(street, streetDispatcher)).toHaveLength(2)
  expect((await street.desk.rulebooks.current()).version).toBe(1)
  await street.says(streetDispatcher, 'dm', '同意目录建议9号')
  expect(proposals(street, streetDispatcher).at(-1)).toContain('没有找到')
})

async function fourth(street: Street): Promise<number> {
  await street.says('wx-r-030', 'dm', '幸福里小区8栋3单元楼道里堆满了杂物')
  return 1004
}
