import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { simWorld } from '../../bots/sandbox/sim-world.ts'
import { chatWorldContract, village } from '../contracts/chat-world.ts'

const scratch = mkdtempSync(join(tmpdir(), 'sim-world-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const now = () => new Date('2026-09-28T09:00:00+08:00')
let folders = 0
const folder = () => join(scratch, `${++folders}`)

chatWorldContract('in memory', () => simWorld(village, now))
chatWorldContract('with a history', () => simWorld(village, now, folder()))

test('a platform with a history is the same after a restart', () => {
  const place = folder()
  const before = simWorld(village, now, place)
  before.addPerson({ id: 'sun', name: '孙悦' })
  before.join('group-2', 'sun', '7-1-101孙')
  before.rename('wang', '王小芳')
  const file = { bytes: new Uint8Array([9, 8, 7]), mime: 'image/png', name: 'a.png' }
  const said = before.say({ from: 'sun', room: 'group-2', type: 'image', text: '', file })
  before.recall(before.say({ from: 'wang', room: null, type: 'text', text: '错了' }).id)

  const after = simWorld(village, now, place)
  expect(after.people()).toEqual(before.people())
  expect(after.rooms()).toEqual(before.rooms())
  expect(after.said({ room: 'group-2' }, 9)).toEqual(before.said({ room: 'group-2' }, 9))
  expect(after.said({ dmWith: 'wang' }, 9)).toEqual(before.said({ dmWith: 'wang' }, 9))
  expect(after.happenings(new Date(0))).toEqual(before.happenings(new Date(0)))
  expect(Buffer.from(after.file(said.file ?? '')?.bytes ?? [])).toEqual(Buffer.from([9, 8, 7]))
})

test('a line that was cut off when the platform died costs that line only', () => {
  const place = folder()
  simWorld(village, now, place).say({ from: 'li', room: 'group-1', type: 'text', text: '之前' })
  appendFileSync(join(place, 'history.jsonl'), '{"kind":"said","mess')
  simWorld(village, now, place).say({ from: 'li', room: 'group-1', type: 'text', text: '之后' })
  const said = simWorld(village, now, place).said({ room: 'group-1' }, 9)
  expect(said.map(({ text }) => text)).toEqual(['之前', '之后'])
})

test('a newcomer is announced to the group once', () => {
  const world = simWorld(village, now)
  world.join('group-2', 'zhao')
  world.join('group-2', 'zhao', '1-101赵')
  expect(world.said({ room: 'group-2' }, 9).map(({ type, text }) => [type, text])).toEqual([
    ['system', '"赵敏"加入了群聊'],
  ])
  world.leave('group-2', 'zhao')
  expect(world.room('group-2').members.map(({ id }) => id)).toEqual(['li'])
})

test('who joined, what a group is called and whether the bot is in it are remembered, too', () => {
  const place = folder()
  const before = simWorld(village, now, place)
  before.join('group-2', 'zhao')
  before.retitle('group-2', '阳光花园大群')
  before.botIsIn('group-2', false)
  const after = simWorld(village, now, place)
  expect(after.room('group-2').topic).toBe('阳光花园大群')
  expect(after.isBotIn('group-2')).toBe(false)
  expect(after.happenings(now()).map(({ kind }) => kind)).toEqual(['joined', 'said'])
  expect(after.happenings(now())).toEqual(before.happenings(now()))
  after.botIsIn('group-2', true)
  expect(after.isBotIn('group-2')).toBe(true)
})
