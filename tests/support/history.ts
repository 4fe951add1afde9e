/** One letter of an invented street, and the label that somebody gave it. */
export interface Letter {
  readonly title: string
  readonly text: string
  readonly label: string
}

const subjects: Readonly<Record<string, readonly [string, string][]>> = {
  路灯: [
    ['路灯', '一直不亮'],
    ['楼道灯', '一闪一闪的'],
    ['门口那盏灯', '白天也开着'],
    ['灯杆', '歪得快倒了'],
    ['庭院灯', '整排都黑了'],
  ],
  漏水: [
    ['水管', '爆开喷水'],
    ['屋顶', '下雨就漏水'],
    ['卫生间天花板', '滴水不停'],
    ['消防栓', '渗水结冰'],
    ['外墙', '渗水发霉'],
  ],
  噪音: [
    ['隔壁装修', '电钻响到半夜'],
    ['广场音响', '吵得睡不着'],
    ['楼下烧烤摊', '喧哗到凌晨'],
    ['工地', '夜里打桩轰隆隆'],
    ['邻居的狗', '叫个没完'],
  ],
}
const openings = ['您好，', '我们单元的', '反映一下：', '急！', '想问问，', '老问题了，', '昨天起']
const places = [
  '幼儿园旁边',
  '东门外面',
  '三号楼后头',
  '菜场路口',
  '地下车库入口',
  '小公园里',
  '河边',
]
const endings = [
  '老人走路不方便，盼早点处理。',
  '打过电话没有人来看。',
  '谢谢你们费心。',
  '孩子都不敢出门了。',
  '已经拖了半个月，大家意见很大。',
  '希望给个说法。',
]

/** Letters of three labels, no two with the same words: always the same ones. */
export function invented(perLabel = 40): Letter[] {
  return Object.entries(subjects).flatMap(([label, matters], l) =>
    Array.from({ length: perLabel }, (_, i) => {
      const [thing, fault] = matters[i % matters.length] ?? ['', '']
      const place = places[(i * 3 + l) % places.length] ?? ''
      const opening = openings[Math.floor(i / matters.length + l) % openings.length] ?? ''
      const ending = endings[(i + l) % endings.length] ?? ''
      return {
        title: `${place}${thing}${fault}`,
        text: `${opening}${place}的${thing}${fault}，${ending}`,
        label,
      }
    }),
  )
}

/** The letters as a file. */
export const tsvOf = (letters: readonly Letter[]): string =>
  [
    'title\ttext\tlabel',
    ...letters.map(({ title, text, label }) => [title, text, label].join('\t')),
  ]
    .map((line) => `${line}\n`)
    .join('')
