import { describe, expect, test } from 'vitest'
import { letterId, personId, petitionId, roomId } from '../../src/domain/ids.ts'
import type { Notice } from '../../src/domain/notices/notice.ts'
import { no, ok } from '../../src/domain/result.ts'
import { letterCarrier } from '../../src/flows/deliver-letters.ts'
import type { Undelivered } from '../../src/flows/ports/channels.ts'
import type { NewLetter } from '../../src/flows/ports.ts'
import { aLetter } from '../support/builders.ts'
import { nine, type Puppet, streetWith } from './channels.ts'

const chen = { kind: 'person', person: personId('S001') } as const
const onLark = { kind: 'person', channel: 'lark', account: 'ou_S001' } as const
const urgent: Notice = { kind: 'emergency', danger: 'gas', number: 1001 }
const reminder = (summary: string): Notice => ({
  ...{ kind: 'reminded', of: 'accept', dueAt: nine },
  brief: {
    ...{ petition: petitionId(summary), number: 1001, category: '路灯', summary },
    ...{ place: '', handler: '物业' },
  },
})
const saying = (id: string, notice: Notice = { kind: 'help' }, but: Partial<NewLetter> = {}) =>
  aLetter(id, { to: chen, notice, ...but })
const answering = (problem: Undelivered) => async () => no(problem)

/** A street with WeChat, which is preferred, and Lark. */
function both() {
  const street = streetWith('wechat', 'lark')
  const { wechat, lark } = street.channels
  if (!wechat || !lark) throw new Error('no channels')
  return { ...street, wechat, lark }
}

describe('a letter whose way is blocked', () => {
  const blocks: [string, (wechat: Puppet) => void][] = [
    ['down', (wechat) => Object.assign(wechat, { state: 'down' })],
    ['silenced', (wechat) => Object.assign(wechat, { state: 'silenced' })],
    [
      'refusing',
      (wechat) => {
        wechat.answer = answering({ kind: 'later', why: 'too often' })
      },
    ],
  ]
  test.each(blocks)('%s: goes by another after a minute when it is urgent', async (_, block) => {
    const { wechat, lark, carryUntil, write, states } = both()
    block(wechat)
    await write(saying('l1', urgent))
    await carryUntil(59)
    expect(lark.said).toEqual([])
    await carryUntil(3_600)
    expect(lark.said).toMatchObject([{ to: onLark, at: new Date(nine.getTime() + 60_000) }])
    expect(await states()).toEqual(['sent'])
  })

  test.each(blocks)('%s: goes by another after half an hour when it can wait', async (_, block) => {
    const { wechat, lark, carryUntil, write } = both()
    block(wechat)
    await write(saying('l1'))
    await carryUntil(29 * 60)
    expect(lark.said).toEqual([])
    await carryUntil(40 * 60)
    expect(lark.said).toHaveLength(1)
  })

  test('goes its own way when that is free again before', async () => {
    const { wechat, lark, carryUntil, write } = both()
    wechat.state = 'down'
    await write(saying('l1', urgent))
    await carryUntil(40)
    wechat.state = 'up'
    await carryUntil(3_600)
    expect([wechat.said.length, lark.said.length]).toEqual([1, 0])
  })

  test('is in haste when danger waits behind it, and order holds', async () => {
    const { wechat, lark, at, carryUntil, write } = both()
    wechat.state = 'down'
    await write(saying('l1'))
    await carryUntil(100)
    at(101)
    await write(saying('l2', urgent, { sendAt: new Date(nine.getTime() + 101_000) }))
    await carryUntil(300)
    expect(lark.said.map(({ text }) => text.startsWith('【紧急】'))).toEqual([false, true])
    const lasted = (lark.said[1]?.at.getTime() ?? 0) - nine.getTime() - 101_000
    expect(lasted).toBeLessThanOrEqual(60_000)
  })

  test('for good goes by another at once, and never asks the first again', async () => {
    const { wechat, lark, carryUntil, write, states } = both()
    let asked = 0
    wechat.answer = async () => {
      asked += 1
      return no({ kind: 'never', why: 'blocked' })
    }
    lark.state = 'down'
    await write(saying('l1'))
    await carryUntil(300)
    expect(await states()).toEqual(['pending'])
    lark.state = 'up'
    await carryUntil(400)
    expect([asked, lark.said.length]).toEqual([1, 1])
  })

  test('goes to the phone of staff when nothing else is left', async () => {
    const { channels, carryUntil, write, first } = streetWith('wechat', 'sms')
    const book = await first.rulebooks.current()
    const staff = book.staff.map((one) => ({
      ...one,
      accounts: { ...one.accounts, sms: one.phone },
    }))
    await first.saveRulebook({ ...book, staff })
    Object.assign(channels.wechat ?? {}, { state: 'down' })
    await write(saying('l1', urgent))
    await carryUntil(70)
    const phone = staff.find(({ id }) => id === 'S001')?.phone
    expect(channels.sms?.said).toMatchObject([{ to: { channel: 'sms', account: phone } }])
  })

  test('goes by the second WeChat account, where rooms and people are the same', async () => {
    const { channels, carryUntil, write } = streetWith('wechat', 'wechatStandby')
    Object.assign(channels.wechat ?? {}, { state: 'down' })
    const to = { kind: 'room', room: roomId('room-xf-1'), mention: null } as const
    await write(saying('l1', urgent, { to }))
    await carryUntil(70)
    expect(channels.wechatStandby?.said).toMatchObject([{ to: { room: 'room-xf-1' } }])
  })
})

describe('a letter that may have gone out', () => {
  const breaking = (street: ReturnType<typeof both>, really: boolean) => {
    street.wechat.answer = async (parcel) => {
      if (really) street.wechat.say(parcel)
      Object.assign(street.wechat, { state: 'down', answer: null })
      return no({ kind: 'later', why: 'link broke', mayHaveGone: true })
    }
  }

  test('goes by no other way before its channel told; had it arrived, it is done', async () => {
    const street = both()
    breaking(street, true)
    await street.write(saying('l1', urgent))
    await street.carryUntil(14 * 60)
    expect(street.lark.said).toEqual([])
    street.wechat.state = 'up'
    await street.carryUntil(3_600)
    expect([street.wechat.said.length, street.lark.said.length]).toEqual([1, 0])
    expect(await street.states()).toEqual(['sent'])
    expect(await street.first.outbox.possibleDoubles()).toBe(0)
  })

  test('goes again once its channel told that it did not', async () => {
    const street = both()
    breaking(street, false)
    await street.write(saying('l1', urgent))
    await street.carryUntil(300)
    street.wechat.state = 'up'
    await street.carryUntil(600)
    expect([street.wechat.said.length, street.lark.said.length]).toEqual([1, 0])
  })

  test.each([
    ['urgent', urgent, 15 * 60],
    ['ordinary', { kind: 'help' } as const, 2 * 3_600],
  ])(
    'and cannot be settled goes by another at last, counted and reported: %s',
    async (_, notice, seconds) => {
      const street = both()
      breaking(street, true)
      await street.write(saying('l1', notice))
      await street.carryUntil(seconds - 60)
      expect(street.lark.said).toEqual([])
      await street.carryUntil(seconds + 120)
      expect(street.lark.said).toHaveLength(1)
      expect(street.reports).toEqual(['letter l1 may be said twice'])
      expect(await street.first.outbox.possibleDoubles()).toBe(1)
    },
  )

  test('and whose platform never tells goes again only by the same way, and is counted', async () => {
    const street = both()
    const { wechat, lark } = street
    Object.assign(wechat, { arrived: async () => [], cannotTell: () => true })
    breaking(street, true)
    await street.write(saying('l1', urgent))
    await street.carryUntil(14 * 60)
    expect(lark.said).toEqual([])
    wechat.state = 'up'
    await street.carryUntil(15 * 60)
    expect([wechat.said.length, lark.said.length]).toEqual([2, 0])
    expect(await street.first.outbox.possibleDoubles()).toBe(1)
    expect(await street.states()).toEqual(['sent'])
  })

  test.each([
    ['told that it did not arrive', {}],
    ['never tells', { arrived: async () => [], cannotTell: () => true }],
  ])('by a channel that %s goes again without new ones under its key', async (_, telling) => {
    const street = both()
    const { wechat } = street
    const parcels: string[][] = []
    Object.assign(wechat, telling)
    wechat.answer = async ({ id, notices }) => {
      const isLost = parcels.length === 0
      parcels.push([id, ...notices.map((one) => ('brief' in one ? one.brief.summary : ''))])
      return isLost ? no({ kind: 'later', why: 'no answer', mayHaveGone: true }) : ok(undefined)
    }
    await street.write(saying('l1', reminder('第一件')), saying('l2', reminder('第二件')))
    await street.carryUntil(0)
    await street.write(saying('l3', reminder('第三件')), saying('l4', reminder('第四件')))
    await street.carryUntil(60)
    expect(parcels).toEqual([
      ['l1', '第一件', '第二件'],
      ['l1', '第一件', '第二件'],
      ['l3', '第三件', '第四件'],
    ])
  })

  test('holds for what a channel throws, and for an `arrived` that fails', async () => {
    const street = both()
    const { wechat, lark } = street
    wechat.answer = async () => {
      throw new Error('socket hang up')
    }
    const arrived = wechat.arrived
    wechat.arrived = async () => {
      throw new Error('socket hang up')
    }
    await street.write(saying('l1', urgent))
    await street.carryUntil(300)
    expect(lark.said).toEqual([])
    Object.assign(wechat, { arrived, answer: null })
    await street.carryUntil(600)
    expect([wechat.said.length, lark.said.length]).toEqual([1, 0])
  })
})

test('what a killed process had under way is settled with the channel it was under way on', async () => {
  const { wechat, lark, open, first, write, states, channels } = both()
  await write(
    saying('by lark'),
    saying('waiting', { kind: 'help' }, { to: { kind: 'person', person: personId('S002') } }),
  )
  const dead = open()
  await dead.outbox.take(10, nine)
  await dead.outbox.setOut([letterId('by lark')], onLark, nine)
  lark.say({ id: letterId('by lark'), to: onLark, notices: [{ kind: 'help' }] })
  await dead.close()
  await first.carrier.carry(channels)
  expect([wechat.asked, lark.asked]).toEqual([[], ['by lark']])
  expect([wechat.said.length, lark.said.length]).toEqual([1, 1])
  expect(await states()).toEqual(['sent', 'sent'])
})

test('a channel that comes up between the question and the saying is asked first', async () => {
  const { wechat, open, first, write, states, carryUntil } = both()
  const [onWechat] = await first.people.reaches(personId('S001'))
  if (!onWechat) throw new Error('no way')
  wechat.cannotTell = () => true
  await write(saying('said and killed'))
  const dead = open()
  await dead.outbox.take(10, nine)
  await dead.outbox.setOut([letterId('said and killed')], onWechat, nine)
  wechat.say({ id: letterId('said and killed'), to: onWechat, notices: [{ kind: 'help' }] })
  await dead.close()
  const health = wechat.health.bind(wechat)
  let looks = 0
  wechat.health = () => ({ ...health(), state: looks++ === 0 ? 'down' : 'up' })
  await carryUntil(10)
  expect(wechat.said).toHaveLength(1)
  expect(wechat.asked).toEqual(['said and killed'])
  expect(await states()).toEqual(['sent'])
})

test('who is killed between asking and marking as sent says nothing twice', async () => {
  const { wechat, open, first, write, states, channels } = both()
  const [onWechat] = await first.people.reaches(personId('S001'))
  if (!onWechat) throw new Error('no way')
  await write(saying('said'))
  const dead = open()
  await dead.outbox.take(10, nine)
  await dead.outbox.setOut([letterId('said')], onWechat, nine)
  wechat.say({ id: letterId('said'), to: onWechat, notices: [{ kind: 'help' }] })
  await dead.close()
  for (const broken of ['setOut', 'sent'] as const) {
    const second = open()
    const outbox = {
      ...second.outbox,
      [broken]: async () => {
        throw new Error('killed')
      },
    }
    const carrier = letterCarrier({ ...second.desk, outbox })
    await expect(carrier.carry(channels)).rejects.toThrow('killed')
    await second.close()
  }
  await open().carrier.carry(channels)
  expect(wechat.said).toHaveLength(1)
  expect(await states()).toEqual(['sent'])
})
