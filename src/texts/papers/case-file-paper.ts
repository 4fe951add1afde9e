import { type CaseDocument, type CaseItem, caseFile } from '../../domain/mediation/case-file.ts'
import { mediationOf } from '../../domain/mediation/quarrel.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { mediationEndName } from '../mediation-words.ts'
import { moment } from '../moments.ts'
import { blank, type Paper } from './paper.ts'

const documentWords: Readonly<Record<CaseDocument, string>> = {
  registration: '调解申请书或受理登记表',
  rights: '当事人权利义务告知书',
  identity: '当事人身份证明',
  authority: '授权委托书',
  inquiry: '调查记录',
  evidence: '证据材料',
  sessions: '调解记录',
  agreement: '调解协议书',
  performance: '履行凭证',
  followUp: '回访记录',
  confirmation: '司法确认材料',
  summary: '卷宗情况说明',
  cover: '封底',
}

const stateWords: Readonly<Record<CaseItem['state'], string>> = {
  recorded: '系统有记录，打印或誊写后归档',
  missing: '缺',
  notYet: '还没到这一步',
  notNeeded: '不需要',
  paper: '纸质材料，请核对',
}

/** What must lie in the file (卷宗), what of it we have, and what is missing. Nobody's name and nothing of the matter. */
export function caseFilePaper(petition: Petition, book: Rulebook): Paper {
  const { number, category, registeredAt } = petition
  const items = caseFile(petition)
  const missing = items.filter(({ state }) => state === 'missing')
  const { end, openedAt } = mediationOf(petition)
  const trade = book.categories.find(({ code }) => code === category)?.level2 ?? ''
  return {
    title: '人民调解卷宗清单',
    number: `卷号：${blank(10)}（诉求${number}号）`,
    parts: [
      { kind: 'text', text: `纠纷类型：${trade}　登记：${moment(registeredAt)}` },
      {
        kind: 'text',
        text: `调解开始：${moment(openedAt)}　结果：${end ? `${mediationEndName(end.kind)}，${moment(end.endedAt)}` : '正在调解'}`,
      },
      {
        kind: 'table',
        columns: [
          { title: '序号', width: 6 },
          { title: '材料', width: 26 },
          { title: '必备', width: 8 },
          { title: '份数', width: 8 },
          { title: '情况', width: 30 },
          { title: '页码', width: 10 },
        ],
        rows: items.map(({ document, isRequired, state, count }, i) => [
          `${i + 1}`,
          documentWords[document],
          isRequired ? '是' : '',
          count > 0 ? `${count}` : '',
          stateWords[state],
          '',
        ]),
      },
      {
        kind: 'text',
        text:
          missing.length > 0
            ? `还缺：${missing.map(({ document }) => documentWords[document]).join('、')}。`
            : '到目前为止应有的记录都有；纸质材料请逐件核对。',
      },
      {
        kind: 'text',
        text: `立卷人：${blank(8)}　　检查人：${blank(8)}　　${blank(4)}年${blank(2)}月${blank(2)}日`,
      },
    ],
  }
}
