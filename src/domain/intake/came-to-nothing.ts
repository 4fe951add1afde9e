import type { Danger } from './matter.ts'

/** Fire and gas: what else it was, or that it is out. */
const smoke =
  /(?:在|是)[^。!?]{0,24}(?:烧(?:纸|香|包袱|元宝|落叶|树叶|秸秆)|上坟|祭[祖灶]|蜡烛|烟花|鞭炮|爆竹|干冰|雾炮|洒水|蒸汽|水汽|灭蚊|消毒|电焊|焊管|刷漆|熏[^。!?]{0,3}[肉肠鱼艾]|炒辣椒|炸辣椒|拍(?:短视频|戏|片|抖音))|(?:火|烟|灶|炉子?|锅)(?:已经?|都|早就?)?(?:扑|浇|弄)?(?:关|灭|熄|散)(?:了|掉|干净)|(?:已经?|现在)[^。!?]{0,3}(?:关掉|灭掉|扑灭|浇灭|熄)了?|(?:已经?|都|早)灭了|没(?:烧|着)起来|(?:已经?|刚|都)(?:关|拧)(?:了|好|掉|紧)|(?:味|气)[^。!? ]{0,2}散了|(?:^|[ ,])烧(?:纸|香|包袱)|(?:^|是|在)[^。!? ]{0,8}焊(?:东西|接|管|铁)|(?:是|在)[^。!?]{0,8}(?:夕阳|反光|喷雾|消杀|第一次用|烤箱)|^没(?:有)?火(?:$|[ ,。])|浇透了?|(?:测|查)过?了?[^。!?]{0,8}(?:不漏|没漏|没问题|正常)/
/** Said first of all: what glows, booms or smokes there. */
const glow =
  /^(?:不是|没有?|别[怕慌]|莫慌|放心|假的|哦|噢|嗐)?[ ,]*(?:那|这|其实|就|都|应当)?(?:个|里|边)?是?[^。!? ]{0,10}(?:新?装的灯|灯笼|彩灯|晚霞|烤(?:全羊|串|红薯|肉(?!店|摊|铺))|香炉|上香|出渣|爆米花|放炮|炮仗|装修|砸墙|轮胎|马蜂窝)/
/** Not here. */
const afar =
  /^不是?(?:我们这|咱们这|这里|这边)?[ ,]*(?:是|在)(?:城[东南西北]|隔壁(?:小区|村|镇|区|县)|别的小区|外地)/
/** Nothing of the kind, whatever was feared. */
const staged =
  /(?<!不是|没有?|不像)(?:演练|演习|排练|彩排|排(?:小品|节目|话剧)|误报|误触|试(?:机|梯))/
const show =
  /拍(?:的|着)?(?:一段|个)?(?:短视频|视频|戏|片子?|抖音|段子|微电影)|没打(?:架|起来)?(?:$|[ ,。])|(?:^|是|在)(?:楼下|隔壁|那边)?(?:KTV|ktv|唱歌|唱戏|吊嗓子)|开锁(?:的|师傅)[^。!?]{0,6}(?:户主|业主|房东)|(?:在|是)[^。!?]{0,12}(?:演(?!习)|排练|彩排|练武|练功|训练|拳击|散打|闹着玩|打闹|斗嘴|摔跤|拔河|猫|电视|收音机|打牌)/
const found =
  /(?:找|寻)(?:到|着|回来)(?:了|哒|啦)|(?:领|抱|接|送|牵)回(?:来|家|去)(?:了|哒|啦)|在(?:我|他|她|俺|同学|奶奶|外婆|姥姥|爷爷|邻居|对门)[^。!?]{0,4}家|在[^。!?]{0,8}家(?:里|玩|睡|吃)|躲在|睡着了/

/** What is said of each danger when there was none after all, or when it has passed and nobody needs help. */
const ends: Readonly<Partial<Record<Danger, RegExp>>> = {
  fire: smoke,
  gas: smoke,
  lift: /(?:^|人|都|已经?|全)出来(?:了|哒)|(?:门|梯)[^。!? ]{0,3}(?:开了|打开了)|放出来了|(?:维保|师傅)[^。!?]{0,6}(?:试|测|检修)/,
  electric: /(?:总闸|电闸|闸)[^。!?]{0,4}拉(?:了|下来了)|断电了[^。!?]{0,10}(?:没事|安全|处理)/,
  fight: show,
  medical:
    /缓过(?:来|劲)|醒(?:过来)?(?:了|哒)|自己(?:站|爬|坐)起来|自己走(?:了|回)|好多(?:了|哒)|能说话了|(?:是|就是)[^。!?]{0,6}(?:低血糖|喝(?:多|醉)|睡着)/,
  suicide:
    /(?:下|拉下|劝下|抱下|接)来了|联系上了|接(?:到)?电话了|(?:在|是)[^。!?]{0,14}(?:晒|晾|修|装|洗外墙|刷墙|拍照|看风景|抽烟|浇花|天线|太阳能|空调|钓鱼|冬泳)/,
  child: found,
  water:
    /(?:拉|捞|救|爬|抱)上(?:来|岸)了[^。!?]{0,12}(?:没事|好的|回家|换)|冬泳|游泳队|(?:是|在)[^。!?]{0,6}(?:摸螺|钓鱼|捞)/,
}

const notYet =
  /没(?!火|烟|事|关系|有?大碍|有?着|有?人受伤|有?味|有?明火|漏|问题)|(?:动|醒|应|开|出|起|灭|关|停)不|不(?:醒|应|动|省人事)|还(?:在|有|没|是)|快来|救命|越来越|头晕|又(?:着|冒|烧|打|闻|吵)|应该|可能|估计|大概|好像|是不是|该不会|不会是|怕|[?吗么吧]$/

/** Whether somebody who knows says that a danger was none, or is over and nobody needs help: no guess, no question. */
export function cameToNothing(text: string, danger: Danger): boolean {
  if (notYet.test(text)) return false
  const isGlow = (danger === 'fire' || danger === 'gas') && glow.test(text)
  return isGlow || afar.test(text) || staged.test(text) || (ends[danger]?.test(text) ?? false)
}

const trifles =
  /中签|彩票|减肥|外卖|快递|奶茶|游戏|球队|进球|抽卡|头发|演唱会|跳楼价|打折|车票|闹钟|早八/
/** Over these some have died. */
const woes = /作业|考试|论文|股票|基金|工资|钱包|领导|老板|甲方/

/** Whether who cried out goes on, in a few words, to say what trifle was meant: `救命啊` … `忘记交作业了`. */
export const wasTrifle = (text: string, danger: Danger): boolean =>
  text.length <= 14 &&
  (trifles.test(text) || (danger !== 'suicide' && woes.test(text) && !notYet.test(text)))
