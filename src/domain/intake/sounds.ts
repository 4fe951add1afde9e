import { packedSounds } from './pinyin-table.ts'

const firstHan = 0x4e00
/** The number of the syllable that each character mostly sounds like; 0 for none. */
const sounds = new Uint16Array(0x9fff - firstHan + 1)
const secondSounds = new Map<number, number>()
const syllables = ['']

for (const line of packedSounds.trim().split('\n')) {
  const [syllable = '', chars = ''] = line.split(' ')
  const [first = '', second = ''] = chars.split('/')
  const number = syllables.push(syllable) - 1
  for (let i = 0; i < first.length; i++) sounds[first.charCodeAt(i) - firstHan] = number
  for (let i = 0; i < second.length; i++) secondSounds.set(second.charCodeAt(i), number)
}

/** How a character mostly sounds, as a number below 512; 0 where it is no common character. */
export const soundOf = (code: number): number => sounds[code - firstHan] ?? 0

/** All that a character may sound like; none where it is no common character. */
export function soundsOf(code: number): readonly number[] {
  const first = soundOf(code)
  const second = secondSounds.get(code)
  if (first === 0) return []
  return second === undefined || second === first ? [first] : [first, second]
}

/** The fuzzy syllable of a character, mostly; empty where it is no common character. */
export const syllableOf = (code: number): string => syllables[soundOf(code)] ?? ''
