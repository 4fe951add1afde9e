import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { bodyTaken, photoForm } from '../../src/http/bodies.ts'

const app = new Hono().post('/', async (c) => {
  const why = await bodyTaken(c, photoForm)
  return why === null ? c.text(`${[...(await c.req.formData())].length}`) : c.text(why, 413)
})

async function sent(fields: number, type: string) {
  const field = '--abc\r\nContent-Disposition: form-data; name="f"\r\n\r\nx\r\n'
  const body = `${field.repeat(fields)}--abc--\r\n`
  const answer = await app.request('/', {
    method: 'POST',
    headers: { 'Content-Type': type },
    body,
  })
  return answer.status === 200 ? Number(await answer.text()) : answer.status
}

test.each([
  'multipart/form-data; boundary=abc',
  'multipart/form-data; boundary="abc"',
  'multipart/form-data; x-boundary=zzz; boundary=abc',
  'multipart/form-data; boundary=abc ; charset=utf-8',
  'multipart/form-data; boundary="a\\bc"',
])('more than a thousand fields are not taken apart: %s', async (type) => {
  expect(await sent(3, type)).toBe(3)
  expect(await sent(1_001, type)).toBe(413)
})

test('nor where a thousand boundaries are named, or one where there is none', async () => {
  const many = `multipart/form-data; ${'boundary=z;'.repeat(1_000)}; boundary=abc`
  expect(await sent(3, many)).toBe(413)
  const answer = await app.request('/', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; boundary=abc' },
    body: 'a=1&'.repeat(1_001),
  })
  expect(answer.status).toBe(413)
})
