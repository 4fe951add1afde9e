import type { Guard } from './emergency-guards.ts'

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
    name: 'another smell',
    where: 'text',
    only: ['gas'],
    words: /油漆|装修|甲醛|垃圾|下水道|粪|猪|化工|油烟|烧烤|臭豆腐|榴莲|香水/,
    unless: /[煤燃]气|天然气|嘶嘶|嗤嗤|臭鸡蛋|快来|救命/,
  },
]
