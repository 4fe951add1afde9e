import { expect, test } from 'vitest'
import { neighbours } from './neighbours.ts'

/** Opens the stream of some panes and waits for pieces that hold certain words. */
async function listen(street: ReturnType<typeof neighbours>, panes: string) {
  const stop = new AbortController()
  const answer = await street.app.request(`/sandbox/stream?${panes}`, { signal: stop.signal })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  let heard = ''
  const hears = async (words: string | RegExp) => {
    while (!heard.match(words)) heard += (await reader?.read())?.value ?? ''
    const piece = heard
    heard = ''
    return piece
  }
  return { hears, stop: () => reader?.cancel() }
}

const twoPhones = 'pane=wx-r-001:room-xf-1&pane=wx-r-002:room-xf-1'

test('what one says, all phones of the group show at once, the speaker’s on the right', async () => {
  const street = neighbours()
  const line = await listen(street, twoPhones)
  await line.hears('behind-list')
  const before = performance.now()
  street.world.say({ from: 'wx-r-001', room: 'room-xf-1', type: 'text', text: '停水了吗' })
  const piece = await line.hears(/#log--wx-r-001.*#log--wx-r-002.*停水了吗/s)
  expect(performance.now() - before).toBeLessThan(1_500)
  expect(piece).toContain('hx-target="#log--wx-r-001--room-xf-1" hx-swap="beforeend"')
  expect(piece).toContain('hx-target="#log--wx-r-002--room-xf-1" hx-swap="beforeend"')
  expect(piece.match(/class="line mine"/g)).toHaveLength(1)
  await line.stop()
})

test('it starts with all that was said, so that whoever was away misses nothing', async () => {
  const street = neighbours()
  street.world.say({ from: 'wx-r-002', room: 'room-xf-1', type: 'text', text: '昨天说的' })
  const line = await listen(street, twoPhones)
  expect(await line.hears('昨天说的')).toContain('hx-swap="innerMorph"')
  await line.stop()
})

test('a message elsewhere marks its chat as unread; a recall takes the words away', async () => {
  const street = neighbours()
  const line = await listen(street, 'pane=wx-r-001:room-xf-1')
  street.world.post({ from: 'wx-bot', room: null, dmWith: 'wx-r-001', type: 'text', text: '回执' })
  expect(await line.hears('条未读')).toContain('#chats--wx-r-001--room-xf-1')
  const said = street.world.say({
    from: 'wx-r-002',
    room: 'room-xf-1',
    type: 'text',
    text: '说错了',
  })
  await line.hears('说错了')
  street.world.recall(said.id)
  expect(await line.hears('撤回了一条消息')).not.toContain('说错了')
  await line.stop()
})

test('new petitions come behind the scenes by themselves', async () => {
  const street = neighbours()
  const line = await listen(street, twoPhones)
  await line.hears('还没有诉求')
  await street.registers()
  expect(await line.hears('1027号')).toContain('办理中')
  await line.stop()
})

test('a page that is closed is listened for no longer', async () => {
  const street = neighbours()
  const listening = { count: 0 }
  const { listen: ear } = street.world
  street.world.listen = (hear) => {
    listening.count += 1
    const stop = ear(hear)
    return () => {
      listening.count -= 1
      stop()
    }
  }
  const line = await listen(street, twoPhones)
  await line.hears('behind-list')
  expect(listening.count).toBe(1)
  await line.stop()
  await expect.poll(() => listening.count, { timeout: 3_000 }).toBe(0)
})
