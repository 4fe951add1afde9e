/** What residents of the month write, in our own words: a thing, and what is the matter with it. */
export interface Subject {
  /** Where such a thing is: at a stair, somewhere in an estate, along a road, in a village group; `said`: the words are all. */
  readonly at: 'stair' | 'yard' | 'road' | 'village' | 'said'
  readonly thing: string
  readonly faults: readonly string[]
  /** How often it comes up, beside the others. */
  readonly weight: number
  /** Told in private only: quarrels, hardship. */
  readonly private?: true
}

// biome-ignore format: a table
export const subjects: readonly Subject[] = [
  { at: 'stair', weight: 6, thing: '的楼道灯', faults: ['不亮了', '一闪一闪的，快坏了', '坏了两天，晚上上楼全靠手机照'] },
  { at: 'stair', weight: 4, thing: '的门禁', faults: ['刷卡没反应', '坏了，谁都能进来', '对讲听不见声音'] },
  { at: 'stair', weight: 5, thing: '楼梯口', faults: ['堆了好几个旧柜子，过道只剩一条缝', '又堆满了纸箱子', '堆着旧床垫没人搬'] },
  { at: 'stair', weight: 3, thing: '的下水管道', faults: ['堵了，污水往上返', '堵住了，厨房的水下不去'] },
  { at: 'stair', weight: 3, thing: '的楼顶', faults: ['一下雨就渗水，墙皮都掉了', '漏水，天花板湿了一大片'] },
  { at: 'stair', weight: 3, thing: '的楼道', faults: ['好几天没人打扫', '脏得没法下脚，一直没人扫'] },
  { at: 'yard', weight: 6, thing: '门口的垃圾桶', faults: ['满了两天没人清', '满得盖子都盖不上', '旁边垃圾堆了一地'] },
  { at: 'yard', weight: 3, thing: '旁边的草坪', faults: ['半人高了，没人修剪', '枯了一大片，没人管'] },
  { at: 'yard', weight: 2, thing: '后面的绿化带', faults: ['被人圈起来种菜', '让人挖了种葱'] },
  { at: 'yard', weight: 3, thing: '前面的健身器材', faults: ['螺丝松了，一晃就响', '断了一根横杆'] },
  { at: 'yard', weight: 4, thing: '楼下', faults: ['乱停车，把路口堵住了', '有辆车一直停在消防通道上', '车位上的僵尸车轮胎都瘪了，落满了灰'] },
  { at: 'yard', weight: 3, thing: '楼下', faults: ['有人从窗户拉线给电动车充电', '电动车飞线充电，看着吓人'] },
  { at: 'yard', weight: 3, thing: '花坛边', faults: ['到处是狗屎', '遛狗的不捡粪便'] },
  { at: 'yard', weight: 2, thing: '附近', faults: ['蚊子特别多，绿化带该打药了', '老鼠乱窜，垃圾点该消杀了'] },
  { at: 'yard', weight: 3, thing: '门前的路面', faults: ['塌了个坑，骑车容易摔', '坑坑洼洼的，一下雨就积水'] },
  { at: 'yard', weight: 2, thing: '', faults: ['水压特别小，洗澡都出不来水', '停水了，也没有通知'] },
  { at: 'yard', weight: 2, thing: '楼下的麻将室', faults: ['半夜还在吵，睡不着', '每天闹到十一二点'] },
  { at: 'road', weight: 4, thing: '门口的路灯', faults: ['坏了，晚上一片黑', '白天亮着晚上不亮'] },
  { at: 'road', weight: 3, thing: '门口的井盖', faults: ['松了，车一压就响', '破了一个角'] },
  { at: 'road', weight: 3, thing: '门前', faults: ['摆摊的把人行道占满了', '占道经营，走路都要下马路'] },
  { at: 'road', weight: 2, thing: '的饭馆', faults: ['油烟直接往居民楼排', '油烟味太大，窗户都不敢开'] },
  { at: 'road', weight: 2, thing: '旁边的工地', faults: ['夜里还在打桩', '一早就开工，噪声太大'] },
  { at: 'road', weight: 2, thing: '墙上', faults: ['贴满了小广告', '又被喷了好多小广告'] },
  { at: 'village', weight: 3, thing: '的水渠', faults: ['堵了，水放不下来', '塌了一段，田里进不了水'] },
  { at: 'village', weight: 3, thing: '的村道', faults: ['坑太大，三轮车都过不去', '路肩垮了一截'] },
  { at: 'village', weight: 2, thing: '的路灯', faults: ['不亮了，晚上没人敢走', '坏了两盏'] },
  { at: 'village', weight: 2, thing: '的垃圾池', faults: ['满了没人拉', '好几天没清，臭得很'] },
  { at: 'said', weight: 1, private: true, thing: '', faults: ['我妈一个人住，腿脚不便，想申请社区送餐', '家里有残疾人，想申请装扶手'] },
  { at: 'said', weight: 1, private: true, thing: '', faults: ['家里老人瘫痪在床，低保申请交上去一个月没有答复', '邻居老人没人照看，想问问能不能申请上门护理'] },
]

/** Told in private: nobody in a group may hear of it. */
export const quarrels: readonly string[] = [
  '楼上那家天天半夜拖桌子砸地板，跟他家说过三回都吵起来了，想请社区调解',
  '楼上水管漏到我家，天花板都泡坏了，他家不肯赔，想请你们来调解一下',
  '隔壁把杂物堆到我家门口，一说就骂人，邻里关系闹得很僵，请社区出面调解',
  '跟对门为了走廊放鞋柜的事吵了好几次，想找人调解',
  '邻居家的狗咬坏了我家的东西，他不认账，两家闹起来了，请社区调解',
  '隔壁装修砸墙把我家墙震裂了，他家不承认，想申请调解',
]

/** Danger, in estates that have such things. */
export const dangers: readonly string[] = [
  '的电梯困住人了，里面有个老太太，快来人',
  '楼道里煤气味特别重，头都晕了',
  '楼下电动车着火了，冒好大的烟，快来人',
]

export const openings: readonly string[] = ['', '', '', '反映个事，', '麻烦看一下，', '管一管吧，']
export const endings: readonly string[] = [
  '',
  '',
  '',
  '，麻烦派人看看',
  '，已经好几天了',
  '，老人走着不安全',
]

/** What those in charge write; the number goes before. */
export const staffWords = {
  accept: ['签收', '签收，今天去看', '签收，已安排人'],
  note: ['进展：去看过了，要等配件', '进展：已联系施工队，这两天来', '进展：材料到了，明天动工'],
  resolve: [
    '办结：已经修好，现场试过没有问题',
    '办结：已清理干净，跟住户说过了',
    '办结：已处理完，拍照留存',
    '办结：上门看过，按要求整改好了',
  ],
  return: ['退回：不归我们管', '退回：不在我们辖区', '退回：地点不详，找不到人'],
  extension: ['申请延期2天，配件没到', '申请延期3天，要等施工队排期'],
  approve: ['同意延期'],
  refuse: ['不同意延期：居民等得急，请先临时处理'],
  interim: ['阶段性答复：已经查明原因，材料在路上，后天装'],
} as const

/** What petitioners write about what was done. */
export const residentWords = {
  satisfied: ['解决了，满意', '修好了，谢谢，满意', '满意，动作挺快'],
  fair: ['解决了，基本满意', '基本满意'],
  dissatisfied: ['解决是解决了，但是拖太久，不满意'],
  unsolved: ['没解决，还是老样子', '没有解决，根本没人来'],
  urge: ['怎么还没修', '什么时候能弄好'],
  withdraw: ['不用了，撤回吧，自己弄好了'],
} as const
