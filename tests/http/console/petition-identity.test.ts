import { expect, test, vi } from 'vitest'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aHeard, aPetition, aPetitioner } from '../../support/builders.ts'
import { petitionDesk } from './petition-desk.ts'
import { someone } from './someone.ts'

const path = '/console/petitions/1027/identity'

async function before(person: string, but: Partial<Petition> = {}) {
  const street = petitionDesk()
  const known = await street.desk.people.meet(aHeard('5栋2单元楼道灯三天没亮了'), null)
  const reporter = aPetitioner(known.id)
  await street.registers({ ...aPetition('handling', { reporter }), ...but } as Petition)
  const browser = await someone(person, street.desk)
  const nonceOf = async () =>
    /name="nonce" value="([^"]+)"/.exec(await (await browser.get(path)).text())?.[1] ?? ''
  return { ...street, browser, nonceOf, looks: () => street.desk.rights.revealsOf(known.id) }
}

test('who reported it is told for a reason, once, after the look was written down', async () => {
  const { browser, nonceOf, looks } = await before('S002')
  const page = await (await browser.get('/console/petitions/1027')).text()
  expect(page).toContain('查看反映人')
  expect(page).not.toContain('小刘')
  const nonce = await nonceOf()
  const told = await browser.post(path, { nonce, reason: '要上门核实漏水点' })
  expect(told.status).toBe(200)
  expect(told.headers.get('cache-control')).toBe('no-store')
  expect(await told.text()).toContain('小刘')
  await browser.post(path, { nonce, reason: '要上门核实漏水点' })
  expect((await looks()).map(({ by, reason }) => [by, reason])).toEqual([
    ['S002', '要上门核实漏水点'],
  ])
})

test('the same form sent again later is another look, and is written down', async () => {
  const { browser, nonceOf, looks, desk } = await before('S002')
  const fields = { nonce: await nonceOf(), reason: '要上门核实漏水点' }
  await browser.post(path, fields)
  const later = new Date(desk.clock().getTime() + 20 * 60_000)
  vi.spyOn(desk, 'clock').mockImplementation(() => later)
  expect(await (await browser.post(path, fields)).text()).toContain('小刘')
  expect(await looks()).toHaveLength(2)
})

test('without a reason nobody is told, and nothing is written down', async () => {
  const { browser, nonceOf, looks } = await before('S002')
  const refused = await browser.post(path, { nonce: await nonceOf(), reason: '看看' })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('看看</textarea>')
  expect(page).not.toContain('小刘')
  expect(await looks()).toEqual([])
})

test.each<[string, Partial<Petition>, string]>([
  ['S061', {}, '本人单独同意'],
  ['S061', { confidential: true }, '要求保密'],
])('%s is refused in plain words: %j', async (person, but, words) => {
  const { browser, looks } = await before(person, but)
  const asked = await browser.get(path)
  expect([asked.status, (await asked.text()).includes(words)]).toEqual([403, true])
  const forced = await browser.post(path, { nonce: 'x'.repeat(12), reason: '要上门核实漏水点' })
  expect(forced.status).toBe(403)
  expect(await forced.text()).not.toContain('小刘')
  expect(await looks()).toEqual([])
})
