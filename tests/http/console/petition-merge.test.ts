import { expect, test } from 'vitest'
import { categoryCode, messageId, petitionId } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { partAgain } from '../../../src/flows/merge-petitions.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, aPetitioner } from '../../support/builders.ts'
import { petitionDesk } from './petition-desk.ts'
import { someone } from './someone.ts'

const other = (but: Partial<Petition> = {}): Petition =>
  ({
    ...aPetition('handling', {
      ...{ id: petitionId('petition-0'), number: 1001, reporter: aPetitioner('resident-9') },
      ...{ words: ['楼道里的灯又不亮'], messages: [messageId('message-0')] },
      summary: '幸福里小区5栋2单元楼道灯又不亮',
    }),
    ...but,
  }) as Petition

async function before(person: string, but: Partial<Petition> = {}) {
  const street = petitionDesk()
  await street.registers(other(but))
  await street.registers(aPetition('dispatched'))
  const browser = await someone(person, street.desk)
  const once = async (path: string) => {
    const page = await (await browser.get(path)).text()
    return {
      version: /name="version" value="(\d+)"/.exec(page.slice(page.indexOf('act card')))?.[1] ?? '',
      nonce: /name="nonce" value="([^"]+)"/.exec(page.slice(page.indexOf('act card')))?.[1] ?? '',
    }
  }
  const named = async (number: number) => {
    const found = await street.desk.petitions.findByNumber(number)
    if (!found) throw new Error('it is gone')
    return found
  }
  return { ...street, browser, once, named }
}

const path = '/console/petitions/1027/merge'

test('a dispatcher sees what may be the same, merges it once, and parts it again', async () => {
  const { browser, once, named } = await before('S002')
  expect(await (await browser.get('/console/petitions/1027')).text()).toContain('可能是同一件事')
  expect(await (await browser.get(path)).text()).toContain('同一单元，同类')
  const sent = { ...(await once(path)), chosen: '1001' }
  const merged = await browser.post(path, sent)
  expect([merged.status, merged.headers.get('location')]).toEqual([
    303,
    '/console/petitions/1001?done=merge',
  ])
  expect((await browser.post(path, sent)).status).toBe(303)
  expect(await named(1027)).toMatchObject({ status: 'withdrawn', mergedInto: { number: 1001 } })
  const taken = await named(1001)
  expect(taken.supporters.map((one) => one.person)).toEqual(['resident-1'])
  expect(taken.words).toHaveLength(2)
  const page = await (await browser.get('/console/petitions/1027')).text()
  expect(page).toContain('并入 社区调度员')
  const form = new FormData()
  const apart = '/console/petitions/1027/do/unmerge'
  for (const [name, value] of Object.entries(await once(apart))) form.append(name, value)
  expect((await browser.ask(apart, { method: 'POST', body: form })).status).toBe(303)
  expect((await named(1027)).status).toBe('dispatched')
  expect((await named(1001)).supporters).toEqual([])
})

test('both change in one stroke, and where one moves on meanwhile by the next', async () => {
  const { desk, browser, once, named } = await before('S002')
  const { record } = desk.petitions
  const strokes: string[] = []
  let rivals = 1
  desk.petitions.record = async (entries, now) => {
    const [entry] = entries
    const own = await named(1001)
    if (entry?.with && rivals-- > 0) {
      const cause = { kind: 'press', key: 'rival' } as const
      await record([anEntry({ cause, petition: { ...own, version: own.version + 1 } })], now)
    }
    const answers = await record(entries, now)
    strokes.push(`${entry?.petition?.number} with ${entry?.with?.petition.number}: ${answers}`)
    return answers
  }
  expect((await browser.post(path, { ...(await once(path)), chosen: '1001' })).status).toBe(303)
  expect(strokes).toEqual(['1027 with 1001: stale', '1027 with 1001: recorded'])
  expect([(await named(1027)).version, (await named(1001)).version]).toEqual([2, 3])
  expect((await named(1001)).supporters).toHaveLength(1)
})

test('a household head who came along for two neighbours leaves with both', async () => {
  const { desk, registers } = petitionDesk()
  const relayed = ['王奶奶', '李大爷'].map((relayedFor) =>
    aPetitioner('S039', { relayedFor, household: `S039/${relayedFor}` }),
  )
  const [reporter = aPetitioner('S039'), ...supporters] = relayed
  await registers(other({ supporters: relayed }))
  const mergedInto = { petition: petitionId('petition-0'), number: 1001 }
  await registers(aPetition('withdrawn', { reporter, supporters, mergedInto }))
  const petition = await desk.petitions.findByNumber(1027)
  const staff = smallBook.staff.find(({ id }) => id === 'S002')
  if (!petition || !staff) throw new Error('nobody to part it')
  const by = { kind: 'person', id: staff.id, staff } as const
  const { version } = petition
  expect((await partAgain({ petition, by, key: 'parted', version }, desk)).ok).toBe(true)
  expect((await desk.petitions.findByNumber(1027))?.status).toBe('dispatched')
  expect((await desk.petitions.findByNumber(1001))?.supporters).toEqual([])
})

test('who only handles it merges nothing, and nobody into what they may not see', async () => {
  const handler = await before('S061')
  expect(await (await handler.browser.get('/console/petitions/1027')).text()).not.toContain(
    '可能是同一件事',
  )
  const refused = await handler.browser.post(path, {
    ...(await handler.once(path)),
    chosen: '1001',
  })
  expect(refused.status).toBe(422)
  expect((await handler.named(1001)).supporters).toEqual([])
  const dispatcher = await before('S002')
  for (const number of ['1027', '9999', '../1001', ''])
    expect(
      (await dispatcher.browser.post(path, { ...(await dispatcher.once(path)), number })).status,
    ).toBe(422)
})

test.each<[string, Partial<Petition>]>([
  ['an emergency', { urgency: 'emergency' }],
  ['what is confidential', { confidential: true }],
])('%s takes nothing over, and is proposed to nobody', async (_what, but) => {
  const { browser, once, named } = await before('S002', but)
  expect(await (await browser.get('/console/petitions/1027')).text()).not.toContain('1001号')
  const refused = await browser.post(path, { ...(await once(path)), number: '1001' })
  expect(refused.status).toBe(422)
  expect((await named(1001)).supporters).toEqual([])
  expect((await named(1027)).status).toBe('dispatched')
})

test('what nothing is alike can be merged by its number, but a call for help cannot', async () => {
  const { browser, once, named } = await before('S002', { category: categoryCode('0402') })
  const page = await (await browser.get('/console/petitions/1027')).text()
  expect(page).not.toContain('可能是同一件事')
  expect(page).toContain(`<a class="who-link no-print" href="${path}">并入另一件</a>`)
  const merged = await browser.post(path, { ...(await once(path)), number: '1001' })
  const there = await (await browser.get(merged.headers.get('location') ?? '')).text()
  expect(there).toContain('已并入本件')
  expect(await named(1027)).toMatchObject({ mergedInto: { number: 1001 } })
  expect(there).toContain('并入另一件')
  const urgent = await before('S002', { urgency: 'emergency' })
  const help = await (await urgent.browser.get('/console/petitions/1001')).text()
  expect(help).toContain('1001号')
  expect(help).not.toContain('并入另一件')
})
