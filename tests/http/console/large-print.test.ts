import { expect, test } from 'vitest'
import { openStreet } from '../../security/street.ts'

test('who reads large print switches it on for one browser, and off again', async () => {
  const { visitor } = await openStreet([])
  await visitor.signIn('S010')
  expect(await (await visitor.get('/console/me')).text()).not.toContain(
    '<html lang="zh-CN" class="large"',
  )
  const on = await visitor.post('/console/me/large')
  expect([on.status, on.headers.get('location')]).toEqual([303, '/console/me'])
  const kept = on.headers.get('set-cookie') ?? ''
  expect(kept).toMatch(/^linli-large=1; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
  const Cookie = `${visitor.cookie()}; linli-large=1`
  const large = await (await visitor.get('/console/me', { Cookie })).text()
  expect(large).toContain('<html lang="zh-CN" class="large"')
  expect(large).toContain('恢复普通字号')
  const off = await visitor.post('/console/me/large', {}, { Cookie })
  expect(off.headers.get('set-cookie')).toContain('Max-Age=0')
})
