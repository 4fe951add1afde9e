import type { Sayings } from './sayings.ts'
import { sieveOf } from './sieve/sieve.ts'

/** Words for what is wrong with things, or between people. */
const trouble: Sayings = {
  missing:
    /没(?:有|得|人)?[^,。 ]{0,2}(?:扫|割|到[^,。]{0,3}给|给|发|水|电|气|纸|扫过|打扫)|又没|冇水|没得?[水电气网]|冇得?[水电气]|没(?:得|有)?[水电气]/,
  notWorking:
    /没[亮响热通]|唔(?:着|通|得)|关不上|打不开|多久没|没法|不(?:亮|热|通|转|动|响|灵|走|开|来|清|收|拉|管|修|理|退|给|发|感应)|失灵|报不了/,
  undone: /没(?:人)?(?:管|修|换|清|收|拖|扫|理|来)|不(?:发|还|结|认|让)|不接|不肯|联系不上|无权/,
  broken: /坏|怀了|断|塌|裂|破|掉[瓷墙皮砖]|歪|锈|烂|倒了|垮/,
  leaking: /塞住|漏|堵|停[水电气了]|淹|成河|满了/,
  holes: /滑得很|[斜歪]了|坑坑?洼洼|坑(?:$|[ ,。]|大|深)/,
  dark: /摸黑|黑[了漆灯]/,
  dirty: /(?:发|是)[黄黑绿]|[锈臭异怪腥]味|有味|脏|臭|馊|熏|呛|烧|堆|死鱼/,
  noise: /蹦|吵|闹|噪|打桩|施工|震/,
  blocked: /长到|越来越多|占|挡|乱|锁着|关门|不够|排(?:队|了)|没车位/,
  cold: /凉|冰一样/,
  money:
    /转(?:钱|账)[^,。]{0,4}(?:了|已经)|(?:多|贵|涨)了?(?:一倍|好多|几倍)|涨(?:价|到)|欠|差[\d一二三四五六七八九十]+|拖(?:欠|着)|坑(?:了|人|钱)|乱收|多收|赖|扣|糊涂账/,
  deceit: /偷|骗|过期|假|没(?:执|牌)|没(?:证|批)|搬空|跑(?:路|了)/,
  people:
    /态度[^,。 ]{0,3}(?:差|恶劣)|说了[^,。 ]{0,4}不听|当(?:自己|他)家|打(?:起|架|人|桩)|训人|骂|威胁|推来推去|不配合|赶/,
  danger: /不敢|摔|危险|吓人|扯[^,。 ]{0,4}线|飞线|充电(?!宝|器|桩)|夹|咬|掟|砸|掉[了下]|扔/,
  neglected: /摆设/,
}
const ways = Object.values(trouble)
const sieve = sieveOf(ways)

/** Whether a text names something that is wrong. */
export const hasTrouble = (text: string): boolean =>
  sieve.sift(text).some((way) => ways[way]?.test(text))
