import { pinyin } from 'pinyin-pro'
import { fuzzy } from '../../domain/intake/sounds-alike.ts'

/**
 * The sounds of the 6,763 characters of GB 2312, a fuzzy syllable a line in the order of the alphabet: the characters
 * that mostly sound so, and after a slash those for which it is the second reading.
 */
export function packedSounds(): string {
  const bySound = new Map<string, { readonly first: string[]; readonly second: string[] }>()
  for (const char of gb2312()) {
    const readings = pinyin(char, { toneType: 'none', v: true, multiple: true, type: 'array' })
    const [first, second] = new Set(readings.map(fuzzy))
    for (const [sound, rank] of [
      [first, 'first'],
      [second, 'second'],
    ] as const) {
      if (!sound || !/^[a-zv]+$/.test(sound)) continue
      const chars = bySound.get(sound) ?? { first: [], second: [] }
      chars[rank].push(char)
      bySound.set(sound, chars)
    }
  }
  return [...bySound]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sound, { first, second }]) => `${sound} ${first.join('')}/${second.join('')}`)
    .join('\n')
}

/** Rows 16 to 87 of the standard hold its characters. */
function* gb2312(): Generator<string> {
  const decoder = new TextDecoder('gb2312')
  for (let row = 16; row <= 87; row++) {
    for (let cell = 1; cell <= 94; cell++) {
      const char = decoder.decode(new Uint8Array([row + 0xa0, cell + 0xa0]))
      if (/^\p{Script=Han}$/u.test(char)) yield char
    }
  }
}
