import { afterAll, describe, expect, test } from 'vitest'
import type { Examined } from '../../src/flows/ports/senses.ts'
import { openSenses } from '../../src/senses/senses.ts'
import { wavLength } from '../../src/senses/wav.ts'
import { aSilkVoice } from '../support/voices.ts'

const senses = openSenses(null)
afterAll(() => senses.stop())

const three = await aSilkVoice(3)

const wavIn = (examined: Examined) =>
  examined.kind === 'voice' && examined.wav ? examined.wav : new Uint8Array()
const text = (bytes: Uint8Array, from: number, to: number) =>
  Buffer.from(bytes.subarray(from, to)).toString('latin1')

/** The loudest sample: silence would be a decoder that hears nothing. */
const loudest = (wav: Uint8Array) =>
  Math.max(...new Int16Array(wav.slice(44).buffer).map((sample) => Math.abs(sample)))

describe('a voice in silk', () => {
  test('becomes a WAV that browsers play, with its length', async () => {
    const examined = await senses.examine(three)
    const wav = wavIn(examined)
    expect(examined).toMatchObject({ kind: 'voice', ms: 3_000 })
    expect([text(wav, 0, 4), text(wav, 8, 16), text(wav, 36, 40)]).toEqual([
      'RIFF',
      'WAVEfmt ',
      'data',
    ])
    expect(wavLength(wav)).toBe(3_000)
    expect(loudest(wav)).toBeGreaterThan(4_000)
  })

  test('is understood without the mark that Tencent puts before it', async () => {
    expect(three[0]).toBe(2)
    expect(await senses.examine(three.subarray(1))).toMatchObject({ kind: 'voice', ms: 3_000 })
  })

  test('that was cut off sounds as far as it goes', async () => {
    const examined = await senses.examine(three.subarray(0, three.length / 2))
    expect(examined).toMatchObject({ kind: 'voice' })
    expect(wavLength(wavIn(examined))).toBeGreaterThan(1_000)
    expect(wavLength(wavIn(examined))).toBeLessThan(2_500)
  })

  test('does not hold up anything else while it is decoded', async () => {
    const minute = new Uint8Array(Buffer.concat([three, ...Array(19).fill(three.subarray(10))]))
    let ticks = 0
    const ticking = setInterval(() => ticks++, 5)
    const begun = performance.now()
    const examined = await senses.examine(minute)
    const took = performance.now() - begun
    clearInterval(ticking)
    expect(examined.kind).toBe('voice')
    expect(wavLength(wavIn(examined))).toBeGreaterThan(55_000)
    expect(ticks).toBeGreaterThan(took / 5 / 4)
  })

  test('several at once are each decoded', async () => {
    const all = await Promise.all([three, three, new Uint8Array([2]), three].map(senses.examine))
    expect(all.map(({ kind }) => kind)).toEqual(['voice', 'voice', 'unreadable', 'voice'])
  })
})

describe('what is no sound voice', () => {
  const head = three.subarray(0, 10)
  const noise = Uint8Array.from(three, (byte, i) => (i < 12 ? byte : (i * 7919) % 251))
  /** Frames of one byte each: hours of sound in a small file. */
  const bomb = Uint8Array.from([...head, ...Array(60_000).fill([1, 0, 0]).flat()])

  test.each([
    ['nothing', new Uint8Array(), 'unknownFormat'],
    ['a head alone', head, 'damaged'],
    ['words', new TextEncoder().encode('<msg>voice</msg>'), 'unknownFormat'],
    ['AMR', new TextEncoder().encode('#!AMR\n0123456789'), 'unknownFormat'],
    ['hours of sound in a small file', bomb, 'tooLarge'],
    ['the same without the mark of Tencent', bomb.subarray(1), 'tooLarge'],
    ['a WAV without sound', new TextEncoder().encode('RIFF0000WAVE'), 'damaged'],
    ['an MP3 that is none', Uint8Array.of(0xff, 0xfb, 0, 0), 'damaged'],
    ['far too much', new Uint8Array(26 * 1024 * 1024), 'tooLarge'],
  ])('%s is set aside and says why', async (_, bytes, because) => {
    expect(await senses.examine(bytes)).toEqual({ kind: 'unreadable', because })
  })

  test('noise after a sound head neither throws nor ends the decoder', async () => {
    expect(['voice', 'unreadable']).toContain((await senses.examine(noise)).kind)
    expect((await senses.examine(three)).kind).toBe('voice')
  })
})

describe('a voice that can be played as it is', () => {
  test('a WAV keeps its length', async () => {
    const wav = wavIn(await senses.examine(three))
    expect(await senses.examine(wav)).toEqual({ kind: 'voice', wav: null, ms: 3_000 })
  })

  test('the frames of an MP3 are counted', async () => {
    const frame = new Uint8Array(417) // MPEG 1, layer III, 128 kbit/s, 44.1 kHz
    frame.set([0xff, 0xfb, 0x90, 0x00])
    const tag = [0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, 3, 0, 0, 0]
    const mp3 = Uint8Array.from([
      ...tag,
      ...Array(100)
        .fill([...frame])
        .flat(),
    ])
    expect(await senses.examine(mp3)).toEqual({ kind: 'voice', wav: null, ms: 2_612 })
  })
})

test('senses that were stopped call nothing damaged that they did not finish', async () => {
  const others = openSenses(null)
  const answers: Examined[] = []
  for (const _ of [1, 2, 3]) void others.examine(three).then((answer) => answers.push(answer))
  await others.stop()
  void others.examine(three).then((answer) => answers.push(answer))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(answers).toEqual([])
})
