import type { TextKey } from '../../domain/notices/own-texts.ts'
import type { SheetWords } from './column-words.ts'

/** When each sentence that a street may word itself is said. */
export const textKeyWords: Readonly<Record<TextKey, string>> = {
  welcome: '新邻居进群',
  rules: '用话规则',
  help: '问能做什么',
  registered: '登记回执（私信）',
  groupRegistered: '登记回执（群里）',
  placeAsked: '问地点（私信）',
  groupPlaceAsked: '问地点（群里）',
  resolved: '办结后请评价',
  ratingReminded: '提醒评价',
  rated: '谢谢评价',
  closedUnrated: '未评价结案',
  reopened: '重办告知',
  urged: '催办回执',
  withdrawn: '撤回回执',
  notRegistered: '不登记',
  handedOver: '找工作人员',
  privateWanted: '私信发不过去',
  groupPrivately: '已私信回复',
  quiet: '休息时间登记（加在回执后面）',
  footer: '落款（加在私信回执和办结消息后面）',
}

/** Sentences of the street's own. */
export const textSheet: SheetWords = {
  title: '对居民说的话',
  about: '小助手对居民说的几句话可以换成本街道的说法；这里没有的用程序自带的。换行写 \\n。',
  columns: {
    key: { title: '哪一句', note: '', required: true, words: textKeyWords },
    text: {
      title: '怎么说',
      note: '花括号里的由程序填，如 {诉求}、{时限}；不能写手机、证件号和链接',
      required: true,
      long: true,
    },
  },
}
