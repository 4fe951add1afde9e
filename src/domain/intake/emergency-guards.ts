import type { Danger } from './matter.ts'

/** What takes the danger out of words: looked for close before or after a sign, or in its whole sentence. */
export interface Guard {
  readonly name: string
  /** The dangers that it concerns; all when left out. */
  readonly only?: readonly Danger[]
  readonly where: 'before' | 'after' | 'sentence' | 'text'
  readonly words: RegExp
  /** Words that keep the danger all the same. */
  readonly unless?: RegExp
}

const now =
  /现在|还在|正在|此刻|眼下|这[回次]|不想活|遗书|又(?:闻|冒|着|烧|打|来)|越来越|今天|今晚|刚刚?|快来|快点|(?<![喊叫])救命|马上|已经打|不止/

const alarm = /救命|119|110|120|快来人?|来人啊|着火了|失火|打起来|报警/

export const guards: readonly Guard[] = [
  {
    name: 'negated',
    where: 'before',
    words:
      /(?:(?:没有?|并没|不是|未|冇|无|不会|不能|不许|不准|禁止|严禁|谨防|防止|预防|避免|防|严防|防范)(?:有|人|什么|啥|再|发生|是|任何|真的|让)?[^ ,]{0,3}|(?:别|莫|不要)再?)$/,
    unless: /没(?:有)?人(?:管|应|接|敢|来|拉)/,
  },
  {
    name: 'supposed',
    where: 'before',
    words:
      /(?:(?:万一|要是|如果|假如|假设|一旦|要真|真要|真有个?|若是?|倘若|哪天|会不会|容易|可能会?(?:引|发)|引发|引起|造成|导致|迟早|早晚|差点|险些|差一?点|好比|仿佛|以为|祝|希望|但愿|保佑|怕(?!是)|就怕|生怕|担心|比如|例如).{0,12}|(?:小心|当心|注意|提防|(?<!好)像是?要?)[^ ,]{0,6})$/,
    unless: /想不开|轻生|自杀|寻短见|跳(?:楼|下|河)/,
  },
  {
    name: 'supposed after',
    where: 'after',
    words:
      /^.{0,6}(?:怎么办|咋办|咋整|谁负责|谁来负责|的话|了呢|的?隐患|的?风险|了可|了?就(?:晚|完|麻烦)|不得了|概率|保险|应急预案|知识|演练|技能)/,
    unless: /救命|119|110|120|快来人|来人啊/,
  },
  {
    name: 'over',
    where: 'after',
    words:
      /^.{0,10}(?:灭了|扑灭|已经灭|被扑灭|救出来了|已经出来|放出来了|(?:人|大家|我们)[^ ,]{0,3}都?出来了|已经没事|没事了|已经停(?:了|手)|被(?:拉|劝)开了|已经(?:关|修|处理|解决)|修好了|抓走了|拖开)/,
  },
  {
    name: 'long ago',
    where: 'sentence',
    words:
      /上次|上回|去年|前年|往年|以前|当年|那年|那次|那回|过年(?:那|时|的时候)|前几天|前两天|前阵|上个?月|上个?(?:周|星期|礼拜)|昨天|昨晚|昨夜|前天|前晚|曾经|小时候|年轻时|之前|前不久|\d{4}年|(?:几|多少|好几|\d+|[一二三四五六七八九十]+)年前|早些年|历史上|事后|当时/,
    unless: now,
  },
  {
    name: 'over and over',
    where: 'sentence',
    only: ['fight', 'lift'],
    words:
      /天天|经常|老是?(?:吵|打|困)|总(?:是)?(?:吵|打|困)|三天两头|动不动就|隔三差五|时常|每(?:天|晚|次)|一个月.{0,6}(?:困|卡)/,
    unless: /现在|正在|刀|快来|救命|血|里面|出不来/,
  },
  {
    name: 'heard from elsewhere',
    where: 'sentence',
    words:
      /听说|听人(?:说|讲)|听讲|据说|据传|网上|新闻|抖音|快手|朋友圈|热搜|视频(?:里|号|上)|转发|转自|报道|曝光|的视频|某(?:市|地|小区|县)|外地|外省|别的小区|隔壁(?:镇|市|县|区|村|省)|老家|国外|省城|我(?:姐|哥|妹|弟|同学|朋友|同事|亲戚)(?:那|他们|家)?(?:那?个)?(?:小区|单位|那边|那里|老家)/,
    unless:
      /我们?(?:楼|单元|栋|小区)|咱们?(?:楼|单元|栋|小区)|现在我|快来|\d(?:栋|幢|号楼|座|单元)/,
  },
  {
    name: 'a drill, a lesson, a notice',
    where: 'text',
    words:
      /演练|演习|培训|宣传|讲座|科普|知识竞赛|安全提示|温馨提示|预警|倡议|致全体|告居民|安全须知|应急预案/,
  },
  {
    name: 'a story, a game',
    where: 'text',
    words:
      /电影|电视剧|小说|剧情|游戏(?!厅)|主播|直播间|演唱会|比赛|球赛|国足|段子|歌词|综艺|剧透|追剧/,
    unless: alarm,
  },
  {
    name: 'sold, offered, advertised',
    where: 'text',
    words:
      /跳楼(?:价|甩|大|式)|清仓|甩卖|特价|促销|优惠|专业(?:疏通|维修|安装|清洗)|团购|接龙|包邮|出售|转让|八成新|九成新|自提/,
    unless: alarm,
  },
  {
    name: 'a joke',
    where: 'text',
    words:
      /哈哈|嘿嘿|嘻嘻|呵呵呵|开(?:个|句)?玩笑|逗你|笑死|笑哭|愚人节|狗头|旺柴|doge|hhh|233|🤣|😂|😁|😜|🐶|\[(?:偷笑|呲牙|坏笑|调皮|奸笑|破涕为笑|憨笑|阴险|机智|嘿哈|捂脸)\]/i,
    unless: /救命|119|110|120|快来人/,
  },
  {
    name: 'an exaggeration',
    where: 'sentence',
    only: ['suicide', 'medical'],
    words:
      /(?:吵|热|烦|累|作业|辅导|加班|上班|减肥|考试|写|卷|堵|挤|丑|尴尬|无聊|帅|美|甜|辣|香|好吃|馋|羡慕|笑)(?:得|到|死)?.{0,8}(?:想跳楼|想死|要死|不想活|晕倒|昏过去|晕过去)|吓(?:得|死|晕)|想死的心都有|(?:物价|房价|油价|股票|基金|涨价|堵车|周一|上班|考研|减肥)[^。]{0,12}(?:活|死|跳)|(?:气|吓)(?:得|出).{0,4}心脏病|心脏病(?:都)?(?:吓|快|要)/,
  },
  {
    name: 'lost at play',
    only: ['suicide'],
    where: 'text',
    words:
      /手气|打牌|麻将|斗地主|牌(?:打|桌)|三缺一|(?:股票|基金|大盘)|(?:排位|王者|开黑|上分|掉星)|剧(?:里|中)|男主|女主|大结局|那部|番(?:里|中)|取号|排队/,
    unless: /赌债|欠(?:了)?.{0,6}(?:万|债|钱)|输光|不想活|遗书|救/,
  },
  {
    name: 'a word of annoyance',
    only: ['medical'],
    where: 'sentence',
    words:
      /(?:^|[ ,。!?])(?:哦|唉|哎|啊|呃)?[ ,]*(?:我|简直|真是|直接)?(?:的)?(?:晕倒?|昏倒|晕死|猝死)(?:$|[ ,。!?了])/,
    unless: /救|120|快来|起不来|有人|老|孩|血/,
  },
  {
    name: 'smoke and fire of the kitchen',
    only: ['fire'],
    where: 'text',
    words:
      /熏(?:腊?肉|肠|鱼|鸡|得|豆)|腊(?:肉|肠)|火锅|底料|螺蛳粉|酸笋|(?:炒|煎|煮|烤|蒸|炖)(?:菜|肉|鱼|饭|汤|糊|包|串)|隔离带|计划烧除|烧荒|(?:包子|馒头|蒸)的?(?:水)?汽/,
    unless:
      /[着起失]火了(?!$)|火苗|救火|119|快来|冒.{0,2}(?:浓|黑)烟|(?:家|房|楼|屋)(?:里|子)?(?:都)?(?:着|烧)了/,
  },
  {
    name: 'another fire, another smoke',
    where: 'sentence',
    only: ['fire'],
    words:
      /[发恼窝]火|(?:容易|会|别|最近|虚)上火|上火(?:吃|喝|牙|嘴|长|了吃)|火(?:锅|气|热|腿|龙果)|着火点|红火|油烟|抽烟|烟囱|烟花|烤串|烧烤|嗓子.{0,2}(?:冒烟|着火)|烧(?:秸秆|垃圾|纸钱|落叶)/,
    unless: /[着起失]火了|火苗|烧起来|火烧(?:到|起)|救火|明火|快来|冒.{0,2}(?:浓|黑)烟|119/,
  },
  {
    name: 'a thing of a child',
    where: 'sentence',
    only: ['child'],
    words:
      /(?:孩子?|娃|宝宝|儿子|女儿|闺女|学生)的?(?:证|卡(?!在|住|到|进)|书包|玩具|鞋|衣服|球|水壶|帽子|风筝|手表|校服|作业|画|气球|自行车|滑板车|平衡车|分数|成绩|名次|牙)/,
    unless: /人[卡挂悬吊]|头[卡夹]|[手脚腿][卡夹]|身子|救/,
  },
  {
    name: 'a child at peace',
    where: 'sentence',
    only: ['child'],
    words: /写生|写作业|看书|画画|看风景|晒太阳|浇花|做作业|背书/,
    unless: /外|掉|摔|没关|危险|晃|救/,
  },
  {
    name: 'vermin',
    where: 'sentence',
    only: ['electric'],
    words: /蚊|苍蝇|老鼠|虫子|蟑螂|捕鱼|电鱼/,
    unless: /人|孩|他|她|我(?!家)/,
  },
  {
    name: 'burnt on purpose',
    where: 'sentence',
    only: ['fire'],
    words:
      /烧(?:的|了|点)?(?:死[鸡猪鸭鱼]|垃圾|秸秆|塑料|胶皮|轮胎|电线皮|树叶|落叶|纸钱|骨头|猪毛|木炭|柴|煤球)/,
    unless: /[着起失]火了|烧到|烧起来|火苗|救|119|快来/,
  },
  {
    name: 'the line of a telephone',
    where: 'sentence',
    only: ['electric'],
    words: /断网|[冒没冇]网|网(?:线|络|都|也|断)|宽带|光[缆纤]|电话线|通信|信号/,
    unless: /电线(?!杆)|高压|火花|火星|滋|麻|触电|漏电/,
  },
  {
    name: 'in safety by now',
    where: 'text',
    only: ['fight'],
    words: /[躲跑逃][^,，。]{0,3}(?:在|到)(?:我|俺|咱)(?:们)?(?:屋|家|这|店)|已经(?:跑|逃|躲)出来/,
    unless: /追|砸门|刀|还在|现在|血|救命|快来/,
  },
  {
    name: 'a pretence',
    where: 'before',
    words: /(?:就说|假装|骗(?:他|她|人)?说|谎报|吓唬[^ ,]{0,3}说?)[^ ,]{0,5}$/,
    unless: /救命|119|快来/,
  },
  {
    name: 'at peace in a high place',
    where: 'sentence',
    only: ['suicide'],
    words: /钓鱼|晒太阳|晾|拍照|看风景|乘凉|修[瓦房屋漏]|刷墙|安装|检修|聊天|抽烟|遛弯/,
    unless: /跳|死|哭|活/,
  },
  {
    name: 'an office that does not answer',
    where: 'sentence',
    only: ['medical'],
    words: /(?:物业|保洁|客服|快递|老板|师傅|中介|施工队)[^。!?]{0,6}[两三四五几\d]天没/,
    unless: /老人|独居|味|一个人住/,
  },
]
