import { alarmSigns } from './alarm-signs.ts'
import { type Alarming, alarmTraits } from './alarm-traits.ts'
import type { Cue } from './cues.ts'
import { weigh } from './traits.ts'

/** Words that speak of play, stories, kitchens, the past, and of what might be. */
const calm = [
  ...(['shown', 'played', 'drilled', 'cooked', 'likened', 'worked', 'once', 'lately'] as const),
  ...(['supposed', 'ended', 'sold', 'beasts'] as const),
].map((name) => alarmSigns[name])
const frames = (['shown', 'played', 'drilled', 'cooked', 'beasts', 'once', 'sold'] as const).map(
  (name) => alarmSigns[name],
)
const calmCues: readonly Cue[] = ['joke', 'elsewhere', 'rumour', 'notice', 'trade', 'chain', 'wish']

const soundsCalm = ({ heard, earlier }: Alarming): boolean =>
  calm.some((words) => words.test(heard.text)) ||
  calmCues.some((cue) => heard.cues.has(cue)) ||
  frames.some((words) => words.test(earlier))

/** Who calls for help and says where is believed as soon as who sounds in earnest. */
const callsFrom = (text: string): boolean =>
  alarmSigns.cries.test(text) && alarmSigns.here.test(text)

/** What must at least speak for danger: where the talk sounds calm, and where nothing does. With these no cry of our own is lost. */
const least = { calm: -0.35, bare: -1 }
/** A cry so short says all that can be said. */
const cry = 8

/** Whether words of danger are meant, and now, by learnt weights; where nothing sounds calm they are believed sooner. */
export function isMeant(alarming: Alarming, weights: Float64Array): boolean {
  const isCalm = soundsCalm(alarming)
  if (!isCalm && alarming.heard.text.length <= cry) return true
  return (
    weigh(weights, alarmTraits(alarming)) >
    (isCalm && !callsFrom(alarming.heard.text) ? least.calm : least.bare)
  )
}
