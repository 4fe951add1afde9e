import { expect, test, vi } from 'vitest'
import { browserAt } from '../http/console/someone.ts'
import { openStreet } from './street.ts'

/** What browsers of all ages send with a form that is not of our own page, or not surely. */
test('a form whose browser does not say that it is ours does nothing', async () => {
  const { desk, visitor } = await openStreet()
  await visitor.signIn('S043')
  const app = (headers: Record<string, string>) =>
    visitor.ask('/console/me/large', { method: 'POST', headers })
  expect((await app({})).status).toBe(303)
  const foreign = { Origin: 'https://elsewhere.example' }
  for (const headers of [
    ...['none', 'same-site', 'cross-site', 'nonsense'].map((site) => ({
      ...{ ...foreign, 'Sec-Fetch-Site': site },
    })),
    { Origin: 'null' },
    { Origin: '' },
    { ...foreign, 'Content-Type': 'text/plain' },
    { ...foreign, 'Content-Type': 'TEXT/PLAIN;x' },
    { ...foreign, 'Content-Type': 'multipart/form-data' },
    { ...foreign, 'X-HTTP-Method-Override': 'GET', 'Sec-Fetch-Mode': 'navigate' },
  ])
    expect([headers, (await app(headers)).status]).toEqual([headers, 403])
  const https = browserAt({ ...desk, publicUrl: 'https://localhost' })
  await https.ask('/healthz')
  const plain = await https.ask('/l/any', {
    method: 'POST',
    headers: { Origin: 'http://localhost' },
  })
  expect(plain.status).toBe(403)
  const own = await https.ask('/l/any', {
    method: 'POST',
    headers: { Origin: 'https://localhost' },
  })
  expect(own.status).toBe(410)
})

test('what is told to the operator holds no secret of an address, and no line that somebody else wrote', async () => {
  const { desk, visitor, faults } = await openStreet()
  const fails = () => Promise.reject(new Error('planted'))
  vi.spyOn(desk.sessions, 'offeredTo').mockImplementation(fails)
  vi.spyOn(desk.sessions, 'find').mockImplementation(fails)
  vi.spyOn(desk.tokens, 'find').mockImplementation(fails)
  expect((await visitor.get('/l/a-secret-of-a-link')).status).toBe(500)
  expect((await visitor.get('/l/x%0A2026-03-02%20all%20is%20well')).status).toBe(500)
  await visitor.get('/console/petitions/2001/media/13912345678%0Awell', {
    Cookie: 'linli=a-secret-of-a-session',
  })
  await visitor.get('/api/v1/petitions/13912345678', { Authorization: 'Bearer linli_a-secret' })
  expect(faults.map((fault) => fault.split('\n')[0])).toEqual([
    'web: GET /l/:secret failed: Error: planted',
    'web: GET /l/:secret failed: Error: planted',
    'web: GET /console/petitions/:number/media/:id failed: Error: planted',
    'api: GET /api/v1/* failed: Error: planted',
  ])
})

test('words that are kept at a screen come back to who typed them alone', async () => {
  const { visitor } = await openStreet()
  const kept: string[] = []
  for (const person of ['S042', 'S043']) {
    await visitor.signIn(person)
    const page = await (await visitor.get('/console/petitions/2003/do/note')).text()
    kept.push(...[...page.matchAll(/data-act="([^"]+)"/g)].map(([, key = '']) => key))
  }
  expect(kept).toEqual(['S042/2003/note', 'S043/2003/note'])
})
