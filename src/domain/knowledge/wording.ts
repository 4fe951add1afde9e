import { anyOf } from '../intake/sayings.ts'
import { isHan, normalise } from '../intake/text.ts'

/** Words for one thing, by the word that is put for all of them. */
const sameWords: Readonly<Record<string, RegExp>> = {
  家庭医生: /家庭医生/,
  居住: /居住|暂住/,
  生孩子: /生(?:孩子|娃|小孩|[一二三]胎|宝宝)|怀孕|有喜/,
  新生儿:
    /新生儿|(?:刚|才)(?:出生|生)(?:下来)?的?(?:孩子|宝宝|娃娃?|小孩)?|(?:宝宝|小孩)?刚?出生(?!证|医学)/,
  八十岁: /8\d岁?|八十[一二三四五六七八九几多]?岁?/,
  低保: /低保|最低生活保障/,
  老年证: /老[年人]人?(?:优待)?[证卡]/,
  老人: /老年人?|老人家?|老头|老太太?|爷爷|奶奶|外公|外婆|姥姥|姥爷|父母|爸妈|老爸|老妈|爸爸?|妈妈?/,
  孩子: /小孩子?|孩子|小朋友|宝宝|娃娃?|儿子|女儿|闺女|孙子|孙女/,
  补贴: /补贴费?|补助金?|津贴/,
  充电: /充电[桩棚]?/,
  电动车: /电瓶车|电动自?行?车|电单车|小电驴|电瓶/,
  犬只: /小狗|狗狗|犬只?|宠物狗/,
  上学: /(?:上|读|念)(?:小学|一年级)|上小学|入学|上学|读书|念书|就读/,
  看病: /就医|看病|治病/,
  外地: /外[省地]|异地/,
  疫苗: /疫苗|预防针|预防接种|接种/,
  公租房: /公租房|廉租房|保障房/,
  志愿者: /志愿者|志愿服务|义工/,
  社区: /社区居委会|居委会|社区/,
  上班: /[上下]班|开门|关门|办公/,
  电话: /电话|联系方式/,
  收费: /收费|费用|要钱|交钱|多少钱/,
  报销: /报销|报账|结算/,
  补办: /补办|重办|补一张|补卡|换新卡?|补领/,
  丢失: /弄丢|丢失|遗失|不见了|丢/,
  缴费: /缴纳|缴费|交费|缴/,
  维修资金: /维修(?:资金|基金)|大修基金/,
  失业: /失业|辞退|裁员|被裁|下岗|丢了?工作/,
  周末: /周末|周[六日]日?|星期[六天日]|礼拜[六天日]|双休/,
  天然气: /天然气|燃气|煤气/,
  落户: /上户口|落户口?|入户|迁户口?|户口迁/,
  残疾证: /残疾人?证/,
  申请: /申请|申领|申报/,
  几点: /几点钟?|什么时间|啥时间/,
}
const said = new RegExp(
  Object.values(sameWords)
    .map(({ source }, i) => `(?<word${i}>${source})`)
    .join('|'),
  'g',
)
const words = Object.keys(sameWords)

/** What is said around what is asked: it makes no difference between one question and another. */
const around = anyOf(
  {
    politely:
      /请问|麻烦|打扰|想问|问一?下|问问|咨询|了解|打听|听说|谁知道|有人知道|你好|您好|谢谢|一下|大家/,
    who: /我们?家?|俺们?|咱们?|你们?|您|他们?|她们?|自己/,
    asking:
      /怎么样?|怎样|如何|咋[个样]?|哪里|哪儿|哪个|哪些|哪家?|什么|啥|时候|多少|多久|几[月号天个户](?:份|号)?/,
    wanting: /需要|应该|可不可以|能不能|会不会|要不要|有没有|是不是|可以|想要?|打算|准备/,
    doing: /办理|预约|弄|搞|找/,
    matters: /手续|材料|资料|证件|东西|条件|流程|程序|部门|地方|位置|地点|窗口/,
    endings: /[吗呢啊呀呗嘛么吧哦哈了的得着]/,
    joining: /[这那就都也还又再是有个些要去在]/,
  },
  'g',
)

/** What a question is about, without what all questions have: `我外公想办老年卡，带什么` is about `老人 办老年证 带`. */
export const subjectOf = (question: string): string =>
  normalise(question)
    .toLowerCase()
    .replace(said, (...match) => ` ${wordIn(match.at(-1))} `)
    .replace(around, ' ')
    .replace(/[^\p{Script=Han}a-z]+/gu, ' ')
    .trim()

const wordIn = (groups: Readonly<Record<string, string | undefined>>): string =>
  words[Object.values(groups).findIndex((found) => found !== undefined)] ?? ''

/** The single characters, pairs and threes of a subject. */
export function gramsOf(subject: string): readonly string[] {
  const grams: string[] = []
  for (const run of subject.split(' ')) {
    for (let at = 0; at < run.length; at++) {
      for (let length = 1; length <= 3 && at + length <= run.length; length++)
        if (isHan(run.charCodeAt(at))) grams.push(run.slice(at, at + length))
    }
  }
  return grams
}
