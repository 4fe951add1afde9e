import { expect, test } from 'vitest'
import { personId, petitionId } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, aPetitioner, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { someone } from './someone.ts'

const now = at('2026-03-02 12:00')
const head = personId('S027')
/** The roster of the sample: the head of 5栋2单元. */
const book = {
  ...smallBook,
  heads: [
    {
      ...{ person: head, place: '幸福里小区', entrances: ['2'], rooms: [], until: null },
      ...{ unit: smallBook.units[4]?.code, confirmedBy: smallBook.units[1]?.code },
      ...{ ranges: [{ letter: '', from: 5, to: 5 }], from: '2026-01-01' },
    },
  ],
} as unknown as typeof smallBook

const numbered = (number: number, petition: Petition): Petition =>
  ({ ...petition, id: petitionId(`p-${number}`), number, version: 1 }) as Petition

async function stairwell(...petitions: readonly Petition[]) {
  const stores = memory({ book })
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  await stores.petitions.record(
    petitions.map((petition) => anEntry({ cause: { kind: 'press', key: petition.id }, petition })),
    now,
  )
  const browser = await someone(head, desk)
  const page = async (path: string) => (await browser.get(path)).text()
  /** Presses a button of the page as it stands. */
  const answers = async (number: number, to: string, says: string, words = '') => {
    const nonce = /name="nonce" value="([^"]+)"/.exec(await page(`/console/petitions/${number}`))
    const fields = { to, says, words, version: '1', nonce: nonce?.[1] ?? 'no-nonce-there' }
    return browser.post(`/console/petitions/${number}/answer`, fields)
  }
  return { stores, page, answers }
}

const relayed = numbered(1001, {
  ...aPetition('handling', {
    ...{ reporter: aPetitioner('S027'), onBehalfOf: '张阿姨', summary: '张阿姨家漏水' },
  }),
  relay: { head, consent: 'open' },
} as Petition)
const rated = numbered(1002, aPetition('resolved', { supporters: [aPetitioner('S027')] }))
const looked = numbered(
  1003,
  aPetition('resolved', { check: { head, askedAt: at('2026-03-02 10:00') } } as never),
)
const closedMeanwhile = numbered(
  1006,
  aPetition('closed', { check: { head, askedAt: at('2026-03-02 10:00') } } as never),
)
const nothingToDo = numbered(1004, aPetition('handling', { reporter: aPetitioner('S027') }))
const strangers = numbered(1005, aPetition('resolved'))

test('a household head finds together what waits for her answer, and of other households nothing', async () => {
  const { page } = await stairwell(relayed, rated, looked, closedMeanwhile, nothingToDo, strangers)
  const first = await page('/console?tab=decide')
  expect(first).toMatch(/待我答复<b class="count">4<\/b>/)
  expect([...first.matchAll(/id="row-(\d+)"/g)].map(([, n]) => Number(n)).sort()).toEqual([
    1001, 1002, 1003, 1006,
  ])
  expect(first).toContain('答复邻居同不同意')
  expect(first).toContain('评价办得怎么样')
  expect(first).toContain('答复修好没有')
  expect(await page('/console?tab=all')).not.toContain('row-1005')
})

test('she says once whether the neighbour agrees, and is told what it means', async () => {
  const { page, answers, stores } = await stairwell(relayed)
  expect(await page('/console/petitions/1001')).toContain('您代张阿姨反映的')
  const done = await answers(1001, 'consent', 'no')
  expect([done.status, done.headers.get('location')]).toEqual([303, '/console'])
  expect(await stores.petitions.findByNumber(1001)).toMatchObject({
    ...{ onBehalfOf: null, relay: { consent: 'withheld' } },
  })
  const after = await page('/console/petitions/1001')
  expect(after).not.toContain('张阿姨')
  expect(after).toContain('已不记是哪位邻居')
  expect((await answers(1001, 'consent', 'yes')).status).toBe(409)
})

test('who joined rates the result, and reads nobody else’s words', async () => {
  const { page, answers, stores } = await stairwell(rated)
  const before = await page('/console/petitions/1002')
  expect(before).toContain('办理结果')
  expect(before).not.toContain('楼道灯不亮')
  for (const says of ['nonsense', 'constructor', '__proto__', 'toString', ''])
    expect([says, (await answers(1002, 'rate', says)).status]).toEqual([says, 422])
  expect((await answers(1002, 'rate', 'fair')).status).toBe(303)
  expect(await stores.petitions.findByNumber(1002)).toMatchObject({
    ratings: [{ person: head, solved: true, score: 3 }],
  })
  expect(await page('/console/petitions/1002')).toContain('您的评价')
})

test('a result may be there and yet not please', async () => {
  const { answers, stores } = await stairwell(rated)
  expect((await answers(1002, 'rate', 'unhappy', '拖得太久')).status).toBe(303)
  expect(await stores.petitions.findByNumber(1002)).toMatchObject({
    ratings: [{ person: head, solved: true, score: 1, reason: '拖得太久' }],
  })
})

test('what she finds at the spot is kept, and the petition leaves her list', async () => {
  const { page, answers, stores } = await stairwell(looked)
  const asked = await page('/console/petitions/1003')
  expect(asked).toContain('到现场看一眼')
  expect(asked).not.toContain('301')
  const done = await answers(1003, 'look', 'no', '灯还是不亮，13800001111')
  expect(done.status).toBe(303)
  const kept = await stores.petitions.findByNumber(1003)
  const check = kept && 'check' in kept ? kept.check : undefined
  expect(check).toMatchObject({ fixed: false, words: expect.stringContaining('灯还是不亮') })
  expect(check?.words).not.toContain('13800001111')
  expect(await page('/console?tab=all')).not.toContain('row-1003')
})
