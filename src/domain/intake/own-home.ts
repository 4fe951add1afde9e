/** How far a matter that names no door reaches into the speaker's own: flat, stair or building. */
export type Reach = 'room' | 'unit' | 'building'

const own = '(?:我们?|俺们?|咱们?|我哋|本)'

const rooms = '客厅|卧室|厨房|卫生间|阳台|厕所|洗手间|天花板'
const flat = [
  `${own}(?:自己|自个儿?)?的?(?:家|屋|房(?!东|租|子旁)|户)`,
  `(?:我|俺)(?:的)?(?:${rooms}|房门|门锁|窗户|灶|床)|家(?:客厅|厨房|卫生间|天花板|阳台)`,
  `(?:我|俺)们?(?:这)?(?:个)?(?:店|铺子|门面|档口)|(?:^|[,，。;；\\n ])(?:厨房|客厅|卧室|主卧|次卧|飘窗|马桶|阳台(?!上?(?:往|扔|丢)))(?![^,，。 ]{0,2}(?:装修|电器))`,
  '我这(?:屋|家)|屋(?:里|头|内|企)|家里(?!人|的?事)|自(?:己)?家',
].join('|')
const aboveOrBelow =
  '(?<![\\d一二三四五六七八九十号栋幢座层元])楼上(?=家|那家|那户|的|住户|邻居|又|天天|每|夜|半夜|装修|敲|咚|蹬|拖|跺|漏|渗|滴|[^,，。 ]{0,3}(?:开始|昨))'
const stair = [
  `${own}(?:这)?个?(?:单元|楼道|门洞|楼层|这层|这一层|电梯|楼上|对门|对面邻居|隔壁)`,
  aboveOrBelow,
  '(?:单元|楼)(?:门(?!口)|道)|楼梯(?:间|口)?|(?<!扶手)电梯|门禁|对讲|过道|走廊',
].join('|')
const building = [
  `${own}(?:这)?个?[组队](?![长员织里])`,
  `${own}(?:这)?(?:一)?(?:栋|幢|座)?楼|${own}(?:这)?(?:一)?(?:栋|幢|座)`,
  '(?:这|本)(?:栋|幢)楼?|楼顶|顶楼|楼底?下|门栋',
  '(?<![\\d一二三四五六七八九十号栋幢座])楼(?:前|后|跟前|背后|旁边|侧边|山墙|门前)',
].join('|')
const around = '(?:楼下|楼底下|门前|楼前|楼后|窗户?外|窗户?下|窗户?底下|附近|旁边|对面|后面|前面)'

/** Words that mean the speaker's own flat, stair or building, first match wins. */
const reaches: readonly { readonly reach: Reach; readonly words: RegExp }[] = [
  {
    reach: 'building',
    words: new RegExp(
      `${own}(?:家|屋)?(?:这)?(?:里|边)?(?:个|一?[栋幢座])?楼?${around}|楼上[^,，。]{0,3}(?:往下|扔|丢|抛|飞|撂|泼)`,
    ),
  },
  { reach: 'room', words: new RegExp(flat) },
  { reach: 'unit', words: new RegExp(stair) },
  { reach: 'building', words: new RegExp(building) },
]

/** Money and offices of the whole estate: a lift named there is nobody's own stair. */
const ofAll = /维修资金|业委会|业主大会|物业费|公摊|公共收益|电梯费/

/** `不是屋里 是后院`. */
const notThere = /(?:不是|不在)(?:我|俺|咱)?们?(?:屋里|家里|家|屋)/g

/** On a road people speak of their shop's door, in a village of their fields: both are at their own number or group. */
const shopOrField =
  /卷帘门|柜台|收银台|(?:餐|饭|面|酒|茶|理发|奶茶)[馆店](?:里|开不了|做不了|门口|没法)|(?:客人|顾客)[^,，。]{0,6}(?:坐不|进不|走了|跑了|投诉|滑|摔)|(?:^|[,，。;；\n ]|[我俺]们?)(?:这(?:边|里|儿)?)?(?:店|铺子?)?(?:门口|门前|门头)(?!的?[^,，。 ]{0,6}路口)|[我俺咱]们?的?[^,，。 ]{0,3}(?:田|地(?![铁下方图面])|菜园|鱼塘|果园|大棚|鸡舍|猪圈|秧)/

/** What of a home without a building a text means: `门口` of a shop, `我那两丘田`. */
export const atOwnShopOrField = (text: string): string | null => shopOrField.exec(text)?.[0] ?? null

/** What of the speaker's own a text means; null when it says nothing of the kind. */
export function reachOf(text: string): { reach: Reach; word: string } | null {
  const said = text.includes('不') ? text.replace(notThere, '') : text
  for (const { reach, words } of reaches) {
    const found = words.exec(said)
    if (found && !(reach === 'unit' && ofAll.test(text))) return { reach, word: found[0] }
  }
  return null
}
