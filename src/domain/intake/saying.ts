/** Words that change nothing of what is said. */
const particles = new Set('的了啊呢吧呀哦嘛哈噢诶哎呐滴么')
const numerals = new Set('零一二两三四五六七八九十百')
/** What comes after the number or letter of a door; the longer before the shorter. */
const doors = ['单元', '号楼', '栋', '幢', '座', '楼', '号', '室', '组', '层', '户', '排', '弄']

/**
 * What of a text tells whether another says the same: without numbers, doors, gaps and particles. Takes the form in which
 * `coded` leaves it.
 */
export function sayingOf(code: string): string {
  let out = ''
  for (let i = 0; i < code.length; i++) {
    const character = code.charAt(i)
    const end = endOfDoor(code, i)
    if (end > i) i = end - 1
    else if (character !== '0' && character !== ' ' && !particles.has(character)) out += character
  }
  return out
}

/** Where the name of a door ends that begins here: after `十二栋`, `a座`; the same place where none does. */
function endOfDoor(code: string, from: number): number {
  let end = from
  while (code.charAt(end) === '0' || numerals.has(code.charAt(end))) end++
  if (end === from && isLetter(code.charCodeAt(from)) && !isLetter(code.charCodeAt(from - 1))) end++
  if (end === from) return from
  const noun = doors.find((door) => code.startsWith(door, end))
  return noun ? end + noun.length : from
}

const isLetter = (code: number): boolean => code >= 97 && code <= 122
