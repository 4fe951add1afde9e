/** What people say in their own way, by what it is counted as when replies are weighed: meaning, not wording, matters there. */
const spoken: Readonly<Record<string, string>> = {
  了: '咗 哒 咯 啦 嘞 喽 辽 叻 勒 辣 噜 吔',
  没: '没有 没得 木有 莫得 冇得 冒得 冇 未',
  不: '唔 莫 别',
  不用: '唔使 冇使 不消 甭 不必 无需',
  修: '搞 整 弄 拾掇 捯饬 处理 解决 疏通 维修',
  换: '更换',
  好: '掂 妥',
  的: '嘅 哩 滴',
  是: '系',
  我: '俺 咱',
  你: '恁 侬 您',
  他: '佢',
  什么: '么子 啥 乜 咩',
  怎么: '咋 点样 么样 啷个 如何 怎样',
  吗: '嘛',
  呢: '呐',
  还: '仲 仍然 依旧 依然 照样 仍',
  回: '返',
  说: '讲',
  看: '瞅 睇 瞧',
  家里: '屋里',
  今天: '今儿',
  昨天: '昨儿',
  已: '已经',
  嗯: '嗯哪 嗯呐',
  谢谢: '唔该晒 唔该 劳慰',
}
const plainOf = new Map(
  Object.entries(spoken).flatMap(([plain, words]) =>
    words.split(' ').map((word) => [word, plain] as const),
  ),
)
const anySpoken = new RegExp([...plainOf.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** One wording for what dialects and officialese word differently: `整好咗` as `修好了`. Only for weighing. */
export const plainly = (text: string): string =>
  text.replace(anySpoken, (word) => plainOf.get(word) ?? word)

const signs = {
  good: '👍 💯 ❤ 😄 😊 😁 🥳 🎉 ✨ 💪 👏 🌹 🥰 😍 ⭐ 🌟 [强] [鼓掌] [玫瑰]',
  bad: '👎 😡 🤮 ❌ 😤 😠 🤬 😭 😢 😩 😓 💩 [弱] [怒] [发怒] [流泪]',
  sour: '🙂 🙃 😅 🤡 😒 [微笑] [再见] [呵呵]',
  thanks: '🙏 💐 🤝 [抱拳] [合十]',
  ok: '👌 ✅ 🆗 ✔ [OK]',
  no: '🙅 🚫',
}
export type Mood = keyof typeof signs | 'odd'
const moodOf = new Map(
  Object.entries(signs).flatMap(([mood, list]) =>
    list.split(' ').map((sign) => [sign, mood as Mood] as const),
  ),
)

/** What the emoji of a text stand for, WeChat's `[微笑]` among them; `odd` what could mean anything. */
export const moodsIn = (raw: string): readonly Mood[] => [
  ...new Set(
    [...raw.matchAll(/\p{Extended_Pictographic}|\[[一-鿿A-Za-z]{1,6}\]/gu)].map(
      ([sign]) => moodOf.get(sign) ?? 'odd',
    ),
  ),
]
