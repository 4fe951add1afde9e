import { describe, expect, test } from 'vitest'
import { parsePolicies } from '../../db/street/read-policies.ts'
import { sayFault } from '../../db/street/street-fault.ts'

const plain = `quick:
  accept: 4wh
  resolve: 2wd
  remind_at: [0.5, 0.8]
  escalate:
    - {after: 0m, to: community_manager}
survey:
  remind_after: 2d
  close_after: 5d
  reopen_within: 7d
quiet_hours: {from: "21:30", to: "07:30"}
office_hours:
  - {from: "08:30", to: "12:00"}
`
const written = `${plain}head_checks: [vulnerable, all]
callback: {share: 0.25, within: 3wd, always: [negative, doubted]}
lasting: {after: 10d, answer_within: 4d, of: [joint], categories: ["0803"]}
survey_notes: {before: 10m, within: 24h}
`

const faultsOf = (text: string): string[] => {
  const read = parsePolicies(text)
  return read.ok ? [] : read.problem.map(sayFault)
}

test('what is written is read; what is not is as usual, and is not said', () => {
  const read = parsePolicies(written)
  expect(read.ok && read.value.aftercare).toEqual({
    headChecks: ['vulnerable', 'all'],
    callBack: {
      share: 0.25,
      within: { amount: 3, unit: 'workingDays' },
      always: ['negative', 'doubted'],
    },
    lasting: {
      after: { amount: 10, unit: 'days' },
      answerWithin: { amount: 4, unit: 'days' },
      of: ['joint'],
      categories: ['0803'],
    },
    noteBefore: { amount: 10, unit: 'minutes' },
    noteWithin: { amount: 24, unit: 'hours' },
  })
  const silent = parsePolicies(plain)
  expect(silent.ok && silent.value.aftercare).toBeFalsy()
})

const duration =
  '时长应写成 10m（分钟）、2h（小时）、4wh（工作小时）、5wd（工作日）或 30d（自然日），数字最多四位'

describe('a fault has its line', () => {
  test.each<[why: string, from: string, to: string, says: string]>([
    [
      'a kind of look nobody knows',
      '[vulnerable, all]',
      '[frail]',
      'policies.yaml 第14行 head_checks.0：不能写“frail”，只能是：vulnerable、relayed、all',
    ],
    [
      'percent for a share',
      '0.25',
      '25%',
      'policies.yaml 第15行 callback.share：应为 0 到 1 的小数',
    ],
    ['a share above all', '0.25', '1.5', 'policies.yaml 第15行 callback.share：应为 0 到 1 的小数'],
    [
      'a share below none',
      '0.25',
      '-0.1',
      'policies.yaml 第15行 callback.share：应为 0 到 1 的小数',
    ],
    [
      'a time to call without unit',
      '3wd',
      '3',
      `policies.yaml 第15行 callback.within：${duration}`,
    ],
    [
      'a reason to call nobody knows',
      '[negative, doubted]',
      '[angry]',
      'policies.yaml 第15行 callback.always.0：不能写“angry”，只能是：negative、unrated_emergency、doubted',
    ],
    [
      'a key of calls nobody knows',
      'share: 0.25',
      'share: 0.25, part: 1',
      'policies.yaml 第15行 callback：不认识 part',
    ],
    [
      'no time after which it is asked',
      'after: 10d, ',
      '',
      `policies.yaml 第16行 lasting.after：${duration}`,
    ],
    [
      'a kind that is asked about and nobody knows',
      '[joint]',
      '[everything]',
      'policies.yaml 第16行 lasting.of.0：不能写“everything”，只能是：reopened、joint、vulnerable、safety',
    ],
    [
      'a category whose zero is eaten',
      '"0803"',
      '"803"',
      'policies.yaml 第16行 lasting.categories.0：应为四位类别编码，加引号，如 "0803"',
    ],
    [
      'notes without a time',
      'before: 10m, ',
      '',
      `policies.yaml 第17行 survey_notes.before：${duration}`,
    ],
    [
      'a key of notes nobody knows',
      'within: 24h}',
      'within: 24h, after: 1h}',
      'policies.yaml 第17行 survey_notes：不认识 after',
    ],
  ])('%s', (_, from, to, says) => {
    expect(written).toContain(from)
    expect(faultsOf(written.replace(from, () => to))).toEqual([says])
  })
})

test('errands: what is written is read; without a source, or with no time at all, it is refused', () => {
  const errands = (accept: string, source = ', source: 本街道约定') =>
    `${plain}errands: {accept: ${accept}, done: 3wd, answer: 2d${source}}\n`
  const read = parsePolicies(errands('2wh'))
  expect(read.ok && read.value.errands).toEqual({
    accept: { amount: 2, unit: 'workingHours' },
    done: { amount: 3, unit: 'workingDays' },
    answer: { amount: 2, unit: 'days' },
    source: '本街道约定',
  })
  expect(faultsOf(errands('0m')).join()).toMatch(/errands.*应大于 0/s)
  expect(faultsOf(errands('2wh', '')).join()).toMatch(/errands.*缺少/s)
})
