import type { Row } from './spoilt.ts'

const file = 'catalogue.csv'

export const catalogue: readonly Row[] = [
  [
    'a category that does not exist',
    { file, to: '9999,QS,,CG,,派单目录' },
    'catalogue.csv 第3行 category：没有编码为 9999 的类别（categories.csv；Excel 会吃掉开头的 0，请设为文本）',
  ],
  [
    'a unit that does not exist',
    { file, to: '0502,QS-XX,,CG,,派单目录' },
    'catalogue.csv 第3行 unit：没有编码为 QS-XX 的单位（org_units.csv）',
  ],
  [
    'an assistant that is no department',
    { file, to: '0502,QS-XF,,CG,PC|XX,派单目录' },
    'catalogue.csv 第3行 assist_handlers：没有编码为 XX 的部门，也不是 GRID、COMMUNITY、PROPERTY',
  ],
  [
    'hours that are none',
    { file, to: '0502,QS-XF,夜间,CG,,派单目录' },
    'catalogue.csv 第3行 hours：应为每天的时段，如 22:00-06:00（可以跨零点），或者空着',
  ],
  [
    'hours that end when they begin',
    { file, to: '0502,QS-XF,22:00-22:00,CG,,派单目录' },
    'catalogue.csv 第3行 hours：应为每天的时段，如 22:00-06:00（可以跨零点），或者空着',
  ],
  [
    'the same hours twice',
    { file, to: '0502,QS,22:00-06:00,CG,,派单目录' },
    'catalogue.csv 第3行 category+unit+hours：“0502 · QS · 22:00-06:00”在第2行已经有了',
  ],
  ['no source', { file, to: '0502,QS-XF,,CG,,' }, 'catalogue.csv 第3行 source：不能空着'],
]
