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
const asr = await fakeAsr(() => hears('幸福里小区5栋2单元楼道灯坏了三天了'))
afterAll(async () => {
  await asr.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function product() {
  const config = readConfig({ DATABASE_URL: url, LINLI_DATA: folder, LINLI_ASR_URL: asr.url })
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
  expect(petition.words).toEqual(['幸福里小区5栋2单元楼道灯坏了三天了'])
  const [voice] = await voicesOf(petition, second.desk)
  const finding = voice?.finding
  if (finding?.kind !== 'voice') throw new Error('no voice')
  expect(finding.ms).toBe(2_000)
  expect((await second.desk.media.load(finding.playable))?.mime).toBe('audio/wav')
  await second.stop()
  expect(asr.requests).toHaveLength(1)
  expect([...first.reports, ...second.reports]).toEqual([])
})
