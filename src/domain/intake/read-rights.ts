import { saidNumber } from './said-number.ts'

/** What somebody says about their own data, or about who somebody is. */
export type SaidOfRights =
  /** "你们存了我什么" */
  | { readonly kind: 'stored' }
  /** "谁看过我的信息" */
  | { readonly kind: 'seen' }
  /** "更正我的门牌：5栋2单元302"; both null: not said what. `mayBePlace`: an address, perhaps of a matter and not of a home. */
  | {
      readonly kind: 'correct'
      readonly name: string | null
      readonly door: string | null
      readonly mayBePlace?: boolean
    }
  /** "1001号是代王奶奶反映的" */
  | { readonly kind: 'onBehalf'; readonly whom: string }
  | { readonly kind: 'erase' }
  /** "匿名", "别说是我说的" */
  | { readonly kind: 'conceal' }
  /** "群规", "你们怎么用我们的话" */
  | { readonly kind: 'rules' }
  /** "1027号反映人是谁：要上门核实", of somebody in office. */
  | { readonly kind: 'identity'; readonly reason: string }

const longest = 120
const please =
  '(?:请问?|麻烦|帮我|帮忙|替我|我要|我想|要求|申请|能不能|可以|查询?|查看|看看?|一下)*'
const data = '(?:个人)?(?:信息|资料|数据|档案|记录)'
const whole = (pattern: string) => new RegExp(`^${pattern}(?:吗|呢|啊|呀|吧|了)*$`)

const stored = [
  whole(
    `${please}(?:你们?|您|小助手|系统|这里)*都?(?:保?存|记录?|收集|留|掌握)(?:了|着|下)?(?:哪些|什么|啥)?我的?(?:哪些|什么|啥|多少)*(?:${data}|东西)?`,
  ),
  whole(`${please}我的${data}(?:有哪些|是什么|有什么)?`),
]
const seen = whole(
  `${please}(?:有)?谁(?:都|能|会)?(?:看|查|调阅?|打听|知道|看见|看到)(?:过|了)?我(?:的)?(?:${data}|身份|名字|姓名|是谁)?`,
)
const erase = whole(
  `${please}(?:删除?|删掉|清除|抹掉|注销|清空)(?:掉|一下)?(?:关于|所有|全部)*我的?(?:所有|全部|一切)*的?(?:${data}|账号|帐号|东西)`,
)
const rules = [
  whole('(?:本群)?群规(?:是什么|有哪些)?'),
  whole(
    `${please}(?:你们?|您|小助手)(?:会|都)?(?:怎么|如何|怎样)(?:使?用|处理|保存|对待|记)我们?(?:说)?的(?:话|消息|聊天|聊天记录|信息|隐私)`,
  ),
  whole('(?:隐私|个人信息)(?:政策|规则|说明|保护规则)'),
]
const conceal =
  /^(?:请|麻烦|帮我|帮忙|替我|我要|我想|要求|给我|这件事?|这个|那件事?|反映的?|的|事)*(?:匿名|保密|不(?:署|留)名|(?:别|不要|莫|千万别)(?:(?:跟|和|对|告诉|让)?(?:别人|他们?|她|物业|邻居|人家))?(?:知道)?(?:说|讲|提|透露|公开|说出去)?(?:出)?是?我(?:说|讲|报|反映|举报|投诉)?的?(?:名字|身份|信息)?|(?:别|不要)(?:透露|公开)(?:我的?)?(?:名字|姓名|身份|信息)?)(?:处理|反映|办理|一下|哦|啊|吧|谢谢)*$/
const identity =
  /^(?:的)?(?:(?:反映人|报修人|投诉人|举报人|诉求人)(?:的)?(?:姓名|名字|身份|信息|联系方式)?(?:是)?(?:谁|哪位|哪个|什么|哪家|哪户|多少)?|(?:是)?谁(?:反映|报|投诉|举报|说)的)(?:[?？:：，,。\s]+(?:理由|因为|原因)?[:：]?(.*))?$/
const correcting =
  /^(?:请|麻烦|我要|帮我)*(?:更正|修改|改)(?:一下)?(?:我的)?(称呼|名字|姓名|门牌号?|房号|住址|地址|信息|资料)?(?:改?成|改?为|应该?是|是|[:：，,\s])*(.*)$/
const behalf =
  /^(?:更正[:：，,\s]*)?(?:我)?(?:是)?(?:代|替|帮)(?!我)(.{1,12}?)(?:反映|说|报|问|投诉)的$/

/** Takes what is said whole of one's data; null for anything else, and where trouble is told besides. */
export function readRights(words: string): SaidOfRights | null {
  const said = words
    .normalize('NFKC')
    .replace(/^\s*@\S+\s+/, '')
    .trim()
  if (said.length === 0 || said.length > longest) return null
  const plain = said.replace(/[。.!~?\s]+$/g, '').replace(/^[,，\s]+/, '')
  if (stored.some((pattern) => pattern.test(plain))) return { kind: 'stored' }
  if (seen.test(plain)) return { kind: 'seen' }
  if (erase.test(plain)) return { kind: 'erase' }
  if (rules.some((pattern) => pattern.test(plain))) return { kind: 'rules' }
  const { rest, number } = saidNumber(plain)
  const about = rest.replace(/^[,，:：\s]+|[,，\s]+$/g, '')
  if (conceal.test(about)) return { kind: 'conceal' }
  const whom = behalf.exec(about)?.[1]
  if (whom && (number !== null || about.startsWith('更正'))) return { kind: 'onBehalf', whom }
  const learns = identity.exec(about)
  if (learns) return { kind: 'identity', reason: (learns[1] ?? '').trim() }
  return number === null ? correction(plain) : null
}

/** What else can be put right, a place or a trade of a petition, is said of the petition. */
function correction(plain: string): SaidOfRights | null {
  const [, what, value = ''] = correcting.exec(plain) ?? []
  if (what === undefined)
    return plain === '更正' ? { kind: 'correct', name: null, door: null } : null
  const becomes = value.trim()
  if (!becomes || /信息|资料/.test(what)) return { kind: 'correct', name: null, door: null }
  return /称呼|名/.test(what)
    ? { kind: 'correct', name: becomes.slice(0, 20), door: null }
    : {
        ...{ kind: 'correct', name: null, door: becomes.slice(0, 40) },
        ...(what === '地址' && !/我的|我家/.test(plain) && { mayBePlace: true }),
      }
}
