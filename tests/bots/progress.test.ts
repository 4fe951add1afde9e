import { expect, test } from 'vitest'
import { progressOf } from '../../bots/wechat/progress.ts'
import { aHeard, at } from '../support/builders.ts'
import { openInbox, openMedia, wechatStage } from './stage.ts'

const nine = at('2026-03-02 09:00')

test('nothing is complete before what may be missing was asked for', async () => {
  const progress = progressOf(at('2026-03-02 08:00'))
  progress.heard(aHeard('漏水', { sentAt: nine }))
  let announced = () => {}
  const asked: Date[] = []
  const replay = (since: Date) => {
    asked.push(since)
    return new Promise<void>((done) => {
      announced = done
    })
  }
  const first = progress.catchUp(replay)
  expect(asked).toEqual([at('2026-03-02 07:59')])
  expect(progress.upTo()).toBeNull()
  progress.lost()
  announced()
  await first
  expect(progress.upTo()).toBeNull() // the link was lost meanwhile
  const second = progress.catchUp(replay)
  announced()
  await second
  expect(progress.upTo()).toEqual(nine)
})

test('where nothing was ever kept, what was said since we could hear is asked for', async () => {
  const progress = progressOf(undefined)
  const asked: Date[] = []
  const replay = async (since: Date) => void asked.push(since)
  await progress.catchUp(replay)
  expect(asked).toEqual([])
  progress.couldHear(nine)
  await progress.catchUp(replay)
  expect(asked).toEqual([at('2026-03-02 08:59')])
  expect(progress.completeUpTo()).toBeNull()
})

test('a kept message does not hide an older one of another chat that is still on its way', async () => {
  const { inbox, kept } = openInbox()
  const media = openMedia()
  const upTos: (Date | null | undefined)[] = []
  let letThrough = () => {}
  const held = new Promise<void>((done) => {
    letThrough = done
  })
  const stage = await wechatStage({
    inbox: {
      keep(messages, at, upTo) {
        upTos.push(upTo)
        return inbox.keep(messages, at)
      },
    },
    media: { ...media, keep: (...picture) => held.then(() => media.keep(...picture)) },
  })
  try {
    const file = { bytes: new Uint8Array(900), mime: 'image/png', name: '现场.png' }
    await stage.say({ from: 'wang', room: 'group-1', type: 'image', text: '', file })
    const text = await stage.say({ from: 'li', room: 'group-2', type: 'text', text: '停水了' })
    await expect.poll(() => kept.map(({ id }) => id), { timeout: 10_000 }).toEqual([text])
    expect(upTos.every((upTo) => upTo === null)).toBe(true)
    letThrough()
    await expect.poll(() => kept.length, { timeout: 10_000 }).toBe(2)
    const latest = Math.max(...kept.map(({ sentAt }) => sentAt.getTime()))
    expect(upTos.at(-1)).toEqual(new Date(latest))
  } finally {
    await stage.close()
  }
}, 60_000)
