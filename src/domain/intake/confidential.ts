import type { Category } from '../street/rulebook.ts'
import type { Field } from './matter.ts'

const wishes = [
  /(?:别|不要|不许|不准|莫|请勿|千万别|冇|唔好|(?<!能)不能)(?:把|跟|让|给|向|对|在|说|讲|透露|公开|泄露|提|告诉)[^。\n]{0,16}?(?:名字|姓名|身份|我(?:说|讲|报|反映|举报|投诉)的|我(?:是谁|的(?:信息|电话|房号))|群里|知道|讲出去|说出去|别人|他们?|她|物业|邻居)/,
  /(?:匿名|保密|不想(?:公开|署名|留名|让(?:人|他|她|别人|邻居|物业)知道)|不留名|不署名|别透露|别公开|替我保密|不方便透露|别说是我|别讲是我|不要说是我|别提我|怕(?:被)?(?:报复|打击|穿小鞋|认出|知道是我))/,
]

/** Whether nothing of it may be said in a group: the category says so, or the speaker asks for it. */
export function confidentialIn(text: string, category: Category | undefined): Field<boolean> {
  for (const wish of wishes) {
    const found = wish.exec(text.slice(0, 2000))
    if (found) return { value: true, confidence: 0.9, because: found[0] }
  }
  if (category?.confidential)
    return { value: true, confidence: 1, because: `${category.level2}一律保密` }
  return { value: false, confidence: 0.9, because: '随类别' }
}
