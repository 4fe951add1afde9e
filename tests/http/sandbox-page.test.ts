import { expect, test } from 'vitest'
import { castOf } from '../../src/http/sandbox/cast.ts'
import { examplesFor } from '../../src/http/sandbox/examples.ts'
import { readPanes, withPane } from '../../src/http/sandbox/panes.ts'
import { leverOf } from '../../src/http/sandbox/time.ts'
import { unreadIn } from '../../src/http/sandbox/unread.ts'
import { smallBook } from '../support/book.ts'
import { at } from '../support/builders.ts'
import { form, neighbours } from './neighbours.ts'

const evil = '<img src=x onerror=alert(1)><script>alert(2)</script>"\'`'

test('what a resident writes stays words', async () => {
  const { app, world } = neighbours()
  world.rename('wx-r-002', evil)
  world.join('room-xf-1', 'wx-r-002', evil)
  const first = world.say({ from: 'wx-r-002', room: 'room-xf-1', type: 'text', text: evil })
  world.say({ from: 'wx-r-002', room: 'room-xf-1', type: 'voice', text: evil, quotes: first.id })
  const page = await (await app.request('/?pane=wx-r-001:room-xf-1&pane=wx-r-002:dm')).text()
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  expect(page).not.toContain('<img src=x')
  expect(page).not.toContain('<script>')
})

test('a link names the phones and chats to show; the first page picks a resident and a likely handler', async () => {
  const { app } = neighbours()
  const asked = await (await app.request('/?pane=wx-r-002:room-xf-1&pane=wx-S010:dm')).text()
  expect(asked).toContain('aria-label="王芳的手机"')
  expect(asked).toContain('aria-label="高丽华的手机"')
  const unasked = await (await app.request('/')).text()
  expect(unasked).toContain('aria-label="刘敏的手机"')
  expect(unasked).toContain('aria-label="邹建国的手机"')
})

test('sentences to try fit the chat: a resident’s own door, a handler’s answers', () => {
  const cast = castOf(neighbours().world, smallBook)
  const tries = (person: string, room: string | null) => {
    const player = cast.get(person)
    return player ? examplesFor({ person, room }, player, '邻里小助手', smallBook) : []
  }
  expect(tries('wx-r-001', 'room-xf-1')[0]).toMatch(/^5栋2单元楼道灯/)
  expect(tries('wx-S010', 'room-xf-1')[0]).toMatch(/^5栋2单元楼道灯/)
  expect(tries('wx-r-001', null)[0]).toMatch(/^5栋2单元楼道灯/)
  expect(tries('wx-S010', null)).toContain('我的任务')
})

test('panes that name nobody are left out, the same one is shown once, and three are the most', () => {
  const cast = castOf(neighbours().world, smallBook)
  const texts = [
    'x:dm',
    'wx-r-001:room-staff',
    'wx-r-001:dm',
    'wx-r-001:dm',
    'wx-S010:dm',
    'wx-S061:dm',
    'wx-S044:dm',
  ]
  const panes = readPanes(texts, cast)
  expect(panes.map(({ person }) => person)).toEqual(['wx-r-001', 'wx-S010', 'wx-S061'])
  const open = { person: 'wx-S010', room: null }
  expect(withPane(panes, 0, open)).toEqual(panes)
})

test('the picker offers every person under what they are', async () => {
  const { app } = neighbours()
  const page = await (await app.request('/')).text()
  for (const group of ['居民', '户长', '网格员', '部门/物业', '社区', '街道领导'])
    expect(page).toContain(`<optgroup label="${group}">`)
})

test('unread are the words of others since one last looked', () => {
  const { world } = neighbours()
  const unread = unreadIn(world)
  const pane = { person: 'wx-r-001', room: 'room-xf-1' }
  const says = (from: string) => world.say({ from, room: 'room-xf-1', type: 'text', text: '在' })
  says('wx-r-002')
  expect(unread.count(pane)).toBe(1)
  unread.see(pane)
  expect(unread.count(pane)).toBe(0)
  says('wx-r-001')
  world.recall(says('wx-r-002').id)
  says('wx-S010')
  expect(unread.count(pane)).toBe(1)
})

test('who was written to in private is named behind the scenes', async () => {
  const { app, world } = neighbours()
  world.post({ from: 'wx-bot', room: null, dmWith: 'wx-S010', type: 'text', text: '新任务' })
  const page = await (await app.request('/')).text()
  expect(page).toMatch(/谁收到了私信.*高丽华.*网格员 · 幸福里第二网格/s)
})

test('the lever goes an hour on, or to when the offices open next, one leap at a time', async () => {
  let now = at('2026-09-30 17:30')
  const moveTo = async (moment: Date) => {
    now = moment
  }
  const lever = leverOf({ now: () => now, moveTo })
  const leap = lever.pull('hour', smallBook)
  expect(lever.isMoving()).toBe(true)
  expect(await lever.pull('hour', smallBook)).toBe(false)
  await leap
  expect(now).toEqual(at('2026-09-30 18:30'))
  await lever.pull('workingDay', smallBook)
  expect(now).toEqual(at('2026-10-08 09:00'))
})

test('a second hand on the lever is told to wait', async () => {
  const { app } = neighbours()
  const press = () => app.request('/sandbox/time', form({ leap: 'workingDay' }))
  const answers = await Promise.all([press(), press()])
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
})
