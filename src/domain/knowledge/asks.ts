import { anyOf } from '../intake/sayings.ts'

const asking = anyOf({
  how: /怎[么样]|如何|咋/,
  what: /什么|啥|哪|谁|多少|多久|多大|几[点月号时岁天成]|(?:周|星期|礼拜)几/,
  whether: /[吗么不呢][?？\s]*$|[吗不呢][,，。]|有没有|([一-龥])[不没]\1|还是/,
  politely: /请问|想问|问一?下|咨询|打听|了解/,
  sign: /[?？]/,
})

/** Questions that ask for work to be done, or blame: they are matters for somebody to see to, whatever we know. */
const complaining = anyOf({
  hurries:
    /(?:什么时候|啥时候?|几时|何时|哪天|多久)(?:才|能|会|可以|给|有人)*(?:来人|来[修清收弄换]|修|换|清|通|弄|处理|解决|恢复|到账|发[下放]|管)/,
  reproaches:
    /(?:怎么|咋)(?:就|还|又|老|总|这么|那么|没|不(?!用)|回事|突然|越|比|[^,，。?？]{0,12}(?:才(?!能|可以)|了[?？\s]*$))|为什么|为啥|凭什么|到底|究竟|就不能|花(?:到)?哪/,
  callsFor:
    /(?:有没有|没|有)人(?:来)?(?:管|修|理|收|清|接)|谁(?:来)?(?:管|负责)|管不管|管一?管|派人|能不能(?:来|派|管|修|处理|多|快|别)|投诉|举报|赔|讨(?:个)?说法/,
  proposes:
    /建议|(?:能不能|希望|可不可以)(?:给)?[^,，。]{0,6}(?:加装|增设|装一?个|设一?个|多开|延长)/,
  always: /天天|老是|总是|一直|又在|被(?:人)?(?:占|堵|锁|撬)/,
  broken:
    /(?:堵|漏|吵|涨|爆|塌|满|黑)(?:了|死)|(?<![卡证本])坏了|没(?:到账|发|修|来|批|给|消息|动静|下文|结果)|不(?:给|管|让|退)|(?:断|停|拖|等)了[^,，。]{0,3}(?:天|月|年|周)|[臭吵闹]死|整夜|扰民/,
})

/** Whether a text asks for advice: how, where, when, with what papers. Takes it as it was said. */
export const asks = (text: string): boolean => asking.test(text) && !complaining.test(text)
