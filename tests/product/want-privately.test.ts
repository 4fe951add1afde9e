import { describe, expect, test } from 'vitest'
import { roomId } from '../../src/domain/ids.ts'
import { no } from '../../src/domain/result.ts'
import { idsOf } from '../../src/flows/parcels.ts'
import { aLetter } from '../support/builders.ts'
import { nine, streetWith } from './channels.ts'

describe('a resident whom nothing reaches in private', () => {
  async function refused(room: string | null) {
    const street = streetWith('wechat')
    const { wechat } = street.channels
    if (!wechat) throw new Error('no channel')
    wechat.answer = async (parcel) => {
      if (parcel.to.kind === 'person') return no({ kind: 'never', why: 'reader refuses us' })
      wechat.say(parcel)
      return { ok: true, value: undefined }
    }
    const sender = { id: 'wx-r-1', name: '小刘', alias: '5-2-301' }
    const met = { channel: 'wechat', sender } as const
    const { id } = await street.first.people.meet(met, room === null ? null : roomId(room))
    return { ...street, wechat, to: { kind: 'person', person: id } as const }
  }

  test('is asked to come in a group of theirs, in words that say nothing, once a day', async () => {
    const { wechat, to, write, carryUntil, states } = await refused('room-xf-1')
    await write(aLetter('l1', { to }), aLetter('l2', { to }))
    await carryUntil(10)
    expect(wechat.said).toMatchObject([
      { to: { kind: 'room', room: 'room-xf-1', mention: 'wx-r-1' } },
    ])
    expect(wechat.said[0]?.text).toBe(
      '有一条给您的消息，私信发不过去。请先加我好友，再私信我回复“进度”查看。',
    )
    expect((await states()).sort()).toEqual(['given_up', 'given_up', 'sent'])
    await write(aLetter('l3', { to, sendAt: new Date(nine.getTime() + 20_000) }))
    await carryUntil(30)
    expect(wechat.said).toHaveLength(1)
  })

  test('and is in no group of ours stays unreached, visibly', async () => {
    const { wechat, to, write, carryUntil, first, reports } = await refused(null)
    await write(aLetter('l1', { to }))
    await carryUntil(10)
    expect(wechat.said).toEqual([])
    expect(reports).toEqual(['letter l1 given up'])
    expect(await first.outbox.givenUp(10)).toMatchObject([{ id: 'l1', why: 'reader refuses us' }])
  })

  test('gets what was given up when it is sent again', async () => {
    const { wechat, to, write, carryUntil, first, channels } = await refused(null)
    await write(aLetter('l1', { to }), aLetter('l2', { to }))
    await carryUntil(10)
    wechat.answer = null
    await first.outbox.again(idsOf(await first.outbox.givenUp(10)))
    await first.carrier.carry(channels)
    expect(wechat.said).toHaveLength(2)
  })
})
