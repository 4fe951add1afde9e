import { describe, expect, test } from 'vitest'
import { personId, unitCode } from '../../src/domain/ids.ts'
import type { Absence } from '../../src/domain/people/absence.ts'
import { absenceWatch } from '../../src/flows/tell-absences.ts'
import { at } from '../support/builders.ts'
import { neighbourhood, staffAccount } from '../support/neighbourhood.ts'

const liu = 'wx-r-003'
const [gao, he, lin, chen, ye] = ['S010', 'S011', 'S002', 'S001', 'S043'].map(staffAccount) as [
  string,
  string,
  string,
  string,
  string,
]
type Street = Awaited<ReturnType<typeof neighbourhood>>

/** Rubbish in the second grid: a task of its grid worker. */
async function rubbish(street: Street, from = liu) {
  await street.says(from, 'dm', '幸福里小区6栋2单元楼道里堆了一堆纸箱杂物，没人清')
}

test('sample: such a matter goes to the grid worker', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await rubbish(street)
  expect(await street.petition()).toMatchObject({ to: { code: 'QS-XF-02' } })
  expect(street.kinds(gao)).toEqual(['task'])
})

describe('somebody says that they are away, and who stands in', () => {
  const told = async () => {
    const street = await neighbourhood('2026-03-02 09:00')
    await rubbish(street)
    await street.says(gao, 'dm', '签收')
    await street.says(gao, 'dm', '我明天到周四请假，工作交给何淑芬')
    return street
  }

  test('the deputy gets the open tasks told, new ones, reminders, and may act', async () => {
    const street = await told()
    expect(street.told(gao).at(-1)).toContain('3月3日至3月5日请假，工作由何淑芬代办')
    expect(street.told(he)).toEqual([])
    await street.itIs('2026-03-03 08:00')
    expect(street.told(he)[0]).toMatch(/【代办】高丽华请假到3月5日.*在办1件：\n1001号/s)
    expect(await street.petition()).toMatchObject({ to: { code: 'QS-XF-02' }, status: 'handling' })
    await rubbish(street, 'wx-r-011')
    const before = street.kinds(gao).length
    await street.says('wx-r-012', 'dm', '幸福里小区8栋1单元楼道里堆满了自行车，走不过去')
    expect(street.kinds(he)).toContain('task')
    await street.says(he, 'dm', '1001 办结：已清走')
    await street.expectStatus('resolved')
    await street.itIs('2026-03-05 18:00')
    expect(street.kinds(gao)).toHaveLength(before)
    expect(street.kinds(he)).toContain('reminded')
    await street.itIs('2026-03-06 08:00')
    expect(street.told(gao).at(-1)).toMatch(/【返岗】.*在办\d+件/s)
    expect(street.faults).toEqual([])
  })

  test('who is away may still act; back early, what comes is theirs again', async () => {
    const street = await told()
    await street.itIs('2026-03-03 10:00')
    await street.says(gao, 'dm', '1001 办结：路过顺手清了')
    await street.expectStatus('resolved')
    await street.says(gao, 'dm', '销假')
    expect(street.told(gao)).toContainEqual(expect.stringContaining('已销假'))
    await rubbish(street, 'wx-r-011')
    expect(street.kinds(gao).at(-1)).toBe('task')
  })
})

test('without a deputy the community has it, with nobody there the street', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(gao, 'dm', '今天请病假')
  await rubbish(street)
  expect(street.kinds(lin)).toContain('task')
  await street.says(lin, 'dm', '1001 签收')
  await street.expectStatus('handling')
  await street.says(ye, 'dm', '林晓东今天外出开会')
  await street.says('wx-r-012', 'dm', '幸福里小区8栋1单元楼道里堆满了自行车，走不过去')
  expect(street.kinds(gao)).not.toContain('task')
  expect(street.kinds(ye).concat(street.kinds(chen))).toContain('task')
})

test('escalation reaches whoever stands in for the manager', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(chen, 'dm', '我请假三天，工作交给林晓东')
  await street.says(liu, 'dm', '幸福里小区5栋2单元楼道灯坏了')
  await street.itIs('2026-03-02 14:35')
  expect(street.kinds(lin)).toContain('escalated')
  expect(street.kinds(chen)).not.toContain('escalated')
})

test.each([
  [gao, '我明天请假，工作交给李四', '没认出工作交给谁'],
  [gao, '我要请假', '从哪天到哪天'],
  [gao, '何淑芬明天请假', '只能登记本人的请假'],
  [gao, '销假', '没有登记过请假'],
])('%s says "%s" and is told: %s', async (who, words, says) => {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(who, 'dm', words)
  expect(street.told(who).at(-1)).toContain(says)
})

test('told twice, by two processes, or after a kill: the same as once; late: told late', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await rubbish(street)
  await street.says(gao, 'dm', '我明天到周四请假，工作交给何淑芬')
  const late = { ...street.desk, clock: () => at('2026-03-04 10:00') }
  const killed = {
    ...late,
    petitions: {
      ...late.petitions,
      record: () => Promise.reject(new Error('killed')) as ReturnType<typeof late.petitions.record>,
    },
  }
  const watch = absenceWatch(killed)
  await expect(watch()).rejects.toThrow('killed')
  await street.itIs('2026-03-04 10:00')
  expect(await absenceWatch(late)()).toBe(0)
  await Promise.all([absenceWatch(late)(), absenceWatch(late)()])
  await street.itIs('2026-03-04 12:00')
  expect(street.told(he).filter((text) => text.includes('【代办】'))).toHaveLength(1)
})

test('what somebody accepted who is no staff any more goes on with who is', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await rubbish(street)
  await street.says(gao, 'dm', '签收')
  const book = await street.desk.rulebooks.current()
  await street.saveRulebook({ ...book, staff: book.staff.filter(({ id }) => id !== 'S010') })
  await street.itIs('2026-03-02 10:00')
  expect(street.told(lin)).toContainEqual(expect.stringContaining('【接手】高丽华已不在岗'))
  await street.says(lin, 'dm', '1001 办结：已清走')
  await street.expectStatus('resolved')
})

test('who goes on with it hears so once, however often the rules change, and whoever comes after them too, also for the second time', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  await rubbish(street)
  await street.says(gao, 'dm', '签收')
  const book = await street.desk.rulebooks.current()
  const staff = book.staff.filter(({ id }) => id !== 'S010')
  /** Something else in the rules is another one at every hour. */
  const changesAt = async (hour: string, staff: typeof book.staff) => {
    const [first, ...others] = staff
    const named = first ? [{ ...first, name: `陈建国${hour}` }, ...others] : []
    await street.saveRulebook({ ...book, staff: named })
    await street.itIs(`2026-03-02 ${hour}:00`)
  }
  const takesOver = (who: string) =>
    street.told(who).filter((text) => text.includes('【接手】高丽华')).length
  for (const hour of ['10', '11', '12']) {
    await changesAt(hour, staff)
    expect([takesOver(lin), takesOver(he)]).toEqual([1, 0])
  }
  const moved = staff.map((one) =>
    one.id === 'S011' ? { ...one, unit: unitCode('QS-XF-02') } : one,
  )
  for (const hour of ['13', '14']) {
    await changesAt(hour, moved)
    expect([takesOver(lin), takesOver(he)]).toEqual([1, 1])
  }
  for (const hour of ['15', '16']) {
    await changesAt(hour, staff)
    expect([takesOver(lin), takesOver(he)]).toEqual([2, 1])
  }
})

test('an absence of the files holds, and can be ended early', async () => {
  const street = await neighbourhood('2026-03-02 09:00')
  const book = await street.desk.rulebooks.current()
  const absence: Absence = {
    ...{ id: 'file/1', person: personId('S010'), deputy: personId('S011') },
    ...{ from: '2026-03-01', until: '2026-03-31' },
  }
  await street.saveRulebook({ ...book, absences: [absence] })
  await rubbish(street)
  expect(street.kinds(he)).toContain('task')
  await street.says(gao, 'dm', '我提前回来上班了，销假')
  await street.says('wx-r-012', 'dm', '幸福里小区8栋1单元楼道里堆满了自行车，走不过去')
  expect(street.kinds(gao)).toContain('task')
})
