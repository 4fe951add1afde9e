import type { Field } from './matter.ts'

const elder =
  '(?:老人|老人家|老太太?|老奶奶|老爷爷|奶奶|爷爷|大爷|大妈|婆婆|公公|父母|爸妈|我?爸|我?妈|爹|娘|伯|叔|婶|娭毑|老两口|老伴|老头)'
const old =
  '(?:[七八九]十(?:多|几|好几|来)?|[七八九]十[一二三四五六七八九]|7\\d|8\\d|9\\d)(?:多|几)?岁?(?:了|的)?'
const alone =
  '(?:一个人(?:住|过|在家|生活)?|独居|孤寡|独自(?:住|生活)?|自己(?:一个人)?住|身边没(?:有)?人|没人照(?:顾|看|料)|空巢|五保|无儿无女|没(?:有)?儿(?:没|无)女|儿女(?:都)?(?:不在|在外))'

/** Words for somebody frail whom the matter reaches. */
const frail: readonly RegExp[] = [
  new RegExp(
    `${elder}[^。\\n]{0,20}${alone}|${alone}[^。\\n]{0,12}${elder}|独居老人|孤寡老人|留守(?:老人|儿童)|空巢老人|五保户`,
  ),
  new RegExp(
    `${old}[^。\\n]{0,14}${alone}|${alone}[^。\\n]{0,14}${old}|一个人(?:住|过)(?!.{0,4}(?:我|怕))`,
  ),
  /残疾|轮椅|瘫(?:痪|在床)?|偏瘫|卧床|(?:眼睛|眼)(?:又|都)?(?:看不见|瞎)|盲人(?!咋|怎么|道|通道)|失明|聋哑|截肢|植物人|智障|精神(?:病|障碍)|自闭症|脑瘫|拄(?:着)?拐|腿脚(?:不便|不方便|不好|不灵|不利)|行动不便|走不动路|下不了(?:楼|床)|失能|半身不遂/,
  /(?:怀孕|孕妇|大着肚子|怀着(?:孕|娃|孩)|孕期|挺着(?:大)?肚子|坐月子|月子里|产妇|临产|双身子)/,
  /(?:我|他|她|佢|俺|老伴|妈|爸|爹|娘|老人|孩子|娃|婆|爷|奶|叔|伯|姨|邻居|人|家里)[^。\n]{0,14}(?:癌|透析|尿毒|化疗|放疗|支架|搭桥|心脏病(?!都|吓)|脑梗|中风|癫痫|白血病|重病|病重|病人|术后|刚(?:做|动)(?:完|了|过)?手术|刚出院|哮喘|呼吸机|吸氧|帕金森|老年痴呆|阿尔茨海默|肺气肿|抑郁)/,
  /(?:婴儿|新生儿|刚(?:满月|出生|生)|满月的?|襁褓|吃奶|月子|(?:孩子|娃|宝宝|宝贝|女儿|儿子|闺女|女|仔|孙子|孙女|小孩|佢|细路)[^。\n]{0,6}(?:才|先|刚|只有|还不到|不到)?(?:[一二两三四五六七八九十\d]+|几)个?(?:多)?(?:月|岁|周岁)|(?:[一二两三四五六1-6])岁(?:多)?的?(?:孩子|娃|宝宝|女儿|儿子|闺女|孙)|(?:两|二|三|四|五|六|几)个月(?:大)?的?(?:孩子|娃|宝|婴))/,
  new RegExp(
    `${elder}[^。\\n]{0,10}(?:低血糖|发病|犯病|摔(?:了|倒|伤|断)|住院|咳|喘|冻|下不(?:了|来)楼)`,
  ),
]
/** General talk of the old and the young, and questions about rules, concern nobody in particular. */
const inGeneral =
  /(?:小区|院|楼|这里|附近|村)(?:里|上)?(?:好多|很多|不少|这么多|都是)?(?:老人|孩子|老年人)(?:多|挺多)|老人孩子|老头老太太|老老小小|老的小的/

/** Small children close to a danger. */
const childInDanger = /(?:小孩|孩子|娃|崽|伢|细路|学生|宝宝)/

/** Whether somebody frail is concerned: old and alone, disabled, seriously ill, pregnant, a small child whom it reaches. */
export function vulnerableIn(text: string, danger: boolean): Field<boolean> {
  const words = text.slice(0, 2000)
  for (const pattern of frail) {
    const found = pattern.exec(words)
    if (found) return { value: true, confidence: 0.85, because: found[0] }
  }
  const child = danger && !inGeneral.test(words) ? childInDanger.exec(words) : null
  if (child && !/(?:小孩|孩子)(?:扔|玩火|放|点)/.test(words)) {
    return { value: true, confidence: 0.75, because: child[0] }
  }
  return { value: false, confidence: 0.7, because: '没说' }
}
