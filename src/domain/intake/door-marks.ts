import { type DoorWord, doorWordAt } from './door-words.ts'
import { plain } from './numerals.ts'

/** A number of a text, or a letter that stands for one, with the word that says what it counts. */
export interface Mark {
  readonly form: 'digits' | 'han' | 'lettered' | 'stem'
  /** `12`, `A3`; Chinese numerals and 甲乙丙 as digits. */
  readonly value: string
  /** How many digits it is written with; 0 where it has none. */
  readonly digits: number
  /** `二三`: the numbers that are said in one breath; empty for a single one. */
  readonly listed: readonly string[]
  readonly word: DoorWord | null
  readonly from: number
  /** Where the number ends, and where the word after it does. */
  readonly end: number
  readonly to: number
}

const longestNumber = 6

/** All numbers of a text, in order. */
export function marksIn(text: string): Mark[] {
  const marks: Mark[] = []
  for (let at = 0; at < text.length; ) {
    const read = readMark(text, at)
    if (read) marks.push(read)
    at = read ? Math.max(read.to, at + 1) : skipped(text, at)
  }
  return marks
}

type Kind = 'digit' | 'letter' | 'han' | 'stem' | null

const hanKinds = new Map<number, Kind>([
  ...[...'零〇一二两三四五六七八九十百'].map((char) => [char.charCodeAt(0), 'han'] as const),
  ...[...'甲乙丙丁戊'].map((char) => [char.charCodeAt(0), 'stem'] as const),
])

function kindAt(text: string, at: number): Kind {
  const code = text.charCodeAt(at)
  if (code >= 48 && code <= 57) return 'digit'
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return 'letter'
  return code < 128 ? null : (hanKinds.get(code) ?? null)
}

const isWord = (text: string, at: number) => {
  const kind = kindAt(text, at)
  return kind === 'digit' || kind === 'letter'
}

function endOf(text: string, at: number, kind: Kind): number {
  let end = at
  while (end < text.length && kindAt(text, end) === kind) end++
  return end
}

/** The end of what is no number: a run of digits or letters is passed over as a whole. */
function skipped(text: string, at: number): number {
  let end = at + 1
  if (isWord(text, at)) while (isWord(text, end)) end++
  return kindAt(text, at) === 'han' ? endOf(text, at, 'han') : end
}

function readMark(text: string, from: number): Mark | null {
  switch (kindAt(text, from)) {
    case 'digit':
      return digitsAt(text, from)
    case 'letter':
      return letteredAt(text, from)
    case 'han':
      return hanAt(text, from)
    case 'stem':
      return withWord(text, 'stem', plain(text.charAt(from)), from, from + 1)
    case null:
      return null
  }
}

function digitsAt(text: string, from: number): Mark | null {
  const end = endOf(text, from, 'digit')
  if (kindAt(text, end) === 'letter' && !isWord(text, end + 1)) {
    return tailedAt(text, from, end)
  }
  // `1603Vivian`: a room before a name
  const isWhole = !isWord(text, end) || (end - from > 2 && isWord(text, end + 1))
  return end - from > 4 || !isWhole
    ? null
    : withWord(text, 'digits', plain(text.slice(from, end)), from, end)
}

/** `9A座`, `8B-1017` are buildings, `15F` is a floor. */
function tailedAt(text: string, from: number, end: number): Mark | null {
  const mark = withWord(text, 'lettered', text.slice(from, end + 1), from, end + 1)
  if (mark?.word === 'building' || /^-\d/.test(text.slice(end + 1, end + 3))) return mark
  if (mark && end - from < 3 && /[Ff]$/.test(mark.value)) {
    return { ...mark, form: 'digits', value: mark.value.slice(0, -1), word: 'floor' }
  }
  return null
}

/** `A`, `A3`, `b12`: one letter, and at most two digits; of `A1203` the letter alone. */
function letteredAt(text: string, from: number): Mark | null {
  const end = endOf(text, from + 1, 'digit')
  if (end - from > 5 || isWord(text, end)) return null
  const until = end - from > 3 ? from + 1 : end
  return withWord(text, 'lettered', text.slice(from, until), from, until)
}

function hanAt(text: string, from: number): Mark | null {
  const end = endOf(text, from, 'han')
  if (end - from > longestNumber) return null
  const said = text.slice(from, end)
  return withWord(text, 'han', plain(said), from, end, listedIn(said))
}

/** `二三楼`, `五六栋`: two neighbours said in one breath. */
function listedIn(said: string): readonly string[] {
  if (said.length !== 2) return []
  const [first = -1, second = -1] = [...said].map((char) => '一二三四五六七八九'.indexOf(char))
  return first >= 0 && second === first + 1 ? [String(first + 1), String(second + 1)] : []
}

function withWord(
  text: string,
  form: Mark['form'],
  value: string | null,
  from: number,
  end: number,
  listed: readonly string[] = [],
): Mark | null {
  if (value === null) return null
  let after = end
  while (text.charCodeAt(after) === 32) after++
  const digits = form === 'digits' ? end - from : 0
  const word = doorWordAt(text, after)
  // no stair has a number of three digits: `606 门坏了`
  const found = digits > 2 && (word?.word === 'gate' || word?.word === 'unit') ? null : word
  // A2楼 is a building, 2楼 a floor
  const isLetteredHouse =
    form === 'lettered' && found?.word === 'floor' && text.charAt(found.to - 1) === '楼'
  return {
    form,
    value: form === 'lettered' ? value.toUpperCase() : value,
    digits,
    listed,
    word: isLetteredHouse ? 'building' : (found?.word ?? null),
    from,
    end,
    to: found?.to ?? end,
  }
}
