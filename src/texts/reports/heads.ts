import type { Report } from '../../domain/numbers/report.ts'
import type { Chapter } from './document.ts'
import { ranges } from './ledger.ts'
import { periodWords } from './measure-words.ts'
import { scopeName } from './names.ts'

/** Heads are thanked by name; who did nothing that can be counted is named nowhere. No chapter where there are no heads. */
export function headsChapter({ heads, kind, book }: Report): Chapter[] {
  if (heads.length === 0) return []
  const { now } = periodWords[kind]
  const all = heads.flatMap(({ active }) => active)
  const total = (of: 'relayed' | 'looked' | 'ran') => new Set(all.flatMap((head) => head[of])).size
  return [
    {
      title: '户长在行动',
      paragraphs: [
        all.length > 0
          ? `${now}有${all.length}位户长出了力：替邻居代报${total('relayed')}件，到现场核实${total('looked')}件${total('ran') > 0 ? `，替人代办${total('ran')}件` : ''}。谢谢他们。`
          : `${now}没有代报、核实、代办的记录。`,
        '户长是义务的，这里只表扬、不排名。代报：替邻居反映或附议，邻居同意或不必征求同意的；核实：办结后到现场看过的。代办：替人跑腿办好的，不计入诉求的三率。撤回、并入他件的和要求保密的不计。户长按任期在本期内的计。',
      ],
      tables: [
        {
          title: '各社区户长',
          columns: [
            { title: '社区（村）', width: 12 },
            { title: '在任户长', width: 6 },
            { title: '出了力的', width: 6 },
          ],
          rows: heads.map((one) => [
            scopeName({ unit: one.unit }, book),
            one.heads,
            one.active.length,
          ]),
        },
        ...(all.length > 0
          ? [
              {
                title: '感谢他们',
                columns: [
                  { title: '社区（村）', width: 12 },
                  { title: '户长', width: 8 },
                  { title: '代报', width: 5 },
                  { title: '代报的诉求编号', width: 24 },
                  { title: '核实', width: 5 },
                  { title: '核实的诉求编号', width: 24 },
                  { title: '代办', width: 5 },
                  { title: '代办编号', width: 12 },
                ],
                rows: heads.flatMap(({ unit, active }) =>
                  active.map(({ name, relayed, looked, ran }) => [
                    ...[scopeName({ unit }, book), name],
                    ...[relayed.length, ranges(relayed) || '—'],
                    ...[looked.length, ranges(looked) || '—'],
                    ...[ran.length, ranges(ran) || '—'],
                  ]),
                ),
              },
            ]
          : []),
      ],
    },
  ]
}
