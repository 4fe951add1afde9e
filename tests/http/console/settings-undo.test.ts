import { expect, test } from 'vitest'
import { personId, unitCode } from '../../../src/domain/ids.ts'
import { sheetsOf } from '../../../src/domain/street/sheets/sheets-of.ts'
import { tokenHolder } from '../../../src/flows/api-tokens.ts'
import { openWebhook } from '../../../src/flows/open-webhook.ts'
import { offerLink } from '../../../src/flows/sign-in.ts'
import { tokenFor } from '../api/client.ts'
import { draftOf, keepers, sampleBook, settingsStage } from './settings-stage.ts'
import { someone } from './someone.ts'

type Stage = Awaited<ReturnType<typeof settingsStage>>

/** Changes cells of a line, as the form does, and puts them in force. */
async function change(
  { keeper, desk }: Stage,
  sheet: 'rooms' | 'staff',
  id: string,
  cells: Readonly<Record<string, string>>,
): Promise<void> {
  const book = await desk.rulebooks.current()
  const at = sheetsOf(book)[sheet].findIndex((line) => line.id === id)
  const typed = { ...sheetsOf(book)[sheet][at], ...cells }
  const answer = await keeper.post(`/console/settings/tables/${sheet}/line`, {
    ...Object.fromEntries(Object.entries(typed).map(([column, cell]) => [`cell-${column}`, cell])),
    ...{ version: String(book.version), at: String(at), do: 'save' },
  })
  await keeper.post(`${draftOf(answer)}/apply`)
}

const undo = async ({ keeper }: Stage, version: number) => {
  const path = draftOf(await keeper.post(`/console/settings/changes/${version}/undo`))
  return keeper.post(`${path}/apply`)
}
const first = sampleBook.rooms[0]
const id = first?.id ?? ''
const roomIn = async ({ desk }: Stage) =>
  (await desk.rulebooks.current()).rooms.find((room) => room.id === id)

test('of a line that was changed twice the earlier change is undone, and the later stays', async () => {
  const stage = await settingsStage()
  await change(stage, 'rooms', id, { topic: '新名字' })
  await change(stage, 'rooms', id, { default_place: '' })
  await undo(stage, 2)
  expect(await roomIn(stage)).toEqual({ ...first, defaultPlace: null })
  await undo(stage, 3)
  expect(await roomIn(stage)).toEqual(first)
  expect(await stage.page('/console/settings/changes')).toMatch(/撤销第 3 版.*撤销第 2 版/s)
})

test('a column that was changed twice is not undone by half: who changed it again is named', async () => {
  const stage = await settingsStage()
  await change(stage, 'rooms', id, { topic: '新名字', default_place: '' })
  await change(stage, 'rooms', id, { topic: '再改' })
  const refused = await stage.keeper.post('/console/settings/changes/2/undo')
  expect(refused.status).toBe(409)
  const again = `群与单位 ${id}：${keepers[0]?.name} 3月2日 09:00又改过（第 3 版）`
  expect(await refused.text()).toContain(again)
  expect(await roomIn(stage)).toMatchObject({ topic: '再改', defaultPlace: null })
})

test('the record names also who has left since', async () => {
  const stage = await settingsStage()
  await change(stage, 'rooms', id, { topic: '新名字' })
  const [keeper] = keepers
  if (!keeper) throw new Error('nobody keeps the settings')
  await stage.desk.rulebooks.amend(
    (book) => ({
      ...book,
      staff: book.staff.map((one) =>
        one.id === 'S001' ? { ...one, role: 'street_dispatcher' } : one,
      ),
    }),
    { person: keeper.id, at: stage.desk.clock(), by: { kind: 'form' }, draft: null },
  )
  const other = await someone('S001', stage.desk)
  await stage.desk.rulebooks.amend(
    (book) => ({ ...book, staff: book.staff.filter((one) => one.id !== keeper.id) }),
    { person: keeper.id, at: stage.desk.clock(), by: { kind: 'form' }, draft: null },
  )
  const page = await (await other.get('/console/settings/changes')).text()
  expect(page.match(new RegExp(`${keeper.name}，在页面上修改`, 'g'))).toHaveLength(3)
})

test('who loses the line, or whose line bears another name, is signed out everywhere; who stays in it is not', async () => {
  const stage = await settingsStage()
  const others = sampleBook.staff.filter((one) => !keepers.includes(one))
  const [renamed, moved] = [others[0]?.id ?? '', others[1]?.id ?? '']
  const [first, second] = [await someone(renamed, stage.desk), await someone(moved, stage.desk)]
  const link = await offerLink(personId(renamed), stage.desk)
  await change(stage, 'staff', moved, { phone: '13900000001' })
  await change(stage, 'staff', renamed, { name: '接替的人' })
  expect((await first.get('/console')).status).toBe(401)
  expect((await first.get(new URL(link.url).pathname)).status).toBe(410)
  expect((await second.get('/console')).status).toBe(200)
  await change(stage, 'staff', keepers[0]?.id ?? '', { name: '改自己的名字' })
  expect((await stage.keeper.get('/console')).status).toBe(200)
})

test('programs go with who lost the line: tokens open nothing, webhooks wait to be let go on; others stay', async () => {
  const stage = await settingsStage()
  const { desk } = stage
  const others = sampleBook.staff.filter((one) => !keepers.includes(one))
  const [renamed, stays] = [others[0]?.id ?? '', others[1]?.id ?? '']
  const secrets = [await tokenFor(renamed, desk), await tokenFor(stays, desk)]
  for (const person of [renamed, stays])
    await openWebhook(
      {
        ...{ name: '热线', url: 'https://example.org/in', person: personId(person) },
        unit: unitCode('QS'),
      },
      { id: desk.newId(), by: null },
      desk,
    )
  await change(stage, 'staff', renamed, { name: '接替的人' })
  const holders = await Promise.all(secrets.map((secret) => tokenHolder(secret, desk)))
  expect(holders.map((holder) => holder?.staff.id)).toEqual([undefined, stays])
  const states = (await desk.webhooks.list()).map(({ person, state }) => [person, state])
  expect(Object.fromEntries(states)).toEqual({ [renamed]: 'paused', [stays]: 'on' })
})
