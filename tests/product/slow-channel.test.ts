import { expect, test } from 'vitest'
import { clockwork } from '../../src/clockwork.ts'
import { personId } from '../../src/domain/ids.ts'
import { no, ok } from '../../src/domain/result.ts'
import { aLetter } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { nine, streetWith } from './channels.ts'

const to = (person: string) => ({ kind: 'person', person: personId(person) }) as const
const pause = (ms: number) => new Promise((go) => setTimeout(go, ms))

/** A street whose WeChat takes until `let go` for each letter, and whose Lark reaches S002. */
function slowStreet() {
  const street = streetWith('wechat', 'lark')
  const { wechat, lark } = street.channels
  if (!wechat || !lark) throw new Error('no channels')
  let letGo = () => {}
  const gone = new Promise<void>((go) => {
    letGo = go
  })
  wechat.answer = async (parcel) => {
    if (parcel.to.kind === 'person' && parcel.to.account.includes('S002'))
      return no({ kind: 'never', why: 'no friend' })
    await gone
    wechat.say(parcel)
    return ok(undefined)
  }
  return { ...street, wechat, lark, letGo }
}

test('a channel that takes its time holds up no letter on another', async () => {
  const { first, write, channels, wechat, lark, letGo, states } = slowStreet()
  await write(aLetter('slow', { to: to('S001') }))
  await first.carrier.carry(channels)
  expect(wechat.said).toEqual([])
  await write(aLetter('quick', { to: to('S002') }))
  await first.carrier.carry(channels)
  expect(lark.said).toHaveLength(1)
  letGo()
  await first.carrier.settled()
  expect(await states()).toEqual(['sent', 'sent'])
})

test('what is given out again while it is under way is not begun twice, and its reader is told in order', async () => {
  const { first, write, channels, clock, wechat, letGo } = slowStreet()
  await write(aLetter('l1', { to: to('S001') }), aLetter('l2', { to: to('S001') }))
  await first.carrier.carry(channels)
  await write(aLetter('l3', { to: to('S001') }))
  for (let minute = 1; minute <= 3; minute += 1) {
    clock.now = new Date(nine.getTime() + minute * 61_000)
    await first.carrier.carry(channels)
  }
  letGo()
  await first.carrier.settled()
  await first.carrier.carry(channels)
  expect(wechat.said).toHaveLength(3)
})

test('what settles waits for what is under way', async () => {
  const { first, write, channels, letGo, states } = slowStreet()
  await write(aLetter('slow', { to: to('S001') }))
  const work = clockwork({ ...first.desk, cards: memory().cards }, () => ({
    ...{ channels, surfaces: [] },
  }))
  let isSettled = false
  const settling = work.settle().then(() => {
    isSettled = true
  })
  await pause(1_500)
  expect(isSettled).toBe(false)
  letGo()
  await settling
  expect(await states()).toEqual(['sent'])
  await work.stop()
})
