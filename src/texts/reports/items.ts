import type { Report } from '../../domain/numbers/report.ts'
import type { Item } from '../../domain/voices/voice.ts'
import type { Chapter } from './document.ts'
import { ranges } from './ledger.ts'
import { dayText, scopeName } from './names.ts'

/** How far an item is. */
export const itemStateWords: Readonly<Record<Item['state'], string>> = {
  proposed: '待立项',
  collecting: '征求意见中',
  discussed: '已议，待决定',
  decided: '已决定',
  dropped: '不议',
}

/** What was talked about together, and what came of it. No chapter where there is nothing. */
export const itemsChapter = ({ items = [], book }: Report): Chapter[] =>
  items.length === 0
    ? []
    : [
        {
          title: '议事',
          paragraphs: [
            `共${items.length}个议事项目，其中${items.filter(({ state }) => state === 'decided').length}个已有决定。由诉求中的共性问题提出，或由社区自己提出。`,
          ],
          tables: [
            {
              title: '议事项目',
              columns: [
                { title: '编号', width: 5 },
                { title: '社区（村）', width: 10 },
                { title: '事项', width: 16 },
                { title: '来自诉求', width: 16 },
                { title: '到哪一步', width: 10 },
                { title: '开会', width: 8 },
                { title: '决定或原因', width: 24 },
              ],
              rows: items.map(({ number, unit, title, petitions, state, meetingAt, note }) => [
                ...[number, scopeName({ unit }, book), title, ranges(petitions) || '—'],
                ...[itemStateWords[state], meetingAt ? dayText(meetingAt) : '—', note || '—'],
              ]),
            },
          ],
        },
      ]
