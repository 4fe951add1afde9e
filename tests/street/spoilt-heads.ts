import type { Row } from './spoilt.ts'

export const heads: readonly Row[] = [
  [
    'a head of a unit that does not exist',
    { file: 'household_heads.csv', to: 'S027,,,QS-YY,李家湾,七组,,,2026-01-01,,QS-LJ' },
    'household_heads.csv 第20行 unit：没有编码为 QS-YY 的单位（org_units.csv）',
  ],
  [
    'a head of a whole community',
    { file: 'household_heads.csv', to: 'S027,,,QS-LJ,李家湾,七组,,,2026-01-01,,QS-LJ' },
    'household_heads.csv 第20行 unit：户长应属于 household_group、grid，而 QS-LJ 是 village',
  ],
  [
    'a head whom a grid confirmed',
    { file: 'household_heads.csv', to: 'S027,,,QS-LJ-01-H1,李家湾,七组,,,2026-01-01,,QS-LJ-01' },
    'household_heads.csv 第20行 confirmed_by：确认户长的单位应属于 community、village，而 QS-LJ-01 是 grid',
  ],
  [
    'a place that is none',
    { file: 'household_heads.csv', to: 'S027,,,QS-LJ-01-H1,王家湾,七组,,,2026-01-01,,QS-LJ' },
    'household_heads.csv 第20行 place：没有叫“王家湾”的地点（places.csv）',
  ],
  [
    'somebody in another office',
    { file: 'household_heads.csv', to: 'S010,,,QS-LJ-01-H1,李家湾,七组,,,2026-01-01,,QS-LJ' },
    'household_heads.csv 第20行 person：S010 在 staff.csv 里不是 household_head',
  ],
  [
    'a neighbour without a name',
    { file: 'household_heads.csv', to: 'H02,,wx-r-040,QS-HB-02,河滨新村,17,1,,2026-01-01,,QS-HB' },
    'household_heads.csv 第20行 name：H02 不在 staff.csv 里，要写姓名；账号写在 account，或用绑定码绑定',
  ],
  [
    'the account of somebody in office',
    {
      file: 'household_heads.csv',
      to: 'H02,何桂香,wx-staff-010,QS-HB-02,河滨新村,17,1,,2026-01-01,,QS-HB',
    },
    'household_heads.csv 第20行 account：staff.csv 里已有这个账号，person 写那个人的 id 即可',
  ],
  [
    'a term that ends before it begins',
    {
      file: 'household_heads.csv',
      to: 'H02,何桂香,,QS-HB-02,河滨新村,17,1,,2026-03-01,2026-02-28,QS-HB',
    },
    'household_heads.csv 第20行 until：任期的结束早于开始',
  ],
  [
    'two heads for the same households',
    { file: 'household_heads.csv', to: 'S028,,,QS-LJ-01-H2,李家湾,一组,,10-12,2028-12-31,,QS-LJ' },
    'household_heads.csv 第20行 range：这些户在同一时间已归第4行的户长',
  ],
  [
    'an entrance in words',
    { file: 'household_heads.csv', to: 'H02,何桂香,,QS-HB-02,河滨新村,17,一,,2026-01-01,,QS-HB' },
    'household_heads.csv 第20行 entrances：应为单元号，多个用 | 隔开',
  ],
  [
    'a day that does not exist',
    {
      file: 'household_heads.csv',
      to: 'H02,何桂香,,QS-HB-02,河滨新村,17,1,,2026-02-30,,QS-HB',
    },
    'household_heads.csv 第20行 from：应为日期，如 2026-10-01',
  ],
]
