import { expect, test } from 'vitest'
import { gazetteerOf } from '../../../src/domain/intake/gazetteer.ts'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { talk, u } from './understanding.ts'

const summary = (...lines: readonly string[]) =>
  readStretch(talk('meiyuan', ...lines), u).matters[0]?.summary ?? ''

test.each([
  '刘姐(5-2-301): 哎呀我跟你们说啊打前儿个起我家这暖气片子就不热了我拿手一摸冰凉的然后我给拧了一遍也没用',
  '刘姐(5-2-301): 我替楼下佟姥姥说一声 她家下水道堵了 污水往上冒',
  '刘姐(5-2-301): 网格员小唐看到了吗 我们单元楼道灯坏了',
  '刘姐(5-2-301): 501住的耿老爷子家里停电了 电话13812345678',
])('%s: one line of at most thirty characters without a name or a number', (line) => {
  const said = summary(line)
  expect([...said].length).toBeLessThanOrEqual(30)
  expect(said).not.toMatch(/佟|耿|小唐|1381|哎呀/)
  expect(said).toMatch(/暖气|下水|污水|灯|电/)
})

test('what was tried is not what the matter is', () => {
  expect(summary('刘姐(5-2-301): 打了水务热线说没接到通知 我们楼停水了')).toContain('停水')
})

test('a village that begins like a name of people keeps its name', () => {
  const places = u.book.places.map((one) =>
    one.name === '石桥村' ? { ...one, name: '李家湾', aliases: [] } : one,
  )
  const book = { ...u.book, places }
  const there = { ...u, book, gazetteer: gazetteerOf(book) }
  const said = talk(null, '老陈: 李家湾三组的路灯坏了两盏')
  expect(readStretch(said, there).matters[0]?.summary).toBe('李家湾3组 三组的路灯坏了两盏')
})
