import { expect, test } from 'vitest'
import { aLark, bot } from './lark-fake-support.ts'

const bytes = new Uint8Array(5_000).map((_, i) => (i * 31) % 251)

test('a picture uploaded is byte for byte what was sent, with or without a file name', async () => {
  const lark = await aLark()
  const { upload, send, token } = await bot(lark)
  const { json } = await upload('/im/v1/images', { image_type: 'message' }, 'image', bytes)
  const key = json.data.image_key
  expect(Buffer.from(lark.file(key)?.bytes ?? [])).toEqual(Buffer.from(bytes))
  const sent = await send('oc_one', 'image', { image_key: key })
  expect(lark.message(sent.json.data.message_id).files).toEqual([key])
  // as the SDK uploads a Buffer: a part without a file name
  const head = '--b\r\nContent-Disposition: form-data; name="image_type"\r\n\r\nmessage\r\n'
  const part =
    '--b\r\nContent-Disposition: form-data; name="image"\r\nContent-Type: application/octet-stream\r\n\r\n'
  const answer = await fetch(`${lark.endpoint}/open-apis/im/v1/images`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=b',
    },
    body: Buffer.concat([Buffer.from(head + part), bytes, Buffer.from('\r\n--b--\r\n')]),
  })
  const nameless = (await answer.json()) as { data: { image_key: string } }
  expect(Buffer.from(lark.file(nameless.data.image_key)?.bytes ?? [])).toEqual(Buffer.from(bytes))
})

test.each([
  ['an empty picture', '/im/v1/images', { image_type: 'message' }, 'image', 0, 234010],
  ['a picture over 10 MB', '/im/v1/images', { image_type: 'message' }, 'image', 10_485_761, 234006],
  [
    'a file over 30 MB',
    '/im/v1/files',
    { file_type: 'stream', file_name: 'a' },
    'file',
    31_457_281,
    234006,
  ],
  [
    'a file of no known type',
    '/im/v1/files',
    { file_type: 'exe', file_name: 'a' },
    'file',
    1,
    234001,
  ],
  ['a picture for nothing', '/im/v1/images', {}, 'image', 1, 234001],
] as const)('%s is refused', async (_, path, fields, name, size, code) => {
  const { upload } = await bot(await aLark())
  const answer = await upload(path, { ...fields }, name, new Uint8Array(size))
  expect([answer.status, answer.json.code]).toEqual([400, code])
})

test('what is in a message is fetched with its own type and key only', async () => {
  const lark = await aLark()
  const { call, token } = await bot(lark)
  const file = { bytes, mime: 'image/jpeg', name: '现场.jpg' }
  const picture = lark.say({ from: 'ou_wang', room: null, type: 'image', file })
  const other = lark.say({ from: 'ou_wang', room: null, type: 'file', file })
  const [key = ''] = lark.message(picture).files
  const path = (message: string, type: string) =>
    `/im/v1/messages/${message}/resources/${key}?type=${type}`
  const answer = await fetch(`${lark.endpoint}/open-apis${path(picture, 'image')}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(bytes))
  expect((await call('GET', path(picture, 'file'))).json.code).toBe(234001)
  expect((await call('GET', path(other, 'image'))).json.code).toBe(234003)
  const forwarded = lark.say({
    ...{ from: 'ou_wang', room: null, type: 'merge_forward', forwards: [picture] },
  })
  expect((await call('GET', path(forwarded, 'image'))).json.code).toBe(234043)
})

test('people and chats are shown as far as the bot may see them', async () => {
  const lark = await aLark()
  const { call } = await bot(lark)
  const members = await call('GET', '/im/v1/chats/oc_one/members?member_id_type=open_id')
  expect(members.json.data).toMatchObject({
    items: [
      { member_id: 'ou_wang', name: '王芳' },
      { name: '李强' },
      { tenant_key: 'tenant-else' },
    ],
    ...{ member_total: 3, has_more: false },
  })
  expect((await call('GET', '/im/v1/chats/oc_two')).json.code).toBe(232011)
  expect((await call('GET', '/im/v1/chats/oc_none')).json.code).toBe(232006)
  expect((await call('GET', '/im/v1/chats')).json.data.items).toMatchObject([{ chat_id: 'oc_one' }])
  const one = await call('GET', '/im/v1/chats/oc_one')
  expect(one.json.data).toMatchObject({ name: '一号群', chat_mode: 'group', external: true })
  const wang = await call('GET', '/contact/v3/users/ou_wang?user_id_type=open_id')
  expect(wang.json.data.user).toMatchObject({ name: '王芳', union_id: 'on_wang' })
  for (const hidden of ['ou_out', 'ou_guest', 'ou_none']) {
    expect((await call('GET', `/contact/v3/users/${hidden}`)).json.code).toBe(41050)
  }
  const found = await call('POST', '/contact/v3/users/batch_get_id?user_id_type=open_id', {
    mobiles: ['13800000001', '13900000000'],
  })
  expect(found.json.data.user_list).toEqual([
    { mobile: '13800000001', user_id: 'ou_wang' },
    { mobile: '13900000000' },
  ])
})

test('what it does not know is a loud 404, and is counted', async () => {
  const lark = await aLark()
  const { call } = await bot(lark)
  const answer = await call('GET', '/calendar/v4/calendars')
  expect(answer.status).toBe(404)
  expect((await call('GET', '/im/contact/v3/users/ou_x')).status).toBe(404)
  expect(lark.calls().filter(({ route }) => route === 'unknown')).toHaveLength(2)
})
