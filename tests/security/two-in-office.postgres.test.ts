import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stores } from '../../db/stores/stores.ts'
import { personId, petitionId, unitCode } from '../../src/domain/ids.ts'
import type { Petition, Status } from '../../src/domain/petition/petition.ts'
import { actOnPetition } from '../../src/flows/act-on-petition.ts'
import type { ConsoleDesk } from '../../src/http/console/console-desk.ts'
import { someone } from '../http/console/someone.ts'
import { smallBook } from '../support/book.ts'
import { anEntry, aPetition, aPetitioner, at } from '../support/builders.ts'
import { emptyShelf } from '../support/memory/shelf.ts'
import { memoryDesk } from '../support/memory-desk.ts'
import { freshDatabase, streetIn } from '../support/postgres.ts'

/** Two people in office at the same petition in the same moment, each in a process of their own over one database. */
const now = at('2026-03-02 10:00')
const street = streetIn(await freshDatabase())
const faults: unknown[] = []
let one: ConsoleDesk
let two: ConsoleDesk
type Browser = Awaited<ReturnType<typeof someone>>
/** Of the community, of the street, and whose task it is. */
let community: Browser
let keeper: Browser
let company: Browser

beforeAll(async () => {
  const stores = await street.open()
  await stores.saveRulebook(smallBook)
  one = deskOf(stores)
  two = deskOf(await street.open())
  community = await someone('S002', one)
  keeper = await someone('S043', two)
  company = await someone('S061', one)
})
afterAll(() => street.close())

function deskOf(stores: Stores): ConsoleDesk {
  const shelf = { ...emptyShelf(), newId: v7 }
  return memoryDesk(
    { ...stores, shelf },
    { clock: () => now, report: (...fault) => faults.push(fault) },
  )
}

let last = 3_000
async function registered(status: Status, but: Partial<Petition> = {}): Promise<Petition> {
  const number = ++last
  const id = petitionId(`petition-${number}`)
  const reporter = aPetitioner(`resident-${number}`)
  const petition = { ...aPetition(status), reporter, ...but, id, number, version: 1 } as Petition
  await one.petitions.record([anEntry({ cause: { kind: 'press', key: id }, petition })], now)
  return petition
}

async function standing({ id }: Petition): Promise<Petition> {
  const found = await one.petitions.find(id)
  if (!found) throw new Error('it is gone')
  return found
}

function staffCalled(id: string) {
  const staff = smallBook.staff.find((one) => one.id === id)
  if (!staff) throw new Error(`nobody is ${id}`)
  return staff
}

const kindsOf = async ({ id }: Petition) =>
  (await one.petitions.timeline(id)).map(({ kind }) => kind)

const once = () => ({ version: '1', nonce: v7() })

function acts(browser: Browser, { number }: Petition, action: string, typed = {}) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ ...once(), ...typed }))
    body.append(name, String(value))
  return browser.ask(`/console/petitions/${number}/do/${action}`, { method: 'POST', body })
}

const rounds = [1, 2, 3, 4]

test('accepted by one and passed on by the other: one of both happens, the other is told of news', async () => {
  for (const _ of rounds) {
    const petition = await registered('dispatched')
    const answers = await Promise.all([
      acts(company, petition, 'accept'),
      acts(keeper, petition, 'transfer', { to: 'SZ', reason: '归市政' }),
    ])
    const { status } = await standing(petition)
    const loser = answers[status === 'handling' ? 1 : 0]
    const to = loser?.headers.get('location')
    const told = to ? await company.get(to) : loser
    // who lost it before their page was made finds it gone
    if (told?.status !== 404)
      expect(await told?.text()).toMatch(/刚刚有新情况（|没有签收：刚刚已转给别处/)
    expect((await standing(petition)).version).toBe(2)
    expect(await kindsOf(petition)).toEqual([status === 'handling' ? 'accepted' : 'transferred'])
  }
})

test('who loses it while the form is under way is told in the queue that nothing came of it', async () => {
  const petition = await registered('dispatched')
  const { find } = one.petitions
  const by = { kind: 'person', id: personId('S043'), staff: staffCalled('S043') } as const
  const to = { kind: 'street', code: unitCode('QS') } as const
  const command = { kind: 'transfer', to, reason: '归街道' } as const
  let looks = 0
  const slow: ConsoleDesk = {
    ...one,
    petitions: {
      ...one.petitions,
      async find(id) {
        looks += 1
        if (looks === 1)
          await actOnPetition(
            { petition: id, by, command, cause: { kind: 'press', key: v7() } },
            two,
          )
        return find(id)
      },
    },
  }
  const answer = await acts(await someone('S061', slow), petition, 'accept')
  const page = await company.get(answer.headers.get('location') ?? '')
  expect(await page.text()).toContain(`${petition.number}号没有签收：刚刚已转给别处`)
  expect(await kindsOf(petition)).toEqual(['transferred'])
})

test('taken back by the resident while it is resolved: one of both, and never half of each', async () => {
  for (const _ of rounds) {
    const petition = await registered('handling')
    const by = { kind: 'person', id: petition.reporter.person, staff: null } as const
    const [resolved, withdrawn] = await Promise.all([
      acts(keeper, petition, 'resolve', { result: '已换灯泡' }),
      actOnPetition(
        {
          ...{ petition: petition.id, by, command: { kind: 'withdraw', reason: '不用了' } },
          cause: { kind: 'press', key: v7() },
        },
        one,
      ),
    ])
    expect([resolved.status === 303, withdrawn.ok].filter(Boolean)).toHaveLength(1)
    const { status, version } = await standing(petition)
    expect([status, version]).toEqual([withdrawn.ok ? 'withdrawn' : 'resolved', 2])
    if (withdrawn.ok) expect(await resolved.text()).toContain('刚刚有新情况')
  }
})

test('this into that, and that into this: one goes, the other takes it over', async () => {
  for (const _ of rounds) {
    const [a, b] = [await registered('dispatched'), await registered('handling')]
    const merge = (browser: Browser, from: Petition, into: Petition) =>
      browser.post(`/console/petitions/${from.number}/merge`, {
        ...{ ...once(), number: `${into.number}` },
      })
    const answers = await Promise.all([merge(community, a, b), merge(keeper, b, a)])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const refused = await answers.find(({ status }) => status !== 303)?.text()
    expect(refused).toMatch(/刚刚有新情况|已结束的各办各的/)
    const after = [await standing(a), await standing(b)]
    expect(after.filter(({ status }) => status === 'withdrawn')).toHaveLength(1)
    const stays = after.find(({ status }) => status !== 'withdrawn')
    expect(stays?.supporters).toHaveLength(1)
    expect(stays?.words).toHaveLength(2)
  }
})

test('one neighbour split off while it is merged away: nobody is lost, nobody counted twice', async () => {
  for (const _ of rounds) {
    const neighbour = aPetitioner(`neighbour-${last}`)
    const [a, b] = [
      await registered('dispatched', { supporters: [neighbour] }),
      await registered('handling'),
    ]
    const answers = await Promise.all([
      community.post(`/console/petitions/${a.number}/split`, {
        ...{ ...once(), chosen: '0', summary: '水管漏水' },
      }),
      keeper.post(`/console/petitions/${a.number}/merge`, { ...once(), number: `${b.number}` }),
    ])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    const theirs = await one.petitions.list({ person: neighbour.person })
    const open = theirs.filter(
      ({ status, supporters, reporter }) =>
        status !== 'withdrawn' &&
        [reporter, ...supporters].some(({ person }) => person === neighbour.person),
    )
    expect(open).toHaveLength(1)
  }
})

test('sent to two desks at once it goes to one, and who came second hears that there is news', async () => {
  const sending = (browser: Browser, { number }: Petition, to: string) =>
    browser.post('/console/dispatch', {
      ...{ to, reason: '归口办理', back: 'tab=unit', pick: `${number}-1` },
    })
  for (const status of ['dispatched', 'received', 'dispatched', 'received'] as const) {
    const petition = await registered(status)
    const answers = await Promise.all([
      sending(community, petition, 'department/SZ'),
      sending(keeper, petition, 'department/RQ'),
    ])
    const pages = await Promise.all(answers.map((answer) => answer.text()))
    const won = pages.findIndex((page) => page.includes('已派出1件'))
    expect(pages[1 - won]).toContain(`${petition.number}号：有新情况，请看过再办`)
    expect(await standing(petition)).toMatchObject({
      ...{ status: 'dispatched', version: 2, to: { code: ['SZ', 'RQ'][won] } },
    })
  }
})

test('killed before or after it is written down: sent again, it is sent once and whole', async () => {
  const { record } = one.petitions
  for (const falls of ['before', 'after'] as const)
    for (const status of ['received', 'dispatched'] as const) {
      const petition = await registered(status)
      const falling: ConsoleDesk = {
        ...one,
        petitions: {
          ...one.petitions,
          async record(...args) {
            if (falls === 'after') await record(...args)
            throw new Error('planted')
          },
        },
      }
      const send = async (desk: ConsoleDesk) =>
        (await someone('S002', desk)).post('/console/dispatch', {
          ...{ to: 'department/SZ', reason: '归市政', back: '', pick: `${petition.number}-1` },
        })
      expect((await send(falling)).status).toBe(500)
      expect(await (await send(two)).text()).toContain(`已派出1件：${petition.number}号`)
      const whole = status === 'received' ? ['dispatched', 'transferred'] : ['transferred']
      expect(await kindsOf(petition)).toEqual(whole)
      expect(await standing(petition)).toMatchObject({ to: { code: 'SZ' }, version: 2 })
    }
  expect(faults.splice(0)).toHaveLength(4)
})

test('nobody sits at another’s desk when the process falls right after people changed', async () => {
  const current = await one.rulebooks.current()
  const old = await someone('S061', one)
  expect((await old.get('/console')).status).toBe(200)
  const falling: ConsoleDesk = {
    ...one,
    rulebooks: {
      ...one.rulebooks,
      async amend(...args) {
        await one.rulebooks.amend(...args)
        throw new Error('planted')
      },
    },
  }
  const admin = await someone('S043', falling)
  const staff = current.staff.find(({ id }) => id === personId('S061'))
  if (!staff) throw new Error('nobody is S061')
  const line = await admin.get(`/console/settings/tables/staff/line?at=${lineOf(current)}`)
  const page = await line.text()
  const fields = Object.fromEntries(
    [...page.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )
  const selected = Object.fromEntries(
    [...page.matchAll(/<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
      ([, name = '', options = '']) => [
        name,
        /<option value="([^"]*)"[^>]*selected/.exec(options)?.[1] ?? '',
      ],
    ),
  )
  const made = await admin.post('/console/settings/tables/staff/line', {
    ...{ ...fields, ...selected, 'cell-name': '新来的', do: 'save' },
  })
  const draft = made.headers.get('location') ?? ''
  expect(draft).toMatch(/drafts/)
  expect((await admin.post(`${draft}/apply`)).status).toBe(500)
  expect((await one.rulebooks.current()).staff.find(({ id }) => id === staff.id)?.name).toBe(
    '新来的',
  )
  expect((await old.get('/console')).status).not.toBe(200)
  expect(faults.splice(0)).toHaveLength(1)
})

const lineOf = ({ staff }: { readonly staff: readonly { readonly id: string }[] }) =>
  staff.findIndex(({ id }) => id === 'S061')
