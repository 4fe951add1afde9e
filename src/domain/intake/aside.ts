import { anyOf } from './sayings.ts'
import { hasTrouble } from './trouble.ts'

/** What neighbours speak of that is no business of ours. */
const things = anyOf({
  parcels: /快递(?!柜)|包裹|外卖|驿站|取件/,
  shopping: /团购|拼单|拼团|接龙|秒杀|优惠|红包|下单|退款|(?:拼|团)(?:西瓜|水果|蛋|菜|肉|奶|米|油)/,
  kitchen:
    /蛋糕|饭(?!店|馆)|汤|饺子|面条|(?:烧|炒|做|买|摘)(?:好|完)?的?菜|菜(?:烧|炒|做|买|洗)|西瓜|水果/,
  leisure:
    /麻将|打牌|(?:的|打|踢|看)球|球(?:赛|局|取消)|跳舞|舞(?:会|取消)|聚餐|聚会|旅游|电影|演出|活动/,
  school: /作业|考试|成绩|幼儿园|家长会|补课|毕业/,
  health: /感冒|发烧|病(?:好|了)|手术|复查|牙/,
  others: /(?:你|您|他|她|人家|谁)(?:们)?家|宝宝/,
})
/** `别吵了`, `不聊了`: to those who quarrel or chatter. */
const hushes =
  /(?:别|不|莫|不要|甭|都别)(?:再)?(?:吵|说|聊|讲|闹|争|扯|提|刷屏?|发|唠|骂|劝|逗)(?:了|啦|咯)(?:啊|吧|哈|哦|啦)*[ ,，。!！~]*$/
const asks = /[?？]|(?:吗|么|好了没有?|好没有?|完没有?)(?=$|[ ,，。!！你您他她])/

const cooked = /[饭菜汤](?:都)?(?:烧|炒|做|煮|买|热)好/

/** Whether a text ends the chatter or quarrel of others. */
export const isHush = (text: string): boolean => hushes.test(text)

/** Whether a text speaks of neighbours' own affairs, hushes others, or asks them whether something is done. */
export const isAside = (text: string): boolean =>
  isHush(text) || asks.test(text) || cooked.test(text) || (things.test(text) && !hasTrouble(text))
