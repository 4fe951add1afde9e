import { expect, test } from 'vitest'
import { messageId, petitionId } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aHeard, aPetition, aPetitioner } from '../../support/builders.ts'
import { petitionDesk } from './petition-desk.ts'
import { someone } from './someone.ts'

const path = '/console/petitions/1027/split'
const joined = aPetitioner('resident-2', { household: '幸福里小区5栋2单元502' })

async function before(person: string, but: Partial<Petition> = {}) {
  const street = petitionDesk()
  const words = ['5栋2单元楼道灯三天没亮了', '我家水管也漏了13800001111']
  const messages = [messageId('message-1'), messageId('message-2')]
  const taken = { words, messages, supporters: [joined], ...but }
  await street.registers({ ...aPetition('dispatched'), ...taken } as Petition)
  const browser = await someone(person, street.desk)
  const form = async () => {
    const page = await (await browser.get(path)).text()
    const told = page.slice(page.indexOf('act card'))
    const sentAs = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(told)?.[1]
    return { version: sentAs('version') ?? '', nonce: sentAs('nonce') ?? '' }
  }
  const named = async (number: number) => {
    const found = await street.desk.petitions.findByNumber(number)
    if (!found) throw new Error(`${number} is gone`)
    return found
  }
  return { ...street, browser, form, named }
}

test('who joined by mistake gets a number of their own, once, and hears of it', async () => {
  const { desk, browser, form, named } = await before('S002')
  expect(await (await browser.get('/console/petitions/1027')).text()).toContain('分出一户')
  const asked = await form()
  const empty = await browser.post(path, { ...asked, chosen: '0', summary: '' })
  expect(empty.status).toBe(422)
  expect((await named(1027)).supporters).toHaveLength(1)
  const sent = { ...asked, chosen: '0', summary: '5栋2单元502水管漏水' }
  const done = await browser.post(path, sent)
  expect(done.status).toBe(303)
  const number = Number(/\/(\d+)\?done=split$/.exec(done.headers.get('location') ?? '')?.[1])
  const own = await named(number)
  expect(own).toMatchObject({
    ...{ status: 'dispatched', reporter: joined, supporters: [], version: 1 },
    ...{ summary: '5栋2单元502水管漏水', category: (await named(1027)).category },
  })
  expect((await desk.petitions.timeline(own.id))[0]).toMatchObject({
    kind: 'registered',
    by: 'S002',
  })
  const left = await named(1027)
  expect([left.supporters, left.notTheirs, left.version]).toEqual([[], ['resident-2'], 2])
  const told = await desk.outbox.letters({ petition: own.id })
  expect(told.map(({ to, notice }) => [to, notice.kind])).toContainEqual([
    { kind: 'person', person: 'resident-2' },
    'registered',
  ])
  const twice = await browser.post(path, sent)
  expect([twice.status, twice.headers.get('location')]).toEqual([303, '/console/petitions/1027'])
  expect((await desk.petitions.list({})).length).toBe(2)
  expect((await browser.post(path, { ...sent, nonce: 'another-press' })).status).toBe(409)
})

test('their own words go with them, and are shown without names and numbers', async () => {
  const street = petitionDesk()
  const sender = { id: 'wx-resident-2', name: '老吴', alias: '5-2-502吴' }
  const said = aHeard('我家水管也漏了13800001111', { id: messageId('message-2'), sender })
  await street.desk.inbox.keep([said], said.sentAt)
  const { id } = await street.desk.people.meet(said, null)
  const messages = [messageId('message-1'), said.id]
  const words = ['5栋2单元楼道灯三天没亮了', said.text]
  const supporters = [{ ...joined, person: id }]
  await street.registers(aPetition('dispatched', { messages, words, supporters }))
  const browser = await someone('S002', street.desk)
  const page = await (await browser.get(path)).text()
  expect(page).toContain('我家水管也漏了')
  for (const secret of ['13800001111', '老吴', '楼道灯三天']) expect(page).not.toContain(secret)
  const fields = { nonce: 'one-press-of-theirs', version: '1', chosen: '0', summary: '水管漏水' }
  const done = await browser.post(path, fields)
  const number = Number(/\/(\d+)\?done=split$/.exec(done.headers.get('location') ?? '')?.[1])
  expect(await street.desk.petitions.findByNumber(number)).toMatchObject({
    ...{ summary: '水管漏水', words: [said.text], messages: [said.id] },
  })
})

test('who came by a petition of their own gets its number back', async () => {
  const { registers, browser, form, named } = await before('S002')
  const own = { id: petitionId('petition-0'), number: 1001, reporter: joined }
  const into = { petition: petitionId('petition-1'), number: 1027 }
  await registers(aPetition('withdrawn', { ...own, mergedInto: into }))
  expect(await (await browser.get(path)).text()).toContain('分出后恢复1001号')
  const done = await browser.post(path, { ...(await form()), chosen: '0' })
  expect([done.status, done.headers.get('location')]).toEqual([
    303,
    '/console/petitions/1001?done=split',
  ])
  expect(await named(1001)).toMatchObject({ status: 'dispatched', reporter: joined })
  expect((await named(1027)).supporters).toEqual([])
})

test('neighbours for whom a head joined are split off one by one, and nobody is named', async () => {
  const supporters = ['王奶奶', '李大爷'].map((relayedFor) =>
    aPetitioner('S039', { relayedFor, household: `S039/${relayedFor}` }),
  )
  const { desk, browser, form, named } = await before('S002', { supporters })
  const page = await (await browser.get(path)).text()
  expect(page).toContain('户长代附议的邻居2')
  expect(page).not.toMatch(/王奶奶|李大爷/)
  const sent = { ...(await form()), chosen: '0', summary: '水管漏水' }
  const done = await browser.post(path, sent)
  const number = Number(/\/(\d+)\?done=split$/.exec(done.headers.get('location') ?? '')?.[1])
  const left = await named(1027)
  expect([left.supporters, left.notTheirs]).toEqual([[supporters[1]], []])
  const own = await named(number)
  expect(own).toMatchObject({
    ...{ onBehalfOf: '王奶奶', relay: { head: 'S039', consent: 'open' }, supporters: [] },
    ...{ reporter: { person: 'S039', household: 'S039/王奶奶' } },
  })
  const told = await desk.outbox.letters({ petition: own.id, person: own.reporter.person })
  expect(told.map(({ notice }) => notice.kind)).toEqual(['registered', 'consentAsked'])
  const theirs = await (await browser.get(`/console/petitions/${number}`)).text()
  expect(theirs).toContain('询问邻居是否同意代报')
  expect(theirs).not.toContain('王奶奶')
})

test.each<[string, string, Partial<Petition>]>([
  ['who only handles it', 'S061', {}],
  ['of what is confidential', 'S002', { confidential: true }],
])('nobody splits off: %s', async (_who, person, but) => {
  const { browser, named } = await before(person, but)
  expect(await (await browser.get('/console/petitions/1027')).text()).not.toContain('分出一户')
  expect((await browser.get(path)).status).toBe(409)
  const sent = { nonce: 'a-press-of-theirs', version: '1', chosen: '0', summary: '水管漏水' }
  expect((await browser.post(path, sent)).status).toBe(409)
  expect((await named(1027)).supporters).toHaveLength(1)
})
