/**
 * A sign in short: `~8` stands for up to eight characters of one sentence, `≈20` for up to twenty across messages.
 * All gaps are bounded, so that a text of any length is read in linear time.
 */
export const sign = (pattern: string): RegExp =>
  new RegExp(pattern.replace(/~(\d+)/g, '[^。!?]{0,$1}').replace(/≈(\d+)/g, '[\\s\\S]{0,$1}'))

/** The last character of most words for a person: 老周, 小伙子, 送水的师傅, 大爷. */
export const someone = '[人他她我俺爷奶爸妈爹娘公婆伯叔姨婶嫂哥姐弟妹孩娃崽儿女孙宝师老头子伙]'
export const loved =
  '(?:我|俺|咱|她|他|孩子?|娃|宝宝|儿子|女儿|闺女|老婆|媳妇|女的|妇女|女孩|姑娘|老太太|老人|爸|妈|爹|娘|老板|师傅|同事)'

export const hold =
  '(?:[拿拎提抡抄握攥捏抱揣带别扛抽掏]|举(?!报|办|行|例)|操(?!场|作)|(?<!指)挥)(?:着|了|起|出)?'
/** What hurts when raised. Knives of the kitchen and the field, too. */
export const tool =
  '(?:刀(?!具|鱼|法|叉|架|削面)|[铁木][棍棒管锹]|[棍棒](?!球)|钢[管叉筋]|甩棍|锄头|铁锹|扁担|斧|锤|砖头?|板砖|酒瓶|瓶子|撬棍|[板长]凳|螺丝刀|剪子|剪刀|钉枪|铁链|电棍|弓弩)'
export const fuel = '(?:汽油|柴油|煤油|酒精|稀料|油桶|油枪|煤气罐)'

/** People who come for money, or whom nobody knows. */
export const strangers =
  '(?:(?:[讨要追催收]债|要账|收账|催收|放贷|高利贷|纹身|混混|社会(?:上的|青年|人(?!员|士))|打手|醉汉|酒鬼|生人|陌生)~4|[两俩三仨四五六七八九十几帮伙群车][^。!?]{0,2}(?:人|男的|后生|小子|小伙|汉子|大汉|亲戚)|一(?:帮|伙|群)~4)'

/** Where nobody sits or stands who is well. */
export const brink =
  '(?:楼顶|天台|屋顶|房顶|顶楼|顶边|水塔|塔吊|烟囱|铁塔|信号塔|广告牌|桥栏|护栏|栏杆|井沿|井口|窗台|窗沿|窗户|阳台|悬崖|崖边|高架|桥上|桥边|水库边|江边|河边)'
export const poison =
  '(?:百草枯|敌敌畏|农药|老鼠药|除草剂|安眠药|药瓶|一(?:整)?[瓶把板盒]药|降压药|洁厕灵)'
