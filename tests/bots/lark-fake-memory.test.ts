import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import type { FakeLarkSettings, LarkMessage } from '../../bots/sandbox/lark/fake-lark-types.ts'
import { longConnection, webhook } from './lark-fake-listeners.ts'
import { aLark, bot, taskCard } from './lark-fake-support.ts'

const scratch = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lark-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('started again in its folder it goes on where it stopped', async () => {
  const folder = scratch()
  const first = await aLark({ folder, mode: 'socket' })
  const client = await bot(first)
  const picture = { bytes: new Uint8Array([1, 2, 3]), mime: 'image/png', name: 'a.png' }
  const asked = first.say({ from: 'ou_wang', room: 'oc_one', type: 'image', file: picture })
  await client.say('ou_wang', '已登记', 'letter-1')
  const card = await client.sendCard('oc_one', taskCard)
  const next = { ...taskCard, header: { title: { tag: 'plain_text', content: '已签收' } } }
  await client.call('PATCH', `/im/v1/messages/${card}`, { content: JSON.stringify(next) })
  first.addUser({ openId: 'ou_new', name: '新来的' })
  first.join('oc_one', 'ou_new')
  first.rename('oc_one', '新群名')
  first.rotateSecret('another')
  await first.advance(1_800_000)
  const pending = first.pending()
  const now = first.now()
  await first.stop()
  appendFileSync(join(folder, 'lark.jsonl'), '{"shelf":"messages","id":"om_cut') // died while writing

  const second = await aLark({ folder, mode: 'socket' })
  second.addUser({ openId: 'ou_later', name: '后来的' })
  expect(second.now().getTime() - now.getTime()).toBeLessThan(60_000)
  expect(second.now().getTime()).toBeGreaterThanOrEqual(now.getTime())
  expect(second.message(card).card).toEqual(next)
  expect(second.file(second.message(asked).files[0] ?? '')).toMatchObject({ mime: 'image/png' })
  expect(second.appSecret).toBe('another')
  const { ask } = await bot(second)
  const old = await ask('GET', '/open-apis/im/v1/chats/oc_one/members', undefined, client.token)
  expect(old.json.data.items).toMatchObject([{}, {}, {}, { name: '新来的' }])
  const { say } = await bot(second)
  await say('ou_wang', '已登记', 'letter-1')
  expect(second.messages('ou_wang')).toHaveLength(1)
  expect(second.pending()).toEqual(pending)
  expect(pending.length).toBe(3)
  const { frames } = await longConnection(second)
  await second.advance(7 * 3_600_000)
  const ids = frames.map(({ payload }) => JSON.parse(payload.toString('utf8')).header.event_id)
  expect(ids.sort()).toEqual([...pending].sort())
  await second.stop()
  const third = await aLark({ folder, mode: 'socket' })
  third.say({ from: 'ou_later', room: null, type: 'text', text: '还在' }) // not swallowed by the line cut off
  expect(third.messages('ou_later')).toHaveLength(1)
})

const gone = (child: ChildProcess) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done()
    else child.once('exit', () => done())
  })

async function larkProcess(settings: FakeLarkSettings, folder: string) {
  const file = join(folder, 'settings.json')
  writeFileSync(file, JSON.stringify(settings))
  const script = 'bots/sandbox/lark/fake-lark-process.ts'
  const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })
  const first = await new Promise<string>((tell) => lines.once('line', tell))
  const { endpoint, control } = JSON.parse(first)
  return {
    endpoint,
    async kill() {
      child.kill('SIGKILL')
      await gone(child)
    },
    async verb<T>(name: string, ...args: unknown[]): Promise<T> {
      const body = JSON.stringify(args)
      const answer = await fetch(`${control}/${name}`, { method: 'POST', body })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as T
    },
  }
}

test('killed as a process of its own, it remembers what was said and delivers it', async () => {
  const folder = scratch()
  const settings: FakeLarkSettings = {
    users: [{ openId: 'ou_wang', name: '王芳' }],
    chats: [{ id: 'oc_one', name: '一号群', members: ['ou_wang'] }],
    ...{ mode: 'webhook', hearsAll: true, folder },
  }
  const first = await larkProcess(settings, folder)
  const bytes = Buffer.from([7, 8, 9]).toString('base64')
  const id = await first.verb<string>('say', {
    ...{ from: 'ou_wang', room: 'oc_one', type: 'image' },
    file: { bytes, mime: 'image/png', name: 'a.png' },
  })
  await first.kill()
  const hook = await webhook()
  const second = await larkProcess({ ...settings, webhookUrl: hook.url }, folder)
  const said = await second.verb<LarkMessage>('message', id)
  expect(await second.verb('file', said.files[0])).toMatchObject({ bytes })
  await second.verb('advance', 15_000)
  expect(hook.heard).toHaveLength(1)
  await expect(second.verb('nonsense')).rejects.toThrow('no such verb')
})
