import { expect, test } from 'vitest'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const head = staffAccount('S027')

test('a household head speaks for an old neighbour: registered in that name, answered to the head', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(
    head,
    'dm',
    '我们李家湾一组的王大爷让我帮他说一下，他家门口的路塌了一块，走路都危险',
  )
  expect(await street.count()).toBe(1)
  const petition = await street.petition()
  expect(petition.onBehalfOf).toContain('王大爷')
  expect(petition.reporter.person).toBe(await street.person(head))
  expect(street.told(head)[0]).toContain('王大爷')
})

test('the head hears how it goes and speaks for the neighbour in the end', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(head, 'dm', '帮李家湾二组的张奶奶反映一下，她家那边的路灯坏了好几天')
  const petition = await street.petition()
  const [handler] = 'to' in petition ? street.handlersOf(petition.to.code) : []
  await street.says(handler ?? '', 'dm', '1001 签收')
  await street.says(handler ?? '', 'dm', '1001 已修好，办结')
  expect(street.kinds(head)).toEqual(['registered', 'consentAsked', 'accepted', 'resolved'])
  await street.says(head, 'dm', '解决了，满意')
  await street.expectStatus('closed')
})

test('two matters in one message become two petitions, each with who handles it', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(
    'wx-r-003',
    'dm',
    '幸福里小区5栋2单元楼道灯坏了好几天了。还有，小区门口建设路上的井盖也没了，很危险',
  )
  expect(await street.count()).toBe(2)
  const both = [await street.petition(1001), await street.petition(1002)]
  expect(both.map(({ category }) => category).sort()).toEqual(['0102', '0301'])
  expect(street.kinds('wx-r-003')).toEqual(['registered', 'registered'])
})

test('two matters in two messages of one breath stay two', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says('wx-r-003', 'room-xf-1', '5栋2单元楼道灯坏了')
  await street.says('wx-r-003', 'room-xf-1', '还有5栋2单元的下水道堵了，污水往外冒')
  expect(await street.count()).toBe(2)
})
