import { frailties } from './frailty.ts'
import type { Field } from './matter.ts'
import { child } from './people-words.ts'
import { sieveOf } from './sieve/sieve.ts'

const kinds = Object.entries(frailties)
const sieve = sieveOf(kinds.map(([, pattern]) => pattern))

/** The young who live alone are not old people alone. */
const livesAlone = /一个人(?:住|过)(?!.{0,4}怕)/
const young = /合租|室友|女生|男生|小姐姐|打工人|加班|我租|租的|公寓|毕业|考研|单身狗|程序员/

/** General talk of the old and the young concerns nobody in particular. */
const inGeneral =
  /(?:小区|院|楼|这里|附近|村)[里上]?(?:好多|很多|不少|这么多|都是)?(?:老人|孩子|老年人)(?:多|挺多)|老人孩子|老头老太太|老老小小|老的小的/

const anyChild = new RegExp(`(?!女(?!儿)|仔)${child}|学生`)
/** Children who do it themselves. */
const mischief = /(?:小孩|孩子|娃|伢)[^,，。]{0,2}(?:扔|玩火|放|点火|点鞭|捣)/
/** What a child nearby suffers from, or nearly did, although nobody is in danger to life at the moment. */
const harm =
  /[扑撞刮砸](?!头|锅)[^,，。]{0,3}(?:孩|娃|闺女|儿子|女儿|孙|伢|崽|小朋友|学生)|(?:孩子?|娃|闺女|儿子|女儿|孙子|孙女|伢子?|崽|小朋友|学生)[^,，。]{0,8}(?:被|让|叫|给)[^,，。]{0,5}(?:扑|撞|刮|砸|烫|扎|划|夹)|离(?:孩|娃|小朋友|我?(?:孙|儿|女|闺))[^,，。]{0,4}(?:步|米|尺)|动手|打(?:我|她|人|老婆|孩子)|家暴|喊救命|拉肚子|中毒|吐了|挂水|辍学|不去上学/

/** Whether somebody frail is concerned: old and alone, disabled, seriously ill, pregnant, a small child whom it reaches. */
export function vulnerableIn(text: string, danger: boolean): Field<boolean> {
  const words = text.slice(0, 2000)
  for (const number of sieve.sift(words)) {
    const [name, pattern] = kinds[number] ?? []
    const found = pattern?.exec(words)
    if (found) return yes(`${name}：${found[0]}`, 0.85)
  }
  const single = young.test(words) ? null : livesAlone.exec(words)
  if (single) return yes(single[0], 0.7)
  const reached = danger || harm.test(words)
  const near = reached && !inGeneral.test(words) ? anyChild.exec(words) : null
  if (near && !mischief.test(words)) return yes(near[0], 0.75)
  return { value: false, confidence: 0.7, because: '没说' }
}

const yes = (because: string, confidence: number): Field<boolean> => ({
  value: true,
  confidence,
  because: because.slice(0, 40),
})
