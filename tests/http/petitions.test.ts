import { expect, test } from 'vitest'
import { categoryCode, mediaId, personId, unitCode } from '../../src/domain/ids.ts'
import { nowhere } from '../../src/domain/intake/place.ts'
import type { Petition } from '../../src/domain/petition/petition.ts'
import { webApp } from '../../src/http/app.tsx'
import { masked } from '../../src/http/petitions/masks.ts'
import { eventText } from '../../src/http/petitions/timeline.ts'
import { samplePicture } from '../../src/http/sandbox/samples.ts'
import { smallBook } from '../support/book.ts'
import { aPetition, aPetitioner, at } from '../support/builders.ts'
import { neighbours } from './neighbours.ts'

async function pageOf(petition: Petition = aPetition('handling')) {
  const { app, registers } = neighbours()
  await registers(petition)
  return (await app.request(`/petitions/${petition.number}`)).text()
}

test('a petition shows its facts, words, reasons, limits, timeline and letters', async () => {
  const page = await pageOf()
  for (const words of [
    '1027号',
    '办理中',
    '物业服务 · 楼道照明',
    '幸福里小区5栋',
    '安居物业幸福里服务处',
    '5栋2单元楼道灯三天没亮了',
    '很大',
    '听到“楼道灯”',
    '3月4日（周三）18:00',
    '登记',
    '催办',
    '反映人（居民）',
    '已签收',
  ])
    expect(page).toContain(words)
})

test('a number that no petition can have is not found, and a unit that is none narrows nothing', async () => {
  const { web, registers } = neighbours()
  await registers(aPetition('handling'))
  const { petitions } = web.desk
  const app = webApp({
    ...web,
    desk: {
      ...web.desk,
      petitions: {
        ...petitions,
        // as PostgreSQL, whose integers end there and whose texts hold no NUL
        async findByNumber(number) {
          if (number >= 2 ** 31) throw new RangeError('out of range')
          return petitions.findByNumber(number)
        },
        async list(filter) {
          if (filter.to?.includes('\0')) throw new RangeError('invalid byte sequence')
          return petitions.list(filter)
        },
      },
    },
  })
  const { request } = await app
  for (const number of ['999999999999', '2147483648', '999999999'])
    expect((await request(`/petitions/${number}`)).status).toBe(404)
  for (const unit of ['%00', 'no-such-unit', '%F0%9F']) {
    const list = await request(`/petitions?unit=${unit}&status=%00`)
    expect(list.status).toBe(200)
    expect(await list.text()).toContain('1027号')
  }
})

test('doors, phones and names of people stay out', async () => {
  const page = await pageOf(
    aPetition('handling', {
      place: { ...nowhere, name: '幸福里小区', building: '5', unit: '2', room: '301' },
      words: ['我是5-2-301刘敏，电话13912345678'],
      evidence: [{ field: 'place', confidence: 0.9, because: '群昵称 5-2-301刘' }],
      supporters: [aPetitioner('S027')],
      onBehalfOf: '对门张奶奶',
    }),
  )
  expect(page).not.toMatch(/301|刘敏|13912345678|孙秀兰|张奶奶/)
  expect(page).toContain('[电话]')
  expect(page).toContain('2户')
})

test('of a confidential petition only what is being done is shown', async () => {
  const secret = aPetition('resolved', {
    confidential: true,
    category: categoryCode('0901'),
    summary: '楼上吵架',
    words: ['楼上天天吵架'],
    result: '两家谈好了',
  })
  const page = await pageOf(secret)
  expect(page).toContain('保密诉求')
  expect(page).not.toMatch(/吵架|谈好了/)
  const { app, registers } = neighbours()
  await registers(secret)
  expect(await (await app.request('/petitions')).text()).not.toMatch(/吵架|幸福里小区5栋/)
})

test('what was said is shown as words, never run', async () => {
  const evil = '<script>alert(1)</script>'
  const page = await pageOf(aPetition('resolved', { summary: evil, words: [evil], result: evil }))
  expect(page).not.toContain(evil)
})

test('the list narrows down to a status and a handler', async () => {
  const { app, registers } = neighbours()
  await registers()
  const shows = async (query: string) =>
    (await (await app.request(`/petitions?${query}`)).text()).includes('1027号')
  expect(await shows('status=handling&unit=WY1')).toBe(true)
  expect(await shows('status=closed')).toBe(false)
  expect(await shows('unit=SZ')).toBe(false)
  expect(await shows('status=nonsense')).toBe(true)
})

test('photos are served, anything else that was kept is not', async () => {
  const { app, web } = neighbours()
  const photo = await web.desk.media.keep((await samplePicture('leak')) ?? new Uint8Array(), 'x/y')
  const page = await web.desk.media.keep(Buffer.from('<html>'), 'image/png')
  expect((await app.request(`/media/${photo}`)).headers.get('content-type')).toBe('image/png')
  expect((await app.request(`/media/${page}`)).status).toBe(404)
  expect((await app.request(`/media/${mediaId('0'.repeat(64))}`)).status).toBe(404)
})

test.each([
  ['我是5-2-301刘，电话13812345678', '我是5-2-***，电话[电话]'],
  ['5栋2单元301室漏水', '5栋2单元***漏水'],
  ['16号楼502', '16号楼***'],
  ['身份证110101199003071234', '身份证[身份证号]'],
  ['A3-2-1804王女士家', 'A3-2-***家'],
  ['5栋2单元楼道灯，2026-03-04修好，1027号', '5栋2单元楼道灯，2026-03-04修好，1027号'],
])('%s is shown as %s', (said, shown) => {
  expect(masked(said)).toBe(shown)
})

const by = personId('S061')
const limits = { acceptDueAt: at('2026-03-02 14:00'), resolveDueAt: at('2026-03-04 18:00') }
const { to } = aPetition('dispatched')

test('each step of the timeline says what was done, in words', () => {
  const dispatch = {
    ...limits,
    to,
    provisional: false,
    because: '楼道照明(0301)归幸福里小区的物业',
  }
  const said = (event: Parameters<typeof eventText>[0]) => eventText(event, smallBook)
  const now = { by, at: at('2026-03-02 09:00') }
  expect(said({ kind: 'dispatched', ...now, ...dispatch })).toBe(
    '派往安居物业幸福里服务处，楼道照明归幸福里小区的物业；3月2日（周一）14:00前签收，3月4日（周三）18:00前办结',
  )
  expect(said({ kind: 'resolved', ...now, result: '已换灯泡', photos: [], inTime: true })).toBe(
    '已换灯泡（按期）',
  )
  const after = { amount: 1, unit: 'workingDays' } as const
  expect(said({ kind: 'escalated', ...now, of: 'resolve', after, to: 'street_supervisor' })).toBe(
    '办结超期1个工作日，报街道督办员',
  )
})

test('the list begins with the hot spots that are not over', async () => {
  const { app, web, registers } = neighbours()
  await registers(aPetition('handling'))
  const before = await (await app.request('/petitions')).text()
  expect(before).not.toContain('热点')
  const spot = {
    burst: aPetition('handling').id,
    grid: unitCode('QS-XF-02'),
    trade: '0301',
    level: 1,
    numbers: [1027, 1028],
    households: 9,
    beganAt: at('2026-03-02 08:00'),
    lastAt: at('2026-03-02 08:30'),
  }
  await web.desk.hotSpots.keep(spot)
  const page = await (await app.request('/petitions')).text()
  expect(page).toMatch(/热点.*楼道照明：3月2日（周一）08:00以来2件、9户反映/s)
  expect(page).toContain('href="/petitions/1028"')
})
