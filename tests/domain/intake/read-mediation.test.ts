import { describe, expect, test } from 'vitest'
import { readMediation } from '../../../src/domain/intake/read-mediation.ts'
import type { SaidOfQuarrel } from '../../../src/domain/intake/said-of-quarrel.ts'
import type { PeoplesStep } from '../../../src/domain/mediation/step.ts'
import { aBook, at } from '../../support/builders.ts'

// a Monday
const now = at('2026-03-02 09:00')
const book = aBook()
const read = (words: string): SaidOfQuarrel | null => readMediation(words, now, book)
const both = ['applicant', 'respondent'] as const

describe('what mediators say of a quarrel, in their own words', () => {
  test.each<[string, PeoplesStep]>([
    ['1031号 双方同意调解', { kind: 'consent', sides: both, agrees: true }],
    ['两家都愿意坐下来谈', { kind: 'consent', sides: both, agrees: true }],
    ['1031 经做工作，双方都同意接受社区调解', { kind: 'consent', sides: both, agrees: true }],
    ['1031号 对方也同意见面了', { kind: 'consent', sides: ['respondent'], agrees: true }],
    ['1031号 反映人同意调解', { kind: 'consent', sides: ['applicant'], agrees: true }],
    ['1031号 楼上不同意调解', { kind: 'consent', sides: ['respondent'], agrees: false }],
    ['1031号 对方明确拒绝调解', { kind: 'consent', sides: ['respondent'], agrees: false }],
    ['1031号 双方都不愿意谈', { kind: 'consent', sides: both, agrees: false }],
    ['1031号 对方是楼上那户，姓钱', { kind: 'party', called: '楼上那户，姓钱' }],
    [
      '1031号 明天下午3点在社区调解室见面',
      { kind: 'appoint', heldAt: at('2026-03-03 15:00'), place: '社区调解室' },
    ],
    [
      '1031号 周四上午九点半，在居委会二楼会议室调解',
      { kind: 'appoint', heldAt: at('2026-03-05 09:30'), place: '居委会二楼会议室' },
    ],
    ['1031号 已见过双方：都在气头上', { kind: 'met', text: '都在气头上' }],
    ['1031号 今天和双方见面了', { kind: 'met', text: '' }],
    [
      '1031号 第一次调解没谈成：赔多少说不到一块',
      { kind: 'hold', outcome: 'failed', record: '赔多少说不到一块' },
    ],
    [
      '1031号 第二次调解失败：一方中途走了',
      { kind: 'hold', outcome: 'failed', record: '一方中途走了' },
    ],
    [
      '1031号 今天谈崩了，一个要八百，一个只肯给三百',
      { kind: 'hold', outcome: 'failed', record: '今天谈崩了，一个要八百，一个只肯给三百' },
    ],
    [
      '1031号 这次调解改天再谈：等防水检测结果',
      { kind: 'hold', outcome: 'adjourned', record: '等防水检测结果' },
    ],
    [
      '1031号 调解成功：楼上修防水，赔八百元，3月20日前付清',
      {
        kind: 'settle',
        content: '楼上修防水，赔八百元，3月20日前付清',
        performBy: '2026-03-20',
        oral: false,
      },
    ],
    [
      '1031号 双方达成口头协议，以后九点后不练琴',
      { kind: 'settle', content: '以后九点后不练琴', performBy: null, oral: true },
    ],
    ['1031号 移交矛调中心', { kind: 'handOver', reason: '' }],
    [
      '1031号 转街道矛盾纠纷多元调处化解中心，两次都没谈拢',
      { kind: 'handOver', reason: '两次都没谈拢' },
    ],
    ['1031号 重大：牵涉三十多户', { kind: 'major', reason: '牵涉三十多户' }],
    ['1031号 终止调解：一方不再来', { kind: 'fail', reason: '一方不再来' }],
    ['1031号 调解不成，已告知可以走诉讼途径', { kind: 'fail', reason: '已告知可以走诉讼途径' }],
    [
      '1031号 双方去法院了，案号（2026）鲁0102民初345号',
      { kind: 'inProcedure', way: 'court', reference: '（2026）鲁0102民初345号' },
    ],
    [
      '1031号 对方申请了劳动仲裁，受理号：青劳仲2026-18',
      { kind: 'inProcedure', way: 'arbitration', reference: '青劳仲2026-18' },
    ],
    ['1031号 已履行', { kind: 'perform', kept: true, text: '' }],
    ['1031号 协议已全部履行：钱当面点清', { kind: 'perform', kept: true, text: '钱当面点清' }],
    ['1031号 没有履行：钱还没给', { kind: 'perform', kept: false, text: '钱还没给' }],
    ['1031号 对方没按协议履行', { kind: 'perform', kept: false, text: '' }],
    ['1031号 已回访：两家和睦', { kind: 'visit', text: '两家和睦' }],
    ['1031号 双方已申请司法确认', { kind: 'confirm', applied: true }],
    ['1031号 双方不申请司法确认', { kind: 'confirm', applied: false }],
  ])('%s', (words, step) => {
    expect(read(words)).toEqual({ kind: 'step', step })
  })

  test.each<[string, string]>([
    ['1031号 同意调解', 'who'],
    ['1031号 明天在社区调解室见面', 'time'],
    ['1031号 明天下午3点见面', 'place'],
    ['1031号 约双方见面', 'time'],
    ['1031号 第一次调解没谈成', 'record'],
    ['1031号 调解成功', 'content'],
    ['1031号 终止调解', 'reason'],
    ['1031号 重大疑难', 'reason'],
    ['1031号 双方去法院了', 'reference'],
    ['1031号 进入其他程序', 'way'],
    ['1031号 已回访', 'visit'],
  ])('%s lacks its %s', (words, lack) => {
    expect(read(words)).toEqual({ kind: 'lacks', lack })
  })

  test('the centre registers', () => {
    expect(read('1031号 已登记')).toEqual({ kind: 'registered' })
    expect(read('1031号 中心已受理')).toEqual({ kind: 'registered' })
  })

  test.each([
    '1031号 签收',
    '1031号 办结：两家和好了',
    '1031号 退回：不在本网格',
    '1031号 双方同意调解吗？',
    '1031号 对方扬言要去法院',
    '1031号 今天去看了，门没开',
    '1031号 申请延期3天，等鉴定',
    '1031号 转城管',
    '1031号 怎么移交矛调中心',
    '',
  ])('%s is none of it', (words) => {
    expect(read(words)).toBeNull()
  })

  test('long and hostile words are read in no time', () => {
    const began = performance.now()
    for (const piece of ['已经', '都表示', '双方', '1031', '按协议', '调解，', '没有', '第一次'])
      read(piece.repeat(5_000))
    expect(performance.now() - began).toBeLessThan(500)
  })
})
