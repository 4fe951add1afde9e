import type { Reply } from './reply.ts'
import { isIronic, type Score, scoreIn } from './reply-scores.ts'
import { anyOf } from './sayings.ts'

type Answer = { readonly petition: null } & Reply

const declines =
  /^(?:不想(?:评|打分|理)|别(?:再)?(?:发|问|烦)|不评|懒得(?:评|理|说)|没空|没时间|没(?:有)?(?:心情|兴趣)|忙(?:着呢|得很)?|不需要评|不用评|退订|td|T|评什么评|烦不烦|别打扰|拒绝|弃权|不参与|不想参[加与]|烦死(?:了|人)|不方便)(?:.{0,12})$|烦不烦|(?:别|不要|不用)(?:再)?(?:问|发|烦|推送)(?:了|我|这|$)|不想评|评什么评|(?:没|冇)(?:有)?(?:空|时间)评|(?:^|[ ,，。]|我|俺|就)不评(?:了|价|$|[ ,，。])|(?:唔使|唔好|莫|甭|勿|别)(?:再)?(?:问|发|打扰|烦)(?:我|了|哒|啦|$)/i

/** The work is asked for again, or the fault came back after a repair. */
const againWanted =
  /(?:重新|再|又|麻烦|请|叫|让|给)[^,，。]{0,6}(?:派(?:人|个|一|单|工|师傅)|来(?:一(?:趟|次|下|哈)|人|[修看弄清瞅瞧搞整查检补铺通扫]|处理|收拾)|登记|处理|安排|报|修(?:一)?(?:下|次)|过来|上门)|(?:别|不要|不能|先别)(?:给我)?(?:关|结|办结)|重(?:办|开|新受理)|继续(?:跟进|处理|修)|返工/
const cameBack =
  /(?:又|再次?)(?:[灭冲垮淹黑闪卡歪松滴渗烂跳锁鼓爆散脏冷]|堵|坏|漏|断|停|[不没][^是想会能知,，。 ]{1,4}(?:了|$)|满|来了|开始|出|脱|掉|有|堆|臭|吵|闹|裂|返|冒|塌|这样|跟?原来一样)|(?:一|两|三|几|才|没|不到|第)[^,，。]{0,4}(?:天|小时|个钟|晚上|星期|周|月|会儿)(?:就|又|以后又|之后又|后又|不到)?[^,，。]{0,4}(?:又|不认账|坏|堵|漏|原样)|老样子|管了?(?:不到)?[一两三几]天|复发|死灰复燃|反弹/
const wasDone =
  /(?<!没|没有|未|冇)(?:修|弄|清|通|换|搞|处理|来|好)(?:好|完|过|是|了|干净)|昨天好|才(?:好|修|管|用|换)|刚好|调解完/

const solvedWords = anyOf({
  already: /(?:已|已经|都|全|终于|总算)(?:解决|修复|处理|办结|恢复|更换|完成|整改)(?!一半)/,
  conceded: /(修|弄|搞|好|通|亮|清|换|来|处理|解决)是(?:都)?\1(?:好|起|完)?(?:了|哒|咯|得)/,
  dialectal:
    /(?:修|弄|搞|整|通|清|换)(?:起|转|归一|停当|利索)(?:了|来了|哒|咯)|[修弄搞整](?:得|的)(?:挺|很|可|真|好|老|贼|蛮|非常)?(?:得劲|利利?索索?|巴适|不错|好|快|漂亮|干净)|秒修|^(?:ok|OK|搞定|行)了/,
  result: /结果(?:还)?(?:可以|满意|不错)/,
  finished:
    /(?<!没有?|未|不|没能|冇|唔|没给|算不上|谈不上|等于没|还没有?|才)(?:已|已经|都|全|算是|基本|终于|彻底|完全|总算|最后是)?(?:修|弄|搞|整|处理|解决|办|换|清|通|补|装|整治|协调|疏通|打扫|退|还|整改|治)(?:得|的)?(?:好|妥|完|掉|通|决|理|干净|咗|了|到位|结)(?:了|咗|啦|哒|嘞|咯|喽|吧|哈)?(?![没吗么不]|一半|一部分)|[是倒](?:都)?(?:清|扫|修|换|补|通)了/,
  works:
    /(?:^|[ ,，。!！嗯])(?:好|亮|通|热|来|没|行|成|妥|可以)(?:了|咗|啦|哒|嘞|通了)(?![没吗么]|一半)|(?:灯|水|电|暖气?|网|下水|门|电梯|路)(?:是|已经|都)?(?:亮|来|通|热|好|能用|能坐|平)了|^嗯 ?通了/,
  stopped: /不(?:漏|堵|响|臭|吵|闹|冒|冷|卡|黑|滴|渗)了/,
  dialect: /搞(?:掂|惦|定)|整好咗/,
  good: /^好[ ,。!]*$|^(?:很|挺|蛮)?好[ ,。!]/,
  gone: /(?:老鼠|蚊子|味道?|垃圾|车|噪音)[^,，。]{0,4}(?:没|清|走|挪)了/,
  pleasant: /(?:亮堂|暖和|干净|清净|安静|凉快|顺畅|平整|通畅|敞亮)(?:了|多了|得很|堂|啦|着呢)/,
  restored: /恢复(?:了|正常)|能用了|正常了|能坐了/,
})
const unsolvedWords = anyOf({
  nobodyDid:
    /没(?:有)?(?:人)?(?:解决|修|弄|搞|处理|来|办|换|清|通|动|用|好|管|效果|变化|落实|结果|下文|改)|未(?:解决|处理|修|办)|冇(?:解决|搞|人|用)|没解决/,
  noChange:
    /(?:没|莫|冇|毫无|没见|未见)(?:得|有)?(?:任何|啥|么子|半点)?(?:改善|好转|起色|改进|见好|用处)|(?:什么|啥|么子|乜)(?:事)?(?:都|也)(?:没|冇|莫)(?:有|得)?(?:干|做|修|弄|搞|管|动)?|看(?:了)?(?:一眼|一下|看)就(?:走|跑|溜)/,
  worse:
    /(?:修|弄|搞|整|处理|换)(?:完|了|过)?(?:还不如|反而|反倒|比没|连)|越(?:修|弄|搞|整|管)越|(?:修|弄|搞|整|装|铺)(?:歪|坏|反|错|斜)(?:了|哒|咯)/,
  sameState:
    /(?:还是|依旧|依然|仍旧?|仍然|照旧|照样|还|照)(?:在)?[断闪灭掉卡满歪湿滑冷冰脏乱破烂裂晃停罢松滴渗](?!意|员)|(?:还是|依旧|依然|仍然?)(?:干|空|热|高|低|小|弱)的/,
  stillBad:
    /不(?:热|亮|通|行|解决|管用|能用|灵)(?!了吗)|还(?:是|在|那(?:样|么))?(?:漏|堵|坏|不|没|停着|吵|臭|响|黑|脏|摆|那样|老样子|原样|有味|在漏|在堵)|(?:依然|依旧|仍然?|照样|照旧|天天还|还在)[^,，。]{0,8}|问题(?:还|依旧)|还有(?:味|点|一|问题|些|漏|水|垃圾|声)/,
  noWord:
    /没(?:有)?(?:个|一个)?(?:说法|准信|交代|音信|答复|影儿?)|[修弄](?:了)?跟没[修弄]|[修弄搞](?:一次|了)坏(?:一次|了)|白搭|瞎搞/,
  inPart: /(?:解决|修|弄|清)(?:了)?(?:一半|一部分|个寂寞)|不彻底|没弄干净/,
  notAtAll: /好个(?:屁|鬼|啥|锤子)|(?:压根|根本|就)(?:没|冇)|唔得/,
  fedUp: /糊弄|敷衍|白(?:跑|报|等)|等到现在|推来推去|踢皮球/,
})
const concession = /就是|只是|不过|但是?|可是|可惜|美中不足/
const unknown =
  /不(?:清楚|知道|晓得)(?:修|好|弄|解决)?|没注意|没去看|(?:不在家|在外地|出差)|回去?看(?:了|看)?(?:再说)?|还没看|问问家里/

/** Which of the vocabularies of a survey's answers a text touches; the head weighs them. */
export function surveySigns(text: string, raw: string): readonly string[] {
  const signs: readonly (readonly [string, boolean])[] = [
    ['solved', solvedWords.test(text)],
    ['unsolved', unsolvedWords.test(text)],
    ['again', againWanted.test(text)],
    ['cameBack', cameBack.test(text)],
    ['wasDone', wasDone.test(text)],
    ['declines', declines.test(text)],
    ['unknown', unknown.test(text)],
    ['but', concession.test(text)],
    ['ironic', isIronic(raw)],
  ]
  return signs.flatMap(([sign, found]) => (found ? [sign] : []))
}

/** What a reply to the satisfaction survey means. */
export function readSurvey(text: string, raw: string): Answer {
  const petition = null
  const score = scoreOf(text, raw)
  const solved = solvedIn(text, raw, score)
  if (declines.test(text) && score === null && solved === null) return { petition, act: 'decline' }
  if (wantsAgain(text, score)) return { petition, act: 'reopen', reason: text }
  if (solved !== null || score !== null || unknown.test(text) || feeling.test(text)) {
    return { petition, act: 'rate', solved, score, reason: reasonIn(text) }
  }
  return declines.test(text) ? { petition, act: 'decline' } : { petition, act: 'other' }
}

/** Praise for what was not done is meant the other way, unless a `but` tells the one from the other. */
function scoreOf(text: string, raw: string): Score | null {
  const score = scoreIn(raw)
  const bad = unsolvedWords.test(text) && !solvedWords.test(text) && !concession.test(text)
  return score === 5 && bad ? 1 : score
}

/** Only thanks or feeling: an answer, though it says neither solved nor how well. */
const feeling = /^(?:[ ,，。!！嗯]*(?:谢谢|感谢|辛苦|多谢)[^?？]{0,20})$/

function wantsAgain(text: string, score: number | null): boolean {
  if (againWanted.test(text) && (cameBack.test(text) || unsolvedWords.test(text))) return true
  if (againWanted.test(text) && /重新|再(?:来|派|修|处理)|返工|别(?:给我)?(?:关|结)/.test(text))
    return true
  if (score !== null || !cameBack.test(text)) return false
  return wasDone.test(text) || /^(?:现在|今天|昨天|刚|怎么|咋)?又(?!来)/.test(text)
}

function solvedIn(text: string, raw: string, score: number | null): boolean | null {
  if (isIronic(raw) || raw.includes('👎')) return false
  if (unknown.test(text) && !solvedWords.test(text)) return null
  const no = unsolvedWords.test(text)
  const yes = solvedWords.test(text)
  if (no && yes)
    return /不彻底|没弄干净|一半|一部分|(?:还|又)(?:是)?(?:漏|堵|坏|不热|不亮|没)|压根|根本|好个/.test(
      text,
    )
      ? false
      : lastSays(text)
  if (no) return false
  if (yes) return true
  const thumbs = /^(?:\s|👍|💯|👏|🌹)*👍(?:\s|👍|💯|👏|🌹)*$/u.test(raw)
  if (score !== null && score >= 4 && /满意|好评/.test(text)) return true
  if (thumbs || /可以[ ,，]*还行|还(?:行|中|可以)吧?|巴适|弄好/.test(text)) return true
  return null
}

/** `修是修好了 就是还有点响`: what is said to be done counts, what remains is the reason. */
function lastSays(text: string): boolean {
  const found = concession.exec(text)
  const head = found ? text.slice(0, found.index) : text
  return !unsolvedWords.test(head) || /反正|最后|总算|终于|好歹/.test(text)
}

/** The clause that says why: after 就是, 不过, 但, or the longest that is not only a score. */
export function reasonIn(text: string): string | null {
  const after = /(?:就是|只是|不过|但是?|可是|因为|可惜)[ ,，]*([^。]{2,40})/.exec(text)
  if (after?.[1]) return tidy(after[1])
  const clauses = text
    .split(/[ ,，。!！?？]+/)
    .filter(
      (clause) =>
        clause.length > 3 &&
        scoreIn(clause) === null &&
        !/^(?:谢谢|感谢|解决|修好|已解决|搞好|弄好|好了)/.test(clause),
    )
  const longest = clauses.reduce((a, b) => (b.length > a.length ? b : a), '')
  return longest === '' ? null : tidy(longest)
}

const tidy = (reason: string) =>
  reason.replace(/[给打评]?(?:个)?[一二三四五\d]\s*[分星]吧?$/, '').trim() || null
