import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { mediaId, messageId } from '../../src/domain/ids.ts'
import { inboxReader } from '../../src/flows/read-inbox.ts'
import { openSenses } from '../../src/senses/senses.ts'
import type { AsrSettings } from '../../src/senses/settings.ts'
import { transcriberOf } from '../../src/senses/transcriber.ts'
import { type AsrRequest, type AsrTurn, fakeAsr, hears } from '../support/fake-asr.ts'
import { neighbourhood } from '../support/neighbourhood.ts'
import { aSilkVoice } from '../support/voices.ts'

const liu = 'wx-r-003'
const told = '幸福里小区5栋2单元楼道灯坏了三天了'
const silk = await aSilkVoice(1)

const opened: { stop(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop()
})

/** The sample street with a transcriber that does as it is told; null: without one. */
async function street(
  turn: ((request: AsrRequest, nth: number) => AsrTurn) | null,
  timeoutMs = 5_000,
) {
  const asr = await fakeAsr(turn ?? (() => hears('')))
  const settings: AsrSettings = {
    kind: 'server',
    url: asr.url,
    model: 'fake',
    key: null,
    timeoutMs,
  }
  const reports: string[] = []
  const senses = openSenses(
    turn &&
      transcriberOf(settings, {
        elapsed: () => performance.now(),
        report: (what) => reports.push(what),
      }),
  )
  opened.push(senses, asr)
  const here = await neighbourhood('2026-03-02 09:00', null, senses)
  const speaks = async (where = 'dm', bytes: Uint8Array = silk) =>
    here.says(liu, where, '', {
      type: 'voice',
      photo: await here.desk.media.keep(bytes, 'audio/silk'),
    })
  return { ...here, asr, reports, speaks }
}

test('a voice is written down and becomes a petition that staff can listen to', async () => {
  const { speaks, petition, desk, kinds, asr, faults } = await street(() => hears(`${told}。`))
  const id = await speaks()
  expect(await petition()).toMatchObject({
    status: 'dispatched',
    category: '0301',
    words: [`${told}。`],
    photos: [],
  })
  expect(kinds(liu)).toEqual(['registered'])
  const [voice] = await desk.inbox.voices((await petition()).messages)
  expect(voice).toMatchObject({ id, type: 'voice', text: `${told}。` })
  const found = await desk.findings.find([mediaId(voice?.media ?? '')])
  const finding = [...found.values()][0]
  if (finding?.kind !== 'voice') throw new Error('no voice was found')
  expect(finding.ms).toBe(1_000)
  const wav = await desk.media.load(finding.playable)
  expect(wav?.mime).toBe('audio/wav')
  expect(asr.requests).toHaveLength(1)
  expect(asr.requests[0]?.file).toEqual({ name: 'voice.wav', bytes: wav?.bytes })
  expect(faults).toEqual([])
})

test('in a group, too, and what is said after it knows what it said', async () => {
  const { speaks, says, petition, kinds } = await street(() => hears(told))
  await speaks('room-xf-1')
  await says('wx-r-004', 'room-xf-1', '我家也是')
  expect((await petition()).supporters).toHaveLength(1)
  expect(kinds('wx-r-004')).toContain('joined')
})

test('without a transcriber a line of text is asked for, and the voice stays with it', async () => {
  const { speaks, says, petition, desk, kinds, asr } = await street(null)
  const id = await speaks()
  expect(kinds(liu)).toEqual(['wordsAsked'])
  await says(liu, 'dm', told)
  expect(await petition()).toMatchObject({ words: [told], photos: [] })
  expect(await desk.inbox.voices((await petition()).messages)).toMatchObject([{ id }])
  expect(asr.requests).toEqual([])
})

const failures: [string, (request: AsrRequest, nth: number) => AsrTurn][] = [
  ['hears nothing', () => hears('')],
  ['dreams', () => hears('谢谢观看！')],
  ['answers in another language', () => hears('The light on the stairs is broken.')],
  ['is broken', () => ({ kind: 'status', status: 500 })],
  ['hangs', () => ({ kind: 'hangs' })],
]
test.each(failures)('a transcriber that %s: a line of text is asked for', async (_, turn) => {
  const { speaks, says, kinds, count, expectStatus } = await street(turn, 1_000)
  await speaks()
  expect(kinds(liu)).toEqual(['wordsAsked'])
  expect(await count()).toBe(0)
  await says(liu, 'dm', told)
  await expectStatus('dispatched')
})

test('a voice that is broken is asked about, and nobody is bothered with it', async () => {
  const { speaks, kinds, asr, faults } = await street(() => hears(told))
  await speaks('dm', silk.subarray(0, 10))
  expect(kinds(liu)).toEqual(['wordsAsked'])
  expect(asr.requests).toEqual([])
  expect(faults).toEqual(['a file cannot be read: damaged: null'])
})

test('a voice whose file was never had is asked about', async () => {
  const { says, kinds, asr } = await street(() => hears(told))
  await says(liu, 'dm', '', { type: 'voice', photo: 'f'.repeat(64) })
  await says(liu, 'dm', '', { type: 'voice' })
  expect(kinds(liu)).toEqual(['wordsAsked', 'wordsAsked'])
  expect(asr.requests).toEqual([])
})

test('a voice that comes with its words is not listened to', async () => {
  const { says, desk, petition, asr } = await street(() => hears('别的'))
  const voice = await desk.media.keep(silk, 'audio/silk')
  await says(liu, 'dm', told, { type: 'voice', photo: voice })
  expect((await petition()).words).toEqual([told])
  expect(asr.requests).toEqual([])
})

test('others are answered while a voice is listened to', async () => {
  const { desk, speaks, says, kinds } = await street(() => ({ kind: 'hangs' }), 2_500)
  const both = Promise.all([speaks(), says('wx-r-005', 'dm', told)])
  await expect
    .poll(() => kinds('wx-r-005'), { interval: 10, timeout: 2_300 })
    .toEqual(['registered'])
  expect(kinds(liu)).toEqual([])
  expect(await desk.inbox.waiting(9)).toMatchObject([{ type: 'voice' }])
  await both
  expect(kinds(liu)).toEqual(['wordsAsked'])
})

test('danger waits for nobody’s voice, and the voice has its words later', async () => {
  const senses = openSenses({ limitMs: 9_000, words: () => sleep(5_000, told), stop() {} })
  opened.push(senses)
  const { desk, says, count, petition } = await neighbourhood('2026-03-02 09:00', null, senses)
  const file = await desk.media.keep(silk, 'audio/silk')
  const voice = says(liu, 'room-xf-1', '', { type: 'voice', photo: file })
  const spoke = performance.now()
  const fire = says('wx-r-004', 'room-xf-1', '5栋着火了！快打119')
  await expect.poll(count, { interval: 10, timeout: 4_000 }).toBe(1)
  expect(performance.now() - spoke).toBeLessThan(4_000)
  expect(await petition()).toMatchObject({ urgency: 'emergency', messages: [await fire] })
  expect(await desk.inbox.voices([messageId(await voice)])).toMatchObject([{ text: told }])
}, 15_000)

test('two workers at one inbox pay once, and so does one that starts again', async () => {
  const { desk, asr, speaks, petition, count } = await street(() => hears(told))
  const others = [inboxReader(desk), inboxReader(desk)]
  const working = others.map(async (read) => {
    for (let round = 0; round < 40 && (await count()) === 0; round++) {
      await read()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
  await speaks()
  await Promise.all(working)
  expect(asr.requests).toHaveLength(1)
  expect((await petition()).words).toEqual([told])
  await inboxReader(desk)()
  expect(asr.requests).toHaveLength(1)
  expect(await count()).toBe(1)
})

test('what goes wrong is reported without a word of what was said', async () => {
  const { speaks, reports, faults } = await street(() => ({ kind: 'raw', body: `{"t":"${told}"}` }))
  await speaks()
  expect(reports).toEqual(['a voice could not be transcribed: nonsense 200'])
  expect([...reports, ...faults].join()).not.toContain('灯')
})
