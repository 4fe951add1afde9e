import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import type { Channel } from '../../src/flows/ports/channels.ts'
import { webApp } from '../../src/http/app.tsx'
import { smallBook } from '../support/book.ts'
import { aHeard, at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'

const now = at('2026-03-02 15:00')

async function served(metricsToken: string | null = null) {
  const stores = memory({ book: smallBook })
  await stores.inbox.keep([aHeard('楼道灯坏了')], at('2026-03-02 14:58'))
  await stores.operation.noteJob({
    name: 'reports',
    endedAt: at('2026-03-02 14:50'),
    fault: 'Error',
  })
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  const health = () => ({ state: 'down', since: now, lastHeard: null, toDo: null }) as const
  const channels = () => ({ wechat: { name: 'wechat', health } as unknown as Channel })
  const machine = { ...desk.machine, channels, metricsToken }
  const app = webApp({
    desk: { ...desk, machine },
    world: null,
    timeMachine: null,
    doors: () => [],
  })
  const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const base = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  return {
    ask: (headers: Record<string, string> = {}) => fetch(`${base}/metrics`, { headers }),
    /** A browser would not let us say whom we ask for. */
    askFor: (Host: string) =>
      new Promise<number>((tell, fail) => {
        const asked = get(`${base}/metrics`, { headers: { Host } }, (answer) => {
          tell(answer.statusCode ?? 0)
          answer.destroy()
        })
        asked.on('error', fail)
      }),
    elsewhere: (headers: Record<string, string> = {}) => app.request('/metrics', { headers }),
  }
}

test('from this machine the numbers are read, without anybody’s words', async () => {
  const { ask } = await served()
  const answer = await ask()
  expect(answer.headers.get('content-type')).toContain('version=0.0.4')
  const text = await answer.text()
  for (const line of [
    'linli_inbox_waiting 1',
    'linli_inbox_oldest_seconds 120',
    'linli_channel_up{channel="wechat"} 0',
    'linli_job_age_seconds{job="reports"} 600',
    'linli_job_failed{job="reports"} 1',
    'linli_accounts_held 1',
  ])
    expect(text.split('\n')).toContain(line)
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(
      /^(# HELP linli_\w+ .+|# TYPE linli_\w+ gauge|linli_\w+(\{\w+="[\w.]*"\})? [\d.e+-]+)$/,
    )
  expect(text).not.toContain('灯')
})

test('from elsewhere nothing is there, also through our own proxy, but with the token', async () => {
  const { ask, elsewhere } = await served('a-long-secret')
  expect((await elsewhere()).status).toBe(404)
  expect((await ask({ 'X-Forwarded-For': '203.0.113.9' })).status).toBe(404)
  expect((await elsewhere({ Authorization: 'Bearer wrong' })).status).toBe(404)
  expect((await elsewhere({ Authorization: 'Bearer a-long-secret' })).status).toBe(200)
  const without = await served()
  expect((await without.elsewhere({ Authorization: 'Bearer null' })).status).toBe(404)
})

test('a name of elsewhere that was made to lead to this machine finds nothing', async () => {
  const { askFor } = await served()
  expect(await askFor('localhost:3000')).toBe(200)
  expect(await askFor('[::1]:3000')).toBe(200)
  for (const name of ['evil.example', 'linli.example.gov.cn', '127.0.0.1.evil.example'])
    expect([name, await askFor(name)]).toEqual([name, 404])
})
