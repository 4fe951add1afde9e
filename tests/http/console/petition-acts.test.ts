import { expect, test } from 'vitest'
import { categoryCode, departmentCode, personId, unitCode } from '../../../src/domain/ids.ts'
import { actions } from '../../../src/domain/petition/actions.ts'
import { mayDo } from '../../../src/domain/petition/may-do.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { aPetition } from '../../support/builders.ts'
import { petitionDesk } from './petition-desk.ts'
import { someone } from './someone.ts'

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
const path = '/console/petitions/1027'

/** Signed in before a petition, with a hand for its forms. */
async function before(person: string, petition: Petition = aPetition('dispatched')) {
  const street = petitionDesk()
  await street.registers(petition)
  const browser = await someone(person, street.desk)
  /** What the form of something holds when it is opened. */
  const opened = async (action: string) => {
    const page = await (await browser.get(`${path}/do/${action}`)).text()
    const at = page.indexOf('class="act card"')
    return onceIn(page.slice(at))
  }
  const send = (action: string, fields: Readonly<Record<string, string | File>>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    return browser.ask(`${path}/do/${action}`, { method: 'POST', body })
  }
  const does = async (action: string, fields: Readonly<Record<string, string | File>> = {}) =>
    send(action, { ...(await opened(action)), ...fields })
  const now = async () => {
    const found = await street.desk.petitions.find(petition.id)
    if (!found) throw new Error('it is gone')
    return found
  }
  const timeline = async () =>
    (await street.desk.petitions.timeline(petition.id)).map(({ kind }) => kind)
  return { ...street, browser, opened, send, does, now, timeline }
}

const onceIn = (html: string) => ({
  version: /name="version" value="(\d+)"/.exec(html)?.[1] ?? '',
  nonce: /name="nonce" value="([^"]+)"/.exec(html)?.[1] ?? '',
})

test('a handler accepts by one press, notes with a photo, and resolves', async () => {
  const { browser, does, now, desk } = await before('S061')
  const accepted = await does('accept')
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, `${path}?done=accept`])
  expect(await (await browser.get(`${path}?done=accept`)).text()).toContain('已签收')
  const photo = new File([png], 'IMG_1.png', { type: 'image/png' })
  expect((await does('note', { text: '灯管已订', photos: photo })).status).toBe(303)
  const noted = (await desk.petitions.timeline((await now()).id)).at(-1)
  const [shown] = noted?.kind === 'noted' ? noted.photos : []
  expect((await browser.get(`${path}/media/${shown}`)).status).toBe(200)
  expect((await does('resolve', { result: '已换灯管' })).status).toBe(303)
  expect(await now()).toMatchObject({ status: 'resolved', result: '已换灯管' })
})

test('what is sent twice is done once, and both are told that it is done', async () => {
  const { opened, send, timeline } = await before('S061')
  const once = await opened('note')
  const fields = { ...once, text: '下午去看' }
  const answers = await Promise.all([send('note', fields), send('note', fields)])
  expect(answers.map(({ status }) => status)).toEqual([303, 303])
  expect((await send('note', fields)).status).toBe(303)
  expect(await timeline()).toEqual(['registered', 'noted'])
})

test('what is lacking is said beside its field, and what was typed stays', async () => {
  const { does, timeline } = await before('S061')
  const answer = await does('askExtension', { days: '许多', reason: '等<配件>' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('请填天数，例如 3')
  expect(page).toContain('等&lt;配件&gt;</textarea>')
  const refused = await does('askExtension', { days: '300', reason: '等配件' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('超过了规定一次最多能延的天数')
  expect(await timeline()).toEqual(['registered'])
})

test('a petition that moved on meanwhile is shown anew, with what was typed; sent again it is done', async () => {
  const { opened, send, desk, timeline } = await before('S061')
  const old = await opened('note')
  const other = await someone('S061', desk)
  const body = new FormData()
  for (const [name, value] of Object.entries(await opened('accept'))) body.append(name, value)
  await other.ask(`${path}/do/accept`, { method: 'POST', body })
  const stale = await send('note', { ...old, text: '已到现场' })
  expect(stale.status).toBe(409)
  const page = await stale.text()
  expect(page).toContain('刚刚有新情况（签收）')
  expect(page).toContain('已到现场</textarea>')
  expect(page).toContain('办理中')
  const fresh = onceIn(page.slice(page.indexOf('class="act card"')))
  expect((await send('note', { ...fresh, text: '已到现场' })).status).toBe(303)
  expect(await timeline()).toEqual(['registered', 'accepted', 'noted'])
})

test('nobody does what their office may not, whatever they send', async () => {
  const { desk, does, timeline } = await before('S061')
  expect((await does('dismiss', { reason: '不归我管' })).status).toBe(303)
  const near = await before('S010')
  expect((await near.send('accept', { version: '1', nonce: 'x'.repeat(12) })).status).toBe(403)
  const stranger = await before('S009')
  expect((await stranger.send('accept', { version: '1', nonce: 'x'.repeat(12) })).status).toBe(404)
  const handler = await before('S061')
  for (const action of ['approveExtension', 'askAssist', 'urge', 'reopen', 'insist', 'settle'])
    expect((await handler.does(action, { days: '1', to: 'SZ', task: '看' })).status).not.toBe(303)
  expect((await handler.send('explode', {})).status).toBe(404)
  expect(await handler.timeline()).toEqual(['registered'])
  expect(await timeline()).toEqual(['registered', 'dismissed'])
  expect(desk).toBeDefined()
})

test('a file that is no picture is refused by its first bytes, and kept nowhere', async () => {
  const { does, timeline, stores } = await before('S061')
  const script = new File(['<script>alert(1)</script>'], 'a.png', { type: 'image/png' })
  const answer = await does('note', { text: '看图', photos: script })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('有的文件不是照片')
  expect(stores.shelf.media.size).toBe(0)
  const big = new File([png, new Uint8Array(11 * 1024 * 1024)], 'b.png', { type: 'image/png' })
  expect((await does('note', { text: '大图', photos: big })).status).toBe(413)
  expect(await timeline()).toEqual(['registered'])
})

test('what is no form at all is answered with the form', async () => {
  const { browser, timeline } = await before('S061')
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  for (const where of ['do/note', 'merge', 'identity'])
    expect(
      (await browser.ask(`${path}/${where}`, { method: 'POST', body: '--y', headers })).status,
    ).toBe(422)
  expect(await timeline()).toEqual(['registered'])
})

test('a dispatcher transfers with designation, asks others to assist, and calls them to the place', async () => {
  const { does, now } = await before('S002')
  const assist = await does('askAssist', { to: 'SZ', task: '测绝缘', required: 'on' })
  expect(assist.status).toBe(303)
  expect(await now()).toMatchObject({ joint: { parts: [{ task: '测绝缘', required: true }] } })
  const call = { to: 'SZ', meetAt: '2026-03-02T15:00', place: '5栋楼下' }
  expect((await does('callOut', call)).status).toBe(303)
  expect(await now()).toMatchObject({ joint: { call: { place: '5栋楼下' } } })
  expect((await does('transfer', { to: 'SZ', reason: '公共线路', designates: 'on' })).status).toBe(
    303,
  )
  expect(await now()).toMatchObject({ to: { code: departmentCode('SZ') }, designated: true })
})

test('who passed it on goes back to the list, for it is not theirs any more, and is told that it is done', async () => {
  const { does, browser } = await before('S061')
  const answer = await does('transfer', { to: 'SZ', reason: '公共线路' })
  const to = answer.headers.get('location') ?? ''
  expect([answer.status, to]).toEqual([303, '/console?done=transfer&number=1027'])
  expect(await (await browser.get(to)).text()).toContain('1027号：已转办')
  const made = await browser.get('/console?done=transfer&number=<b>1</b>')
  expect(await made.text()).not.toContain('class="done"')
})

test('a corrected category and place are learnt from', async () => {
  const { does, now, desk } = await before('S002')
  const wrong = await does('correct', { category: '0301', place: '火星基地' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('没认出地点')
  expect((await does('correct', { category: '0101', place: '幸福里小区6栋' })).status).toBe(303)
  expect(await now()).toMatchObject({ category: '0101', place: { building: '6', unit: null } })
  const learnt = await desk.corrections.list()
  expect(learnt.map(({ field, by }) => [field, by])).toEqual([
    ['category', personId('S002')],
    ['place', personId('S002')],
  ])
})

test('a quarrel is mediated step by step', async () => {
  const quarrel = aPetition('dispatched', {
    ...{ kind: 'dispute', category: categoryCode('0901'), confidential: true },
    to: { kind: 'community', code: unitCode('QS-XF') },
  })
  const { does, now, browser } = await before('S002', quarrel)
  expect((await does('meet', { text: '双方都在' })).status).toBe(303)
  expect((await does('askConsent', { side: 'both', agrees: 'yes' })).status).toBe(303)
  const appointed = { heldAt: '2026-03-03T15:00', place: '社区调解室' }
  expect((await does('appoint', appointed)).status).toBe(303)
  expect(await (await browser.get(path)).text()).toContain('约定见面')
  const settled = await does('settle', { content: '楼上铺地毯', day: '2026-03-20' })
  expect(settled.status).toBe(303)
  expect(await now()).toMatchObject({ status: 'resolved', mediation: { end: { kind: 'settled' } } })
})

test('every button on the page opens a form, and every form that opens is offered', async () => {
  for (const person of ['S061', 'S002', 'S043', 'S044']) {
    const { browser, now, desk, stores } = await before(person, aPetition('handling'))
    const staff = (await stores.rulebooks.current()).staff.find(({ id }) => id === person)
    const page = await (await browser.get(path)).text()
    const offered = [...page.matchAll(/petitions\/1027\/do\/(\w+)/g)].map(([, action]) => action)
    const by = { kind: 'person', id: personId(person), staff: staff ?? null } as const
    const may = mayDo(actions, await now(), by, desk.clock(), await stores.rulebooks.current())
    expect(new Set(offered)).toEqual(new Set(may))
    expect(may.length).toBeGreaterThan(2)
    for (const action of actions) {
      const { status } = await browser.get(`${path}/do/${action}`)
      expect([action, status]).toEqual([action, may.includes(action) ? 200 : 409])
    }
  }
})
