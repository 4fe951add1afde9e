import type { Agreement } from '../../domain/mediation/mediation.ts'
import { mediationOf } from '../../domain/mediation/quarrel.ts'
import { placeText } from '../../domain/notices/brief.ts'
import type { Petition } from '../../domain/petition/petition.ts'
import type { Rulebook } from '../../domain/street/rulebook.ts'
import { blank, type Paper, type Part } from './paper.ts'

const party = (who: string): Part[] => [
  { kind: 'heading', text: who },
  {
    kind: 'text',
    text: `姓名：${blank(8)}　性别：${blank(3)}　民族：${blank(4)}　年龄：${blank(3)}`,
  },
  { kind: 'text', text: `身份证号：${blank(18)}` },
  { kind: 'text', text: `职业或职务：${blank(10)}　联系方式：${blank(12)}` },
  { kind: 'text', text: `住址：${blank(26)}` },
]

/**
 * The agreement (人民调解协议书) with the parts of 《人民调解法》第29条. Names, identity numbers and addresses are for a pen: we
 * know none of them for certain. What one side said in its own words is not printed either; an oral agreement has no paper of
 * its own, and is printed for whoever wants one.
 */
export function agreementPaper(petition: Petition, agreement: Agreement, book: Rulebook): Paper {
  const { number, category, place } = petition
  const trade = book.categories.find(({ code }) => code === category)?.level2 ?? ''
  const where = placeText({ ...place, number: null }, book, true)
  const mediator = book.staff.find(({ id }) => id === agreement.mediator)?.name
  const sessions = mediationOf(petition).sessions.length
  return {
    title: '人民调解协议书',
    number: `编号：${blank(10)}（诉求${number}号）`,
    parts: [
      ...party('当事人（一）'),
      ...party('当事人（二）'),
      { kind: 'heading', text: '纠纷的主要事实、争议事项以及各方当事人的责任' },
      {
        kind: 'text',
        text: `纠纷类型：${trade}${where && `；地点：${where}`}；经调解${sessions}次。`,
      },
      { kind: 'ruled', lines: 6 },
      { kind: 'heading', text: '经调解，自愿达成如下协议' },
      { kind: 'text', text: agreement.content },
      { kind: 'ruled', lines: 2 },
      { kind: 'heading', text: '履行协议的方式、期限' },
      { kind: 'text', text: `履行方式：${blank(26)}` },
      {
        kind: 'text',
        text: `履行期限：${agreement.performBy ? `${dayWords(agreement.performBy)}前` : blank(16)}`,
      },
      {
        kind: 'text',
        text: `本协议一式${blank(2)}份，当事人各持一份，人民调解委员会留存一份。自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。生效之日起30日内，双方可以共同向人民法院申请司法确认。`,
      },
      { kind: 'text', text: `当事人（一）签名、盖章或按指印：${blank(12)}` },
      { kind: 'text', text: `当事人（二）签名、盖章或按指印：${blank(12)}` },
      {
        kind: 'text',
        text: `人民调解员${mediator ? `（${mediator}）` : ''}签名：${blank(10)}　记录人签名：${blank(8)}`,
      },
      {
        kind: 'text',
        text: `人民调解委员会（印章）　　　　　${blank(4)}年${blank(2)}月${blank(2)}日`,
      },
    ],
  }
}

/** 2026年4月20日 */
const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
