/** What many people do not tell apart when they speak or type: zh/z, ch/c, sh/s, n/l, r/l, hu/f, and n/ng at the end. */
const folds: readonly (readonly [RegExp, string])[] = [
  [/([zcs])h/g, '$1'],
  [/hong/g, 'fen'],
  [/hui/g, 'fei'],
  [/hun/g, 'fen'],
  [/hu(?=[ao])/g, 'f'],
  [/hu/g, 'fu'],
  [/ng+/g, 'n'],
  [/[nr](?=[aeiouv])/g, 'l'],
]

/** A syllable, or a word of several, so that what is mixed up becomes the same: `xing`, `xin` → `xin`; `liu`, `niu` → `liu`. */
export const fuzzy = (syllables: string): string =>
  folds.reduce((sound, [pattern, instead]) => sound.replace(pattern, instead), syllables)
