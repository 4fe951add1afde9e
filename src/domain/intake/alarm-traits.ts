import { alarmSigns } from './alarm-signs.ts'
import { type Cue, cueNames } from './cues.ts'
import type { Heard } from './heard.ts'
import { bothOf, measuring, numberOf, type Traits } from './traits.ts'

/** A message in which danger was heard, after what was said just before it. */
export interface Alarming {
  readonly heard: Heard
  readonly earlier: string
}

const yes = (is: boolean): number => (is ? 1 : 0)

/** Categories under which danger to life is filed. */
const grave: ReadonlySet<string> = new Set(['0803', '0804', '0805', '0808', '0812'])

const measureAlarm = measuring<Heard>({
  'alarm always': () => 1,
  'alarm head': ({ verdict }) => logOdds(verdict.danger) / 2,
  'alarm petition': ({ verdict }) => logOdds(verdict.petition) / 2,
  'alarm grave': ({ verdict }) => yes(grave.has(verdict.categories[0]?.code ?? '')),
  'alarm by ear': ({ emergency }) => yes(emergency?.byEar ?? false),
  'alarm upTo6': ({ text }) => yes(text.length <= 6),
  'alarm upTo12': ({ text }) => yes(text.length <= 12),
  'alarm over24': ({ text }) => yes(text.length > 24),
  'alarm over48': ({ text }) => yes(text.length > 48),
  'alarm exclaims': ({ text }) => yes(text.includes('!')),
  'alarm asks': ({ text }) => yes(/[?？]\s*$/.test(text)),
  'alarm digits': ({ text }) => yes(/\d/.test(text)),
})

const numbered = (entries: readonly (readonly [string, RegExp])[], prefix: string) =>
  entries.map(([name, words]) => ({ number: numberOf(`${prefix} ${name}`), words }))
const signs = numbered(Object.entries(alarmSigns), 'alarm')
/** What a talk was about just before: danger in it may be of that. */
const frames = numbered(
  (['shown', 'played', 'drilled', 'cooked', 'beasts', 'once', 'sold'] as const).map((name) => [
    name,
    alarmSigns[name],
  ]),
  'alarm after',
)
const numberOfCue = new Map<Cue, number>(cueNames.map((cue) => [cue, numberOf(`alarm is ${cue}`)]))

/** What speaks for and against it that words of danger are meant, and now. */
export function alarmTraits({ heard, earlier }: Alarming): Traits {
  const numbers = heard.emergency ? [numberOf(`alarm of ${heard.emergency.danger}`)] : []
  for (const { number, words } of signs) if (words.test(heard.text)) numbers.push(number)
  for (const cue of heard.cues) numbers.push(numberOfCue.get(cue) ?? 0)
  for (const { number, words } of frames) if (words.test(earlier)) numbers.push(number)
  return bothOf(measureAlarm(heard), { numbers, values: numbers.map(() => 1) })
}

function logOdds(p: number): number {
  const safe = Math.min(0.99, Math.max(0.01, p))
  return Math.log(safe / (1 - safe))
}
