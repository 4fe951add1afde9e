import { isHan } from './text.ts'

/** Pairs that are in every talk and say nothing. */
const empty: ReadonlySet<string> = new Set(
  `我们 我家 你们 他们 这个 那个 也是 就是 不是 没有 有人 什么 怎么 一个 两个 天天 今天 昨天 现在 还是 都是 知道 大家 一下 邻居
  物业 社区 上面 下面 楼上 楼下 时候 真的 可以 能不 不能 自己 的时 了一 了个 是不 要是 小区 家里 这里 那里 这边 那边 已经 一直`.split(
    /\s+/,
  ),
)

/** Pairs of Chinese characters that may say what a text is about, from its first 80 characters. */
export function pairsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const end = Math.min(80, text.length)
  for (let at = 0; at + 1 < end; at++) {
    if (!isHan(text.charCodeAt(at)) || !isHan(text.charCodeAt(at + 1))) continue
    const pair = text.slice(at, at + 2)
    if (!empty.has(pair)) found.add(pair)
  }
  return found
}
