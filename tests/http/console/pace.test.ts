import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStreet } from '../../security/street.ts'

// a minute lasts as long as it takes us
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval'] }))
afterEach(() => void vi.useRealTimers())

/** A path that costs next to nothing. */
const cheap = '/console/petitions/2999/merge'

test('who is signed in is told to wait from the 601st question of a minute on, in all windows, and nobody else is', async () => {
  const { visitor } = await openStreet([])
  await visitor.signIn('S043')
  for (let i = 0; i < 600; i++) expect((await visitor.get(cheap)).status).toBe(404)
  await visitor.signIn('S043') // another session of the same person
  const answer = await visitor.get('/console')
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  const told = await answer.text()
  expect(told).toContain('您这一分钟里点的次数太多了。')
  expect(told).toContain('请过一分钟再试。')
  expect(told).not.toContain('没有保存')
  expect(await (await visitor.post('/console/me/large')).text()).toContain('这一次没有保存。')
  const inScript = await visitor.get('/console', { 'HX-Request': 'true' })
  expect([inScript.status, await inScript.text()]).toEqual([429, '点得太快了。请过一分钟再试。'])
  await visitor.signIn('S010')
  expect((await visitor.get('/console/me')).status).toBe(200)
  vi.advanceTimersByTime(120_000)
  await visitor.signIn('S043')
  expect((await visitor.get('/console/me')).status).toBe(200)
})

test('sixty files in a minute, and pages after them all the same', async () => {
  const { visitor } = await openStreet([])
  await visitor.signIn('S043')
  const path = '/console/settings/tables/absences/export.xlsx?blank=1'
  for (let i = 0; i < 60; i++) expect((await visitor.get(path)).status).toBe(200)
  const answer = await visitor.get(path)
  expect(answer.status).toBe(429)
  expect(await answer.text()).toContain('您这一分钟里导出、导入的次数太多了。')
  expect((await visitor.post('/console/settings/import')).status).toBe(429)
  expect((await visitor.get('/console/settings/import')).status).toBe(200)
})

test('pictures and streams are not counted', async () => {
  const { visitor } = await openStreet()
  await visitor.signIn('S043')
  for (let i = 0; i < 601; i++)
    expect((await visitor.get('/console/petitions/2001/media/none')).status).toBe(404)
  const stream = await visitor.get('/console/petitions/2001/stream')
  await stream.body?.cancel()
  expect(stream.status).toBe(200)
  expect((await visitor.get('/console/me')).status).toBe(200)
})
