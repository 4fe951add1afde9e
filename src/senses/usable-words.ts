/** A voice of five minutes holds no more; what is longer repeats itself. */
const mostLetters = 2_000

/** What models make of silence and noise, learnt from the subtitles of films. */
const dreamt =
  /字幕(?:由|by|志愿者|制作|组)|请?不吝(?:点赞|點贊|点讚)|明镜与点点|明鏡與點點|^(?:谢谢|感谢)(?:大家|您|你们)?(?:的)?(?:观看|收看|收听)[。!！]?$/i

/** Said by a transcriber: the words as they may be read, or null where they cannot be what a resident said. */
export function usableWords(said: string): string | null {
  const words = said
    .replace(/<\|[^|>]*\|>/g, '') // marks of language and mood that some models add
    .replace(/\p{Surrogate}|\0/gu, '\uFFFD')
    .trim()
    .replace(/\s*\n\s*/g, '，')
  if (!/\p{Script=Han}/u.test(words) || dreamt.test(words)) return null
  return [...words].length > mostLetters ? null : words
}
