import { expect, test } from 'vitest'
import { mediaId, messageId, petitionId } from '../../src/domain/ids.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import type { Finding } from '../../src/flows/ports/senses.ts'
import { wavOf } from '../../src/senses/wav.ts'
import { aHeard, aPetition, at } from '../support/builders.ts'
import { neighbours } from './neighbours.ts'

const wav = wavOf(new Uint8Array(32_000).fill(1), 16_000)

async function street() {
  const { app, registers, web } = neighbours()
  const { media, inbox, findings } = web.desk
  const spoke = async (id: string, finding: Finding | null) => {
    const original = await media.keep(new TextEncoder().encode(`silk ${id}`), 'audio/silk')
    if (finding) await findings.keep(original, finding)
    const heard = aHeard('', { id: messageId(id), type: 'voice', media: original })
    await inbox.keep([heard], at('2026-03-02 09:00'))
  }
  const pageOf = async (petition: Petition) =>
    (await app.request(`/petitions/${petition.number}`)).text()
  return { app, web, registers, spoke, pageOf, playable: await media.keep(wav, 'audio/wav') }
}

const told = (...messages: string[]) =>
  aPetition('handling', { messages: messages.map((id) => messageId(id)) })

test('staff can listen to what was said aloud; nothing plays by itself', async () => {
  const { registers, spoke, pageOf, playable } = await street()
  await spoke('v1', { kind: 'voice', playable, ms: 12_340 })
  await registers(told('v1'))
  const page = await pageOf(told('v1'))
  const [audio = ''] = /<audio[^>]*>/.exec(page) ?? []
  expect(audio).toContain(`src="/media/${playable}"`)
  expect(audio).toContain('aria-label="居民的语音，第1段，12秒"')
  expect(audio).toContain('controls')
  expect(audio).toContain('preload="none"')
  expect(audio).not.toContain('autoplay')
})

test('a voice that cannot be played says why', async () => {
  const { registers, spoke, pageOf } = await street()
  await spoke('v1', { kind: 'unreadable', because: 'damaged' })
  await spoke('v2', { kind: 'unreadable', because: 'unknownFormat' })
  await spoke('v3', null)
  const petition = told('v1', 'v2', 'v3')
  await registers(petition)
  const page = await pageOf(petition)
  expect(page).not.toContain('<audio')
  expect(page).toContain('居民的语音，第1段（已损坏，放不出来）')
  expect(page).toContain('居民的语音，第2段（这种格式浏览器放不了）')
  expect(page).toContain('居民的语音，第3段')
})

test('nobody hears a confidential petition on its page', async () => {
  const { registers, spoke, pageOf, playable } = await street()
  await spoke('v1', { kind: 'voice', playable, ms: 1_000 })
  const petition = { ...told('v1'), confidential: true }
  await registers(petition)
  expect(await pageOf(petition)).not.toContain('<audio')
})

test('a sound comes as one, whole or the part that is asked for', async () => {
  const { app, web, playable } = await street()
  const get = (range?: string) =>
    app.request(`/media/${playable}`, range ? { headers: { Range: range } } : {})
  const whole = await get()
  expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/wav'])
  expect(whole.headers.get('content-security-policy')).toContain("media-src 'self'")
  expect(new Uint8Array(await whole.arrayBuffer())).toEqual(wav)
  const cases: [string, number, string | null, number][] = [
    ['bytes=0-1', 206, 'bytes 0-1/32044', 2],
    ['bytes=44-', 206, 'bytes 44-32043/32044', 32_000],
    ['bytes=-100', 206, 'bytes 31944-32043/32044', 100],
    ['bytes=0-99999999', 206, 'bytes 0-32043/32044', 32_044],
    ['bytes=40000-', 416, 'bytes */32044', 0],
    ['bytes=9-3', 416, 'bytes */32044', 0],
    ['bytes=-', 200, null, 32_044],
    ['lines=1-2', 200, null, 32_044],
  ]
  for (const [range, status, said, length] of cases) {
    const part = await get(range)
    expect([range, part.status, part.headers.get('content-range')]).toEqual([range, status, said])
    expect((await part.arrayBuffer()).byteLength).toBe(length)
  }
  const page = await web.desk.media.keep(new TextEncoder().encode('<script>'), 'audio/wav')
  expect((await app.request(`/media/${page}`)).status).toBe(404)
})

const first = mediaId('1'.repeat(64))
const again = mediaId('2'.repeat(64))

test('the page of a petition says where its photos were seen before', async () => {
  const { web, registers, pageOf } = await street()
  await web.desk.findings.keep(first, { kind: 'picture', fingerprint: 'e63158237c32d38e' })
  await web.desk.findings.keep(again, { kind: 'picture', fingerprint: 'e63158237c32d38f' })
  const earlier = aPetition('handling', { photos: [first] })
  const later = aPetition('handling', { id: petitionId('p2'), number: 1031, photos: [again] })
  await registers(earlier)
  await web.desk.petitions.record(
    [
      {
        cause: { kind: 'press', key: 'p2' },
        outcome: 'registered',
        petition: { ...later, version: 1 },
        events: [],
        timers: [],
        letters: [],
      },
    ],
    at('2026-03-02 09:00'),
  )
  expect(await pageOf(later)).toContain('提示：照片与1027号的相近，供核对。')
  expect(await pageOf(later)).toContain('<a href="/petitions/1027">看1027号</a>')
  expect(await pageOf(earlier)).toContain('提示：照片与1031号的相近')
})

test('a result with the photo of the complaint says so', async () => {
  const { registers, pageOf } = await street()
  const done = aPetition('resolved', { photos: [first], resultPhotos: [first] })
  await registers(done)
  expect(await pageOf(done)).toContain('提示：办结照片与居民反映时的照片相同，供核对。')
})
