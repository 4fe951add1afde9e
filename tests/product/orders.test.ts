import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Stage, setStage } from '../../src/cli/demo/stage.ts'
import { at } from '../support/builders.ts'

let stage: Stage

beforeAll(async () => {
  stage = await setStage(at('2026-03-02 09:00'), 'db/sample-street')
  await says('wx-r-003', 'room-xf-1', '5栋2单元楼道灯坏了，晚上黑漆漆的')
})

afterAll(async () => stage.close())

const [property, otherProperty, supervisor] = ['wx-staff-061', 'wx-staff-062', 'wx-staff-044']

async function says(from: string, room: string | null, text: string): Promise<string[]> {
  const { id } = stage.world.say({ from, room, type: 'text', text })
  await stage.heard((message) => message.id === id)
  await stage.work.settle()
  const chat = stage.world.said(room === null ? { dmWith: from } : { room }, 50)
  return chat
    .slice(chat.findIndex((message) => message.id === id) + 1)
    .filter((message) => message.from === stage.world.bot)
    .map((message) => message.text)
}

const status = async () => (await stage.desk.petitions.findByNumber(1001))?.status
const timeline = async () => {
  const petition = await stage.desk.petitions.findByNumber(1001)
  return petition ? (await stage.desk.petitions.timeline(petition.id)).map(({ kind }) => kind) : []
}

test('an order about a petition that lies elsewhere is refused in one clear sentence', async () => {
  expect(await says(otherProperty, null, '1001 签收')).toEqual([
    '1001号：这件诉求不在您名下，不能进行这项操作。',
  ])
  expect(await status()).toBe('dispatched')
})

test('an order about a number that was never given names the number', async () => {
  expect(await says(property, null, '9999 签收')).toEqual([
    '9999号：没有找到这件诉求，请核对编号。回复“我的诉求”或“我的任务”可查看清单。',
  ])
})

test('a resident cannot accept, and a petition of others is not shown', async () => {
  expect(await says('wx-r-009', null, '1001 签收')).toEqual([
    '1001号：这件诉求不在您名下，不能进行这项操作。',
  ])
  expect(await status()).toBe('dispatched')
  expect(await says('wx-r-009', null, '1001号进度')).toEqual([
    '1001号：这件诉求不在您名下，不能进行这项操作。',
  ])
})

test('an order that comes too late says why and changes nothing', async () => {
  await says(property, null, '1001 签收')
  expect(await status()).toBe('handling')
  const again = await says(property, null, '1001 签收')
  expect(again).toEqual(['1001号：这件诉求现在的状态不能进行这项操作。回复“进度”可查看状态。'])
  await says(property, null, '1001 已换灯泡，办结')
  await says(property, null, '1001 退回：不归我们管')
  expect(await status()).toBe('resolved')
  expect(await timeline()).toEqual(['registered', 'accepted', 'resolved'])
})

test('every refusal is recorded with the message that caused it', () => {
  const refused = stage.entries.flatMap(({ outcome }) =>
    outcome.startsWith('refused') ? [outcome] : [],
  )
  expect(refused).toEqual([
    'refused notYours',
    'refused notFound',
    'refused notYours',
    'refused notYours',
    'refused notNow',
    'refused notNow',
  ])
})

test('words like an order from a resident move nothing; staff without a task are told so', async () => {
  await says('wx-r-009', null, '1001 转市政')
  expect(await timeline()).toHaveLength(3)
  expect(await says(supervisor, null, '我的任务')).toEqual(['您手上没有任务。'])
})
