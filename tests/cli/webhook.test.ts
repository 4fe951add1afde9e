import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { webhook } from '../../src/cli/operator/webhook.ts'
import { webhookPoster } from '../../src/post-webhook.ts'
import { smallBook } from '../support/book.ts'
import { at } from '../support/builders.ts'
import { memory } from '../support/memory.ts'
import { memoryDesk } from '../support/memory-desk.ts'

const taken: { readonly source: string | undefined; readonly body: string }[] = []
let status = 204
const receiver = createServer(async (request, answer) => {
  let body = ''
  for await (const part of request) body += part
  const source = request.headers['x-linli-source']
  taken.push({ source: typeof source === 'string' ? source : undefined, body })
  answer.writeHead(status).end()
})
let origin = ''
beforeAll(async () => {
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
})
afterAll(() => receiver.close())

function office(inside: readonly string[] = [origin]) {
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => at('2026-03-02 09:00'), report: () => {} })
  const post = webhookPoster(inside, () => new Date())
  const says = async (...words: readonly string[]) => {
    const { ok, ...rest } = await webhook(words, desk, post)
    return { ok, text: ('value' in rest ? rest.value : rest.problem).join('\n') }
  }
  const open = () =>
    says('open', '--name', '区平台', '--url', `${origin}/events`, '--person', 'S043')
  return { stores, says, open }
}

test('an operator opens a webhook, sees its secret once, tries, pauses, resumes and ends it', async () => {
  const { stores, says, open } = office()
  const opened = await open()
  const [kept] = await stores.webhooks.list()
  if (!kept) throw new Error('nothing was kept')
  expect(kept).toMatchObject({ name: '区平台', unit: 'QS', state: 'on', madeBy: null })
  expect(opened.text.split('\n').at(-1)).toBe(kept.secret)
  expect((await says('list')).text).toContain(kept.id)
  expect((await says('list')).text).not.toContain(kept.secret)

  expect((await says('ping', kept.id)).ok).toBe(true)
  expect(taken.at(-1)).toEqual({ source: kept.id, body: `{"webhook":"${kept.id}","events":[]}` })
  status = 503
  expect(await says('ping', kept.id)).toEqual({
    ...{ ok: false, text: expect.stringContaining('status 503') },
  })
  expect(await stores.webhooks.list()).toEqual([kept]) // a trial counts nowhere

  expect((await says('resume', kept.id)).ok).toBe(false)
  for (const [verb, state] of [
    ...[['pause', 'paused'] as const, ['resume', 'on'] as const],
    ['end', 'off'] as const,
  ]) {
    expect((await says(verb, kept.id)).ok).toBe(true)
    expect(await stores.webhooks.list()).toMatchObject([{ state }])
  }
  expect(await says('resume', kept.id)).toEqual({
    ...{ ok: false, text: expect.stringMatching(/已停用/) },
  })
})

test('what is wrong is said by its option, with what there is, and nothing is made', async () => {
  const { stores, says } = office()
  const wrong = await says(
    ...['open', '--name', '', '--url', 'ftp://a', '--person', 'X', '--unit', 'Y'],
  )
  expect(wrong.text).toMatch(
    /--name：1 到 60[\s\S]*--url：https[\s\S]*--person：[\s\S]*--unit：.* QS /,
  )
  expect((await says('open', '--nonsense', '1')).text).toMatch(
    /--nonsense：.*--name --url --person --unit/,
  )
  expect((await says('open', '--name')).text).toMatch(/^--name：后面要写上值/)
  for (const verb of ['ping', 'pause', 'resume', 'end'])
    expect((await says(verb, 'nobody')).text).toMatch(/^ID：没有编号为 nobody/)
  for (const words of [
    [],
    ['begin'],
    ['ping'],
    ['list', 'all'],
    ['pause', 'a', 'b'],
    ['toString', 'a'],
  ])
    expect((await says(...words)).text).toContain('npm run webhook -- open')
  expect(await stores.webhooks.list()).toEqual([])
})

test('an address inside the network is not asked unless the settings name it', async () => {
  const { stores, says, open } = office([])
  await open()
  const [kept] = await stores.webhooks.list()
  expect((await says('ping', kept?.id ?? '')).text).toContain('address inside a network')
})
