import { eachFeature, nameOfFeature, sourceOf } from './features.ts'
import type { Reply } from './reply.ts'
import { moodsIn, plainly } from './reply-plain.ts'
import { scoreIn } from './reply-scores.ts'
import { surveySigns } from './reply-survey.ts'
import { hasTrouble } from './trouble.ts'
import { doubtsDone, saysDone } from './work-done.ts'

const longestGram = 3
/** Of a reply longer than this, the rest says no more of what is meant. */
const weighed = 240
const whole = 8

/**
 * What of a reply is weighed, by name: its characters in ones to threes with beginning `^` and end `$`, what lexicon and
 * vocabularies see in it, its emoji, and what the rules made of it. No name holds a space. Takes the normalised text
 * beside the raw one.
 */
export function traitsOfReply(text: string, raw: string, ruled: Reply | null): readonly string[] {
  const source = sourceOf(text.slice(0, weighed))
  const traits = new Set<string>()
  addGrams(plainly(source.code), traits)
  eachFeature(source, (feature, from, to) => {
    const name = from === to ? nameOfFeature(feature) : ''
    // a category has no part in what a reply means
    if (name !== '' && !/^\d/.test(name)) traits.add(`L${name}`)
  })
  for (const mood of moodsIn(raw.slice(0, weighed))) traits.add(`M${mood}`)
  if (/["“「]/.test(raw)) traits.add('Squote')
  if (hasTrouble(text)) traits.add('Strouble')
  if (ruled) addRuled(text, raw, ruled, traits)
  return [...traits]
}

function addGrams(code: string, traits: Set<string>): void {
  const padded = `^${code}$`
  for (let from = 0; from < padded.length; from++) {
    for (let to = from + 1; to <= Math.min(from + longestGram, padded.length); to++) {
      if (padded.charAt(to - 1) === ' ') break
      if (to > from + 1 || !'^$'.includes(padded.charAt(from))) traits.add(padded.slice(from, to))
    }
  }
  const bare = code.replaceAll(' ', '')
  if (bare.length <= whole) traits.add(`W${bare}`)
}

function addRuled(text: string, raw: string, ruled: Reply, traits: Set<string>): void {
  traits.add(`R${ruled.act}`)
  if (ruled.act === 'rate') {
    traits.add(`Rsolved=${ruled.solved}`)
    traits.add(`Rscore=${ruled.score}`)
  }
  for (const sign of surveySigns(text, raw)) traits.add(`S${sign}`)
  const score = scoreIn(raw)
  if (score) traits.add(`Sscore=${score}`)
  if (saysDone(text)) traits.add('Sdone')
  if (doubtsDone(text)) traits.add('Sdoubt')
}
