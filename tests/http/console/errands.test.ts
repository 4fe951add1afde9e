import { expect, test } from 'vitest'
import { memory } from '../../support/memory.ts'
import { memoryDesk } from '../../support/memory-desk.ts'
import { neighbourhood, staffAccount } from '../../support/neighbourhood.ts'
import { someone } from './someone.ts'

const neighbour = 'wx-r-034' // 河滨新村1-1-302
const [headAccount, workerAccount] = [staffAccount('S039'), staffAccount('S015')]

async function office() {
  const street = await neighbourhood('2026-03-02 09:00')
  await street.says(neighbour, 'dm', '请户长帮我取一下降压药')
  await street.says('wx-r-035', 'dm', '请户长帮我买点米')
  const desk = { ...memoryDesk(memory(), street.desk), ...street.desk }
  const see = async (person: string) => {
    const browser = await someone(person, desk)
    return { browser, page: await (await browser.get('/console/errands')).text() }
  }
  return { street, see }
}

test('a head sees what is asked of them, a grid worker what lies in the grid, nobody else anything', async () => {
  const { see } = await office()
  const { page } = await see('S039')
  expect(page).toContain('降压药')
  expect(page).not.toContain('买点米')
  expect(page).toContain('接了')
  const grid = (await see('S015')).page
  expect(grid).toContain('降压药')
  expect(grid).toContain('买点米')
  expect(grid).not.toContain('接了</button>')
  expect((await see('S016')).page).not.toMatch(/降压药|买点米/)
  expect((await see('S041')).page).not.toMatch(/降压药|买点米/)
  expect((await see('S061')).page).toContain('没有这项权限')
})

test('buttons do what words do, once; what is not theirs to do is refused', async () => {
  const { street, see } = await office()
  const head = (await see('S039')).browser
  const press = (browser: typeof head, act: string, version: string, said = '') =>
    browser.post('/console/errands/1/do', { act, version, said })
  expect((await press(head, 'accept', '1')).status).toBe(303)
  expect((await press(head, 'accept', '1')).status).toBe(303)
  await street.itIs('2026-03-02 09:05')
  expect(street.kinds(neighbour).filter((kind) => kind === 'errandTaken')).toHaveLength(1)
  expect(await (await head.get('/console/errands')).text()).toContain('户长在办')
  const worker = (await see('S015')).browser
  expect((await press(worker, 'report', '2')).status).toBe(403)
  expect((await press((await see('S041')).browser, 'report', '2')).status).toBe(404)
  expect((await press(head, 'steal', '2')).status).toBe(404)
  expect((await press(head, 'decline', '2', '在外地，电话13912345678')).status).toBe(303)
  await street.itIs('2026-03-02 09:10')
  expect(street.told(workerAccount).at(-1)).toMatch(/户长办不了.*在外地，电话\[电话\]/s)
  expect((await press(worker, 'report', '3', '药送到了')).status).toBe(303)
  await street.says(neighbour, 'dm', '收到了')
  const { page } = await see('S015')
  expect(page).toContain('办好1件')
  expect(page).toContain('本人说办好了')
  expect(street.told(headAccount).join()).not.toContain('药送到了')
  expect(street.faults).toEqual([])
})

test('what a head says of a neighbour who has not agreed is read by the head alone', async () => {
  const { street, see } = await office()
  await street.says(headAccount, 'dm', '帮1号楼的王奶奶代办：取老年证')
  await street.says(headAccount, 'dm', '代办3号不同意')
  await street.says(headAccount, 'dm', '代办3号办好了：王奶奶的证取到了')
  expect((await see('S039')).page).toContain('王奶奶的证取到了')
  const { page } = await see('S015')
  expect(page).toContain('老年证')
  expect(page).not.toContain('王奶奶')
})

test('what was typed while somebody else acted stays in the form, with what happened', async () => {
  const { street, see } = await office()
  const head = (await see('S039')).browser
  const report = (version: string) =>
    head.post('/console/errands/1/do', { act: 'report', version, said: '药放在门口了' })
  await street.says(headAccount, 'dm', '代办1号接了')
  const late = await report('1')
  expect(late.status).toBe(409)
  const page = await late.text()
  expect(page).toContain('代办1号刚才有了新情况，现在是“户长在办”')
  expect(page).toContain('value="药放在门口了"')
  expect((await report('2')).status).toBe(303)
  expect((await report('2')).status).toBe(303)
  await street.says(neighbour, 'dm', '代办1号不用了')
  const gone = await head.post('/console/errands/1/do', {
    ...{ act: 'report', version: '3', said: '又买了一盒' },
  })
  expect(gone.status).toBe(409)
  expect(await gone.text()).toMatch(/现在是“撤回了”.*您写的是：“又买了一盒”/s)
})
