import { describe, expect, test } from 'vitest'
import { unitCode } from '../../src/domain/ids.ts'
import { periodOf } from '../../src/domain/numbers/period.ts'
import { reportOf } from '../../src/domain/numbers/report.ts'
import { errandsAround } from '../../src/flows/errands-around.ts'
import { keepNoLonger } from '../../src/flows/keep-no-longer.ts'
import { tellHeadsMonth } from '../../src/flows/tell-heads-month.ts'
import { watchErrands } from '../../src/flows/watch-errands.ts'
import { sayReport } from '../../src/texts/reports/say-report.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const [head, worker] = [staffAccount('S039'), staffAccount('S015')]
/** 河滨新村1-1-302. */
const neighbour = 'wx-r-034'
const room = 'room-hb-1'
type Street = Awaited<ReturnType<typeof neighbourhood>>
const last = (street: Street, account: string) => street.told(account).at(-1) ?? ''

async function asked(where = room) {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(neighbour, where, '请户长帮我去医院取一下降压药，腿摔了下不了楼')
  return street
}

describe('an errand', () => {
  test('asked for in the group goes to the head in private; the group reads nothing of it', async () => {
    const street = await asked()
    expect(last(street, neighbour)).toContain('已请户长代办（代办1号）')
    expect(last(street, neighbour)).toContain('不经手钱')
    expect(last(street, head)).toMatch(/代办1号】河滨新村1.*302.*降压药.*1-1-302托您/s)
    expect(street.inRoom(room)).toEqual([])
    expect(await street.count()).toBe(0)
    await street.says(head, 'dm', '我的任务')
    expect(last(street, head)).toContain('代办1号')
    expect(last(street, head)).toContain('等您答复')
    await street.says(head, 'dm', '好的')
    expect(last(street, neighbour)).toContain('户长接了')
    await street.says(head, 'dm', '药取回来了，送到家里了')
    expect(last(street, head)).toContain('正在问邻居')
    expect(last(street, neighbour)).toMatch(/代办1号说是办好了.*办好了吗/s)
    await street.says(neighbour, 'dm', '收到了，谢谢户长')
    await street.itIs('2026-03-02 11:31')
    expect(last(street, head)).toBe('代办1号邻居说办好了，谢谢您！')
    expect(street.told(worker)).toEqual([])
    const [errand] = await street.desk.errands.since(new Date(0))
    expect(errand).toMatchObject({ state: 'done', confirmed: true, doneBy: 'S039', dueAt: null })
    expect(street.inRoom(room)).toEqual([])
    expect(street.faults).toEqual([])
  })

  test('of a head who does not answer goes to the grid worker, once, however late the clock looks', async () => {
    const street = await asked('dm')
    const late = { ...street.desk, clock: () => at('2026-03-02 14:31') }
    const done = await Promise.all([watchErrands(late), watchErrands(late)])
    expect(done[0] + done[1] + (await watchErrands(late))).toBe(1)
    await street.itIs('2026-03-02 15:00')
    expect(street.kinds(worker)).toEqual(['errandWork'])
    expect(last(street, worker)).toMatch(/户长没有回音.*降压药/s)
    expect(last(street, head)).toContain('已转给网格员')
    expect(last(street, neighbour)).toContain('已请网格员接着办')
    await street.says(worker, 'dm', '我的任务')
    expect(last(street, worker)).toContain('转给您的')
    await street.says(worker, 'dm', '代办1号办好了：药已送上门')
    expect(last(street, neighbour)).toContain('药已送上门')
    await street.says(neighbour, 'dm', '是的')
    await street.itIs('2026-03-02 17:01')
    expect(last(street, worker)).toContain('邻居说办好了')
    expect(street.faults).toEqual([])
  })

  test('that is not done comes back to the head once, then goes to the grid worker', async () => {
    const street = await asked()
    await street.says(head, 'dm', '代办1号办好了')
    await street.says(neighbour, 'dm', '没有啊，还没拿到')
    expect(last(street, head)).toContain('还没办好，请您再看一下')
    await street.says(head, 'dm', '代办1号办好了')
    await street.says(neighbour, 'dm', '代办1号没办好')
    expect(last(street, worker)).toContain('邻居说还没办好')
    expect(last(street, head)).toContain('已转给网格员')
  })

  test('the head cannot do is passed on with the reason; who asked may take it back', async () => {
    const street = await asked()
    await street.says(head, 'dm', '办不了，我在外地')
    expect(last(street, worker)).toMatch(/户长办不了.*我在外地/s)
    await street.says(neighbour, 'dm', '代办1号不用了')
    expect(last(street, worker)).toContain('撤回')
    await street.says(worker, 'dm', '代办1号办好了')
    expect(last(street, worker)).not.toContain('正在问邻居')
  })

  test('and an announcement to the same group keep their answers apart', async () => {
    const street = await asked()
    await street.says(staffAccount('S004'), 'dm', '通知 河滨：明天上午9点停水检修，请储水')
    await street.says(staffAccount('S004'), 'dm', '发')
    await street.says(head, 'dm', '代办1号办好了')
    await street.says(neighbour, 'dm', '收到')
    const [running] = await street.desk.errands.since(new Date(0))
    expect(running?.state).toBe('reported')
    await street.says(neighbour, 'dm', '药收到了，谢谢')
    const [errand] = await street.desk.errands.since(new Date(0))
    expect(errand).toMatchObject({ state: 'done', confirmed: true })
    await street.says(staffAccount('S004'), 'dm', '通知1号情况')
    expect(last(street, staffAccount('S004'))).toContain('1户回了收到')
  })

  test('does not swallow the trouble that is told in the same breath', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    const text = '请户长帮我取一下降压药，另外我们单元楼道灯坏了三天了'
    const id = await street.says(neighbour, 'dm', text)
    await street.says(neighbour, 'dm', text, { id })
    expect(await street.desk.errands.since(new Date(0))).toHaveLength(1)
    expect((await street.petition()).category).toBe('0301')
    expect(await street.count()).toBe(1)
    await street.says('wx-r-035', 'dm', '请户长帮我取药。独居，没人照顾')
    expect(await street.count()).toBe(1)
    expect(street.faults).toEqual([])
  })

  test('heard twice is one errand', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    const text = '请户长帮我去医院取一下降压药'
    const id = await street.says(neighbour, 'dm', text)
    await street.says(neighbour, 'dm', text, { id })
    expect(await street.desk.errands.since(new Date(0))).toHaveLength(1)
    expect(street.kinds(head)).toEqual(['errandTask'])
  })

  test.each([
    ['请户长帮我交一下电费', '是', 1],
    ['请户长拿我的银行卡帮我取点钱', '不用了', 0],
  ])('with money is no head’s: %s', async (words, answer, count) => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(neighbour, room, words)
    expect(last(street, neighbour)).toMatch(/户长不经手钱、银行卡和密码.*网格员/s)
    await street.says(neighbour, 'dm', answer)
    expect(street.told(head)).toEqual([])
    expect(street.kinds(worker)).toEqual(count > 0 ? ['errandWork'] : [])
    expect(await street.desk.errands.since(new Date(0))).toHaveLength(count)
    expect(await street.count()).toBe(0)
  })

  test('where nobody is head goes to the grid worker; where the place is not known it is asked', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says('wx-r-038', 'dm', '请户长帮我买点菜') // 29号楼
    expect(street.delivered.filter(({ text }) => text.includes('户长办不了这件'))).toHaveLength(1)
    await street.says('wx-stranger', 'dm', '请户长帮我买点菜')
    expect(last(street, 'wx-stranger')).toContain('您住哪一栋')
  })

  test.each([
    ['请户长帮我去3号楼门口的快递柜取快递', '1号楼1单元302室', 'S039'],
    ['请户长帮我去社区医院二楼取药', '1号楼1单元302室', 'S039'],
    ['我家住2号楼4单元，请户长帮我取药', '2号楼4单元', 'S040'],
    ['请户长帮3号楼的王奶奶取药', '3号楼', 'S041'],
    ['请户长帮隔壁王奶奶取药', '1号楼1单元', 'S039'],
  ])('goes to the head of where it is needed: %s', async (words, place, person) => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(neighbour, 'dm', words)
    expect(last(street, staffAccount(person))).toMatch(new RegExp(`河滨新村${place}(?: 王奶奶)?：`))
  })

  test('the head writes down is theirs at once, and the neighbour is named only as agreed', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(head, 'dm', '帮1号楼的王奶奶代办：取老年证')
    expect(last(street, head)).toMatch(/记下了（代办1号），您在办.*王奶奶同意登记称呼吗/s)
    await street.itIs('2026-03-05 08:00')
    expect(last(street, worker)).toContain('老年证')
    expect(last(street, worker)).not.toContain('王奶奶')
    const agreed = await neighbourhood('2026-03-02 09:00')
    await agreed.says(head, 'dm', '帮1号楼的王奶奶代办：取老年证')
    await agreed.says(head, 'dm', '代办1号同意')
    await agreed.itIs('2026-03-05 08:00')
    expect(last(agreed, worker)).toContain('王奶奶')
    const done = await neighbourhood('2026-03-02 09:00')
    await done.says(head, 'dm', '帮1号楼的王奶奶代办：取老年证')
    await done.says(head, 'dm', '代办1号办好了')
    expect(await done.desk.errands.since(new Date(0))).toMatchObject([{ state: 'done' }])
  })

  test('a grid worker passes on a part of a petition, which stays theirs', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(
      'wx-r-034',
      'dm',
      '河滨新村1号楼1单元住着一位八十岁独居老人，没人照看，老年证也没办，请社区帮帮',
    )
    const { number } = await street.petition()
    expect(last(street, worker)).not.toContain('代办')
    await street.says(
      staffAccount('S004'),
      'dm',
      `${number} 请户长代办：上门问问缺什么，把老年证的表送去`,
    )
    expect(last(street, head)).toMatch(/老年证的表送去.*周佩玲托您/s)
    await street.says(head, 'dm', '我去办')
    await street.says(head, 'dm', '表送到了，老人缺米，已告诉社区')
    expect(last(street, staffAccount('S004'))).toContain('说是办好了')
    const before = await street.petition()
    await street.says(staffAccount('S004'), 'dm', '代办1号办好了')
    expect((await street.petition()).status).toBe(before.status)
    await street.itIs('2026-03-02 11:31')
    expect(last(street, head)).toContain('邻居说办好了')
    await street.says(worker, 'dm', '请户长代办：给河滨新村22号楼的老人取药')
    expect(last(street, worker)).toContain('没有在任的户长')
    expect(street.faults).toEqual([])
  })

  test('a request that names no head stays what it was', async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await street.says(neighbour, room, '老人腿脚不便出不了门，谁能帮忙代取一下药')
    await street.says(neighbour, 'dm', '帮我代办一下居住证要什么材料')
    expect(await street.desk.errands.since(new Date(0))).toEqual([])
    expect(street.told(head)).toEqual([])
    await street.says(neighbour, 'dm', '【养老助老】请户长帮我取药')
    expect(await street.desk.errands.since(new Date(0))).toEqual([])
    expect((await street.petition((await street.count()) + 1000)).category).toBe('1002')
  })
})

describe('what is kept of an errand', () => {
  test('is shown to who asked for it, and goes: at once when it is over, else the night it ends', async () => {
    const street = await asked('dm')
    await street.says(neighbour, 'dm', '我的信息')
    expect(last(street, neighbour)).toMatch(/请户长代办1件：\n· 代办1号“请户长帮我.*还在办/s)
    await street.says(neighbour, 'dm', '删除我的信息')
    expect(last(street, neighbour)).toContain('代办1号还在办，办完当天夜里删除')
    await street.says(neighbour, 'dm', '确认')
    expect(last(street, neighbour)).toContain('代办1号还在办')
    const person = await street.person(neighbour)
    expect(await street.desk.errands.askedBy(person)).toHaveLength(1)
    await street.says(head, 'dm', '代办1号办好了')
    await street.says(neighbour, 'dm', '收到了')
    await keepNoLonger(street.desk)
    expect(await street.desk.errands.askedBy(person)).toEqual([])
    await keepNoLonger(street.desk)
    expect(street.faults).toEqual([])
  })

  test('of the head stays in the month, by numbers: praised in the letter and in the report', async () => {
    const street = await asked()
    await street.says(head, 'dm', '代办1号办好了')
    await street.says(neighbour, 'dm', '收到了')
    await street.says(neighbour, 'dm', '请户长帮我买点菜')
    await street.says(head, 'dm', '代办2号办不了：在外地')
    await street.says(worker, 'dm', '代办2号办好了')
    await street.itIs('2026-04-01 00:10')
    const march = periodOf('month', at('2026-03-10 12:00'))
    const errands = await errandsAround(march, street.desk)
    const book = await street.desk.rulebooks.current()
    const report = reportOf(
      'monthly',
      { unit: unitCode('QS') },
      march,
      [],
      at('2026-04-01 00:10'),
      book,
      errands,
    )
    expect(report.heads.flatMap(({ active }) => active)).toMatchObject([
      { person: 'S039', relayed: [], looked: [], ran: [1] },
    ])
    const said = JSON.stringify(sayReport(report))
    expect(said).toContain('替人代办1件')
    expect(said).not.toContain('降压药')
    await tellHeadsMonth(march, street.desk)
    await street.itIs('2026-04-01 18:00')
    const told = street.delivered
      .map(({ text }) => text)
      .filter((text) => text.includes('户长月报'))
    expect(told.some((text) => /贾卫东代办1件.*代为致谢/s.test(text))).toBe(true)
  })
})
