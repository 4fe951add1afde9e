import type { Beside, Figure } from '../../domain/numbers/figure.ts'
import { type Figures, type Measure, measures } from '../../domain/numbers/figures.ts'
import type { Part, Report } from '../../domain/numbers/report.ts'
import type { Cell, Table } from './document.ts'
import type { Ledger } from './ledger.ts'
import { assessedWords, besideWords, measureWords, periodWords } from './measure-words.ts'
import { groupName, periodName, scopeName } from './names.ts'

/** Every number of this period and of the one before, with what stands beside it. */
export function overview({ kind, scope, book, figures, previous }: Report, ledger: Ledger): Table {
  const { now, last } = periodWords[kind]
  const whose = scopeName(scope, book)
  return {
    title: '主要指标',
    columns: [
      { title: '指标', width: 10 },
      { title: now, width: 8 },
      { title: last, width: 8 },
      { title: '另列（不折算）', width: 40 },
    ],
    rows: measures.map((measure) => [
      measureWords[measure].name,
      ledger.cell(`${whose} ${now}`, measure, figures),
      ledger.cell(`${whose} ${last}`, measure, previous.figures),
      besideText(figures[measure]),
    ]),
  }
}

const besideText = ({ beside }: Figure): string =>
  (Object.entries(beside) as [Beside, readonly number[]][])
    .filter(([, numbers]) => numbers.length > 0)
    .map(([what, numbers]) => `${besideWords[what]}${numbers.length}件`)
    .join('，')

const titles = { place: '分片区', department: '分部门', category: '分类别' } as const

/** Only where departments stand beside each other: they owe to what others lead. */
const ofDepartments: readonly Measure[] = ['partsOpen', 'partsLate']

const usual: readonly Measure[] = [
  ...(['registered', 'resolved', 'inHand', 'response', 'onTime'] as const),
  ...(['resolution', 'satisfaction', 'overdue', 'returned', 'repeated'] as const),
]

/** The parts of a scope, each with its numbers; the bar is as long as its share of the largest. */
export function groupTables(
  { groups, book, scope, kind, figures }: Report,
  ledger: Ledger,
): Table[] {
  const total = { name: `${scopeName(scope, book)} ${periodWords[kind].now}`, figures }
  return groups.map(({ by, parts }) =>
    partsTable(
      titles[by],
      parts.map(({ name, figures: own }) => ({ name: groupName(name, book), figures: own })),
      // what goes from one department to another is in the numbers of both
      by === 'department' ? null : total,
      ledger,
      by === 'department' ? [...usual, ...ofDepartments] : usual,
    ),
  )
}

/** The shorter periods that it is made of. */
export const courseTable = ({ course, scope, book }: Report, ledger: Ledger): Table =>
  partsTable(
    '走势',
    course.map(({ name, figures }) => ({
      name: `${scopeName(scope, book)} ${periodName(name)}`,
      figures,
    })),
    null,
    ledger,
  )

function partsTable(
  title: string,
  parts: readonly Part<string>[],
  total: Part<string> | null,
  ledger: Ledger,
  shown: readonly Measure[] = usual,
): Table {
  const most = Math.max(1, ...parts.map(({ figures }) => figures.registered.size))
  const row = ({ name, figures }: Part<string>, bar: Cell): Cell[] => [
    name,
    bar,
    ...shown.map((measure) => ledger.cell(name, measure, figures)),
    notRated(figures),
    figures.registered.beside.setAside?.length ?? 0,
  ]
  return {
    title,
    columns: [
      { title: '名称', width: 14 },
      { title: '登记多少', width: 10 },
      ...shown.map((measure) => ({ title: measureWords[measure].name, width: 7 })),
      { title: '未评价', width: 6 },
      { title: '剔除', width: 5 },
    ],
    rows: [
      ...parts.map((part) =>
        row(part, { kind: 'bar', length: part.figures.registered.size / most }),
      ),
      ...(total ? [['合计', ...row(total, '').slice(1)]] : []),
    ],
  }
}

/** Closed without a rating, and answered without one yet. */
const notRated = ({ resolution: { beside } }: Figures): number =>
  (beside.unrated?.length ?? 0) + (beside.awaiting?.length ?? 0)

/** With less of the 100 behind it, a total says nothing. */
const enoughWeight = 50

/** The 100-point assessment, in the order of the units: no ranking. */
export function assessmentTable({ assessments, book }: Report, ledger: Ledger): Table {
  const items = assessments[0]?.assessment.points ?? []
  return {
    title: '百分制考核',
    columns: [
      { title: '单位', width: 14 },
      { title: '得分', width: 6 },
      { title: '有数据的分值', width: 8 },
      ...items.map(({ what, weight }) => ({
        title: `${assessedWords[what]}（${weight}分）`,
        width: 9,
      })),
    ],
    rows: assessments.map(({ name, figures, assessment }) => {
      const whose = groupName(name, book)
      for (const measure of [
        'response',
        'onTime',
        'resolution',
        'satisfaction',
        'returned',
        'repeated',
      ] as const)
        ledger.cell(whose, measure, figures)
      return [
        whose,
        assessment.weighed < enoughWeight ? '数据不足' : (assessment.total ?? '—'),
        assessment.weighed,
        ...assessment.points.map(({ points }) =>
          points === null ? '—' : Math.round(points * 10) / 10,
        ),
      ]
    }),
  }
}
