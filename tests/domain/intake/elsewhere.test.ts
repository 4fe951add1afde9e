import { describe, expect, test } from 'vitest'
import { elsewhereIn } from '../../../src/domain/intake/elsewhere-in.ts'
import { readElsewhere } from '../../../src/domain/intake/read-elsewhere.ts'

const sure = <T>(value: T) => ({ value, confidence: 1, because: '' })
const complaint = {
  kind: sure('complaint' as const),
  urgency: sure('normal' as const),
  danger: null,
}

describe('said by a resident', () => {
  test.each([
    ['跟开发商的房款法院已经立案了，想问你们能不能管管', 'court'],
    ['我已经起诉物业了，停车费的事还没结果', 'court'],
    ['欠薪的事劳动仲裁委受理了，一直没动静', 'arbitration'],
    ['拆迁补偿我正在申请行政复议', 'reconsideration'],
    ['这事信访局已经受理了，两个月没答复', 'petitioning'],
    ['举报我们村书记收了承包户的好处费', 'discipline'],
    ['村里修路的账，纪委已经立案了，什么时候出结果', 'discipline'],
    ['电动车被偷派出所立案了，到现在没找回来', 'police'],
  ] as const)('%s: %s', (words, way) => {
    expect(elsewhereIn([words], complaint)).toBe(way)
  })

  test.each([
    '补贴名单一直不公示，请纪检部门来查一查',
    '再不修我就去法院起诉你们',
    '物业乱收费，怎么起诉他们',
    '要是还不管我准备去信访局',
    '派出所不给立案，只好找社区',
    '法院门口的路灯不亮',
    '派出所旁边的井盖松了',
    '书记，楼道灯坏了麻烦看看',
    '信访局对面垃圾没人收',
    '楼下吵架，是不是已经起诉了？',
    '领导收到请回复',
  ])('%s: ours', (words) => {
    expect(elsewhereIn([words], complaint)).toBe(null)
  })

  test('what is broken is mended, and a danger met, whatever courts have to say of it', () => {
    const words = ['电梯坏了，跟物业的官司法院已经立案了']
    expect(elsewhereIn(words, { ...complaint, kind: sure('report') })).toBe(null)
    expect(elsewhereIn(words, { ...complaint, urgency: sure('urgent') })).toBe(null)
    expect(elsewhereIn(words, { ...complaint, danger: 'lift' })).toBe(null)
  })
})

test.each([
  ['1027 不予受理：已向法院起诉', { way: 'court', reason: '已向法院起诉' }],
  ['1027 不属于受理范围，正在信访复查', { way: 'petitioning', reason: '正在信访复查' }],
  ['1027 请引导居民走劳动仲裁', { way: 'arbitration', reason: '请引导居民走劳动仲裁' }],
  ['1027 不予受理', { way: null, reason: '不予受理' }],
  ['1027 不属于我们受理范围', null],
  ['1027 不属于我们受理范围，退回', null],
  ['1027 不在我们办理范围，转派派出所', null],
  ['1027 已联系派出所一起去看', null],
])('said by staff: %s', (words, means) => {
  expect(readElsewhere(words)).toEqual(means)
})
