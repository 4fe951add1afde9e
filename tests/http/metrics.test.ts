import { once } from 'node:events'
import { createServer, get } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { expect, onTestFinished, test } from 'vitest'
import { personId, petitionId } from '../../src/domain/ids.ts'
import type { Channel } from '../../src/flows/ports/channels.ts'
import { webApp } from '../../src/http/app.tsx'
import { aWebhook } from '../contracts/webhooks.ts'
import { smallBook } from '../support/book.ts'
import { aHeard, anEntry, aPetition, at } from '../support/builders.ts'
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
  await stores.operation.noteBackup({
    ...{ id: 'b', madeAt: at('2026-03-02 12:00'), bytes: 1, rows: 1, sha256: '', verifiedAt: null },
  })
  const madeAt = at('2026-03-02 09:00')
  await stores.webhooks.keep(aWebhook('w-1', { madeAt }))
  await stores.webhooks.keep(aWebhook('w-2', { madeAt, state: 'given_up' }))
  await stores.webhooks.keep(aWebhook('w-3', { madeAt, state: 'off' }))
  const petition = aPetition('handling', { id: petitionId('p-1') })
  const events = [{ kind: 'urged', by: personId('S043'), at: now } as const]
  const entry = anEntry({ cause: { kind: 'press', key: '1' }, petition, events })
  await stores.petitions.record([entry], at('2026-03-02 10:00'))
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
    'linli_backup_age_seconds 10800',
    'linli_webhooks{state="on"} 1',
    'linli_webhooks{state="paused"} 0',
    'linli_webhooks{state="given_up"} 1',
    'linli_webhook_backlog{webhook="w-1"} 1',
    'linli_webhook_backlog{webhook="w-2"} 1',
  ])
    expect(text.split('\n')).toContain(line)
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(
      /^(# HELP linli_\w+ .+|# TYPE linli_\w+ gauge|linli_\w+(\{\w+="[\w.-]*"\})? [\d.e+-]+)$/,
    )
  expect(text).not.toContain('w-3')
  isWellFormed(text)
  expect(text).not.toContain('灯')
})

/** As Prometheus wants it: each name has its HELP, then its TYPE, then its samples, once, and no sample twice. */
function isWellFormed(text: string) {
  const seen = new Set<string>()
  const samples = new Set<string>()
  let name = ''
  for (const line of text.trimEnd().split('\n')) {
    const help = /^# HELP (\w+) /.exec(line)?.[1]
    if (help) {
      expect(seen).not.toContain(help)
      seen.add(help)
      name = help
    } else if (line.startsWith('# TYPE')) expect(line).toBe(`# TYPE ${name} gauge`)
    else {
      expect(line.split(/[{ ]/)[0]).toBe(name)
      const sample = line.split(' ')[0] ?? ''
      expect(samples).not.toContain(sample)
      samples.add(sample)
    }
    expect(name).not.toMatch(/_total$|_(ms|minutes|hours|days|kb|mb)$/) // base units, and no counters
  }
}

test('where nothing was backed up, no age is told', async () => {
  const desk = memoryDesk(memory({ book: smallBook }), { clock: () => now, report: () => {} })
  const machine = { ...desk.machine, metricsToken: 'a-long-secret' }
  const app = webApp({
    desk: { ...desk, machine },
    ...{ world: null, timeMachine: null, doors: () => [] },
  })
  const headers = { Authorization: 'Bearer a-long-secret' }
  const text = await (await app.request('/metrics', { headers })).text()
  expect(text).toContain('linli_webhooks{state="on"} 0')
  expect(text).not.toMatch(/backup_age|webhook_backlog/)
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
