import { majorWords, staffRoleWords, yesNoWords } from './code-words.ts'
import { limit, limitNote, type SheetWords } from './column-words.ts'
import { mannerWords } from './manner-words.ts'

/** Limits by name. */
export const policySheet: SheetWords = {
  title: '办理时限',
  about: `各类诉求多久签收、多久办结、什么时候催办督办。时长写法：${limitNote}。`,
  columns: {
    name: { title: '名称', note: '类别里用的名称', required: true },
    source: { title: '依据', note: '写在哪份文件哪一条' },
    accept: { ...limit('签收'), required: true },
    resolve: { ...limit('办结'), required: true },
    around_the_clock: { title: '昼夜连算', note: '是：夜里也计时、也通知', words: yesNoWords },
    remind_at: { title: '提醒', note: `时限过了几成提醒，如 0.5|0.8` },
    escalate: { title: '超期报给', note: '超期多久报给谁，如 0m 社区书记|1wd 街道督办员' },
    when_urgent: { title: '急件按', note: '可空；另一种时限的名称' },
    when_emergency: { title: '紧急件按', note: '可空；另一种时限的名称' },
    extension_times: { title: '可延几次', note: '0 是不能延；空着是一次' },
    extension_at_most: limit('一次最多延', '空着同办结时限；'),
    extension_approved_by: { title: '谁批延期', note: '', words: staffRoleWords },
    meet_parties: limit('约见双方', '只用于纠纷；'),
    sessions_at_least: { title: '至少调解几次', note: '只用于纠纷' },
    sessions_within: limit('多久内调解', '只用于纠纷；'),
    hand_over_after: { title: '几次不成移交', note: '只用于纠纷' },
    hand_over_within: limit('移交时限', '只用于纠纷；'),
    hand_over_to: { title: '移交给', note: '部门编码', refers: 'departments' },
    report_same_day_if: { title: '当天上报', note: '只用于纠纷', words: majorWords },
    follow_up: { title: '回访', note: '如 15d 发消息|30d 上门' },
  },
}

/** What the street decides beside its limits, one item a line. */
export const mannerSheet: SheetWords = {
  title: '其他规定',
  about: `评价、免打扰、上班时间、催办、协办、考核和保存期限。空着的按程序的默认值，一个也不要写“无”。时长写法：${limitNote}。`,
  columns: {
    item: { title: '项目', note: '不要改', required: true, words: mannerWords },
    value: { title: '内容', note: '', words: yesNoWords, open: true },
  },
}
