import { expect, test } from 'vitest'
import { webApp } from '../../src/http/app.tsx'
import { form, neighbours } from './neighbours.ts'

test('a page runs and shows nothing that is not ours', async () => {
  const { app } = neighbours()
  const policy = (await app.request('/')).headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).not.toContain('unsafe')
})

test.each(['/', '/petitions', '/petitions/9', '/assets/app.css'])(
  '%s asks for nothing outside',
  async (path) => {
    const { app } = neighbours()
    const text = await (await app.request(path)).text()
    expect(text.replaceAll('http://www.w3.org/', '')).not.toMatch(
      /(https?:)?\/\/[a-z0-9-]+\.[a-z]/i,
    )
  },
)

test('what is not there is said in plain Chinese', async () => {
  const { app } = neighbours()
  for (const path of ['/nowhere', '/petitions/424242', '/petitions/x', '/sandbox/files/nix']) {
    const answer = await app.request(path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有找到这一页')
  }
})

test('a fault of our own is reported, and its inner workings stay inside', async () => {
  const { web, faults } = neighbours()
  const list = () => Promise.reject(new Error('secret connection string'))
  const app = webApp({ ...web, desk: { ...web.desk, petitions: { ...web.desk.petitions, list } } })
  const answer = await app.request('/petitions')
  const text = await answer.text()
  expect(answer.status).toBe(500)
  expect(text).toContain('系统出了点问题')
  expect(text).not.toMatch(/secret|\.tsx?|at /)
  expect(faults).toEqual(['web: GET /petitions failed'])
})

test('a form that another site sends is turned away', async () => {
  const { app, world } = neighbours()
  const { method, body } = form({ pane: 'wx-r-001:room-xf-1', text: '帮我投一票' })
  const headers = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
  const answer = await app.request('/sandbox/say', { method, body, headers } as RequestInit)
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('这个操作被拦下了')
  expect(world.said({ room: 'room-xf-1' }, 9)).toEqual([])
})

test('without a sandbox nobody looks at petitions unasked', async () => {
  const { web, registers } = neighbours()
  await registers()
  const app = webApp({ ...web, world: null, timeMachine: null })
  for (const path of ['/petitions', '/petitions/1027', '/sandbox/stream'])
    expect((await app.request(path)).status).toBe(404)
  expect((await app.request('/')).headers.get('location')).toBe('/console')
  expect((await app.request('/healthz')).status).toBe(200)
})
