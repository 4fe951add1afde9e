import type { Field } from './matter.ts'

const kin =
  '(?:爸妈|父母|爸爸?|妈妈?|爹|娘|老爸|老妈|父亲|母亲|老爷子|老头子?|爷爷?|奶奶?|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|丈母娘|老丈人|公婆|弟弟?|妹妹?|哥哥?|姐姐?|老弟|老姐|叔叔?|婶婶?|姑姑?|姑妈|舅舅?|舅妈|姨妈?|阿姨|侄子|侄女|外甥|表哥|表弟|表姐|表妹|亲戚|朋友|同学|师傅|老师|老人家?)'
const title =
  '(?:奶奶|爷爷|大爷|大妈|大娘|大叔|大婶|大姐|大哥|阿姨|叔|婶|姐|哥|老师|先生|女士|婆婆|婆|公|伯伯?|爹|爷|娭毑|师傅|老太太?|老头|老汉|老奶奶|老爷爷|嫂子?|姨|妈|娘|老人|家|同志|邻居|住户|业主|租客)'
/** Short name or door with a title: 401贺阿姨, 邱家大嫂, 楼下丁大爷, 老樊. */
const someone = `(?:[^\\s,，。!！?？;；:：我你您]{0,8}?${title}|老[\\u4e00-\\u9fa5]|小[\\u4e00-\\u9fa5]|[\\u4e00-\\u9fa5]{2,3}(?=反映|报|问|说|申请|讲|登记))`

/** How one says that he speaks for another; the group `who` names him. */
const relays: readonly RegExp[] = [
  new RegExp(
    `(?:代|替|帮)(?:着|忙)?(?<who>我(?:家)?(?:的)?${kin}|我(?:们)?(?:家)?(?:隔壁|楼上|楼下|对门|单元|这边)?的?${someone}|${someone})(?:们)?(?:来|向|跟|给|也)?[^,，。\\n]{0,8}?(?:反映|反应|报|问|说|讲|申请|登记|转达|发|求助|投诉|咨询|打听|喊|提)`,
  ),
  new RegExp(
    `(?<who>${someone}|我?${kin})(?:刚才?|今天|昨天)?(?:托|让|叫|请|喊|拜托|委托|要)我[^,，。\\n]{0,6}(?:反映|反应|报|问|说|讲|申请|登记|转达|发|帮|替|代|跟|在群|来|喊|提)`,
  ),
  /(?:代|替|帮)(?<who>他们?|她们?|老人家?|佢|人家|邻居|老两口|老乡)(?:来|向|跟|给)?(?:社区|村里|大家|物业|政府)?[^,，。\n]{0,6}?(?:反映|反应|报(?!名)|问|说一|讲一|申请|登记|转达|求助|张罗|跑|办|投诉|咨询|提)/,
  new RegExp(`(?:受)(?<who>${someone}|我?${kin})(?:的)?(?:委托|嘱托|所托)`),
]

/** A relative who lives elsewhere, or cannot speak for himself, and has the trouble. */
const forKin = new RegExp(
  `(?<who>我(?:的)?(?:家)?${kin}|俺${kin}|(?:家里|家中)(?:老人|老娘|老爹))(?:今年|他们|她|他|俩|两个|都|一个人|独自|自己|住|家|的?(?:医保|社保|低保|养老|房子|屋|灶|电|水|暖气)|被骗|[\\d一二三四五六七八九十]+)`,
)
const elsewhere =
  /一个人(?:住|过|在)|独居|自己(?:一个人)?住|住(?:在)?(?:[^,，。我]{0,12})(?:栋|幢|号楼|单元|小区|院|村|组|室|\d)|家(?:的)?(?:灶|水|电|暖|灯|马桶|厨房|下水|房顶|墙)|不会(?:打|用|弄|写|说|报)|被骗|医保|社保|低保|养老|残疾|身边没人|没人照|申请|报销/

/** For a household head or neighbour: named by door or title, with what is wrong at his. */
const theirs = new RegExp(
  `(?<who>(?:隔壁|楼上|楼下|对门|对面|我们?(?:组|楼|单元|村)(?:里|上|的)?的?|[\\d]{3,4}的?|[一二三四五六七八九十\\d]+楼(?:那个)?的?)${someone})[^。\\n]{0,16}?(?:一个人(?:住|过|在)?|独居|不会|腿脚|眼睛|看不见|耳朵|瘫|残|没(?:有)?(?:手机|儿女|收入)|八十|九十|七十|八九十|孤寡|五保)`,
)

/** Who is spoken for, when the speaker is not himself concerned; null when he speaks for himself. */
export function onBehalfIn(text: string): Field<string | null> {
  const words = text.slice(0, 1000)
  for (const relay of relays) {
    const found = relay.exec(words)
    const who = found?.groups?.who
    if (found && who && !/^(?:大家|我们|咱们|全|各位|你|谁|业主们?$)/.test(who))
      return speaksFor(who, found[0])
  }
  const relative = forKin.exec(words)
  const kinWho = relative?.groups?.who
  if (
    relative &&
    kinWho &&
    elsewhere.test(words.slice(relative.index, relative.index + 60)) &&
    !/(?:我|俺)们?(?:家|屋)|跟我(?:一起)?住(?![\s\S]*(?:医保|社保|报销|备案))/.test(
      words.replace(kinWho, ''),
    )
  ) {
    return speaksFor(kinWho, relative[0])
  }
  const neighbour = theirs.exec(words)
  const neighbourWho = neighbour?.groups?.who
  if (neighbour && neighbourWho) return speaksFor(neighbourWho, neighbour[0])
  return { value: null, confidence: 0.7, because: '没说' }
}

const speaksFor = (who: string, because: string): Field<string | null> => ({
  value: who.trim().slice(0, 20),
  confidence: 0.85,
  because,
})
