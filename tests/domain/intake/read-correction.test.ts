import { expect, test } from 'vitest'
import { categoryNamed } from '../../../src/domain/intake/category-named.ts'
import { readCorrection } from '../../../src/domain/intake/read-correction.ts'
import { book } from './a-street.ts'
import { u } from './understanding.ts'

test.each<[words: string, meaning: string]>([
  ['1027 类别改成楼道照明', 'category 楼道照明'],
  ['1027号类别应该是物业服务·楼道照明', 'category 物业服务·楼道照明'],
  ['类别错了，应为0301', 'category 0301'],
  ['1027 分类：楼道照明', 'category 楼道照明'],
  ['1027 不是电梯故障,是楼道照明', 'either 楼道照明 not 电梯故障'],
  ['1027 应该是环境卫生', 'either 环境卫生'],
  ['1027 改成楼道照明。', 'either 楼道照明'],
  ['1027 地点是6栋2单元', 'place 6栋2单元'],
  ['1027 地址写错了，是6栋2单元', 'place 6栋2单元'],
  ['1027 不是5栋，是6栋', 'either 6栋 not 5栋'],
  ['1027 不是诉求', 'dismiss '],
  ['1027 误登记,群里聊天', 'dismiss 群里聊天'],
  ['1027 这个不算诉求，是业主在开玩笑', 'dismiss 是业主在开玩笑'],
  ['1027 不是诉求：已到现场核实，是消防演练，无人受伤', 'dismiss 已到现场核实,是消防演练,无人受伤'],
  ['这件不算诉求了', 'dismiss '],
  ['1027这个登记错了', 'dismiss '],
  ['1027 不用登记，家属已经自己处理好了', 'dismiss 家属已经自己处理好了'],
  ['误登记', 'nothing'],
  ['不需要登记', 'nothing'],
  ['业主登记错了电话，我联系上了，明天去换', 'nothing'],
  ['1027 业主登记错了电话，我联系上了，明天去换', 'nothing'],
  ['居民把门牌登记错了，实际是6栋，已安排', 'nothing'],
  ['1027 登记错了电话，明天去换', 'nothing'],
  ['1027 登记错了，门牌是6栋', 'nothing'],
  ['1027 登记错了，是6栋', 'nothing'],
  ['1027 物业说不需要登记', 'nothing'],
  ['业主说这不是诉求，我还是去看看', 'nothing'],
  ['1027 恢复登记', 'reinstate'],
  ['1027 这是不是诉求？', 'nothing'],
  ['1027 签收', 'nothing'],
  ['1027 已换灯泡，办结', 'nothing'],
  ['1027 退回：不是我们的，是市政的', 'nothing'],
  ['1027 退回，地址有误', 'nothing'],
  ['1027 地址在哪里？', 'nothing'],
  ['1027 师傅去看了，不是灯的问题，是线路烧了，明天换线', 'nothing'],
  ['1027 转城管', 'nothing'],
])('%s: %s', (words, meaning) => {
  const said = readCorrection(words)
  const told = !said
    ? 'nothing'
    : said.kind === 'dismiss'
      ? `dismiss ${said.reason}`
      : said.kind === 'reinstate'
        ? 'reinstate'
        : `${said.kind} ${said.said}${said.kind === 'either' && said.not ? ` not ${said.not}` : ''}`
  expect(told).toBe(meaning)
})

test.each<[said: string, meant: string]>([
  ['楼道照明', 'one 0301'],
  ['0302', 'one 0302'],
  ['楼道照明（0301）', 'one 0301'],
  [`${book.categories.find(({ code }) => code === '0301')?.level1}·楼道照明`, 'one 0301'],
  ['垃圾清运的问题', 'one 0401'],
  ['粪便', 'about 0403'],
  ['照明', 'several 0101 0301'],
  ['停车位', 'about 0702'],
])('%s is %s', (said, meant) => {
  const named = categoryNamed(said, u)
  expect(
    named.kind === 'one'
      ? `${named.exactly ? 'one' : 'about'} ${named.category.code}`
      : `${named.kind} ${named.choices.map(({ code }) => code).join(' ')}`,
  ).toBe(meant)
})

test('what names no category gets the nearest to choose from', () => {
  const named = categoryNamed('楼梯间的灯', u)
  expect(named).toMatchObject({ kind: 'none' })
  expect(named.kind === 'none' && named.choices.map(({ code }) => code)).toContain('0301')
})
