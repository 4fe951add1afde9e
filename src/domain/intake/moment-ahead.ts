import { dayOf, daysAfter } from '../deadlines/calendar.ts'
import type { Rulebook } from '../street/rulebook.ts'
import { dayAhead } from './day-ahead.ts'
import { readNumeral } from './numerals.ts'

const hour = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const clock = new RegExp(
  `(凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|今晚|明晚|明早)?\\s*(${hour})\\s*(?:点钟?|时|[:：](?=\\d))(?:(半)|(一刻)|(三刻)|(\\d{1,2})分|(\\d{2})(?![\\d栋幢号楼单室层]))?`,
)

/** When people are to meet, and the words that say so: `今天下午3点`, `周五上午9:30`; null where no time of day is said. */
export function momentAhead(
  text: string,
  at: Date,
  book: Rulebook,
): { readonly moment: Date; readonly said: string } | null {
  const found = clock.exec(text)
  if (!found) return null
  const [said, half, hours = '', isHalf, quarter, threeQuarters, minutes, digits] = found
  const h = readNumeral(hours)
  const m = isHalf ? 30 : quarter ? 15 : threeQuarters ? 45 : Number(minutes ?? digits ?? 0)
  if (h === null || h > 24 || m > 59) return null
  const day = dayAhead(text.replace(said, half ?? ''), at, book)
  const into = (ofDay(h, half) * 60 + m) * 60_000
  const on = (date: ReturnType<typeof dayOf>) =>
    new Date(Date.parse(`${date}T00:00:00+08:00`) + into)
  const today = on(day ?? dayOf(at))
  return { moment: day === null && today <= at ? on(daysAfter(dayOf(at), 1)) : today, said }
}

/** `下午3点` is 15; `3点` without more is in the afternoon, for nobody meets at three in the night. */
function ofDay(hours: number, half: string | undefined): number {
  if (hours > 12) return hours
  if (half === undefined) return hours < 7 ? hours + 12 : hours
  if (/下午|傍晚|晚/.test(half)) return hours < 12 ? hours + 12 : hours
  return half === '中午' && hours < 6 ? hours + 12 : hours
}
