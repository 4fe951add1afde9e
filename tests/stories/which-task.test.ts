import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const property = staffAccount('S061')

/** The property company has accepted three tasks: two lights in two buildings, a drain in one of them. */
async function threeTasks() {
  const street = await neighbourhood()
  await street.says('wx-r-003', 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.says('wx-r-004', 'dm', '幸福里小区8栋1单元楼道灯不亮')
  await street.says('wx-r-005', 'dm', '幸福里小区5栋1单元下水道堵了，污水往外冒')
  for (const number of [1001, 1002, 1003]) await street.says(property, 'dm', `${number} 签收`)
  return street
}

test.each([
  ['8栋的灯换好了', 1002],
  ['5栋2单元已处理好，办结', 1001],
  ['5栋那个灯换好了', 1001],
  ['下水道通好了，办结', 1003],
  ['污水已经疏通干净', 1003],
])('"%s" is about %s', async (words, number) => {
  const street = await threeTasks()
  await street.says(property, 'dm', words)
  for (const each of [1001, 1002, 1003])
    await street.expectStatus(each === number ? 'resolved' : 'handling', each)
})

test.each(['已处理好，办结', '灯换好了', '5栋的都弄好了', '12栋的灯换好了'])(
  '"%s" may be about several or none: we ask',
  async (words) => {
    const street = await threeTasks()
    await street.says(property, 'dm', words)
    expect(street.kinds(property).at(-1)).toBe('whichTask')
    for (const number of [1001, 1002, 1003]) await street.expectStatus('handling', number)
  },
)
