import { readFileSync } from 'node:fs'
import { v7 } from 'uuid'
import { afterEach, describe, expect, test } from 'vitest'
import { clockwork } from '../../src/clockwork.ts'
import { messageId } from '../../src/domain/ids.ts'
import { decodeModel } from '../../src/domain/intake/model.ts'
import { ok } from '../../src/domain/result.ts'
import { actOnPetition } from '../../src/flows/act-on-petition.ts'
import type { Channel } from '../../src/flows/ports/channels.ts'
import type { Desk } from '../../src/flows/ports.ts'
import { sayAll } from '../../src/texts/say.ts'
import { isUp } from '../support/is-up.ts'
import { memory } from '../support/memory.ts'
import { type Open311Set, open311Set, sampleBook } from './open311-stage.ts'

const model = decodeModel(readFileSync('src/classifier/weights.bin'))
const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

/** Where the street's staff are: what they hear is not what this is about. */
const staffHear: Channel = {
  ...{ name: 'wechat', health: isUp, arrived: async () => [] },
  deliver: async () => ok(undefined),
}

/** The sample street with its real reader behind the door. */
async function office() {
  const stores = memory({ book: sampleBook })
  const faults: string[] = []
  const desk: Desk = {
    ...{
      ...stores,
      tenant: sampleBook.tenant,
      publicUrl: 'http://localhost',
      model,
      secondReader: null,
      senses: null,
    },
    ...{ clock: () => new Date(), newId: v7 },
    report: (what, fault) => void faults.push(`${what}: ${fault}`),
  }
  const { inbox, media, petitions, rulebooks } = desk
  let set: Open311Set | null = null
  const work = clockwork({ ...desk, cards: stores.cards }, () =>
    set ? { channels: { wechat: staffHear, open311: set.open311.channel }, surfaces: [] } : null,
  )
  const opened = await open311Set({ inbox, media, petitions, rulebooks }, sayAll)
  set = opened
  stops.push(opened.close)
  const get = async (path: string) => {
    const answer = await fetch(`${opened.door}${path}`)
    return { status: answer.status, told: (await answer.json()) as Record<string, string>[] }
  }
  return {
    ...{ desk, faults, get, mail: opened.mail, app: opened.app },
    /** Brings a request and lets it be read; answers its token and numbers. */
    async files(fields: Record<string, string>) {
      const token = await opened.app.bring(fields)
      await work.settle()
      const { told } = await get(`/tokens/${token}.json`)
      const numbers = told.map(({ service_request_id: id }) => Number(id))
      const [number = 0] = numbers
      const petition = await petitions.findByNumber(number)
      if (!petition) throw new Error(`no petition ${number}`)
      return { token, number, numbers, petition }
    },
    settle: work.settle,
  }
}

const place = { address_string: '幸福里小区5栋2单元' }

describe('a request over Open311, read by the real reader', () => {
  test.each([
    ['0301', '灯坏了三天了', 'report'],
    ['0306', '灯坏了三天了', 'report'],
    ['0401', '', 'report'],
    ['0403', 'test', 'report'],
    ['0502', '谢谢大家', 'report'],
    ['1901', '你好', null],
  ])('filed as %s with %j is a petition of that category', async (code, description, kind) => {
    const { files, faults } = await office()
    const { petition } = await files({ ...place, service_code: code, description })
    expect(petition).toMatchObject({ category: code, place: { building: '5', unit: '2' } })
    if (kind) expect(petition.kind).toBe(kind)
    expect(petition.summary).not.toContain('【')
    expect(faults).toEqual([])
  })
  test('all services of the street lead to a petition of their own category', async () => {
    const { files } = await office()
    const plain = sampleBook.categories.filter(({ policy }) => policy !== 'emergency')
    for (const { code } of plain.filter((_, i) => i % 4 === 0)) {
      const { petition } = await files({
        service_code: code,
        address_string: `幸福里小区${(Number(code) % 6) + 1}栋`,
      })
      expect(petition.category, code).toBe(code)
    }
  })
  test('danger is danger, whatever it is filed as', async () => {
    const { files } = await office()
    const { petition } = await files({
      ...place,
      service_code: '0302',
      description: '着火了快来人',
    })
    expect(petition).toMatchObject({ category: '0804', urgency: 'emergency' })
  })
  test('is a request by itself: no answer to what we asked of the one before, no part of it', async () => {
    const { files, desk } = await office()
    const wang = { email: 'wang@home.example' }
    const first = await files({
      ...wang,
      service_code: '0301',
      description: '灯坏了',
      lat: '36.1',
      long: '120.4',
    })
    expect(first.petition).toMatchObject({ status: 'received', category: '0301' })
    const second = await files({
      ...wang,
      service_code: '0401',
      description: '垃圾没清',
      address_string: '幸福里小区6栋',
    })
    expect(second.petition).toMatchObject({ category: '0401', place: { building: '6' } })
    expect(second.number).not.toBe(first.number)
    expect((await desk.petitions.findByNumber(first.number))?.status).toBe('received')
    expect(second.petition.reporter.person).toBe(first.petition.reporter.person)
  })
  test('keeps its picture, and what the attributes say', async () => {
    const { files, app, desk } = await office()
    const link = app.put({ bytes: new Uint8Array([1, 2, 3]), mime: 'image/jpeg' })
    const { number } = await files({
      ...{ service_code: '0401', address_string: '幸福里小区', media_url: link },
      'attribute[place_detail]': '5栋2单元',
    })
    const petition = await desk.petitions.findByNumber(number)
    expect(petition).toMatchObject({
      place: { building: '5', unit: '2' },
      photos: [expect.any(String)],
    })
  })
})

describe('what can be looked up', () => {
  test('a request from the first moment to the last, without a word of it', async () => {
    const { files, get, desk, settle } = await office()
    const { number, petition } = await files({
      ...place,
      ...{
        service_code: '0301',
        description: '我是502的王芳，电话13800000001，灯坏了',
        email: 'wang@home.example',
      },
      ...{ first_name: '芳', last_name: '王' },
    })
    const path = `/requests/${number}.json`
    const { told } = await get(path)
    expect(told).toEqual([
      {
        ...{ service_request_id: String(number), status: 'open', status_notes: '已转交承办单位' },
        ...{ service_name: '楼道照明', service_code: '0301', description: '物业服务·楼道照明' },
        ...{ agency_responsible: expect.any(String), service_notice: null },
        requested_datetime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
        ...{ updated_datetime: expect.any(String), expected_datetime: expect.any(String) },
        ...{ address: '幸福里小区5栋', address_id: null, zipcode: null, lat: null, long: null },
        media_url: null,
      },
    ])
    const staff = sampleBook.staff.find(
      ({ department }) => 'to' in petition && department === petition.to.code,
    )
    if (!staff) throw new Error('nobody is in charge')
    const by = { kind: 'person', id: staff.id, staff } as const
    for (const command of [
      { kind: 'accept' } as const,
      { kind: 'resolve', result: '502王芳家门口换了灯', photos: [] } as const,
    ]) {
      const done = await actOnPetition(
        { petition: petition.id, command, by, cause: { kind: 'press', key: command.kind } },
        desk,
      )
      expect(done.ok).toBe(true)
      await settle()
    }
    const after = await get(path)
    expect(after.told[0]).toMatchObject({
      status: 'closed',
      status_notes: '已办结',
      expected_datetime: null,
    })
    const everything = JSON.stringify([told, after.told, await get('/requests.json')])
    expect(everything).not.toMatch(/王|芳|502|1380|灯坏|换了灯|2单元|home/)
  })
  test.each([['灯坏了'], ['来看看'], [`灯坏了，${'一直没人来修，'.repeat(350)}`]])(
    'nothing confidential, but for the number that goes with its token, case %#',
    async (description) => {
      const { files, get } = await office()
      const { number } = await files({
        ...place,
        ...{ service_code: '0301', description },
        'attribute[confidential]': 'yes',
      })
      expect(number).toBeGreaterThan(0)
      expect((await get(`/requests/${number}.json`)).status).toBe(404)
      expect((await get('/requests.json')).told).toEqual([])
      expect((await get(`/requests.json?service_request_id=${number}`)).told).toEqual([])
    },
  )
  test('nothing that came by another door', async () => {
    const { files, get, desk, settle } = await office()
    await desk.inbox.keep(
      [
        {
          ...{ id: messageId('wx-1'), channel: 'wechat', room: null, type: 'text', media: null },
          ...{ sender: { id: 'R001', name: '李', alias: '' }, text: '幸福里小区3栋垃圾没人清' },
          ...{ mentionsUs: false, quotes: null, recalls: null, sentAt: new Date() },
        },
      ],
      new Date(),
    )
    await settle()
    const { number } = await files({ ...place, service_code: '0301', description: '灯坏了' })
    expect(await desk.petitions.list({})).toHaveLength(2)
    const numbers = (await get('/requests.json')).told.map((one) => one.service_request_id)
    expect(numbers).toEqual([String(number)])
    for (const other of [number - 1, number + 1, 'x', 0, '99999999999999999999'])
      expect((await get(`/requests/${other}.json`)).status).toBe(404)
  })
  test('by service, state, number and page', async () => {
    const { files, get } = await office()
    const light = await files({ ...place, service_code: '0301', description: '灯坏了' })
    const heap = await files({ service_code: '0401', address_string: '幸福里小区6栋' })
    const lift = await files({
      service_code: '0302',
      address_string: '幸福里小区3栋',
      description: '电梯停了',
    })
    const found = async (query: string) =>
      (await get(`/requests.json?${query}`)).told.map((one) => Number(one.service_request_id))
    expect((await found('')).sort()).toEqual([light.number, heap.number, lift.number].sort())
    expect(await found('service_code=0401,0302')).toHaveLength(2)
    expect(await found('status=closed')).toEqual([])
    expect(await found('status=open,closed')).toHaveLength(3)
    expect(await found(`service_request_id=${heap.number},${light.number},7,x`)).toEqual([
      heap.number,
      light.number,
    ])
    const pages = [
      await found('page_size=2'),
      await found('page_size=2&page=2'),
      await found('page_size=2&page=3'),
    ]
    expect(pages.map(({ length }) => length)).toEqual([2, 1, 0])
    expect(new Set(pages.flat()).size).toBe(3)
    const later = new Date(Date.now() + 60_000).toISOString()
    expect(await found(`start_date=${later}&end_date=${later}`)).toEqual([])
  })
})

describe('letters to who brought a request', () => {
  test('go to the address that came with it', async () => {
    const { files, mail, faults } = await office()
    const { number } = await files({
      ...place,
      service_code: '0301',
      description: '灯坏了',
      email: 'wang@home.example',
    })
    const mine = mail.taken().filter(({ to }) => to.includes('wang@home.example'))
    expect(mine.map(({ text }) => text).join()).toContain(`${number}号 楼道照明`)
    expect(faults).toEqual([])
  })
  test('stay in the outbox as sent where there is none: they are read by asking', async () => {
    const { files, mail, desk } = await office()
    const { petition } = await files({ ...place, service_code: '0301', description: '灯坏了' })
    const letters = await desk.outbox.letters({ person: petition.reporter.person })
    expect(letters).toMatchObject([{ state: 'sent', notice: { kind: 'registered' } }])
    expect(mail.taken()).toEqual([])
  })
})
