import { shareOf } from '../../domain/numbers/figure.ts'
import { quarrelMeasures } from '../../domain/numbers/figures.ts'
import { settledTarget } from '../../domain/numbers/quarrels.ts'
import type { Report } from '../../domain/numbers/report.ts'
import { type Chapter, shareText } from './document.ts'
import type { Ledger } from './ledger.ts'
import { measureWords, periodWords } from './measure-words.ts'
import { scopeName } from './names.ts'

/** Quarrels in numbers only: what they are about stands in no report. No chapter where there were none, and none of a day. */
export function quarrelChapter(report: Report, ledger: Ledger): Chapter[] {
  const { kind, scope, book, figures, previous } = report
  const { quarrels, quarrelsLate, settled } = figures
  const isAny =
    quarrels.size > 0 || (quarrelsLate.outOf?.length ?? 0) > 0 || (settled.outOf?.length ?? 0) > 0
  if (kind === 'daily' || !isAny) return []
  const { now, last } = periodWords[kind]
  const whose = scopeName(scope, book)
  return [
    {
      title: '矛盾纠纷',
      paragraphs: [sentence(report, ledger)],
      tables: [
        {
          title: '矛盾纠纷调处',
          columns: [
            { title: '指标', width: 10 },
            { title: now, width: 8 },
            { title: last, width: 8 },
          ],
          rows: quarrelMeasures.map((measure) => [
            measureWords[measure].name,
            ledger.cell(`${whose} ${now}`, measure, figures),
            ledger.cell(`${whose} ${last}`, measure, previous.figures),
          ]),
        },
      ],
    },
  ]
}

function sentence({ kind, scope, book, figures }: Report, ledger: Ledger): string {
  const { now } = periodWords[kind]
  const whose = `${scopeName(scope, book)} ${now}`
  const say = (measure: (typeof quarrelMeasures)[number]) => ledger.words(whose, measure, figures)
  const share = shareOf(figures.settled)
  const target = `目标${shareText(settledTarget)}`
  const reached = share === null ? '' : share >= settledTarget ? '，已达到' : '，未达到'
  const { setAside = [] } = figures.settled.beside
  return [
    `${now}登记矛盾纠纷${say('quarrels')}。`,
    `调解成功率${say('settled')}（${target}${reached}）`,
    setAside.length > 0 ? `，另有${setAside.length}件进入诉讼、仲裁等程序，不折算。` : '。',
    `移交矛调中心${say('handedOver')}，`,
    figures.quarrelsLate.size > 0 ? `超过调处时限${say('quarrelsLate')}。` : '没有超过调处时限的。',
  ].join('')
}
