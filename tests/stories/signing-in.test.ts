import { expect, test } from 'vitest'
import { whoseLink } from '../../src/flows/sign-in.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const estate = 'room-xf-1'
const liu = 'wx-r-003'
const gao = staffAccount('S010')

test.each(['登录', '我要登录', '工作台', '打开工作台', '后台入口', '登陆一下'])(
  'staff who say %s in private get a link of their own',
  async (words) => {
    const street = await neighbourhood()
    await street.says(gao, 'dm', words)
    const told = street.told(gao).at(-1) ?? ''
    const secret = /http:\/\/localhost\/l\/([\w-]{32})/.exec(told)?.[1] ?? ''
    expect(told).toContain('只能用一次')
    expect(await whoseLink(secret, street.desk)).toMatchObject({ id: 'S010' })
  },
)

test('in a group the link is never shown, and residents are told what to do instead', async () => {
  const street = await neighbourhood()
  await street.says(gao, estate, '@邻里小助手 登录')
  expect(street.told(gao).join()).not.toContain('/l/')
  await street.says(liu, 'dm', '登录')
  expect(street.told(liu).at(-1)).toContain('工作台是给工作人员用的')
})

test.each(['我家燃气登录不上去了', '后台说我没缴费', '登录'])(
  'what else is said of signing in is no wish of ours: %s',
  async (words) => {
    const street = await neighbourhood()
    await street.says(liu, estate, words)
    expect(street.told(liu).join()).not.toContain('工作台')
  },
)
