import type { Danger } from '../../domain/intake/matter.ts'
import type { Evidence } from '../../domain/petition/petition.ts'
import { dangerLabels } from '../labels.ts'

/** How sure we are, as people say it. */
export const surenessWords = (confidence: number): string =>
  confidence >= 0.85 ? '很大' : confidence >= 0.65 ? '较大' : '不大'

const known: Readonly<Record<string, string>> = {
  没说: '没有提到',
  随类别: '这一类不保密',
  本群: '所在的群',
}

/**
 * Why a field was understood so, in words for who works with it: what was heard is quoted from `said`, what the classifier
 * calls its pieces by is left out. What is already a sentence stays.
 */
export function evidenceWords(
  { field, because }: Pick<Evidence, 'field' | 'because'>,
  said: readonly string[],
): string {
  const instead = known[because]
  if (instead !== undefined) return instead
  if (/^时限：/.test(because)) return '按这一类的一般要求'
  const danger = /^险情：(\w+)$/.exec(because)?.[1]
  if (danger !== undefined) return `险情：${dangerLabels[danger as Danger] ?? danger}`
  const pieces = piecesIn(because)
  if (pieces) return heard(pieces, said)
  if (field === 'kind' && !said.some((words) => words.includes(because)))
    return `按类别“${because}”`
  return said.some((words) => words.includes(because)) ? `听到“${because}”` : because
}

/** `灯坏+ 住处&事态+ 过不-`: the pieces that spoke for it; null: it is not written so. */
function piecesIn(because: string): readonly string[] | null {
  const signs = because.replace(/ 在村里$/, '').split(' ')
  if (!signs.every((sign) => /.[+-]$/.test(sign))) return null
  return signs.filter((sign) => sign.endsWith('+')).map((sign) => sign.slice(0, -1))
}

const most = 3

/** Pieces that overlap are one quotation. */
function heard(pieces: readonly string[], said: readonly string[]): string {
  const quoted = said.flatMap((words) => {
    const isHeard = Array.from({ length: words.length }, () => false)
    for (const piece of pieces)
      for (let at = words.indexOf(piece); at >= 0; at = words.indexOf(piece, at + 1))
        isHeard.fill(true, at, at + piece.length)
    return spansOf(words, isHeard)
  })
  const shown = [...new Set(quoted)].slice(0, most)
  return shown.length === 0 ? '整句话的意思' : `听到${shown.map((span) => `“${span}”`).join('')}`
}

function spansOf(words: string, isHeard: readonly boolean[]): readonly string[] {
  const spans: string[] = []
  let from = -1
  for (let i = 0; i <= words.length; i += 1) {
    if (isHeard[i] && from < 0) from = i
    if (!isHeard[i] && from >= 0) {
      spans.push(words.slice(from, i))
      from = -1
    }
  }
  return spans
}
