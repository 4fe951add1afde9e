import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { readStreet } from '../../../db/street/read-street.ts'
import { decodeModel } from '../../../src/domain/intake/model.ts'
import { inboxReader } from '../../../src/flows/read-inbox.ts'
import { revealIdentity } from '../../../src/flows/reveal-identity.ts'
import { say } from '../../../src/texts/say.ts'
import { at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { clientOf, tokenFor } from './client.ts'

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]).toString('base64')

/** The sample street, whose inbox is read as soon as something is in it. */
async function office() {
  const sample = await readStreet('db/sample-street')
  if (!sample.ok) throw new Error('the sample street has faults')
  const stores = memory({ book: sample.value.book })
  const faults: string[] = []
  const made = memoryDesk(stores, {
    clock: () => at('2026-03-02 10:00'),
    report: (what, fault) => faults.push(`${what} ${fault}`),
  })
  const model = decodeModel(readFileSync('src/classifier/weights.bin'))
  const read = inboxReader({ ...made, model })
  const desk = {
    ...{ ...made, model },
    inbox: {
      ...made.inbox,
      async keep(...heard: Parameters<typeof made.inbox.keep>) {
        const fresh = await made.inbox.keep(...heard)
        while ((await read()) > 0);
        return fresh
      },
    },
  }
  const client = clientOf(desk)
  const acts = client.as(await tokenFor('S043', desk, { power: 'act' }))
  const bring = (but: object, key: string | null = null) => acts.post('/petitions', but, key)
  return { desk, stores, faults, ...client, acts, bring }
}
let street: Awaited<ReturnType<typeof office>>
beforeAll(async () => {
  street = await office()
})

let count = 0
const source = () => ({ system: 'district-12345', number: `GD-${++count}` })

test('what a program brings is registered with its number at once, and read where it says little', async () => {
  const { bring, desk, faults } = street
  const brought = {
    ...{ source: source(), text: '楼道灯坏了三天了', place: '幸福里小区5栋', door: '2单元301' },
    ...{ contact: { phone: '13912345678', name: '王女士' }, photos: [png] },
  }
  const first = await bring(brought)
  expect([first.status, first.body]).toEqual([
    201,
    {
      petitions: [{ number: expect.any(Number), status: 'dispatched', joined: false }],
      ...{ again: false, advice: '' },
    },
  ])
  const [told] = first.body.petitions
  const petition = await desk.petitions.findByNumber(told?.number ?? 0)
  expect(petition).toMatchObject({
    category: '0301',
    place: { name: '幸福里小区', building: '5' },
    photos: [expect.any(String)],
  })
  const [person] = await desk.people.find([petition?.reporter.person ?? ('' as never)])
  expect(person?.name).toBe('王女士')
  expect((await bring(brought)).body).toEqual({ ...first.body, again: true })
  expect(faults).toEqual([])
})

test('a category that is named holds; one that nobody has is refused with those that there are', async () => {
  const { bring, desk } = street
  const named = await bring({
    source: source(),
    text: '请来看看',
    place: '翠湖苑3栋',
    category: '0401',
  })
  const found = await desk.petitions.findByNumber(named.body.petitions[0]?.number ?? 0)
  expect([named.status, found?.category]).toEqual([201, '0401'])
  const wrong = await bring({ source: source(), text: '灯坏了', category: '9999' })
  expect([wrong.status, wrong.body.errors]).toEqual([
    422,
    [
      {
        ...{ field: 'body.category', message: expect.any(String) },
        allowed: expect.arrayContaining(['0301', '0401']),
      },
    ],
  ])
})

test('whatever it says is registered: chatter, a question, a claim; where no place is told it waits for one', async () => {
  const { bring } = street
  for (const text of ['你好', '居住证在哪里办？', '删除我的全部数据', '1001号我不要了，撤回']) {
    const told = await bring({ source: source(), text })
    expect([text, told.status, told.body.petitions.length]).toEqual([text, 201, 1])
  }
  const nowhere = await bring({ source: source(), text: '路灯不亮' })
  expect(nowhere.body.petitions).toMatchObject([{ status: 'received' }])
})

test('danger to life is answered with whom to call', async () => {
  const { bring } = street
  const told = await bring({ source: source(), text: '幸福里小区6栋着火了，有人困在里面' })
  expect(told.body).toMatchObject({ advice: expect.stringContaining('119') })
})

test('one number is one petition: other words under it are refused, another person has their own', async () => {
  const { bring, as, desk } = street
  const brought = { source: source(), text: '翠湖苑8栋水管爆了' }
  const first = await bring(brought)
  const other = await bring({ ...brought, text: '翠湖苑9栋水管爆了' })
  expect([other.status, other.body.errors]).toMatchObject([422, [{ field: 'body.source.number' }]])
  const theirs = as(await tokenFor('S044', desk, { power: 'act' }))
  const again = await theirs.post('/petitions', brought, null)
  expect(again.body).toMatchObject({ again: false })
  expect(first.body.again).toBe(false)
})

test('what is wrong is named by its field, and who only reads registers nothing', async () => {
  const { bring, as, desk } = street
  const before = (await desk.petitions.list({})).length
  const fields = async (body: object) =>
    (await bring({ source: source(), text: '灯坏了', ...body })).body.errors.map(
      ({ field }) => field,
    )
  expect(await fields({ text: ' ' })).toEqual(['body.text'])
  expect(await fields({ source: { system: '中文', number: '' } })).toEqual([
    'body.source.system',
    'body.source.number',
  ])
  expect(await fields({ contact: { phone: '一三八' } })).toEqual(['body.contact.phone'])
  expect(await fields({ photos: [png, 'bm9uc2Vuc2U=', 'no base64'] })).toEqual([
    'body.photos.1',
    'body.photos.2',
  ])
  const reads = as(await tokenFor('S043', desk))
  expect((await reads.post('/petitions', { source: source(), text: '灯坏了' })).status).toBe(403)
  expect((await desk.petitions.list({})).length).toBe(before)
})

test('who said it is told to no program', async () => {
  const { bring, acts } = street
  const contact = { phone: '13899990000', name: '秘密人' }
  const told = await bring({ source: source(), text: '翠湖苑11栋电梯停了', contact })
  const number = told.body.petitions[0]?.number
  for (const path of ['', '/timeline', '/letters']) {
    const answer = await acts.get(`/petitions/${number}${path}`)
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toMatch(/13899990000|秘密人/)
  }
})

test('a token of one unit registers nothing for places outside of it, and names the field', async () => {
  const { as, desk } = street
  const own = as(await tokenFor('S043', desk, { power: 'act', unit: 'QS-XF' }))
  const before = (await desk.petitions.list({})).length
  const told = async (body: object) => {
    const { status, body: said } = await own.post('/petitions', { source: source(), ...body }, null)
    return [status, ...(said.errors ?? []).map(({ field }) => field)]
  }
  const text = '楼道灯坏了三天了'
  expect(await told({ text, place: '河滨新村3号楼' })).toEqual([422, 'body.place'])
  expect(await told({ text, place: '河滨新村' })).toEqual([422, 'body.place'])
  expect(await told({ text: `河滨新村3号楼${text}` })).toEqual([422, 'body.text'])
  const two = `1. 幸福里小区5栋${text}；2. 河滨新村3号楼水管爆了，水流了一地`
  expect(await told({ text: two })).toEqual([422, 'body.text'])
  expect((await desk.petitions.list({})).length).toBe(before)
  expect(await told({ text, place: '幸福里小区5栋' })).toEqual([201])
  expect(await told({ text: '幸福里小区大门口的路灯不亮' })).toEqual([201])
  expect(await told({ text: '路灯不亮' })).toEqual([201])
})

test('whoever may learn who it was learns the phone, for a reason that is written down; where none was told, none', async () => {
  const { bring, desk } = street
  const book = await desk.rulebooks.current()
  const by = book.staff.find(({ id }) => id === 'S043')
  if (!by) throw new Error('nobody to ask')
  const learnt = async (building: number, contact: object, reason: string) => {
    const brought = { source: source(), text: `锦绣公寓${building}号楼电梯停了`, contact }
    const number = (await bring(brought)).body.petitions[0]?.number ?? 0
    const petition = await desk.petitions.findByNumber(number)
    if (!petition) throw new Error('nothing was registered')
    const words = say(
      await revealIdentity({ petition, by, reason, key: `k-${number}` }, book, desk),
    )
    return { words, looks: await desk.rights.revealsOf(petition.reporter.person) }
  }
  const told = await learnt(1, { phone: '+8613877776666', name: '李先生' }, '要打电话约上门时间')
  expect(told.words).toContain('李先生')
  expect(told.words).toContain('+8613877776666')
  expect(told.looks).toMatchObject([{ by: 'S043', reason: '要打电话约上门时间' }])
  const refused = await learnt(2, { phone: '13877775555' }, '')
  expect(refused.words).not.toContain('13877775555')
  expect(refused.looks).toEqual([])
  expect((await learnt(3, { name: '张三' }, '要打电话约上门时间')).words).not.toContain('电话')
})
