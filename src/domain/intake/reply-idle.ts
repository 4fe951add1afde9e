import { messageId, personId } from '../ids.ts'
import { cuesOf } from './cues.ts'
import { hear } from './heard.ts'
import type { Reply } from './reply.ts'
import { anyOf } from './sayings.ts'
import type { Understanding } from './understanding.ts'

/** What somebody wants who writes to us with nothing pending, in the order in which it is looked for. */
const wishes: readonly {
  readonly act: 'handover_to_human' | 'help' | 'tasks' | 'urge' | 'unjoin' | 'thanks'
  readonly words: RegExp
}[] = [
  {
    act: 'help',
    words:
      /^(?:帮助|help|\?|？|怎么用|咋用|使用说明|菜单|功能)[ ?？!]*$|(?:你|恁|侬)(?:们)?(?:这(?:个|儿)?)?(?:能|会|可以)(?:帮我)?(?:干|做|帮|搞|弄)?(?:啥|什么|嘛|么子|么事|乜|哪些)|(?:你|恁)是(?:搞|做|弄)(?:么子|么事|啥|什么|乜)|(?:么样|啷个|点样?|咋个?)(?:用|使|弄|整)(?:啊|呀|嘞|呢|哦)?[ ?？]*$|不会(?:用|使|弄|搞)(?:这|呢|$|[ ,，])|(?:怎么|咋|如何)(?:用|使用|操作|报(?:修|事)?|登记|投诉)(?:啊|呀|呢|吗|的)?[ ?？]*$|你是(?:谁|干(?:啥|什么|嘛)的|什么|机器人)|有(?:啥|什么|哪些)功能/,
  },
  {
    act: 'handover_to_human',
    words:
      /^(?:转)?人工(?:服务|客服)?[!。 ]*$|(?:转|找|换|要|叫|接|给我)(?:个|一个|真|活)?(?:真|活)?人(?:工|来|说|接|跟我)|(?:叫|让|喊|请)(?:你们?)?(?:的)?(?:主任|领导|书记|经理|负责人|管事的|客服|工作人员)[^,，。]{0,3}(?:来|接|出来|跟|联系|打)|真人|(?:要|想)找(?:个|真|活)?人(?!修|弄|来修)|找(?:你们)?(?:领导|负责人|工作人员|管事的)|跟(?:你|机器(?:人)?)(?:说|讲)不(?:清|通|明白)/,
  },
  {
    act: 'tasks',
    words:
      /^(?:我的|看(?:看|一下)?(?:我的)?|查(?:看|一下)?(?:我的)?|还有(?:几个|哪些|什么)|今天的?)?(?:任务|待办|工单|代办|单子)(?:列表|清单|有(?:哪些|几个|啥|什么))?[ ?？。]*$/,
  },
  {
    act: 'unjoin',
    words:
      /不是(?:同)?一(?:件|个|码)(?:事)?|别(?:把我)?算(?:上)?我|跟我(?:没|无)关|不是一回事|我(?:这|那)?(?:个|件)不一样|取消(?:同感|附议)|别并(?:一起|到一起)/,
  },
  {
    act: 'urge',
    words:
      /^(?:帮(?:我|忙))?(?:催(?:一|一催|办)?(?:下|催)?|加急|快点处理|抓紧(?:处理|办|点)?|尽快处理)[ 吧啊呗!。]*$|(?:再)?(?:帮(?:我|忙))?催(?:一)?(?:下|催)|怎么(?:还|这么)(?:不|没|慢)[^?]{0,8}(?:人管|处理|动静|消息)/,
  },
  {
    act: 'thanks',
    words:
      /^(?:[哈嘿呵哎呀啊嗯]+|太|真是|非常|十分|好的?|ok)?[ ,，]*(?:谢谢|感谢|多谢|谢了|谢啦|辛苦|3q|thx|thanks|难为|劳驾了|费心)[^?？]{0,16}$/i,
  },
]

const statusWords = anyOf({
  howFar: /(?:到|走到|办到)(?:哪|那|什么|啥|么子)(?:一)?(?:步|程度|里|儿|了)/,
  mine: /(?:我|俺)(?:报|反映|说|投诉)的[^。]{0,8}(?:怎么|咋)(?:么)?样|(?:我|俺)(?:那|这|的|报|上|之前|前)[^。]{0,16}(?:修|弄|处理|解决|办|搞|换|派|来人|登记|受理)(?:好)?(?:了)?(?:没(?:有|得)?|冇|吗|么|不)|(?:我|俺)那(?:个|件|事)[^。]{0,10}(?:咋样|怎么样|如何|呢)(?:了)?[ ?？]*$/,
  reportedBefore:
    /(?:上次|上回|之前|昨天|前天)(?:那|的|报|说|反映)[^。]{0,10}(?:还没|怎么|咋|没人)|(?:我)?(?:上|前|昨|之前|早)[^,，。]{0,8}(?:报|反映|说|投诉|登记)(?:过)?的[^。]{0,20}(?:呢|吗|没|咋|怎么|啥时候|什么时候|多久|哪|结果)/,
  theThing:
    /(?:我|俺|咱)(?:们)?(?:那|这|的|哪)(?:个|张|条|件)?(?:单子?|工单|诉求|报修|投诉|事儿?)[^。]{0,12}(?:吗|没|咋|怎|呢|哪|么样|[?？])|(?:说|报|反映|讲|提)(?:过|的|了)?那[^,，。]{0,12}(?:咋样|怎么样|如何|怎样|么样|点样|呢)/,
  progress:
    /(?:进度|进展|结果|下文|动静|消息)(?:怎么|如何|咋|呢|到|查|有|没|$|\?)|查(?:一下|下|询)?(?:进度|进展|状态|我(?:的|那))/,
  state: /(?:啥|什么|么子|咩)(?:情况|状态|状况|进度|进展|结果)(?:了)?[呀啊呢哦]*[ ?？]*$/,
  doneYet:
    /(?:修|办|处理|解决|派|派人|来人|换|登记|受理|安排)(?:好)?了?(?:没(?:有|得)?|冇)[呀啊呢哦]*[ ?？]*$/,
  when: /(?:什么|啥)时候(?:能|可以)?(?:修|弄|办|处理|解决|清|搞|来人|有结果)/,
})
const wantsNew =
  /(?:我)?(?:要|想|来)(?:报|反映|投诉|举报|登记|咨询|说|求助)(?:个|一个|件|一件|修|下|一下)?|报修|投诉一下|有个事/

/** What somebody wants who writes to us in private, with nothing asked. */
export function readIdle(text: string, raw: string, u: Understanding): Reply {
  const petition = null
  const cues = cuesOf(text)
  const wish = wishes.find(({ words }) => words.test(text))
  if (wish && wish.act !== 'thanks') return { petition, act: wish.act }
  if (statusWords.test(text) && !/(?:我)?(?:要|想)(?:报|投诉)/.test(text))
    return { petition, act: 'status' }
  if (cues.has('withdrawn') || /发错|点错|按错/.test(text)) return { petition, act: 'other' }
  if (states(raw, u) || wantsNew.test(text)) return { petition, act: 'new' }
  return wish ? { petition, act: wish.act } : { petition, act: 'other' }
}

/** Whether a text alone states a matter, as a private message would. */
export function states(raw: string, u: Understanding, sure = 0.5): boolean {
  const heard = hear(
    {
      id: messageId(''),
      from: personId(''),
      name: '',
      alias: '',
      isStaff: false,
      type: 'text',
      text: raw,
      media: null,
      mentionsUs: false,
      quotes: null,
      recalls: null,
      at: new Date(0),
    },
    u.model,
    true,
  )
  return heard.strength >= sure
}
