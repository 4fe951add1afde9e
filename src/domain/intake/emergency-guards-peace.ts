import type { Guard } from './emergency-guards.ts'

const alarm = /救命|119|110|120|快来人?|来人啊|冒烟|火苗/

/** What takes the danger out of words that are not meant, not now, or not of people. */
export const guardsOfPeace: readonly Guard[] = [
  {
    name: 'on a stage, on a screen, in a dream',
    where: 'text',
    words:
      /电视(?:里|上|剧|机)|片子|小品|老戏|[唱演排拍]个?(?:戏|节目)|演(?:绑|的|一?[个段场])|道具|水枪|塑料刀|玩具[刀枪]|短视频|奥特曼|(?:讲|老)故事|[梦做]梦?见|做(?:了)?个?(?:恶|噩)?梦/,
    unless: /救命|119|110|120|快来|报警|敲门|电视还/,
  },
  {
    name: 'beasts that fight',
    where: 'sentence',
    only: ['fight'],
    words: /斗[牛鸡狗]|两[头只条](?:牛|鸡|狗|猫|羊)|(?:猫|狗|鸡)打架/,
    unless: /人|孩/,
  },
  {
    name: 'young once',
    where: 'sentence',
    words: /年轻(?:那会|时|的时候)|那会儿|想当年|从前|八几年|九几年|[六七八九]十年代/,
    unless: /现在(?!想|看|好)|正在|快来|救命/,
  },
  {
    name: 'at play',
    where: 'text',
    only: ['fight'],
    words: /推销|广告|跳绳|捉迷藏|躲猫猫|咯咯笑|乐得|过家家|打打杀杀|闹着玩|做游戏/,
    unless: /救命|110|快来|血/,
  },
  {
    name: 'settled since',
    where: 'text',
    words:
      /虚惊一场|(?:已经|都|刚才|今年|后来)[^。!?]{0,4}(?:调解好|解决好|处理完|查清|找到|散了|补好|平安)|现在好多了|(?:人|都|现在)没事了|,没事$|已经康复|康复得/,
    unless: /又|还在|还没|救命|快来|现在(?!好|没事|康复)/,
  },
  {
    name: 'an old complaint of the body',
    where: 'sentence',
    only: ['medical'],
    words: /好几年|多年|几十年|老毛病了|后遗症|康复|复查|理疗|一直这样|落下的/,
    unless: /今天|刚才|突然|今早|现在|快来|救命|不醒/,
  },
  {
    name: 'likened, out of temper',
    where: 'sentence',
    only: ['suicide', 'medical'],
    words: /睡得像|像[^。!?,]{1,8}(?:一样|似的)|气得[^。!?,]{0,3}(?:想|要)(?:跳|死|吐血|晕)/,
    unless: /[站坐爬]|锁|刀|药|不醒|不应|快来|救命|120/,
  },
  {
    name: 'prices, heat and noise that kill',
    where: 'sentence',
    only: ['fight', 'suicide'],
    words:
      /(?:费|价|账单|房租|工资|作业|天气|太阳|蚊子|加班|考试|学费|补课)[^。!?]{0,8}(?:要|想)?(?:杀人|要命|杀我|宰人)|杀人(?:价|的心都有)/,
    unless: /刀|砍|捅|血|救命|110|快来/,
  },
  {
    name: 'another smell',
    where: 'text',
    only: ['gas'],
    words: /油漆|装修|甲醛|垃圾|下水道|粪|猪|化工|油烟|烧烤|臭豆腐|榴莲|香水/,
    unless: /[煤燃]气|天然气|嘶嘶|嗤嗤|臭鸡蛋|快来|救命/,
  },
  {
    name: 'what would be, if it burnt',
    where: 'after',
    only: ['fire'],
    words:
      /^[^。!?]{0,3}(?:都|也|往哪|咋|怎么|哪|谁)[^。!?]{0,4}[跑逃]|^[^。!?]{0,4}(?:[跑逃][^。!?]{0,3}[不没]|[跑逃]哪|团灭|一起凉|全完)/,
    unless: alarm,
  },
  {
    name: 'papers and plans that burn',
    where: 'sentence',
    only: ['fire'],
    words: /论文|稿子?|作业|方案|项目|进度|代码|后院|绩效|钱包|荷包|嗓子|眉毛|群里/,
    unless: /火苗|烟|消防|119|快来|救命|房子|家里/,
  },
  {
    name: 'a thing that broke by its current',
    where: 'sentence',
    only: ['fire', 'electric'],
    words:
      /(?:充电器|充电头|保险丝?|灯泡|主板|显卡|电机|马达|镇流器|电路板|线圈|适配器|启动器)[^。!?,]{0,3}烧(?:了|坏|掉|毁)/,
    unless: /烟|火|着起|味|119|快来|救命/,
  },
  {
    name: 'the flame of a stove or an engine',
    where: 'sentence',
    only: ['fire'],
    words: /火苗[^。!?]{0,6}(?:豆|粒|小|细|弱|矮|不旺|忽大)|打着火|走火(?:梯|通道|警|门)/,
    unless: /119|快来|救命|烧起来|窜|蹿/,
  },
  {
    name: 'poked through, not stabbed',
    where: 'text',
    only: ['fight'],
    words: /捅(?:了|咗|也|半天)?[^。!?]{0,6}(?:不通|不开|通|开)|竹片|皮搋|疏通|蜂窝|马蜂/,
    unless: /刀|血|救命|捅(?:人|伤|死)/,
  },
  {
    name: 'armed by fright alone',
    where: 'sentence',
    only: ['fight'],
    words: /吓得(?:我|俺|老子)?[^。!?]{0,8}[抄拿举提抡]/,
    unless: /砸|撬|踹|还在|110|报警|救/,
  },
  {
    name: 'killed by noise or by sweetness',
    where: 'sentence',
    only: ['medical', 'suicide'],
    words:
      /狗粮|再[^。!?]{0,8}下去[^。!?]{0,6}(?:猝死|疯|神经)|遗[书言][^。!?]{0,6}(?:草稿|题目)|预约跳|体验版/,
    unless: /救命啊|120|快来|不想活|真的/,
  },
  {
    name: 'eyes rolled at somebody',
    where: 'sentence',
    only: ['medical'],
    words: /(?:问|回|说|态度|不理|服务|[给冲对]我)[^。!?]{0,10}翻白眼/,
    unless: /抽|倒|沫|120|快来/,
  },
  {
    name: 'hurt some time ago, and who pays',
    where: 'text',
    only: ['medical'],
    words: /赔|医药费|拒付|私了|误工|保险公司|(?:他|她|对方)(?:也|就)?(?:不管|不认|跑)/,
    unless: /现在|快来|120|救|还躺|昏|不醒|刚才|刚刚/,
  },
]
