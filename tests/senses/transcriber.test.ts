import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AsrSettings } from '../../src/senses/settings.ts'
import { transcriberOf } from '../../src/senses/transcriber.ts'
import { usableWords } from '../../src/senses/usable-words.ts'
import { wavOf } from '../../src/senses/wav.ts'
import { clearMemory } from '../support/clear-memory.ts'
import { type AsrRequest, type AsrTurn, fakeAsr, hears } from '../support/fake-asr.ts'

const said = '五栋二单元楼道灯坏了'
const voice = { bytes: wavOf(new Uint8Array(32_000), 16_000), mime: 'audio/wav' }

const opened: { stop(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0)) await one.stop()
})

function behind(settings: AsrSettings, elapsed = () => performance.now()) {
  const reports: string[] = []
  const transcriber = transcriberOf(settings, { elapsed, report: (what) => reports.push(what) })
  return { ...transcriber, reports }
}

async function server(
  turn: (request: AsrRequest, nth: number) => AsrTurn,
  but: { readonly timeoutMs?: number; readonly elapsed?: () => number; readonly url?: string } = {},
) {
  const asr = await fakeAsr(turn)
  opened.push(asr)
  const { timeoutMs = 5_000, elapsed, url = asr.url } = but
  const settings = { kind: 'server', url, model: 'm-1', key: 'sk-secret', timeoutMs } as const
  return { ...behind(settings, elapsed), requests: asr.requests }
}

describe('a server that is asked', () => {
  test('gets the voice, the model and the key, and is believed', async () => {
    const { words, requests, reports } = await server(() => hears(` ${said}。\n`))
    expect(await words(voice)).toBe(`${said}。`)
    expect(requests).toEqual([
      {
        path: '/v1/audio/transcriptions',
        authorization: 'Bearer sk-secret',
        model: 'm-1',
        language: 'zh',
        file: { name: 'voice.wav', bytes: voice.bytes },
      },
    ])
    expect(reports).toEqual([])
  })

  test('may be named by its whole address, and gets an MP3 as one', async () => {
    const asr = await fakeAsr(() => hears(said))
    opened.push(asr)
    const url = `${asr.url}/audio/transcriptions`
    const { words } = behind({ kind: 'server', url, model: 'm', key: null, timeoutMs: 5_000 })
    expect(await words({ ...voice, mime: 'audio/mpeg' })).toBe(said)
    expect(asr.requests).toMatchObject([
      { path: '/v1/audio/transcriptions', authorization: undefined, file: { name: 'voice.mp3' } },
    ])
  })

  const passing: [string, AsrTurn][] = [
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '0' } }],
    ['500', { kind: 'status', status: 500 }],
    ['503', { kind: 'status', status: 503 }],
    ['a connection that broke off', { kind: 'resets' }],
  ]
  test.each(passing)('%s once is asked again', async (_, first) => {
    const { words, requests, reports } = await server((_, nth) => (nth === 0 ? first : hears(said)))
    expect(await words(voice)).toBe(said)
    expect([requests.length, reports]).toEqual([2, []])
  })

  const failing: [string, AsrTurn, number, string][] = [
    ['400', { kind: 'status', status: 400 }, 1, 'refused 400'],
    ['401', { kind: 'status', status: 401 }, 1, 'refused 401'],
    ['500 again and again', { kind: 'status', status: 500 }, 2, 'broken 500'],
    ['resets', { kind: 'resets' }, 2, 'unreachable'],
    ['hangs', { kind: 'hangs' }, 1, 'timeout'],
    ['sends 50 MB', { kind: 'floods', bytes: 50_000_000 }, 1, 'nonsense 200'],
    ['sends no JSON', { kind: 'raw', body: said }, 1, 'nonsense 200'],
    ['sends other JSON', { kind: 'raw', body: '{"result":"…"}' }, 1, 'nonsense 200'],
    ['sends nothing', { kind: 'raw', body: '' }, 1, 'nonsense 200'],
  ]
  test.each(failing)('%s: no words, and one report without any', async (_, turn, asked, why) => {
    const { words, requests, reports } = await server(() => turn, { timeoutMs: 1_500 })
    const begun = performance.now()
    expect(await words(voice)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(4_000)
    expect([requests.length, reports]).toEqual([
      asked,
      [`a voice could not be transcribed: ${why}`],
    ])
  })

  test('a pause that is longer than the time left is not waited for', async () => {
    const busy: AsrTurn = { kind: 'status', status: 429, headers: { 'retry-after': '3600' } }
    const { words, requests } = await server(() => busy, { timeoutMs: 600 })
    expect(await words(voice)).toBeNull()
    expect(requests).toHaveLength(1)
  })

  test('nobody is there', async () => {
    const { words, reports } = await server(() => hears(said), { url: 'http://127.0.0.1:1/v1' })
    expect(await words(voice)).toBeNull()
    expect(reports).toEqual(['a voice could not be transcribed: unreachable'])
  })

  test('is left alone for a minute after three faults in a row, then asked again', async () => {
    let now = 0
    const { words, requests, reports } = await server(
      (_, nth) => (nth < 3 ? { kind: 'status', status: 401 } : hears(said)),
      { elapsed: () => now },
    )
    for (let i = 0; i < 6; i++) expect(await words(voice)).toBeNull()
    expect(requests).toHaveLength(3)
    now = 60_001
    expect(await words(voice)).toBe(said)
    expect(reports).toEqual(['a voice could not be transcribed: refused 401'])
  })

  const stuck: [string, AsrTurn][] = [
    ['hangs', { kind: 'hangs' }],
    ['answers half', { kind: 'stalls' }],
  ]
  test.each(stuck)('that %s is given up in time also when memory is cleared', async (_, turn) => {
    const { words } = await server(() => turn, { timeoutMs: 600 })
    const clearing = setInterval(clearMemory, 50)
    const begun = performance.now()
    expect(await words(voice)).toBeNull()
    clearInterval(clearing)
    expect(performance.now() - begun).toBeLessThan(1_500)
  })

  test('three voices at once are under way, and who is in line when the pause begins is not tried', async () => {
    const { words, requests } = await server(() => ({ kind: 'hangs' }), { timeoutMs: 700 })
    const begun = performance.now()
    expect(await Promise.all(Array.from({ length: 8 }, () => words(voice)))).toEqual(
      Array(8).fill(null),
    )
    expect(performance.now() - begun).toBeLessThan(2_500)
    expect(requests.length, 'two enter before the third fault').toBe(5)
  })
})

describe('a program that is run', () => {
  const program = (code: string, timeoutMs = 10_000, ...options: string[]) =>
    behind({
      kind: 'command',
      command: [process.execPath, '-e', code, ...options],
      timeoutMs,
    })
  /** Voices that lie about in the scratch folder. */
  const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('linli-voice-'))
  let before: string[]
  beforeAll(() => {
    before = left()
  })
  afterEach(() => expect.poll(left).toEqual(before))

  test('gets the path of the voice last, and what it prints is what was said', async () => {
    const { words } = program(
      `const [,...rest] = process.argv; const wav = require('fs').readFileSync(rest.at(-1))
       console.log('灯坏了' + rest.slice(0, -1).join() + wav.toString('latin1', 0, 4) + wav.length)`,
      10_000,
      'zh; echo $HOME',
    )
    expect(await words(voice)).toBe(`灯坏了zh; echo $HOMERIFF${voice.bytes.length}`)
  })

  const failing: [string, string, string][] = [
    ['fails', 'console.log("灯坏了"); process.exit(3)', 'failed'],
    ['floods', 'for (;;) process.stdout.write("灯".repeat(9999))', 'nonsense'],
    ['hangs', 'setInterval(() => {}, 1000)', 'timeout'],
  ]
  test.each(failing)('that %s: no words', async (_, code, why) => {
    const { words, reports } = program(code, 1_500)
    const begun = performance.now()
    expect(await words(voice)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(5_000)
    expect(reports).toEqual([`a voice could not be transcribed: ${why}`])
  })

  test('that hangs takes what it started with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'linli-test-'))
    const mark = join(folder, 'alive')
    const grandchild = `setTimeout(() => require('fs').writeFileSync(${JSON.stringify(mark)}, ''), 2500)`
    const { words } = program(
      `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' }); setInterval(() => {}, 1000)`,
      1_000,
    )
    expect(await words(voice)).toBeNull()
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    expect(existsSync(mark)).toBe(false)
    rmSync(folder, { recursive: true })
  })

  test('that ends by a signal and leaves its output to somebody else is given up', async () => {
    const { words, reports } = program(
      `require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 4000)'], { detached: true, stdio: 'inherit' }).unref()
       process.kill(process.pid, 'SIGKILL')`,
      1_000,
    )
    const begun = performance.now()
    expect(await words(voice)).toBeNull()
    expect(performance.now() - begun).toBeLessThan(2_500)
    expect(reports).toEqual(['a voice could not be transcribed: timeout'])
  })

  test('that is slow is not blamed for those who wait in line', async () => {
    const { words, reports } = program(`setTimeout(() => console.log('${said}'), 900)`, 1_500)
    const all = await Promise.all(Array.from({ length: 8 }, () => words(voice)))
    expect(all.slice(0, 2)).toEqual([said, said])
    expect(all.filter((one) => one === null).length).toBeGreaterThan(2)
    expect(await words(voice)).toBe(said)
    expect(reports).toEqual([])
  })

  test('that is not there: no words', async () => {
    const { words, reports } = behind({
      kind: 'command',
      command: ['/no/such/program'],
      timeoutMs: 2_000,
    })
    expect(await words(voice)).toBeNull()
    expect(reports).toEqual(['a voice could not be transcribed: failed'])
  })
})

test.each([
  ['楼道灯坏了', '楼道灯坏了'],
  ['<|zh|><|NEUTRAL|><|Speech|>楼道灯坏了\n三天了', '楼道灯坏了，三天了'],
  ['WiFi 连不上', 'WiFi 连不上'],
  ['', null],
  ['…', null],
  ['Thank you for watching.', null],
  ['谢谢观看', null],
  ['字幕由志愿者提供', null],
  ['感谢你们把垃圾收走了', '感谢你们把垃圾收走了'],
])('%s is used as %s', (words, used) => {
  expect(usableWords(words)).toBe(used)
})

test('a transcript without end is none', () => {
  expect(usableWords('灯'.repeat(2_000))).not.toBeNull()
  expect(usableWords('灯'.repeat(2_001))).toBeNull()
})
