import { expect, onTestFinished, test } from 'vitest'
import { larkStreet, liu, xu, zou } from './lark-story-support.ts'

test('what each of them has read stands at their letters, cards too, and nothing at the others', async () => {
  const street = await larkStreet()
  onTestFinished(street.stop)
  await street.says(liu, '幸福里小区5栋2单元楼道灯坏了三天了')
  const { id } = await street.petition()
  const letters = async () => street.desk.outbox.letters({ petition: id })
  const seen = async () =>
    (await letters()).flatMap(({ notice, via, seenAt, to }) => {
      if (!seenAt || to.kind !== 'person') return []
      return [{ kind: notice.kind, via, to: to.person }]
    })
  const told = await letters()
  expect(told.map(({ state }) => state)).toEqual(told.map(() => 'sent'))
  expect(street.lark.messages(zou).map(({ type }) => type)).toEqual(['interactive'])
  expect(await seen()).toEqual([])

  street.lark.open(zou)
  await street.settle()
  const his = { kind: 'task', via: 'lark', to: 'S061' }
  expect(await seen()).toEqual([his])
  const [readAt] = (await letters()).flatMap(({ seenAt }) => seenAt ?? [])

  const card = street.cardOf(xu) // who has not looked yet presses all the same
  await street.press(xu, card.id, '签收')
  street.lark.open(zou)
  street.lark.open(liu)
  await street.settle()
  const after = await seen()
  expect(after.map(({ kind, to }) => `${kind}/${to === 'S061'}`).sort()).toEqual(
    ['accepted/false', 'registered/false', 'task/true'].sort(),
  )
  expect((await letters()).flatMap(({ seenAt }) => seenAt ?? [])).toContainEqual(readAt)
  expect(street.faults).toEqual([])
}, 60_000)
