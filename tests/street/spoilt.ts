import type { Change } from './street-files.ts'

/** One thing spoilt in the sample street, and what must be said of it. */
export type Row = readonly [why: string, spoilt: Change, says: string]

export const units: readonly Row[] = [
  [
    'a parent that does not exist',
    { file: 'org_units.csv', from: 'QS-XF-01,QS-XF,', to: 'QS-XF-01,QS-XX,' },
    'org_units.csv 第7行 parent：没有编码为 QS-XX 的单位（org_units.csv）',
  ],
  [
    'a kind that does not exist',
    { file: 'org_units.csv', from: 'QS-LJ,QS,village', to: 'QS-LJ,QS,villege' },
    'org_units.csv 第6行 kind：不能写“villege”，只能是：street、community、village、grid、household_group',
  ],
  [
    'a grid in a grid',
    { file: 'org_units.csv', to: 'QS-XF-99,QS-XF-01,grid,新网格,' },
    'org_units.csv 第40行 parent：grid 的上级应为 community、village，而 QS-XF-01 是 grid',
  ],
  [
    'a circle',
    { file: 'org_units.csv', to: 'A,B,grid,甲,\nB,A,community,乙,' },
    'org_units.csv 第40行 parent：上级绕成了圈：A → B → A',
  ],
  [
    'a community without a street',
    { file: 'org_units.csv', from: 'QS-HB,QS,', to: 'QS-HB,,' },
    'org_units.csv 第4行 parent：community 要写上级，上级应为：street',
  ],
  [
    'a second street',
    { file: 'org_units.csv', to: 'HX,,street,红星街道,' },
    'org_units.csv 第40行 kind：应有且只有一个 street，现有 2 个',
  ],
  [
    'a code given twice',
    { file: 'org_units.csv', to: 'QS-XF-01,QS-XF,grid,又一个,' },
    'org_units.csv 第40行 code：“QS-XF-01”在第7行已经有了',
  ],
]

export const places: readonly Row[] = [
  [
    'a range nobody can read',
    { file: 'places.csv', from: '1-4,栋,3,18', to: '1到底,栋,3,18' },
    'places.csv 第2行 range：“1到底”看不懂，应写成 1-4、A1-A6、B 或 三组 这样，多段用逗号隔开',
  ],
  [
    'two grids for one building',
    { file: 'places.csv', from: '5-8,栋,3,18', to: '4-8,栋,3,18' },
    'places.csv 第3行 range：“幸福里小区”的 4-8 里有的楼号在第2行已经划给 QS-XF-01',
  ],
  [
    'two grids for one landmark',
    { file: 'places.csv', to: 'QS-ZQ-01,landmark,滨河公园,,,,,' },
    'places.csv 第27行 range：整个“滨河公园”在第13行已经划给 QS-HB-05',
  ],
  [
    'a place given to a community',
    { file: 'places.csv', from: 'QS-XF-06,road', to: 'QS-XF,road' },
    'places.csv 第7行 grid：地点应属于 grid，而 QS-XF 是 community',
  ],
  [
    'floors in words',
    { file: 'places.csv', from: '9-12,栋,2,11', to: '9-12,栋,2,十一' },
    'places.csv 第4行 floors：应为 1 到 999 的整数，或者空着',
  ],
]

export const people: readonly Row[] = [
  [
    'a department that does not exist',
    { file: 'staff.csv', from: 'QS,CG,wx-staff-045', to: 'QS,CGJ,wx-staff-045' },
    'staff.csv 第46行 department：没有编码为 CGJ 的部门（departments.csv）',
  ],
  [
    'a role that does not exist',
    { file: 'staff.csv', from: 'S009,朱卫东,grid_worker', to: 'S009,朱卫东,网格员' },
    'staff.csv 第10行 role：不能写“网格员”，只能是：grid_worker、household_head、community_dispatcher、community_manager、department_officer、mediator、street_dispatcher、street_supervisor、street_leader',
  ],
  [
    'a grid worker without a grid',
    { file: 'staff.csv', from: 'grid_worker,QS-XF-01', to: 'grid_worker,QS-XF' },
    'staff.csv 第10行 unit：grid_worker 应属于 grid，而 QS-XF 是 community',
  ],
  [
    'an officer without a department',
    { file: 'staff.csv', from: 'QS,CG,wx-staff-045', to: 'QS,,wx-staff-045' },
    'staff.csv 第46行 department：承办人要写部门',
  ],
  [
    'a phone as Excel spoils it',
    { file: 'staff.csv', from: '13800000001', to: '1.38E+10' },
    'staff.csv 第2行 phone：只能有数字、空格和短横（Excel 若写成 1.38E+10，请把这一列设为文本）',
  ],
  [
    'an account used twice',
    { file: 'staff.csv', from: 'ou_staff_002', to: 'ou_staff_001' },
    'staff.csv 第3行 lark_id：“ou_staff_001”在第2行已经有了',
  ],
  [
    'a member nobody knows',
    { file: 'members.csv', to: 'room-xf-1,wx-r-999,谁' },
    'members.csv 第259行 person：没有账号为 wx-r-999 的人（residents.csv 的 id 或 staff.csv 的 wechat_id）',
  ],
  [
    'a member twice in a group',
    { file: 'members.csv', to: 'room-xf-1,wx-r-001,又来' },
    'members.csv 第259行 room+person：“room-xf-1 · wx-r-001”在第2行已经有了',
  ],
  [
    'a resident with the account of staff',
    { file: 'residents.csv', to: 'wx-staff-001,冒名' },
    'staff.csv 第2行 wechat_id：居民表里已有这个账号',
  ],
]

export const others: readonly Row[] = [
  [
    'a room of no unit',
    { file: 'rooms.csv', from: '业主群①,QS-XF,', to: '业主群①,QS-YY,' },
    'rooms.csv 第2行 unit：没有编码为 QS-YY 的单位（org_units.csv）',
  ],
  [
    'a default place that is none',
    { file: 'rooms.csv', from: ',阳光花园\n', to: ',月光花园\n' },
    'rooms.csv 第3行 default_place：没有叫“月光花园”的地点（places.csv）',
  ],
  [
    'a code whose zero Excel has eaten',
    { file: 'categories.csv', from: '0101,', to: '101,' },
    'categories.csv 第2行 code：应为四位数字，如 0101（Excel 会吃掉开头的 0，请把这一列设为文本）',
  ],
  [
    'a policy nobody wrote',
    { file: 'categories.csv', from: 'SZ,standard,no', to: 'SZ,normal,no' },
    'categories.csv 第2行 deadline_policy：policies.yaml 里没有“normal”，只有：emergency、urgent、quick、standard、complex、consult、mediation',
  ],
  [
    'a handler that is none',
    { file: 'categories.csv', from: 'report,SZ,', to: 'report,SHIZHENG,' },
    'categories.csv 第2行 lead_handler：没有编码为 SHIZHENG 的部门，也不是 GRID、COMMUNITY、PROPERTY',
  ],
  [
    'an answer other than yes and no',
    { file: 'categories.csv', from: 'SZ,standard,no', to: 'SZ,standard,否' },
    'categories.csv 第2行 confidential：不能写“否”，只能是：yes、no',
  ],
  [
    'whether it is only counted, neither yes nor no',
    { file: 'categories.csv', from: 'no,yes\n', to: 'no,是\n' },
    'categories.csv 第47行 counted_only：不能写“是”，只能是：yes、no',
  ],
  [
    'an estate that does not exist',
    { file: 'departments.csv', from: 'estate:阳光花园', to: 'estate:月光花园' },
    'departments.csv 第19行 scope：没有叫“月光花园”的地点（places.csv）',
  ],
  [
    'two companies for one estate',
    { file: 'departments.csv', to: 'WY5,第二物业,,estate:阳光花园,物业企业' },
    'departments.csv 第27行 scope：“阳光花园”已有物业 WY2，一个小区只能有一家',
  ],
  [
    'a make-up day in the middle of the week',
    { file: 'calendar/2026.csv', to: '2026-12-30,make_up,元旦' },
    'calendar/2026.csv 第43行 day：调休上班日应是周六或周日',
  ],
  [
    'a day of another year',
    { file: 'calendar/2026.csv', to: '2027-01-01,holiday,元旦' },
    'calendar/2026.csv 第43行 day：应在 2026 年里',
  ],
  [
    'a day that does not exist',
    { file: 'calendar/2026.csv', to: '2026-02-30,holiday,元旦' },
    'calendar/2026.csv 第43行 day：应为日期，如 2026-10-01',
  ],
]

export const presence: readonly Row[] = [
  [
    'a leader on duty whom nobody knows',
    { file: 'duty.csv', to: '周一,QS,S999' },
    'duty.csv 第11行 person：没有编号为 S999 的工作人员（staff.csv）',
  ],
  [
    'a weekday nobody knows',
    { file: 'duty.csv', to: '礼拜一,QS,S042' },
    'duty.csv 第11行 on：应为日期，如 2026-10-01，或者 周一、周二、周三、周四、周五、周六、周日',
  ],
  [
    'a unit of the roster that does not exist',
    { file: 'duty.csv', to: '周一,QS-YY,S042' },
    'duty.csv 第11行 unit：没有编码为 QS-YY 的单位（org_units.csv）',
  ],
  [
    'the same duty twice',
    { file: 'duty.csv', to: '周一,QS,S042' },
    'duty.csv 第11行 on+unit+person：“周一 · QS · S042”在第3行已经有了',
  ],
  [
    'an absence that ends before it begins',
    { file: 'absences.csv', to: 'S010,2026-03-05,2026-03-04,S011' },
    'absences.csv 第3行 until：结束不能早于开始',
  ],
  [
    'a deputy of oneself',
    { file: 'absences.csv', to: 'S010,2026-03-05,2026-03-06,S010' },
    'absences.csv 第3行 deputy：不能由本人代办',
  ],
  [
    'a deputy nobody knows',
    { file: 'absences.csv', to: 'S010,2026-03-05,2026-03-06,S999' },
    'absences.csv 第3行 deputy：没有编号为 S999 的工作人员（staff.csv）',
  ],
  [
    "a company's officer in a grid worker's place",
    { file: 'absences.csv', to: 'S010,2026-03-05,2026-03-06,S061' },
    'absences.csv 第3行 deputy：物业企业的人只能代办本企业的事',
  ],
]

export const knowledge: readonly Row[] = [
  [
    'an answer for a unit that does not exist',
    { file: 'knowledge.csv', to: 'K99,几点开会,九点,社区,,QS-XF|QS-YY,' },
    'knowledge.csv 第57行 units：没有编码为 QS-YY 的单位（org_units.csv）',
  ],
  [
    'a category whose zero Excel has eaten',
    { file: 'knowledge.csv', to: 'K99,几点开会,九点,社区,101,,' },
    'knowledge.csv 第57行 categories：没有编码为 101 的类别（categories.csv；Excel 会吃掉开头的 0，请设为文本）',
  ],
  [
    'a day that does not exist',
    { file: 'knowledge.csv', to: 'K99,几点开会,九点,社区,,,2026-02-30' },
    'knowledge.csv 第57行 valid_until：应为日期，如 2026-10-01，或者空着',
  ],
  [
    'an id given twice',
    { file: 'knowledge.csv', to: 'K01,几点开会,九点,社区,,,' },
    'knowledge.csv 第57行 id：“K01”在第3行已经有了',
  ],
  [
    'no question',
    { file: 'knowledge.csv', to: 'K99,,九点,社区,,,' },
    'knowledge.csv 第57行 questions：不能空着',
  ],
  [
    'only signs for a question',
    { file: 'knowledge.csv', to: 'K99,||,九点,社区,,,' },
    'knowledge.csv 第57行 questions：不能空着',
  ],
  [
    'no source',
    { file: 'knowledge.csv', to: 'K99,几点开会,九点,,,,' },
    'knowledge.csv 第57行 source：不能空着',
  ],
  [
    'an answer too long for a group',
    { file: 'knowledge.csv', to: `K99,几点开会,${'很长'.repeat(101)},社区,,,` },
    'knowledge.csv 第57行 answer：不能超过200字，要在群里一条说完',
  ],
  [
    'two answers to one question',
    { file: 'knowledge.csv', to: 'K99,几点开会|居住证怎么办理,九点,社区,,,' },
    'knowledge.csv 第57行 questions：“居住证怎么办理”在第3行已经有答复',
  ],
]
