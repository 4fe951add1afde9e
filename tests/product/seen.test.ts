import { expect, test } from 'vitest'
import { personId, petitionId } from '../../src/domain/ids.ts'
import type { Notice } from '../../src/domain/notices/notice.ts'
import { no, ok } from '../../src/domain/result.ts'
import { letterCarrier } from '../../src/flows/deliver-letters.ts'
import type { PersonReach } from '../../src/flows/ports/channels.ts'
import { takeTidings } from '../../src/flows/take-tidings.ts'
import { aLetter } from '../support/builders.ts'
import { nine, streetWith } from './channels.ts'

const chen = { kind: 'person', person: personId('S001') } as const
const chensLark: PersonReach = { kind: 'person', channel: 'lark', account: 'ou_S001' }
const reminder = (number: number): Notice => ({
  ...{ kind: 'reminded', of: 'accept', dueAt: nine },
  brief: {
    ...{ petition: petitionId(`p${number}`), number, category: '路灯', summary: '路灯不亮' },
    ...{ place: '', handler: '物业' },
  },
})
const secondsOn = (seconds: number) => new Date(nine.getTime() + seconds * 1_000)

/** Two reminders that are said as one message, on a Lark that names its messages. */
async function street() {
  const all = streetWith('lark')
  const { lark } = all.channels
  if (!lark) throw new Error('no Lark')
  lark.deliver = async (parcel) => {
    lark.say(parcel)
    return ok(`om_${lark.said.length}`)
  }
  await all.write(...[1001, 1002].map((n) => aLetter(`l${n}`, { to: chen, notice: reminder(n) })))
  const { read } = takeTidings(all.first.desk)
  const seen = async () => (await all.first.outbox.letters({})).map(({ seenAt }) => seenAt)
  return { ...all, lark, read, seen }
}

test('who read a message has seen every letter that was said in it', async () => {
  const { lark, read, seen, carryUntil, at } = await street()
  await carryUntil(1)
  expect(lark.said).toHaveLength(1)
  expect(await seen()).toEqual([null, null])
  at(60)
  await read(chensLark, ['om_1', 'om_of_nothing_known'], secondsOn(59))
  expect(await seen()).toEqual([secondsOn(59), secondsOn(59)])
})

test('a reader may be faster than our note that it was sent', async () => {
  const { lark, read, seen, carryUntil } = await street()
  const { deliver } = lark
  lark.deliver = async (parcel) => {
    const delivered = await deliver(parcel)
    await read(chensLark, ['om_1'], nine)
    expect(await seen()).toEqual([null, null])
    return delivered
  }
  await carryUntil(1)
  expect(await seen()).toEqual([nine, nine])
})

test('what went out while the database was away is still known by its message when that is back', async () => {
  const { first, channels, lark, read, seen, at } = await street()
  let away = true
  const sent: typeof first.outbox.sent = async (...what) => {
    if (away) throw new Error('the database is away')
    await first.outbox.sent(...what)
  }
  const { carry } = letterCarrier({ ...first.desk, outbox: { ...first.outbox, sent } })
  await expect(carry(channels)).rejects.toThrow('away')
  away = false
  at(30)
  await carry(channels)
  expect(lark.said).toHaveLength(1)
  await read(chensLark, ['om_1'], secondsOn(40)) // a clock ahead of ours
  expect(await seen()).toEqual([secondsOn(30), secondsOn(30)])
})

test('what broke off and was found afterwards is known by its message, too', async () => {
  const { lark, read, seen, states, carryUntil } = await street()
  const { deliver } = lark
  lark.deliver = async (parcel) => {
    await deliver(parcel)
    return no({ kind: 'later', why: 'no answer', mayHaveGone: true })
  }
  lark.messageOf = () => 'om_1'
  await carryUntil(10)
  expect(lark.said).toHaveLength(1)
  expect(await states()).toEqual(['sent', 'sent'])
  await read(chensLark, ['om_1'], secondsOn(20))
  expect(await seen()).toEqual([secondsOn(10), secondsOn(10)])
})
