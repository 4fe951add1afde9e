import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { mediaId, messageId } from '../../src/domain/ids.ts'
import type { Finding } from '../../src/flows/ports/senses.ts'
import type { HeardMessage } from '../../src/flows/ports.ts'
import { aHeard, at } from '../support/builders.ts'
import type { Street } from './street.ts'

const now = at('2026-03-02 09:00')
const file = mediaId('a'.repeat(64))
const other = mediaId('b'.repeat(64))
const long = 60_000

const aVoice = (id: string, but: Partial<HeardMessage> = {}) =>
  aHeard('', { id: messageId(id), type: 'voice', media: file, ...but })

/** What every keeper of voices and of what was found in files promises, be it memory or PostgreSQL. */
export function listeningContract(name: string, fresh: () => Promise<Street>) {
  const listening = async () => {
    const street = await fresh()
    const { inbox } = await street.open()
    const another = await street.open()
    await inbox.keep([aVoice('v1')], now)
    return { inbox, another: another.inbox }
  }
  const v1 = messageId('v1')

  describe(`a voice in ${name}`, () => {
    test('is written down by one of many, and by nobody afterwards', async () => {
      const { inbox, another } = await listening()
      const turns = await Promise.all([
        ...[1, 2, 3].map(() => inbox.listen(v1, 'wechat', long)),
        ...[1, 2, 3].map(() => another.listen(v1, 'wechat', long)),
      ])
      expect(turns.sort()).toEqual(['ours', ...Array(5).fill('theirs')])
      await inbox.listened(v1, 'wechat', '楼道灯坏了')
      expect(await another.listen(v1, 'wechat', long)).toBe('done')
    })

    test('has its words as its text, for whoever reads it and what is said later', async () => {
      const { inbox, another } = await listening()
      await inbox.listened(v1, 'wechat', '楼道灯\0坏了\ud83d')
      const expected = aVoice('v1', { text: '楼道灯�坏了�' })
      expect(await another.waiting(1)).toEqual([expected])
      expect(await another.stretch(aVoice('v1'), at('2026-01-01 00:00'))).toEqual([expected])
    })

    test('stays without words when nobody could tell, and the first answer stays', async () => {
      const { inbox } = await listening()
      await inbox.listened(v1, 'wechat', null)
      await inbox.listened(v1, 'wechat', '晚了')
      expect(await inbox.waiting(1)).toEqual([aVoice('v1')])
      expect(await inbox.listen(v1, 'wechat', long)).toBe('done')
    })

    test('goes to somebody else when whoever had it died', async () => {
      const { inbox, another } = await listening()
      expect(await inbox.listen(v1, 'wechat', 20)).toBe('ours')
      await setTimeout(40)
      expect(await another.listen(v1, 'wechat', long)).toBe('ours')
    })

    test('that nobody kept is nobody’s to write down', async () => {
      const { inbox } = await listening()
      expect(await inbox.listen(messageId('none'), 'wechat', long)).toBe('done')
      expect(await inbox.listen(v1, 'lark', long)).toBe('done')
      await inbox.listened(messageId('none'), 'wechat', '没有')
    })

    test('is found among messages, when it has a file', async () => {
      const { inbox } = await listening()
      await inbox.keep(
        [aHeard('灯坏了', { id: messageId('t') }), aVoice('lost', { media: null }), aVoice('v2')],
        now,
      )
      const ids = ['v2', 't', 'lost', 'v1', 'none'].map(messageId)
      expect((await inbox.voices(ids)).map(({ id }) => id)).toEqual(['v1', 'v2'])
      expect(await inbox.voices([])).toEqual([])
    })
  })

  describe(`findings in ${name}`, () => {
    const picture: Finding = { kind: 'picture', fingerprint: '3ce0c4d0d13f1f19' }

    test('come back as they were found, and only those that were', async () => {
      const { findings } = await (await fresh()).open()
      const voice: Finding = { kind: 'voice', playable: other, ms: 3_020 }
      await findings.keep(file, picture)
      await findings.keep(other, voice)
      const found = await findings.find([file, other, mediaId('c'.repeat(64)), file])
      expect(found).toEqual(
        new Map<string, Finding>([
          [file, picture],
          [other, voice],
        ]),
      )
      expect(await findings.find([])).toEqual(new Map())
    })

    test('the first one stays, also when two come at the same moment', async () => {
      const { findings } = await (await fresh()).open()
      await findings.keep(file, picture)
      await Promise.all(
        [1, 2].map(() => findings.keep(file, { kind: 'unreadable', because: 'damaged' })),
      )
      expect((await findings.find([file])).get(file)).toEqual(picture)
    })
  })
}
