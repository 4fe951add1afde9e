import type { Report } from '../../domain/numbers/report.ts'
import type { Warning } from '../../domain/numbers/warnings.ts'
import type { Chapter, Document } from './document.ts'
import { headsChapter } from './heads.ts'
import { itemsChapter } from './items.ts'
import { type Ledger, openLedger, ranges } from './ledger.ts'
import { listing } from './listing.ts'
import { periodWords, reportWords } from './measure-words.ts'
import { asOfText, groupName, periodName, scopeName, wholeName } from './names.ts'
import { quarrelChapter } from './quarrels.ts'
import { assessmentTable, courseTable, groupTables, overview } from './tables.ts'

/** A report in words and tables: the words follow the numbers, and each number is in the last chapter. */
export function sayReport(report: Report): Document {
  const { kind, scope, book, period } = report
  const ledger = openLedger()
  const chapters = [
    overviewChapter(report, ledger),
    ...chapterOf('分组', groupTables(report, ledger)),
    ...chapterOf('走势', report.course.length > 0 ? [courseTable(report, ledger)] : []),
    ...assessmentChapter(report, ledger),
    ...quarrelChapter(report, ledger),
    ...warningChapter(report),
    ...itemsChapter(report),
    ...headsChapter(report),
    ...pingChapter(report),
    listChapter(report),
  ]
  return {
    title: `${wholeName(scope, book)}居民诉求${reportWords[kind]}`,
    heading: [periodName(period), asOfText(report)],
    chapters,
    definitions: ledger.chapter(),
  }
}

const chapterOf = (title: string, tables: Chapter['tables']): Chapter[] =>
  tables.length > 0 ? [{ title, paragraphs: [], tables }] : []

/** What staff were called for, so that it can be seen whether the budget was kept. */
const pingChapter = ({ pings }: Report): Chapter[] =>
  pings
    ? [
        {
          title: '消息打扰',
          paragraphs: [
            `给${pings.people}名工作人员发出不急的消息${pings.messages}条（一次汇总算一条，紧急告警和当面答复不算）；一人一天最多${pings.most}条，上限${pings.perDay}条。`,
          ],
          tables: [],
        },
      ]
    : []

function overviewChapter(report: Report, ledger: Ledger): Chapter {
  return {
    title: '概况',
    paragraphs: [sayCounts(report, ledger), sayRates(report, ledger), ...sayTrades(report, ledger)],
    tables: [overview(report, ledger)],
  }
}

function sayCounts({ kind, scope, book, figures, previous }: Report, ledger: Ledger): string {
  const { now, last } = periodWords[kind]
  const whose = `${scopeName(scope, book)} ${now}`
  const say = (measure: Parameters<Ledger['words']>[1]) => ledger.words(whose, measure, figures)
  const more = figures.registered.size - previous.figures.registered.size
  const than =
    more === 0 ? `与${last}持平` : `比${last}${more > 0 ? '多' : '少'}${Math.abs(more)}件`
  const late = figures.overdue.size
  return [
    `${now}登记诉求${say('registered')}（${than}），涉及${say('households')}；`,
    `办结${say('resolved')}，期末在办${say('inHand')}。`,
    late > 0 ? `${now}有${say('overdue')}超过办结时限。` : `${now}没有超期。`,
    figures.reopened.size > 0 ? `因没有解决而重办${say('reopened')}。` : '',
    figures.returned.size > 0 ? `退回${say('returned')}。` : '',
    figures.partsLate.size > 0 ? `协办任务${say('partsLate')}超期。` : '',
  ].join('')
}

function sayRates({ kind, scope, book, figures }: Report, ledger: Ledger): string {
  const whose = `${scopeName(scope, book)} ${periodWords[kind].now}`
  const say = (measure: Parameters<Ledger['words']>[1]) => ledger.words(whose, measure, figures)
  const { unrated = [], awaiting = [] } = figures.resolution.beside
  const setAside = figures.registered.beside.setAside ?? []
  return [
    `响应率${say('response')}，按时办结率${say('onTime')}，解决率${say('resolution')}，满意率${say('satisfaction')}。`,
    `另有未评价结案${unrated.length}件、待评价${awaiting.length}件，登记后剔除${setAside.length}件，都不折算进以上比率。`,
  ].join('')
}

/** What was told most, in reports that look for what petitions have in common. */
function sayTrades({ groups, book }: Report, ledger: Ledger): string[] {
  const parts = groups.find(({ by }) => by === 'category')?.parts ?? []
  const most = parts
    .filter(({ name, figures }) => name.name.kind === 'category' && figures.registered.size > 0)
    .sort((a, b) => b.figures.registered.size - a.figures.registered.size)
    .slice(0, 3)
  if (most.length === 0) return []
  const said = most.map(({ name, figures }) => {
    const whose = groupName(name, book)
    return `${whose}${ledger.words(whose, 'registered', figures)}`
  })
  return [`反映最多的是${said.join('、')}。`]
}

function assessmentChapter(report: Report, ledger: Ledger): Chapter[] {
  if (report.assessments.length === 0) return []
  return [
    {
      title: '考核',
      paragraphs: [
        '各项得分为比率乘以分值（退回、重复按没有发生的占比）。没有数据的一项不计，其余按比例折算成百分；有数据的分值不到50分的不给总分。按单位编码排列，不作排名。',
      ],
      tables: [assessmentTable(report, ledger)],
    },
  ]
}

function warningChapter({ warnings, book }: Report): Chapter[] {
  if (warnings.length === 0) return []
  return [
    {
      title: '预警',
      paragraphs: [
        '以下事项近7天明显多于本地过去几周同样的7天：超过中位数加三倍的平常波动，且不少于4件。',
      ],
      tables: [
        {
          title: '增长明显的事项',
          columns: [
            { title: '地方', width: 14 },
            { title: '事项', width: 12 },
            { title: '近7天', width: 6 },
            { title: '过去各周（近的在前）', width: 20 },
            { title: '中位数', width: 6 },
            { title: '诉求编号', width: 30 },
          ],
          rows: warnings.map((warning) => [
            scopeName({ unit: warning.unit }, book),
            tradeName(warning, book),
            warning.numbers.length,
            warning.past.join('、'),
            warning.usual,
            ranges([...warning.numbers].sort((a, b) => a - b)),
          ]),
        },
      ],
    },
  ]
}

const tradeName = ({ trade }: Warning, book: Report['book']): string =>
  book.categories.find(({ code }) => code === trade)?.level2 ?? '其他'

/** All of them in the tables that are handed in; in reports to leaders only what is late. */
function listChapter(report: Report): Chapter {
  const { kind, petitions, figures, period } = report
  const late = petitions.filter(({ number }) => figures.overdue.counted.includes(number))
  switch (kind) {
    case 'weekly':
    case 'register':
      return { title: '诉求清单', paragraphs: [], tables: [listing('诉求清单', petitions, report)] }
    case 'daily': {
      const fresh = petitions.filter(({ registeredAt }) => registeredAt >= period.from)
      return {
        title: '诉求清单',
        paragraphs: [],
        tables: [listing('当日登记', fresh, report), listing('超期', late, report, 'late')],
      }
    }
    case 'monthly':
    case 'quarterly':
      return {
        title: '超期清单',
        paragraphs: [],
        tables: [listing('超期清单', late, report, 'late')],
      }
  }
}
