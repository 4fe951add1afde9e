import type { CategoryCode } from '../ids.ts'
import { isAside, isHush } from './aside.ts'
import { classify } from './classify.ts'
import { reachOf } from './own-home.ts'
import { nowhere, type Place } from './place.ts'
import { doorsIn } from './place-grammar.ts'
import { type PlaceContext, placeIn } from './place-in.ts'
import { placesNamed } from './place-names.ts'
import type { Reply } from './reply.ts'
import { anyOf } from './sayings.ts'
import { hasTrouble } from './trouble.ts'
import type { Understanding } from './understanding.ts'

/** That the trouble is over. */
const over = anyOf({
  repaired:
    /(?:修|弄|搞|解决|处理|换|(?<![^亮好]起)来|通|清|挪|搬|拖|拉|运|开|说)(?:好|完|开|通|走|干净|了|修)(?:了)?|来修了|好了/,
  back: /来(?:水|电|气|网|暖)了|恢复(?:了|正常)/,
  gone: /没事了|不(?:漏|堵|吵|响)了/,
  paid: /(?:退|还|赔|补)(?:了)?(?:我)?钱(?:了|哒|咯|啦)|道(?:了)?歉(?:了)?/,
  byOneself: /自己(?:解决|弄|修|搞)/,
  reconciled: /说开了|和好/,
})
/** That it need not be registered any more. */
const takenBack = anyOf({
  back: /撤(?:了|回|销|掉)|撤吧|作废/,
  cancelled: /取消/,
  needless: /不用(?:管|修|来|处理)了/,
})
/** `别取消`: neither a yes nor a no to what was asked. */
const keeps = /(?:不|别|莫)(?:要|用|能)?(?:给我)?(?:取消|撤)/
const refuses = anyOf({
  atOnce:
    /^(?:不(?:用|要|是|对|需要|必|登|了|行|报|好|想)?|别(?:登|报|记|了)?|算了|没(?!错|问题|事|毛病)(?:有|必要)?|否|no|n|NO|No|冇|唔(?:使|系|要|好)|莫|甭|拉倒|免了|无需|取消|开玩笑|逗你|认错|误会|发错)/,
  notMine: /不是我|(?:没|冇|未)(?:有)?(?:讲|报|说|发|反映)过|没报过|没说(?:过)?要|当我没说/,
  notSerious: /随口一说|说着玩|开玩笑|不用当真/,
  mistaken: /认错人|搞错/,
  needless: /不必|唔使/,
})

/** Said of the whole of it, whatever else is said. */
const plainlyNot = anyOf({
  venting: /(?:就是?|只是)?(?:吐槽|抱怨|发(?:发)?牢骚|随便(?:说|讲)|说说而已)/,
  unregistered: /(?:不用|不要|莫|别|甭|勿|不需要?|无需|冇使|没必要)(?:再|给我|帮我)?登记?/,
})

const agreeing = anyOf({
  pause: /[ ,，。!！~]/,
  right:
    /对(?!不|面|门|方|付|象)(?:的|头|滴|呀|啊|哒|嘞)?|是(?!不)(?:的|啊|呀|滴|嘞|咯|哒)?|没错|确认|确定|正确|(?:就|正)(?:是|在)?(?:这|那)(?:个|里|儿|边|地方|位置|块)+|就是/,
  fine: /嗯+(?:呢|嗯|啊)?|好(?![不吃看玩像多久几歹贵热冷吵臭])(?:的|滴|嘞|呀|啊|吧|哒)?|行(?![不李人程道业])(?:吧|啊|呀)?|可以(?:的)?|中(?![午秋间心国医奖学])|没问题|得|嗯呐|恩|成(?![绩天都员])|妥/,
  please:
    /(?:需)?要(?!是|不|下|命|么|去|钱)(?:的|登记|报)?|登(?:记|吧|了)?|报(?![纸名])(?:吧|上|上去)?|麻烦(?:了|你|您)?|快(?:点|登记)|赶紧|拜托|谢谢/,
  dialect: /要得|要的|系(?:呀|啊|度|嘅)?|就系度/,
  surely: /必须(?:的)?|当然/,
  letters: /ok|OK|Ok|yes|y|Y|1/,
  signs: /👌|👍|🆗|✅|\[(?:OK|强|好的|握手|抱拳|合十|玫瑰)\]/,
})
const agrees = new RegExp(`^(?:${agreeing.source})+`)

/** What a reply to `是否登记？` or `是这个地点吗？` means. */
export function readConfirm(
  text: string,
  raw: string,
  context: PlaceContext,
  u: Understanding,
): Reply {
  const petition = null
  if (keeps.test(text)) return { petition, act: 'other' }
  if (!isAside(text)) {
    const amended = amendment(text, context, u)
    if (amended) return { petition, act: 'amend', ...amended }
    if (fellAway(text) && !agreesOnly(raw)) return { petition, act: 'withdraw', reason: text }
    if (refuses.test(text)) return { petition, act: 'no' }
  }
  if (plainlyNot.test(text)) return { petition, act: 'no' }
  const added = addition(text)
  if (added) return { petition, act: 'amend', place: null, category: null, text: added }
  if (agrees.test(raw.trim()) && !isHush(text)) return { petition, act: 'yes' }
  return { petition, act: 'other' }
}

/** `对的 登吧`: agreement and nothing else. */
export const agreesOnly = (raw: string): boolean => {
  const trimmed = raw.trim()
  return agrees.exec(trimmed)?.[0].length === trimmed.length
}

const fellAway = (text: string) =>
  (over.test(text) || takenBack.test(text)) && !/没(?:修|弄|解决|处理)|还(?:没|是|在)/.test(text)

/** What changes: the place, the category, or both; null when nothing does. */
interface Amendment {
  readonly place: Place | null
  readonly category: CategoryCode | null
  readonly text: string
}

const changes = /不是|不对|错了|写错|搞错|打错|说错|应该是|改成|改为|更正/

/** Whether something is said to be otherwise. */
export const corrects = (text: string): boolean => changes.test(text)

/** `不是3栋 是4栋1单元`, `地方没错 但不是停水 是停电`: what changes. */
function amendment(text: string, context: PlaceContext, u: Understanding): Amendment | null {
  if (!changes.test(text)) return bareDoor(text, context, u)
  const right = rightOf(text)
  if (right === null) return null
  const place = saidPlace(right, context, u)
  const rest = place ? withoutPlace(right, context, u) : right
  const category = place === null || hasTrouble(rest) ? likelyCategory(rest, u) : null
  if (place && category === null && !isFiller(rest)) return null
  return place || category ? { place, category, text } : null
}

/** What changes by a correction that no rule could take apart; a place only where something is said to be wrong. */
export function amendedLoosely(text: string, context: PlaceContext, u: Understanding): Amendment {
  const right = changes.test(text) ? rightOf(text) : null
  return { place: right === null ? null : saidPlace(right, context, u), category: null, text }
}

const rights: readonly RegExp[] = [
  /^(?:是|应该是|在)?[ ,，]*([^,，。 ]{2,20}?)[,，。 ]*(?:而)?不是/,
  /(?:^|[ ,，。])(?:是|应该是|在)([^,，。 ]{2,20}?)[,，。 ]*(?:而)?不是/,
  /(?:不是|不对|错了?|写错|搞错)[^是]{0,16}?[,，。 ]*(?:而?是|应该是|改成|改为|在)[ ,，]*([^。]{2,60})/,
  /(?:应该是|改成|改为|更正为?)[ ,，]*([^。]{2,60})/,
  /(?:写|搞|打|说|弄)?错了?(?:字|地方|楼)?[ ,，。:：]+([^。]{2,60})/,
]

/** What is said to be right, in whichever order. */
function rightOf(text: string): string | null {
  for (const words of rights) {
    const right = words.exec(text)?.[1]
    if (right && !/^(?:不|没)/.test(right)) return right.replace(/(?:而)?不是.*$/, '')
  }
  return null
}

/** A door alone corrects the place, too. */
function bareDoor(text: string, context: PlaceContext, u: Understanding): Amendment | null {
  if (text.length > 16 || doorsIn(text).length === 0 || /^(?:对|是|嗯|好)/.test(text)) return null
  if (!isFiller(withoutPlace(text, context, u))) return null
  const place = saidPlace(text, context, u)
  return place ? { place, category: null, text } : null
}

/** Only a place that the words name; the speaker's own door when they say that and nothing else (`是我们单元`). */
function saidPlace(text: string, context: PlaceContext, u: Understanding): Place | null {
  const own = reachOf(text)?.word ?? ''
  const isOwn = /[我俺咱]/.test(own) && isFiller(text.replace(own, ''))
  if (!isOwn && placeWords(text, context, u).length === 0) return null
  const { value, confidence } = placeIn(text, { ...context, asked: true }, u.gazetteer)
  return confidence > 0.5 && JSON.stringify(value) !== JSON.stringify(nowhere) ? value : null
}

/** The doors and names in a text. */
function placeWords(text: string, context: PlaceContext, u: Understanding): readonly string[] {
  const units = context.rooms.flatMap(({ room }) => u.gazetteer.rooms.get(room)?.unit ?? [])
  const named = placesNamed(text, { units, homes: [] }, u.gazetteer, true)
  return [...doorsIn(text), ...named].map((found) => found.text)
}

const withoutPlace = (text: string, context: PlaceContext, u: Understanding): string =>
  placeWords(text, context, u).reduce((rest, words) => rest.replace(words, ' '), text)

/** Nothing but what stands around a place: `…那边`, `在…门口`. */
const isFiller = (text: string): boolean =>
  /^(?:[ ,，。.!！~是在那这的边里儿头上下前后左右旁口门楼道单元附近对面处]|小区|才对|写|打|说|弄|搞|错|了|应该|改成|改为|不对|哈|啊|吧|呢|哦|哒|嘞|咯|喽|哩|嘛|呀|啦|诶|欸|等等|打|我们?|家|抱歉|不好意思)*$/.test(
    text,
  )

function likelyCategory(text: string, u: Understanding): CategoryCode | null {
  const best = classify(text, u.model).categories[0]
  return best && best.p > 0.3 ? best.code : null
}

/** `好的，再备注一句…`: yes, and something to add. */
function addition(text: string): string | null {
  const found =
    /^(?:对的?|是的?|嗯+|好的?|行|可以|没错|要得|中)[ ,，。!！]*(?:另外|还有|再|顺便|补充(?:一下|一点|:)?|麻烦(?:再)?(?:写|加|备注)|(?:请)?(?:备注|写上|加上|注明))(?:写上|加上|一(?:下|点|句)|补充|备注|注明|说)?[ ,，:：]*(.{3,200})$/.exec(
      text,
    )
  return found?.[1]?.trim() ?? null
}
