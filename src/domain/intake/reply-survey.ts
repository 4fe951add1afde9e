import type { Reply } from './reply.ts'
import { isIronic, scoreIn } from './reply-scores.ts'
import { anyOf } from './sayings.ts'

type Answer = { readonly petition: null } & Reply

const declines =
  /^(?:不想(?:评|打分|理)|别(?:再)?(?:发|问|烦)|不评|懒得(?:评|理|说)|没空|没时间|没(?:有)?(?:心情|兴趣)|忙(?:着呢|得很)?|不需要评|不用评|退订|td|T|评什么评|烦不烦|别打扰|拒绝|弃权|不参与|不想参[加与]|烦死(?:了|人)|不方便)(?:.{0,12})$|烦不烦|(?:别|不要|不用)(?:再)?(?:问|发|烦|推送)(?:了|我|这|$)|不想评|评什么评|(?:没|冇)(?:有)?(?:空|时间)评/i

/** The work is asked for again, or the fault came back after a repair. */
const againWanted =
  /(?:重新|再|又|麻烦|请|叫|让|给)[^,，。]{0,6}(?:派(?:人|个|一)|来(?:一(?:趟|次|下)|人|修|看|处理|弄|清)|登记|处理|安排|报|修(?:一)?(?:下|次)|过来|上门)|(?:别|不要|不能|先别)(?:给我)?(?:关|结|办结)|重(?:办|开|新受理)|继续(?:跟进|处理|修)|返工/
const cameBack =
  /(?:又|再次?)(?:堵|坏|漏|断|停|不(?:热|亮|通|动|来|行|响)|满|来了|开始|出|脱|掉|有|堆|臭|吵|闹|裂|返|冒|塌|这样|跟?原来一样)|(?:一|两|三|几|才|没|不到|第)[^,，。]{0,4}(?:天|小时|个钟|晚上|星期|周|月|会儿)(?:就|又|以后又|之后又|后又|不到)?[^,，。]{0,4}(?:又|不认账|坏|堵|漏|原样)|老样子|管了?(?:不到)?[一两三几]天|复发|死灰复燃|反弹/
const wasDone = /(?:修|弄|清|通|换|搞|处理|来|好)(?:好|完|过|是|了|干净)|昨天好|才管|刚好|调解完/

const solvedWords = anyOf({
  already: /(?:已|已经|都|全|终于|总算)(?:解决|修复|处理|办结|恢复|更换|完成|整改)(?!一半)/,
  result: /结果(?:还)?(?:可以|满意|不错)/,
  finished:
    /(?<!没有?|未|不|没能|冇|唔|没给|算不上|谈不上|等于没|还没有?|才)(?:已|已经|都|全|算是|基本|终于|彻底|完全|总算|最后是)?(?:修|弄|搞|整|处理|解决|办|换|清|通|补|装|整治|协调|疏通|打扫|退|还|整改|治)(?:得|的)?(?:好|妥|完|掉|通|决|理|干净|咗|了|到位|结)(?:了|咗|啦|哒|嘞|咯|喽|吧|哈)?(?![没吗么不]|一半|一部分)|[是倒](?:都)?(?:清|扫|修|换|补|通)了/,
  works:
    /(?:^|[ ,，。!！嗯])(?:好|亮|通|热|来|没|行|成|妥|可以)(?:了|咗|啦|哒|嘞|通了)(?![没吗么]|一半)|(?:灯|水|电|暖气?|网|下水|门|电梯|路)(?:是|已经|都)?(?:亮|来|通|热|好|能用|能坐|平)了|^嗯 ?通了/,
  stopped: /不(?:漏|堵|响|臭|吵|闹|冒|冷|卡|黑|滴|渗)了/,
  dialect: /搞(?:掂|惦|定)|整好咗/,
  good: /^好[ ,。!]*$|^(?:很|挺|蛮)?好[ ,。!]/,
  gone: /(?:老鼠|蚊子|味道?|垃圾|车|噪音)[^,，。]{0,4}(?:没|清|走|挪)了/,
  restored: /恢复(?:了|正常)|能用了|正常了|能坐了/,
})
const unsolvedWords = anyOf({
  nobodyDid:
    /没(?:有)?(?:人)?(?:解决|修|弄|搞|处理|来|办|换|清|通|动|用|好|管|效果|变化|落实|结果|下文|改)|未(?:解决|处理|修|办)|冇(?:解决|搞|人|用)|没解决/,
  stillBad:
    /不(?:热|亮|通|行|解决|管用|能用|灵)(?!了吗)|还(?:是|在|那(?:样|么))?(?:漏|堵|坏|不|没|停着|吵|臭|响|黑|脏|摆|那样|老样子|原样|有味|在漏|在堵)|(?:依然|依旧|仍然?|照样|照旧|天天还|还在)[^,，。]{0,8}|问题(?:还|依旧)|还有(?:味|点|一|问题|些|漏|水|垃圾|声)/,
  inPart: /(?:解决|修|弄|清)(?:了)?(?:一半|一部分|个寂寞)|不彻底|没弄干净/,
  notAtAll: /好个(?:屁|鬼|啥|锤子)|(?:压根|根本|就)(?:没|冇)|唔得/,
  fedUp: /糊弄|敷衍|白(?:跑|报|等)|等到现在|推来推去|踢皮球/,
})
const unknown =
  /不(?:清楚|知道|晓得)(?:修|好|弄|解决)?|没注意|没去看|(?:不在家|在外地|出差)|回去?看(?:了|看)?(?:再说)?|还没看|问问家里/

/** What a reply to the satisfaction survey means. */
export function readSurvey(text: string, raw: string): Answer {
  const petition = null
  const score = scoreIn(raw)
  const solved = solvedIn(text, raw)
  if (declines.test(text) && score === null && solved === null) return { petition, act: 'decline' }
  if (wantsAgain(text, score)) return { petition, act: 'reopen', reason: text }
  if (solved !== null || score !== null || unknown.test(text) || feeling.test(text)) {
    return { petition, act: 'rate', solved, score, reason: reasonIn(text) }
  }
  return declines.test(text) ? { petition, act: 'decline' } : { petition, act: 'other' }
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

function solvedIn(text: string, raw: string): boolean | null {
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
  if (thumbs || /可以[ ,，]*还行|还(?:行|中|可以)吧?|巴适|弄好/.test(text)) return true
  return null
}

/** `修是修好了 就是还有点响`: what is said to be done counts, what remains is the reason. */
function lastSays(text: string): boolean {
  const concession = /(?:就是|只是|不过|但是?|可是|可惜|美中不足)/.exec(text)
  const head = concession ? text.slice(0, concession.index) : text
  return !unsolvedWords.test(head) || /反正|最后|总算|终于|好歹/.test(text)
}

/** The clause that says why: after 就是, 不过, 但, or the longest that is not only a score. */
function reasonIn(text: string): string | null {
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
