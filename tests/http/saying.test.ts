import { expect, test } from 'vitest'
import { samplePicture } from '../../src/http/sandbox/samples.ts'
import { form, neighbours } from './neighbours.ts'

const liu = 'wx-r-001:room-xf-1'
const room = { room: 'room-xf-1' }

/** Says something over the web; answers the status, what it told, and the last message of the group. */
async function says(fields: Readonly<Record<string, string | File>>, street = neighbours()) {
  const answer = await street.app.request('/sandbox/say', form({ pane: liu, ...fields }))
  return {
    status: answer.status,
    told: await answer.text(),
    message: street.world.said(room, 1)[0],
  }
}

test('what is written is said by the person of the pane, in its chat', async () => {
  const { status, message } = await says({ text: ' 垃圾桶满了 ' })
  expect(status).toBe(204)
  expect(message).toMatchObject({
    from: 'wx-r-001',
    type: 'text',
    text: '垃圾桶满了',
    mentions: [],
  })
})

test('a private chat is one with the bot', async () => {
  const street = neighbours()
  await says({ pane: 'wx-S010:dm', text: '我的任务' }, street)
  expect(street.world.said({ dmWith: 'wx-S010' }, 1)).toMatchObject([{ text: '我的任务' }])
})

test('whoever is named after an @ is mentioned, the bot too', async () => {
  const { message } = await says({ text: '@邻里小助手 @网格员小高 来看看' })
  expect(message?.mentions).toEqual(['wx-bot', 'wx-S010'])
})

test('a voice message carries its transcript', async () => {
  const { message } = await says({ text: '电梯又坏了', voice: 'yes' })
  expect(message).toMatchObject({ type: 'voice', text: '电梯又坏了' })
})

test('a picture goes alone: our own by name, another from the disk', async () => {
  const street = neighbours()
  const ours = await says({ sample: 'rubbish', text: '看' }, street)
  expect(ours.message).toMatchObject({ type: 'image', text: '' })
  const png = await samplePicture('pothole')
  const theirs = await says({ photo: new File([Buffer.from(png ?? [])], 'x.exe') }, street)
  const shown = await street.app.request(`/sandbox/files/${theirs.message?.file}`)
  expect(shown.headers.get('content-type')).toBe('image/png')
})

test.each([
  ['nothing', { text: '  ' }, 422, '还没有写字'],
  [
    'a file that only claims to be a picture',
    { photo: fake('<svg onload=alert(1)>') },
    422,
    '不是图片',
  ],
  ['more than 10 MB', { photo: fake('x'.repeat(10 * 1024 * 1024 + 1)) }, 413, '太大'],
  ['somebody who is not there', { pane: 'wx-nobody:dm', text: '在吗' }, 404, '不在沙盒里'],
  [
    'a group the person is not in',
    { pane: 'wx-r-001:room-staff', text: '在吗' },
    404,
    '不在沙盒里',
  ],
])('%s is refused with a reason', async (_, fields, status, told) => {
  const refused = await says(fields)
  expect(refused.status).toBe(status)
  expect(refused.told).toContain(told)
  expect(refused.message).toBeUndefined()
})

test('a message of the chat is quoted; one of another chat is not', async () => {
  const street = neighbours()
  const { message: first } = await says({ text: '几号停水' }, street)
  const { message: second } = await says({ text: '明天', quotes: first?.id ?? '' }, street)
  expect(second?.quotes).toBe(first?.id)
  const elsewhere = { pane: 'wx-S061:room-staff', text: '收到', quotes: first?.id ?? '' }
  await says(elsewhere, street)
  expect(street.world.said({ room: 'room-staff' }, 1)[0]?.quotes).toBeNull()
})

test('people take back their own words and nobody else’s', async () => {
  const street = neighbours()
  const { message } = await says({ text: '说错了' }, street)
  const recall = (pane: string) =>
    street.app.request('/sandbox/recall', form({ pane, message: message?.id ?? '' }))
  expect((await recall('wx-r-002:room-xf-1')).status).toBe(403)
  expect(street.world.said(room, 1)[0]?.recalled).toBe(false)
  expect((await recall(liu)).status).toBe(204)
  expect(street.world.said(room, 1)[0]?.recalled).toBe(true)
  const page = await (await street.app.request(`/?pane=${liu}`)).text()
  expect(page).toContain('你撤回了一条消息')
  expect(page).not.toContain('说错了')
})

function fake(content: string): File {
  return new File([content], 'photo.png', { type: 'image/png' })
}
