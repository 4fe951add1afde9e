import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSenses } from '../../src/senses/senses.ts'
import { tokenFor } from '../http/api/client.ts'
import { badPhotos, badTables, doublePhotos, workbook } from './bombs.ts'
import { openStreet } from './street.ts'
import { openWire } from './wire.ts'

/** One office over the wire for all of it: what wears it down shows in the end. */
const senses = openSenses(null)
const street = await openStreet()
const desk = { ...street.desk, senses }
const wire = await openWire(desk)
const token = await tokenFor('S061', desk, { power: 'act' })
const cookies = { keeper: '', handler: '' }
const act = '/console/petitions/2003/do/note'
let most = 0
let looks = 0
let watching: NodeJS.Timeout

beforeAll(async () => {
  cookies.keeper = await wire.signIn('S043')
  cookies.handler = await wire.signIn('S061')
  const first = process.memoryUsage().rss
  watching = setInterval(() => {
    looks += 1
    most = Math.max(most, process.memoryUsage().rss - first)
  }, 50)
})
afterAll(async () => {
  clearInterval(watching)
  wire.close()
  await senses.stop()
})
afterEach(async () => {
  expect((await wire.ask('/healthz')).status).toBe(200)
  expect(street.faults).toEqual([])
})

const sends = (path: string, Cookie: string, body: FormData) =>
  wire.ask(path, { method: 'POST', body, headers: { Cookie } })

let times = 0
async function notes(photo: Uint8Array, name = 'IMG_1.jpg') {
  const body = new FormData()
  for (const [field, value] of Object.entries({
    ...{ nonce: `nonce-${++times}-of-this`, text: '看图' },
    version: `${(await desk.petitions.findByNumber(2003))?.version}`,
  }))
    body.append(field, value)
  body.append('photos', new File([Uint8Array.from(photo)], name, { type: 'image/jpeg' }))
  return sends(act, cookies.handler, body)
}

async function imports(file: Uint8Array, name: string) {
  const body = new FormData()
  body.append('file', new File([Uint8Array.from(file)], name))
  return sends('/console/settings/import', cookies.keeper, body)
}

/** Slower than a bomb that goes off is no machine. */
const patience = { timeout: 30_000 }

describe('a photo on the page of a petition', () => {
  test.each(badPhotos)(
    '%s is refused with a sentence, and kept nowhere',
    patience,
    async (_, made, says) => {
      const before = await timeline()
      const answer = await notes(made())
      expect(answer.status).toBe(422)
      const page = await answer.text()
      expect(page).toMatch(says)
      expect(page).toContain('看图</textarea>')
      expect(street.stores.shelf.media.size).toBe(0)
      expect(await timeline()).toEqual(before)
    },
  )

  test('of several photos the good ones are not kept either', patience, async () => {
    const body = new FormData()
    body.append('nonce', 'one-nonce-for-two')
    body.append('version', `${(await desk.petitions.findByNumber(2003))?.version}`)
    body.append('text', '两张')
    const [, , good] = doublePhotos[0] ?? []
    const [, bad] = badPhotos[2] ?? []
    if (!good || !bad) throw new Error('no photos')
    for (const bytes of [good, bad()])
      body.append('photos', new File([Uint8Array.from(bytes)], 'a.jpg'))
    expect((await sends(act, cookies.handler, body)).status).toBe(422)
    expect(street.stores.shelf.media.size).toBe(0)
  })

  test.each(doublePhotos)(
    '%s is shown as a photo and as nothing else',
    patience,
    async (_, mime, bytes) => {
      expect((await notes(bytes, 'evil.html')).status).toBe(303)
      const last = (await timeline()).at(-1)
      const [id] = last?.kind === 'noted' ? last.photos : []
      const answer = await wire.ask(`/console/petitions/2003/media/${id}`, {
        headers: { Cookie: cookies.handler },
      })
      expect(answer.status).toBe(200)
      const header = (name: string) => answer.headers.get(name)
      expect(header('content-type')).toBe(mime)
      expect(header('x-content-type-options')).toBe('nosniff')
      expect(header('content-disposition')).toMatch(/^inline; filename="[0-9a-f]{12}\.(jpg|gif)"$/)
      expect(header('content-security-policy')).toMatch(/default-src 'none'/)
      const shown = new Uint8Array(await answer.arrayBuffer())
      expect(shown).toEqual(Uint8Array.from(bytes).subarray(0, shown.length))
      expect(Buffer.from(shown).toString('latin1')).not.toContain('<script>')
      street.stores.shelf.media.clear()
    },
  )

  const timeline = async () => {
    const petition = await desk.petitions.findByNumber(2003)
    return petition ? desk.petitions.timeline(petition.id) : []
  }
})

describe('a photo by the interface', () => {
  test.each(badPhotos)(
    '%s is refused by its place, and kept nowhere',
    patience,
    async (_, made) => {
      const { status, text } = await sent([doubles[0] ?? '', base64(made())])
      expect([status, text]).toEqual([422, expect.stringContaining('body.photos.1')])
      expect(street.stores.shelf.media.size).toBe(0)
    },
  )

  test('more than is taken is not read', patience, async () => {
    expect((await sent(['a'.repeat(15 * 1024 * 1024)])).status).toBe(413)
    expect((await sent(Array.from({ length: 100_000 }, () => 'a'))).status).toBe(422)
  })

  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
  const doubles = doublePhotos.map(([, , bytes]) => base64(bytes))
  const sent = async (photos: readonly string[]) => {
    const answer = await wire.ask('/api/v1/petitions/2003/actions', {
      ...{ method: 'POST', body: JSON.stringify({ kind: 'note', text: '看图', photos }) },
      headers: {
        ...{ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        'Idempotency-Key': `key-${++times}`,
      },
    })
    return { status: answer.status, text: await answer.text() }
  }
})

describe('a table of the settings', () => {
  test.each(badTables)('%s is refused with a sentence', patience, async (_, made, says) => {
    const bytes = made()
    const answer = await imports(bytes, bytes[0] === 0x50 ? 'a.xlsx' : 'a.csv')
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(says)
    expect((await desk.rulebooks.current()).version).toBe(street.book.version)
  })

  test('the workbook that the bombs are made of is one that is read', patience, async () => {
    const page = await (await imports(workbook(), 'a.xlsx')).text()
    expect(page).toMatch(/群名<\/b>：缺少这一列/)
  })
})

describe('a form', () => {
  const part = (name: string, value: string) =>
    `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const multipart = 'multipart/form-data; boundary=x'
  const plain = 'application/x-www-form-urlencoded'
  const forms: readonly (readonly [what: string, type: string, body: () => string])[] = [
    ['one field of 11 MB', multipart, () => `${part('text', 'a'.repeat(11 * 1024 * 1024))}--x--`],
    ['one name of 11 MB', multipart, () => `${part('a'.repeat(11 * 1024 * 1024), '1')}--x--`],
    ['100 000 fields', multipart, () => `${part('a', '1').repeat(100_000)}--x--`],
    ['half a million fields', plain, () => 'a=1&'.repeat(500_000)],
  ]
  const doors = [act, '/console/settings/import', '/console/petitions/2003/identity']

  test.each(forms)(
    '%s is refused wherever it is sent, before it is taken apart',
    patience,
    async (_, type, body) => {
      for (const door of doors) {
        const Cookie = door.includes('settings') ? cookies.keeper : cookies.handler
        const headers = { Cookie, 'Content-Type': type }
        const answer = await wire.ask(door, { method: 'POST', body: body(), headers })
        expect([door, answer.status]).toEqual([door, 413])
        expect(await answer.text()).toMatch(/什么都没有保存/)
      }
    },
  )

  test('a body without end is cut off', patience, async () => {
    const of = (Cookie: string) => ({ Cookie, 'Content-Type': multipart })
    const endless = 300 * 1024 * 1024
    for (const [path, headers, status] of [
      [act, of(cookies.handler), 413],
      ['/console/settings/import', of(cookies.keeper), 413],
      ['/console/petitions/2003/merge', of(cookies.handler), 413],
      [act, of(''), 401],
      ['/api/v1/petitions/2003/actions', of(''), 401],
      ['/l/abc', of(''), 410],
    ] as const) {
      const { poured, heard } = await wire.pour(path, headers, endless)
      expect([path, heard.split(' ')[1]]).toEqual([path, `${status}`])
      expect(poured).toBeLessThan(endless)
    }
  })
})

test('none of it grew the house by more than a few hundred megabytes', () => {
  expect(looks).toBeGreaterThan(0)
  expect(most).toBeLessThan(700 * 1024 * 1024)
})
