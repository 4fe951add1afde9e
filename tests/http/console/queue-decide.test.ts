import { expect, test } from 'vitest'
import { endOf } from '../../../src/domain/deadlines/calendar.ts'
import { personId, petitionId, unitCode } from '../../../src/domain/ids.ts'
import type { Petition } from '../../../src/domain/petition/petition.ts'
import { smallBook } from '../../support/book.ts'
import { anEntry, aPetition, at } from '../../support/builders.ts'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { someone } from './someone.ts'

const now = at('2026-03-02 12:00')
const asked = {
  ...{ by: personId('S061'), days: 3, reason: '等配件，我家电话13800001111' },
  askedAt: at('2026-03-02 09:00'),
}
const waiting = (number: number, but: Partial<Petition> = {}): Petition =>
  ({
    ...aPetition('handling', { extensionAsked: asked, resolveDueAt: at('2026-03-05 18:00') }),
    ...{ id: petitionId(`p-${number}`), number, version: 1 },
    ...but,
  }) as Petition

async function office(petitions: readonly Petition[]) {
  const stores = memory({ book: smallBook })
  const desk = memoryDesk(stores, { clock: () => now, report: () => {} })
  await stores.petitions.record(
    petitions.map((petition) => anEntry({ cause: { kind: 'press', key: petition.id }, petition })),
    now,
  )
  return { stores, who: (person: string) => someone(person, desk) }
}

const decided = { version: '1', back: 'tab=decide' }

test('who may decide finds what is asked, by whom, and which limit it would move', async () => {
  const { who } = await office([
    waiting(1001),
    { ...aPetition('handling'), id: petitionId('p-1002'), number: 1002, version: 1 },
  ])
  const page = await (await (await who('S043')).get('/console?tab=decide')).text()
  expect(page).toMatch(/待审批<b class="count">1<\/b>/)
  expect(page.match(/id="row-(\d+)"/g)).toEqual(['id="row-1001"'])
  expect(page).toContain('申请延期3天')
  expect(page).toContain('安居物业幸福里服务处 邹建国（承办人）')
  expect(page).toMatch(/现办结期限3月5日（周四）18:00，同意后到3月8日（周日）/)
  expect(page).not.toContain('13800001111')
  expect(page).toContain('action="/console/petitions/1001/decide"')
})

test('who asks for it, and who handles it, has nothing to decide', async () => {
  const { who } = await office([waiting(1001)])
  const page = await (await (await who('S061')).get('/console?tab=decide')).text()
  expect(page).not.toContain('待审批')
  expect(page).not.toContain('/decide"')
  const tried = await (await who('S061')).post('/console/petitions/1001/decide', {
    ...{ ...decided, verdict: 'approve', days: '3' },
  })
  expect(tried.status).toBe(409)
})

test('yes is said in the row, and the limit moves', async () => {
  const { who, stores } = await office([waiting(1001)])
  const supervisor = await who('S044')
  const fields = { ...decided, verdict: 'approve', days: '2' }
  const row = await supervisor.post('/console/petitions/1001/decide', fields, {
    'HX-Request': 'true',
  })
  expect(await row.text()).toMatch(/^<li[^>]*row-1001.*已同意延期/s)
  expect(await stores.petitions.findByNumber(1001)).toMatchObject({
    ...{ resolveDueAt: endOf('2026-03-07'), extensions: 1 },
  })
  const again = await supervisor.post('/console/petitions/1001/decide', fields)
  expect(again.status).toBe(409)
  const after = await (await supervisor.get('/console?tab=decide')).text()
  expect(after).toContain('没有等您拿主意的')
})

test('no needs a reason', async () => {
  const { who, stores } = await office([waiting(1001)])
  const dispatcher = await who('S043')
  const fields = { ...decided, verdict: 'refuse' }
  const bare = await dispatcher.post('/console/petitions/1001/decide', fields)
  expect([bare.status, await bare.text()]).toEqual([409, expect.stringContaining('请写明理由')])
  const said = await dispatcher.post('/console/petitions/1001/decide', {
    ...{ ...fields, reason: '没有必要' },
  })
  expect([said.status, said.headers.get('location')]).toEqual([303, '/console?tab=decide'])
  const petition = await stores.petitions.findByNumber(1001)
  expect(petition).not.toHaveProperty('extensionAsked')
})

test('an office that sent back its part waits for who called it', async () => {
  const part = {
    ...{ id: 1, to: { kind: 'grid', code: unitCode('QS-XF-01') }, task: '看看', required: true },
    ...{ isCall: false, askedBy: null, askedAt: now, dueAt: now, provisional: false },
    ...{ state: 'open', sentBack: { reason: '不在我们网格', sentBackAt: now } },
  } as const
  const { extensionAsked: _, ...plain } = waiting(1001, {
    joint: { parts: [part] },
  } as never) as Extract<Petition, { status: 'handling' }>
  const { who } = await office([plain])
  const page = await (await (await who('S002')).get('/console?tab=decide')).text()
  expect(page).toContain('幸福里第一网格退回协办')
  expect(page).toContain('不在我们网格')
  expect(page).toContain('/console/petitions/1001/do/releaseAssist')
})

const needy = (number: number): Petition => {
  const { extensionAsked: _, ...plain } = waiting(number) as Extract<
    Petition,
    { status: 'handling' }
  >
  const text = '车主电话打不通，请交警来，我的电话13800001111'
  return { ...plain, helpAsked: [{ by: asked.by, text, askedAt: asked.askedAt }] }
}

test('who asked for help stands in the list of those above, and is answered in the row', async () => {
  const { who, stores } = await office([needy(1001)])
  expect(await (await (await who('S061')).get('/console')).text()).not.toContain('答复求助')
  const manager = await who('S002')
  const page = await (await manager.get('/console?tab=decide')).text()
  expect(page).toMatch(/待审批<b class="count">1<\/b>/)
  expect(page).toMatch(/<b>求助<\/b>：车主电话打不通，请交警来/)
  expect(page).toContain('安居物业幸福里服务处 邹建国（承办人） 3月2日（周一）09:00提出')
  expect(page).not.toContain('13800001111')
  expect(page).toContain('/console/petitions/1001/do/askAssist')
  const fields = { ...decided, verdict: 'help', text: '已联系交警，下午到' }
  const answered = await manager.post('/console/petitions/1001/decide', fields)
  expect([answered.status, answered.headers.get('location')]).toEqual([303, '/console?tab=decide'])
  expect(await stores.petitions.findByNumber(1001)).not.toHaveProperty('helpAsked')
  expect(await (await manager.get('/console?tab=decide')).text()).toContain('没有等您拿主意的')
  expect(await (await manager.get('/console/petitions/1001')).text()).toMatch(
    /答复求助.*已联系交警，下午到/s,
  )
})

test('who decides what was decided already is told by whom, when and how', async () => {
  const { who } = await office([waiting(1001), needy(1002)])
  const dispatcher = await who('S043')
  const yes = { ...decided, verdict: 'approve', days: '2' }
  expect((await dispatcher.post('/console/petitions/1001/decide', yes)).status).toBe(303)
  const own = await (await dispatcher.post('/console/petitions/1001/decide', yes)).text()
  expect(own).toContain('您3月2日（周一）12:00已同意延期，不用再办')
  const supervisor = await who('S044')
  const no = { ...decided, verdict: 'refuse', reason: '没有必要' }
  const other = await (await supervisor.post('/console/petitions/1001/decide', no)).text()
  const name = smallBook.staff.find(({ id }) => id === 'S043')?.name
  expect(other).toContain(`${name}3月2日（周一）12:00已同意延期，不用再办`)
  const answer = { ...decided, verdict: 'help', text: '已联系交警' }
  await dispatcher.post('/console/petitions/1002/decide', answer)
  const late = await (await supervisor.post('/console/petitions/1002/decide', answer)).text()
  expect(late).toContain('已答复求助，不用再办')
})
