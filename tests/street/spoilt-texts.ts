import type { Row } from './spoilt.ts'

const written = (...lines: string[]) => ({
  file: 'texts.csv',
  to: ['key,text', ...lines.map((line) => line.replace(/^(\w+) (.*)$/, '$1,"$2"'))].join('\n'),
})
const number = '不能写电话、证件号、卡号或车牌（办公室的座机可以写在“落款”里）'

/** `texts.csv` is not there before: each row writes it whole. */
export const texts: readonly Row[] = [
  [
    'a sentence that does not exist',
    written('greeting 您好'),
    'texts.csv 第2行 key：不能写“greeting”，只能是：welcome、rules、help、registered、groupRegistered、placeAsked、groupPlaceAsked、resolved、ratingReminded、rated、closedUnrated、reopened、urged、withdrawn、notRegistered、handedOver、privateWanted、groupPrivately、quiet、footer',
  ],
  [
    'a sentence worded twice',
    written('help 有事找我', 'help 有事说话'),
    'texts.csv 第3行 key：“help”在第2行已经有了',
  ],
  ['an empty sentence', written('help '), 'texts.csv 第2行 text：不能空着'],
  [
    'a placeholder that nobody fills',
    written('urged 已催办{诉求}，{部门}办'),
    'texts.csv 第2行 text：没有“{部门}”可以填，只能是：{诉求}、{承办}',
  ],
  [
    'a placeholder where there is none',
    written('help 我是{街道}的小助手'),
    'texts.csv 第2行 text：没有“{街道}”可以填，这一句没有可以填的',
  ],
  [
    'a brace that is not closed',
    written('withdrawn {编号}号撤回了{编号'),
    'texts.csv 第2行 text：花括号没有成对，或用了全角的，只能是：{编号}',
  ],
  ['no number', written('withdrawn 已撤回，需要时再说一声'), 'texts.csv 第2行 text：必须写 {编号}'],
  [
    'no way on',
    written('closedUnrated {诉求}已结案'),
    'texts.csv 第2行 text：要写明可以回“没解决”，不然居民不知道怎么办',
  ],
  [
    'more than a group reads',
    written(`groupPlaceAsked {诉求}${'长'.repeat(80)}`),
    'texts.csv 第2行 text：有 84 字，最多 80 字',
  ],
  ['a mobile number', written('help 有事打13800000001'), `texts.csv 第2行 text：${number}`],
  [
    'a landline outside the footer',
    written('help 有事打82001234'),
    `texts.csv 第2行 text：${number}`,
  ],
  [
    'a mobile number in the footer',
    written('footer 值班电话 138-0000-0001'),
    `texts.csv 第2行 text：${number}`,
  ],
  [
    'an identity number',
    written('footer 证件 110105194912310021'),
    `texts.csv 第2行 text：${number}`,
  ],
  [
    'a link',
    written('welcome 请看 https://example.com/x'),
    'texts.csv 第2行 text：不能写链接：居民分不清真假',
  ],
  ['a call to all', written('welcome 欢迎 @所有人 看一看'), 'texts.csv 第2行 text：不能写 @所有人'],
]
