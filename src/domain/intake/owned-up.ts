import { anyOf } from './sayings.ts'

/** Whose doing the smell, smoke or noise was, and that it is harmless: `是我家在炖臭豆腐`, `锅烧干了，火关了`. */
const owned = anyOf({
  cooking:
    /(?:是我|我家|我屋|俺家|我们家|是[\u4e00-\u9fa5\d]{2,8}?家?的?)[^。!?]{0,28}(?:臭豆腐|螺蛳粉|榴莲|折耳根|酸笋|臭鱼|臭鳜鱼|咸鱼|腌|腊肉|辣椒|炖|煮|蒸|熬|煎药|熏|烤肉|烧水|蚊香|艾条|油漆|指甲油|杀虫)/,
  jars: /(?:腌|泡|酿|炖|煮)的?[^。!?]{0,8}(?:坛子|罐子|缸|锅)[^。!?]{0,3}(?:打|碎|翻|洒)了/,
  pots: /(?:锅|水壶|汤)(?:底|子)?[^。!?]{0,6}(?:烧[干穿糊焦]|糊|干)了?[^。!?]{0,16}(?:关(?:了|掉|火)|没事|灭了|没着)/,
  denied:
    /^(?=.*(?:是我|我家|我们家|我屋))[^。!?]{0,14}不是(?:煤气|燃气|天然气|着火|失火|起火|火灾)/,
})
const notYet =
  /没关|(?:在外面|不在家|赶不回|忘了关)(?!.*(?:关了|灭|没事|打开|锅底|回来了))|关不|救|快来|越来越|还在(?:冒|烧|漏)|不(?:是我|晓得|知道)|是不是|会不会|以为|哪家|不是的|[?吗]$|灭不/

/** Whether somebody says that a smell or smoke was his own harmless doing. */
export const ownsUp = (text: string): boolean => owned.test(text) && !notYet.test(text)
