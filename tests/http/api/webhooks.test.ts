import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test, vi } from 'vitest'
import { personId, petitionId, unitCode } from '../../../src/domain/ids.ts'
import type { Posted } from '../../../src/http/api/tell-webhooks.ts'
import { tellWebhooks } from '../../../src/http/api/tell-webhooks.ts'
import { scheduleWebhooks } from '../../../src/schedule-webhooks.ts'
import { aWebhook } from '../../contracts/webhooks.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { someone } from '../console/someone.ts'

function street() {
  let now = at('2026-03-02 09:00')
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  const bodies: { webhook: string; events: { id: string }[] }[] = []
  let answer: Posted | Promise<Posted> = null
  const tell = async () => {
    const begun = await tellWebhooks(
      desk,
      async (_, body) => {
        bodies.push(JSON.parse(new TextDecoder().decode(body)))
        return answer
      },
      () => now,
      new AbortController().signal,
    )
    return (await Promise.all(begun)).filter(Boolean).length
  }
  const passes = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const happens = async (number: number, confidential = false) => {
    passes(1000)
    const petition = aPetition('handling', {
      ...{ id: petitionId(`p-${number}`), number, confidential },
    })
    const events = [{ kind: 'urged', by: personId('S043'), at: now } as const]
    const cause = { kind: 'press', key: `${number}` } as const
    await stores.petitions.record([anEntry({ cause, petition, events })], now)
    passes(2000)
  }
  return {
    ...{ desk, stores, bodies, tell, passes, happens },
    told: () => bodies.map(({ events }) => events.map(({ id }) => id)),
    answers: (next: Posted | Promise<Posted>) => {
      answer = next
    },
  }
}

test('what happens is told in order, once where it is taken, from the moment on at which one asked', async () => {
  const { stores, happens, tell, told, bodies } = street()
  await happens(1)
  await stores.webhooks.keep(aWebhook('a', { madeAt: at('2026-03-02 09:00') }))
  await stores.webhooks.keep(aWebhook('b', { madeAt: at('2026-03-02 09:01') }))
  expect(await tell()).toBe(1)
  await happens(2)
  await happens(3)
  await tell()
  expect(told()).toEqual([['1/1/0'], ['2/1/0', '3/1/0']])
  expect(bodies.every(({ webhook }) => webhook === 'a')).toBe(true)
  expect(await tell()).toBe(0)
  expect(await stores.webhooks.list()).toMatchObject([{ told: 0 }, { told: 3, failures: 0 }])
})

test('what is not taken comes again before anything later, after longer and longer pauses, until we give up', async () => {
  const { stores, happens, tell, told, passes, answers, desk } = street()
  await stores.webhooks.keep(aWebhook('a'))
  answers({ why: 'status 503' })
  await happens(1)
  await tell()
  await happens(2)
  await tell() // the pause is not over
  expect(told()).toEqual([['1/1/0']])
  passes(60_000)
  answers(null)
  await tell()
  expect(told()).toEqual([['1/1/0'], ['1/1/0', '2/1/0']])
  answers({ why: 'status 500' })
  await happens(3)
  let tries = 0
  for (; tries < 100; tries++) {
    const [one] = await stores.webhooks.list()
    if (one?.state !== 'on') break
    passes(3_600_000)
    await tell()
  }
  expect(tries).toBe(32)
  expect(await stores.webhooks.list()).toMatchObject([{ state: 'given_up', why: 'status 500' }])
  const dispatcher = await someone('S043', desk)
  expect(await (await dispatcher.get('/console/operation')).text()).toContain('一直送不到')
  const page = await (await dispatcher.get('/console/operation/webhooks')).text()
  expect(page).toContain('status 500')
  const again = await dispatcher.post('/console/operation/webhooks/a/switch', { to: 'on' })
  expect(again.status).toBe(303)
  answers(null)
  passes(60_000 * 60 * 24 * 400) // past all pauses; by the real clock it began again now
  await tell()
  expect(told().at(-1)).toEqual(['3/1/0'])
})

test('one that is paused is told later what happened meanwhile, and how far it is behind is seen', async () => {
  const { stores, happens, tell, told, desk, passes } = street()
  await stores.webhooks.keep(aWebhook('a'))
  await happens(1)
  await tell()
  const dispatcher = await someone('S043', desk)
  const page = async (path = '') =>
    (await (await dispatcher.get(`/console/operation${path}`)).text()).replace(/<[^>]*>|\s/g, '')
  await dispatcher.post('/console/operation/webhooks/a/switch', { to: 'paused' })
  await happens(2)
  await happens(3)
  expect(await tell()).toBe(0)
  expect(await page()).toContain('待推送事件2推送中0个，已暂停1个，送不到0个')
  expect(await page('/webhooks')).toMatch(/已暂停.*还有2条没送/)
  await dispatcher.post('/console/operation/webhooks/a/switch', { to: 'on' })
  passes(60_000 * 60 * 24 * 400) // by the real clock it began again now
  await tell()
  expect(told()).toEqual([['1/1/0'], ['2/1/0', '3/1/0']])
})

test('who answers that it is gone is not asked again, and nobody is told what their person does not see', async () => {
  const { stores, happens, tell, told, answers } = street()
  await stores.webhooks.keep(aWebhook('gone'))
  await stores.webhooks.keep(aWebhook('far', { person: personId('S009') }))
  await stores.webhooks.keep(aWebhook('left', { person: personId('S999') }))
  await stores.webhooks.keep(aWebhook('narrow', { unit: unitCode('QS-XF-01') }))
  answers({ why: 'status 410', gone: true })
  await happens(1, true)
  await tell()
  expect(told()).toEqual([['1/1/0']])
  const states = (await stores.webhooks.list()).map(({ id, state, why }) => `${id} ${state} ${why}`)
  expect(states.sort()).toEqual([
    ...['far on null', 'gone given_up status 410', 'left given_up person left', 'narrow on null'],
  ])
})

test('who never answers holds up no later look either', async () => {
  const taken: string[][] = []
  const receiver = createServer(async (request, answer) => {
    if (request.url === '/silent') return
    let body = ''
    for await (const part of request) body += part
    taken.push(JSON.parse(body).events.map(({ id }: { id: string }) => id))
    answer.writeHead(204).end()
  })
  await new Promise<void>((go) => receiver.listen(0, '127.0.0.1', go))
  const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
  const { desk, stores, happens } = street()
  await stores.webhooks.keep(aWebhook('silent', { url: `${origin}/silent` }))
  await stores.webhooks.keep(aWebhook('swift', { url: `${origin}/swift` }))
  await happens(1)
  const stop = scheduleWebhooks(desk, stores, [origin])
  const begun = performance.now()
  try {
    await vi.waitFor(() => expect(taken).toEqual([['1/1/0']]), { timeout: 12_000 })
    await happens(2)
    await vi.waitFor(() => expect(taken).toEqual([['1/1/0'], ['2/1/0']]), { timeout: 12_000 })
    expect(performance.now() - begun).toBeLessThan(14_000) // the silent one is waited for that long
    const silent = (await stores.webhooks.list()).find(({ id }) => id === 'silent')
    expect(silent).toMatchObject({ failures: 0, cursor: null })
  } finally {
    await stop()
    receiver.closeAllConnections()
    receiver.close()
  }
}, 60_000)

test('who does not answer holds up nobody else', async () => {
  const { stores, happens, tell, bodies, answers } = street()
  await stores.webhooks.keep(aWebhook('slow'))
  await stores.webhooks.keep(aWebhook('swift'))
  let letGo = (_: Posted) => {}
  answers(
    new Promise((done) => {
      letGo = done
    }),
  )
  await happens(1)
  const telling = tell()
  try {
    await vi.waitFor(() =>
      expect(bodies.map(({ webhook }) => webhook).sort()).toEqual(['slow', 'swift']),
    )
  } finally {
    letGo(null)
  }
  expect(await telling).toBe(2)
})

test('stopping waits for nobody’s answer, and whom we left is told again', async () => {
  let asked = 0
  const silent = createServer(() => {
    asked += 1
  })
  await new Promise<void>((go) => silent.listen(0, '127.0.0.1', go))
  const origin = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`
  const { desk, stores, happens } = street()
  await stores.webhooks.keep(aWebhook('a', { url: origin }))
  await happens(1)
  const stop = scheduleWebhooks(desk, stores, [origin])
  try {
    await vi.waitFor(() => expect(asked).toBe(1), { timeout: 10_000 })
    await stop()
    expect(await stores.webhooks.list()).toMatchObject([{ state: 'on', failures: 0, cursor: null }])
  } finally {
    await stop()
    silent.closeAllConnections()
    silent.close()
  }
}, 60_000)

test('the street’s dispatcher opens one with a secret that is shown once, and switches it off', async () => {
  const { desk, stores } = street()
  const dispatcher = await someone('S043', desk)
  const form = { name: '区平台', url: 'https://city.example/in', person: 'S043', unit: 'QS' }
  const path = '/console/operation/webhooks'
  const made = await (await dispatcher.post(path, { ...form, nonce: 'n-1' })).text()
  const [one] = await stores.webhooks.list()
  expect(one).toMatchObject({ ...form, id: 'n-1', state: 'on', madeBy: 'S043' })
  expect(made).toContain(one?.secret)
  expect(await (await dispatcher.post(path, { ...form, nonce: 'n-1' })).text()).toContain(
    '已经登记过',
  )
  expect(await (await dispatcher.get(path)).text()).not.toContain(one?.secret)
  for (const url of ['city', 'ftp://city.example', 'https://me:pw@city.example', 'javascript:1'])
    expect((await dispatcher.post(path, { ...form, url, nonce: 'n-2' })).status).toBe(422)
  await dispatcher.post(`${path}/n-1/switch`, { to: 'off' })
  expect(await stores.webhooks.list()).toMatchObject([{ state: 'off' }])
  expect((await (await someone('S010', desk)).get(path)).status).toBe(403)
})
