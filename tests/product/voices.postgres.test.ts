import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { voicesOf } from '../../src/flows/voices-of.ts'
import { wire } from '../../src/wire.ts'
import { fakeAsr, hears } from '../support/fake-asr.ts'
import { freshDatabase } from '../support/postgres.ts'
import { aSilkVoice } from '../support/voices.ts'

const url = await freshDatabase()
const folder = mkdtempSync(join(tmpdir(), 'linli-voices-'))
const told = '幸福里小区5栋2单元楼道灯坏了三天了'
let hangs = false
const asr = await fakeAsr(() => (hangs ? { kind: 'hangs' } : hears(told)))
afterAll(async () => {
  await asr.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function product() {
  const config = readConfig({
    DATABASE_URL: url,
    LINLI_DATA: folder,
    LINLI_ASR_URL: asr.url,
    LINLI_ASR_TIMEOUT_MS: '3000',
  })
  if (!config.ok) throw new Error(config.problem.join('\n'))
  const reports: string[] = []
  const wired = await wire(config.value, (what) => void reports.push(what))
  if (!wired.ok || !wired.value.sandbox) throw new Error('the street has faults')
  return { ...wired.value, world: wired.value.sandbox.world, reports }
}

test('a voice comes over the wire, is written down once, and is still there after a restart', async () => {
  const first = await product()
  const dmWith = 'wx-r-003'
  first.world.say({
    from: dmWith,
    room: null,
    type: 'voice',
    text: '',
    file: { bytes: await aSilkVoice(2), mime: 'audio/silk', name: 'v.silk' },
  })
  await expect
    .poll(() => first.world.said({ dmWith }, 9).map(({ text }) => text), { timeout: 20_000 })
    .toContainEqual(expect.stringContaining('楼道照明'))
  await first.stop()

  const second = await product()
  const [petition] = await second.desk.petitions.list({})
  if (!petition) throw new Error('no petition')
  expect(petition.words).toEqual([told])
  const [voice] = await voicesOf(petition, second.desk)
  const finding = voice?.finding
  if (finding?.kind !== 'voice') throw new Error('no voice')
  expect(finding.ms).toBe(2_000)
  expect((await second.desk.media.load(finding.playable))?.mime).toBe('audio/wav')
  await second.stop()
  expect(asr.requests).toHaveLength(1)
  expect([...first.reports, ...second.reports]).toEqual([])
})

test('a voice that is being written down when we stop is taken up by whoever starts next', async () => {
  hangs = true
  const first = await product()
  const dmWith = 'wx-r-021'
  const answers = ({ world }: typeof first) => world.said({ dmWith }, 9).map(({ text }) => text)
  const before = asr.requests.length
  first.world.say({
    from: dmWith,
    room: null,
    type: 'voice',
    text: '',
    file: { bytes: await aSilkVoice(1), mime: 'audio/silk', name: 'v.silk' },
  })
  await expect.poll(() => asr.requests.length, { timeout: 10_000 }).toBe(before + 1)
  const begun = performance.now()
  await first.stop()
  expect(performance.now() - begun).toBeLessThan(2_500)

  hangs = false
  const second = await product()
  await expect
    .poll(() => answers(second), { timeout: 20_000 })
    .toContainEqual(expect.stringContaining('楼道照明'))
  await second.stop()
  expect(asr.requests).toHaveLength(before + 2)
  expect([...first.reports, ...second.reports]).toEqual([])
})
