import { anyOf, type Sayings } from './sayings.ts'

/** That the work is done. */
const done = anyOf(
  {
    closed: /办结|完成(?:了)?$|完事|搞定/,
    already:
      /(?:已|已经|都|全)(?:经)?(?:处理|解决|修|换|清|疏通|更换|整改|修复|清理|完成|恢复|调解|更新|安装|补|填|拆|清走|清运|劝[离走]|撤|搬走|挪|拖走|关停|补发|发放)/,
    finished:
      /(?:处理|解决|修|弄|搞|换|清|疏通|清理|修复|补|填|装|拆|整改|恢复|通|调解|查处)(?:好|完|掉|毕|妥|干净|完毕|好了|通)了?/,
    did: /(?:撤|搬|清|换|修|拆|挪|补|冲|通|刷|填|关|扫|装|喷|贴|劝)(?:了|走了|掉了|干净了)(?!.{0,4}(?:一半|没))/,
    works: /(?:通|亮|好|热|来水|来电|能用|恢复正常)了/,
    agreed: /(?:签|达成)[^,，。]{0,4}(?:协议|调解)|可以(?:结|办结|关)/,
  },
  'g',
)

const result = /(?:办|修|弄|搞|换|清|通|补|填|装|拆|处理|解决|疏通|清理|修复|整改|恢复|调解|完)/
  .source
const stillBad = /(?:不|没|漏|坏|堵|响|黑|停|臭|渗|冒|闪|卡|滴|跳闸|有问题|有味|那样|老样子)/.source

/** That it is not, or not any more. */
const undone: Sayings = {
  negated: new RegExp(
    `(?:没(?:有|能|法|办法)?(?!问题)|未(?:能)?|尚未|不(?:能|会|好|可以|可|算|得|让|肯)|算不上|谈不上|先别|别|无法|冇|唔|难以|暂不|不是)[^,，。;；!！]{0,4}?${result}(?:好|完|掉|定|结|通|决)?`,
  ),
  unwanted: /不(?:用|要|必|该|应)(?:办结|关|结)/,
  unable: new RegExp(`${result}(?:结|决|通|理)?不(?:了|好|成|掉|动|通|完|定|上|开|到|出|起|下去)`),
  supposed: new RegExp(
    `(?:如果|要是|万一|假如|等(?!已|均|都|全)|快要?|马上|即将|争取|尽量|尽快|预计|估计|差点|差一点|差不多|只差|就差)[^,，。;；!！]{0,6}${result}(?:好|完|掉|定|结|通|决)了?`,
  ),
  later: new RegExp(
    `${result}(?:好|完|掉|定|结|通|决)了?(?:以后|之后|后|的话)?(?:再|才|我?(?:就|会)(?:告|通|跟|给|回|来|报))`,
  ),
  stillBad: new RegExp(`(?:还|仍|依然|依旧|照样|又)(?:是|在|然)?(?:会|老)?${stillBad}`),
  stillShort: /还(?:差|剩|缺|有(?!效))|一半|一部分|不彻底|复发|反弹/,
  noUse:
    /(?<!之前|原来|原先)(?:没(?:有)?(?:反应|用|好|亮|通|热|效果|动静|变化)|不(?:管用|顶用|起作用|灵|行|见效|亮|通|热|转)|下不去|上不来)(?!了)/,
}

/** That somebody asks whether, when or how. */
const asks = anyOf({
  mark: /[?？]/,
  tail: /(?:吗|么|嘛|呢|没有?|不|没得|冇)(?:啊|呀|哦|哈)?[ 。.!！~]*$/,
  whether: /请问|能不能|是不是|可不可以|行不行|要不要|能否|是否/,
  how: /(?:怎么|如何|咋|为什么|为啥|凭什么|谁|哪个|什么时候|啥时候|几时|多久)[^,，。]{0,6}(?:办|修|弄|处理|解决|换|结)/,
})

/** That it will be done, or that something hinders it; also where a result is mentioned. */
const notYet = anyOf({
  nobody: /(?:没|未|冇)(?:有)?(?:找到|联系|谈)|不在家|没人接|联系不上/,
  planned: /明天|下午|后天|约了|准备|打算|正在|待|再(?:来|去|上门)(?!了)/,
  waits: /等(?:配件|厂家|材料|天)|先(?:拉|围|放|设|用)/,
  looked: /查了一下|到现场(?!.{0,12}(?:已|处理完|修好|清))/,
})

/** Whether a text says that the work is done: no question, no plan, and nothing after it that takes it back. */
export function saysDone(text: string): boolean {
  const words = joined(text)
  if (asks.test(words) || notYet.test(withoutVisit(words))) return false
  const at = lastEnd(words, done)
  return at > 0 && at > lastUndone(words)
}

/** Whether a text says or asks that the work is not done: the plainest word does not close it then. */
export function doubtsDone(text: string): boolean {
  const words = joined(text)
  const no = lastUndone(words)
  return asks.test(words) || (no > 0 && no >= lastEnd(words, done))
}

/** `没 办结` is as good as `没办结`. */
const joined = (text: string): string =>
  text.replace(/(没有?|未|尚未|不能?|别|还没|无法|没办法) +(?=\S)/g, '$1')

const withoutVisit = (text: string): string =>
  text.replace(/(?:已到现场|到现场)[^。]{0,6}(?:处理|修|清|换)/g, '')

const eachUndone = Object.values(undone).map(({ source }) => new RegExp(source, 'g'))

/** Where the last words end that take a result back; they may overlap, so that each is looked for alone. */
const lastUndone = (text: string): number =>
  Math.max(...eachUndone.map((words) => lastEnd(text, words)))

/** Where the last match ends; 0 when there is none. */
function lastEnd(text: string, words: RegExp): number {
  let end = 0
  for (const found of text.matchAll(words)) end = found.index + found[0].length
  return end
}
