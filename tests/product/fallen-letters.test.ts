import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/ids.ts'
import type { Notice } from '../../src/domain/notices/notice.ts'
import { no } from '../../src/domain/result.ts'
import { letterCarrier } from '../../src/flows/deliver-letters.ts'
import { aLetter, anAcceptedNotice } from '../support/builders.ts'
import { nine, streetWith } from './channels.ts'

const chen = { kind: 'person', person: personId('S001') } as const
const urgent: Notice = { kind: 'emergency', danger: 'gas', number: 1001 }
const saying = (id: string, notice: Notice) => aLetter(id, { to: chen, notice })

describe('when the database goes away while letters are under way', () => {
  test.each([
    ['setOut', false],
    ['noteWays', true],
    ['retry', true],
    ['sent', false],
  ] as const)(
    'at %s, they go on within a second of its return, and none twice',
    async (broken, breaks) => {
      const street = streetWith('wechat')
      const { channels, clock } = street
      const { wechat } = channels
      if (!wechat) throw new Error('no channel')
      const { desk, outbox } = street.open()
      let away = true
      const failing = {
        ...outbox,
        async [broken](...given: readonly unknown[]) {
          if (away) throw new Error('the database is away')
          return (outbox[broken] as (...all: readonly unknown[]) => Promise<unknown>)(...given)
        },
      }
      if (breaks)
        wechat.answer = async (parcel) => {
          wechat.say(parcel)
          wechat.answer = null
          return no({ kind: 'later', why: 'link broke', mayHaveGone: true })
        }
      await street.write(saying('l1', urgent), saying('l2', { kind: 'help' }))
      const carrier = letterCarrier({ ...desk, outbox: failing as typeof outbox })
      await expect(carrier.carry(channels)).rejects.toThrow('away')
      away = false
      for (let second = 1; second <= 4; second += 1) {
        clock.now = new Date(nine.getTime() + second * 1_000)
        await carrier.carry(channels)
      }
      expect(wechat.said.map(({ text }) => text.startsWith('【紧急】'))).toEqual([true, false])
      expect(await street.states()).toEqual(['sent', 'sent'])
    },
  )
})

test('what went along with another letter is asked after, too', async () => {
  const street = streetWith('wechat')
  const { channels, clock } = street
  const { wechat } = channels
  if (!wechat) throw new Error('no channel')
  const { desk, outbox } = street.open()
  const notice = anAcceptedNotice()
  const noon = new Date(nine.getTime() + 3 * 3_600_000)
  await street.write(
    aLetter('l1', { to: chen, notice, sendAt: noon, calm: true }),
    aLetter('l2', { to: chen, notice }),
  )
  let away = true
  const failing: typeof outbox = {
    ...outbox,
    async noteWays(...given) {
      if (away) throw new Error('the database is away')
      return outbox.noteWays(...given)
    },
  }
  wechat.answer = async (parcel) => {
    wechat.say(parcel)
    wechat.answer = null
    return no({ kind: 'later', why: 'link broke', mayHaveGone: true })
  }
  const carrier = letterCarrier({ ...desk, outbox: failing })
  await expect(carrier.carry(channels)).rejects.toThrow('away')
  away = false
  for (let minute = 1; minute <= 10; minute += 1) {
    clock.now = new Date(nine.getTime() + minute * 60_000)
    await carrier.carry(channels)
  }
  expect(wechat.said).toHaveLength(1)
  expect(wechat.asked).toEqual(['l1'])
  expect(await street.states()).toEqual(['sent', 'sent'])
})
