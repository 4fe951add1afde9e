import { expect, test } from 'vitest'
import { handwritten } from '../../../src/classifier/corpus/read.ts'
import { plainMessage } from '../../../src/classifier/plain-message.ts'
import { hear } from '../../../src/domain/intake/heard.ts'
import { learntLinker } from '../../../src/domain/intake/link.ts'
import { readStretch } from '../../../src/domain/intake/read-stretch.ts'
import { talk, u } from './understanding.ts'

const linker = learntLinker()
const nothingBefore = {
  isPrivate: false,
  index: 0,
  byOffice: false,
  bySpeaker: false,
  asked: false,
  framed: false,
  merry: false,
  joined: null,
  draft: null,
  earlier: '',
  own: [],
  others: [],
}

test('no cry of our own is taken for idle talk', () => {
  const cries = [...handwritten('cries'), ...handwritten('dangers')]
  const doubted = cries.filter(({ text }) => {
    const heard = hear(plainMessage(text), u.model, false)
    return heard.emergency !== null && !linker.means(heard, nothingBefore)
  })
  expect(doubted.map(({ text }) => text)).toEqual([])
  expect(cries.length).toBeGreaterThan(500)
})

const alarms = (...lines: readonly string[]) =>
  readStretch(talk('meiyuan', ...lines), u).matters.filter(
    ({ urgency, settled }) => urgency.value === 'emergency' && !settled.value,
  ).length

test.each([
  ['a film', '刘姐: 昨晚那个灾难片看了没', '老周: 看了 大楼着火那段拍得太吓人了'],
  ['beasts', '刘姐: 谁家两只猫又在车库打架 叫得跟小孩哭一样'],
])('danger in %s is none', (_, ...lines) => {
  expect(alarms(...lines)).toBe(0)
})

test.each([
  ['刘姐: 昨晚那个灾难片看了没', '老周: 别说片子了 5栋着火了 我看见火苗了 快打119'],
  ['刘姐: 5栋二楼着火了'],
  ['刘姐: 我不想活了'],
  ['刘姐: 楼下有人拿刀砍人'],
])('and danger that is meant is believed: %s', (...lines) => {
  expect(alarms(...lines)).toBe(1)
})
