import type { Likeness } from '../domain/photos/likenesses.ts'

/** 照片与1027号的相近; 办结照片与居民反映时的照片相同. `number` is that of the petition which is spoken of. */
export function likenessWords({ of, its, number }: Likeness, own: number): string {
  if (of === 'report') return `照片与${number}号的相近`
  if (number === own) return '办结照片与居民反映时的照片相同'
  return `办结照片与${number}号的${its === 'result' ? '办结照片' : '照片'}相同`
}
