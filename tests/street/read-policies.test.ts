import { describe, expect, test } from 'vitest'
import { parsePolicies } from '../../db/street/read-policies.ts'
import { sayFault } from '../../db/street/street-fault.ts'

const written = `# limits
quick:
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
  - {from: "13:00", to: "17:00"}
`

const faultsOf = (text: string): string[] => {
  const read = parsePolicies(text)
  return read.ok ? [] : read.problem.map(sayFault)
}

test('what is written is read', () => {
  const read = parsePolicies(written)
  expect(read.ok && read.value.officeHours).toEqual([
    { from: '08:30', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ])
  expect(read.ok && Object.keys(read.value.byName)).toEqual(['quick'])
})

const duration =
  '时长应写成 10m（分钟）、2h（小时）、4wh（工作小时）、5wd（工作日）或 30d（自然日），数字最多四位'
const time = '时刻应写成带引号的 "07:30" 这样，从 "00:00" 到 "23:59"'

describe('a fault has its line', () => {
  test.each<[why: string, from: string, to: string, says: string]>([
    ['no unit', '4wh', '4', `policies.yaml 第3行 quick.accept：${duration}`],
    ['a unit nobody knows', '2wd', '2周', `policies.yaml 第4行 quick.resolve：${duration}`],
    ['a minus', '2d', '-2d', `policies.yaml 第9行 survey.remind_after：${duration}`],
    ['a limit left out', '  accept: 4wh\n', '', `policies.yaml 第2行 quick.accept：${duration}`],
    [
      'a fraction above one',
      '0.8]',
      '1.5]',
      'policies.yaml 第5行 quick.remind_at.1：应小于 1，1 就是到期那一刻，由 escalate 管',
    ],
    [
      'percent for a fraction',
      '[0.5, 0.8]',
      '[50%]',
      'policies.yaml 第5行 quick.remind_at.0：应为 0 和 1 之间的小数',
    ],
    [
      'an office nobody holds',
      'community_manager',
      'boss',
      'policies.yaml 第7行 quick.escalate.0.to：“boss”不是职务，只能是：grid_worker、household_head、community_dispatcher、community_manager、department_officer、mediator、street_dispatcher、street_supervisor、street_leader',
    ],
    ['an unknown key', 'remind_at', 'remind', 'policies.yaml 第2行 quick：不认识 remind'],
    [
      'longer to accept than to resolve',
      '4wh',
      '3wd',
      'policies.yaml 第3行 quick.accept：签收时限比办结时限（resolve）还长',
    ],
    [
      'reminders out of order',
      '[0.5, 0.8]',
      '[0.8, 0.5]',
      'policies.yaml 第5行 quick.remind_at：应从小到大写，不能重复',
    ],
    [
      'a higher office told no later',
      '    - {after: 0m, to: community_manager}',
      '    - {after: 1d, to: community_manager}\n    - {after: 1h, to: street_leader}',
      'policies.yaml 第6行 quick.escalate：各级的 after 应一级比一级晚',
    ],
    [
      'what is late is told to nobody',
      '  escalate:\n    - {after: 0m, to: community_manager}',
      '  escalate: []',
      'policies.yaml 第6行 quick.escalate：至少写一级：超期了谁也不知道，就没有人催',
    ],
    [
      'more time allowed by who handles it',
      '  remind_at',
      '  extension: {approved_by: grid_worker}\n  remind_at',
      'policies.yaml 第5行 quick.extension.approved_by：“grid_worker”不能批准延期，只能是承办人以上的职务：community_dispatcher、community_manager、street_dispatcher、street_supervisor、street_leader',
    ],
    [
      'an urgent policy that is not there',
      '  remind_at',
      '  when: {urgent: rush}\n  remind_at',
      'policies.yaml 第5行 quick.when.urgent：没有叫“rush”的时限',
    ],
    [
      'a source without words',
      '  remind_at',
      '  source: 12\n  remind_at',
      'policies.yaml 第5行 quick.source：应为文字，写清依据哪份文件哪一条',
    ],
    [
      'a digest in the quiet hours',
      'office_hours:',
      'pings: {per_day: 5, digest_at: ["07:00", "17:00"]}\noffice_hours:',
      'policies.yaml 第13行 pings.digest_at.0：落在免打扰时段（quiet_hours）里',
    ],
    [
      'more digests than messages',
      'office_hours:',
      'pings: {per_day: 1, digest_at: ["09:00", "17:00"]}\noffice_hours:',
      'policies.yaml 第13行 pings.per_day：每天至少要够发 2 次汇总（digest_at）',
    ],
    [
      'digests out of order',
      'office_hours:',
      'pings: {per_day: 5, digest_at: ["17:00", "09:00"]}\noffice_hours:',
      'policies.yaml 第13行 pings.digest_at：应从早到晚写，不能重复',
    ],
    ['25 hours', '"21:30"', '"25:30"', `policies.yaml 第12行 quiet_hours.from：${time}`],
    ['a time without zero', '"07:30"', '7:30', `policies.yaml 第12行 quiet_hours.to：${time}`],
    [
      'office hours that end before they begin',
      '"17:00"',
      '"05:00"',
      'policies.yaml 第13行 office_hours：from 应早于 to',
    ],
    [
      'office hours that overlap',
      '"13:00"',
      '"11:00"',
      'policies.yaml 第13行 office_hours：各段应从早到晚写，不能重叠',
    ],
    [
      'weights that are not 100 together',
      'office_hours:',
      'assessment: {response: 20, on_time: 20, resolution: 25, satisfaction: 20, not_returned: 10, not_repeated: 0}\noffice_hours:',
      'policies.yaml 第13行 assessment：六项相加应为 100，现在是 95',
    ],
    [
      'a weight below nothing',
      'office_hours:',
      'assessment: {response: 20, on_time: 20, resolution: 30, satisfaction: 20, not_returned: 11, not_repeated: -1}\noffice_hours:',
      'policies.yaml 第13行 assessment.not_repeated：太小，至少 0',
    ],
    [
      'a weight nobody knows',
      'office_hours:',
      'assessment: {response: 20, on_time: 20, resolution: 25, satisfaction: 20, not_returned: 10, not_repeated: 5, smiles: 5}\noffice_hours:',
      'policies.yaml 第13行 assessment：不认识 smiles',
    ],
    [
      'a key written twice',
      'survey:',
      'quick: {}\nsurvey:',
      'policies.yaml 第8行：这一项写了两次（DUPLICATE_KEY）',
    ],
    [
      'survey left out',
      /survey:[\s\S]*7d\n/.exec(written)?.[0] ?? '',
      '',
      'policies.yaml survey：缺少这一项',
    ],
    [
      'a word where a group belongs',
      '{from: "21:30", to: "07:30"}',
      'none',
      'policies.yaml 第12行 quiet_hours：写的是“none”，应为一组“名字: 值”',
    ],
  ])('%s', (_, from, to, says) => {
    expect(written).toContain(from)
    expect(faultsOf(written.replace(from, () => to))).toEqual([says])
  })
})

test('who is told or asked must be there', () => {
  const text = written.replace(
    '  remind_at',
    '  extension: {times: 2}\n  hand_over: {after_failed_sessions: 2, within: 3wd, to: MT}\n  remind_at',
  )
  const offices = {
    ...{ roles: new Set(['street_leader']), departments: new Set(['SZ']) },
    communities: new Set(['QS-XF']),
  }
  const read = parsePolicies(text, offices)
  expect(read.ok ? [] : read.problem.map(sayFault)).toEqual([
    'policies.yaml 第9行 quick.escalate.0.to：没有人担任 community_manager（staff.csv）',
    'policies.yaml 第5行 quick.extension.approved_by：没有人担任 street_dispatcher（staff.csv）',
    'policies.yaml 第6行 quick.hand_over.to：没有编码为 MT 的部门（departments.csv）',
  ])
})

test('a public page is of a community that there is', () => {
  const offices = {
    ...{ roles: new Set(['street_leader', 'community_manager', 'street_dispatcher']) },
    ...{ departments: new Set<string>(), communities: new Set(['QS-XF']) },
  }
  const faults = (list: string) => {
    const read = parsePolicies(`${written.trimEnd()}\npublic_page:\n${list}`, offices)
    return read.ok ? [] : read.problem.map(sayFault)
  }
  expect(faults('  - all')).toEqual([])
  expect(faults('  - QS-XF')).toEqual([])
  const line = written.trimEnd().split('\n').length + 3
  expect(faults('  - QS-XF\n  - QS-XX')).toEqual([
    `policies.yaml 第${line}行 public_page.1：没有编码为 QS-XX 的社区或村（org_units.csv）`,
  ])
})

test('a source, more time and what holds for urgent matters are read', () => {
  const read = parsePolicies(
    written.replace(
      '  remind_at',
      '  source: 某市条例第24条\n  when: {urgent: quick}\n  extension: {times: 0}\n  remind_at',
    ),
  )
  expect(read.ok && read.value.byName.quick).toMatchObject({
    source: '某市条例第24条',
    when: { urgent: 'quick' },
    extension: {
      times: 0,
      atMost: { amount: 2, unit: 'workingDays' },
      approvedBy: 'street_dispatcher',
    },
  })
})

test('all faults come together', () => {
  const spoilt = written.replace('4wh', 'soon').replace('7d', 'later').replace('"12:00"', 'noon')
  expect(faultsOf(spoilt)).toEqual([
    `policies.yaml 第11行 survey.reopen_within：${duration}`,
    `policies.yaml 第14行 office_hours.0.to：${time}`,
    `policies.yaml 第3行 quick.accept：${duration}`,
  ])
})

test.each(['', '- a\n- b\n', 'just words', '{', 'a: &x [*x]', '\t- no'])(
  'what is no policy file is refused: %j',
  (text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0)
  },
)

test('what is late is told to the community where nothing else is written', () => {
  const read = parsePolicies(written.replace(/ {2}escalate:\n.*\n/, ''))
  expect(read.ok && read.value.byName.quick?.escalate).toEqual([
    { after: { amount: 0, unit: 'minutes' }, to: 'community_dispatcher' },
  ])
})
