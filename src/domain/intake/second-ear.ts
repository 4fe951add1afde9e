import type { Cue } from './cues.ts'
import type { Danger } from './matter.ts'
import type { Verdict } from './verdict.ts'

/**
 * From this likelihood on, danger is believed where no sign is known: dear, as each false one calls people out. Of 349 such
 * lines by authors left out of training it hears 43, and takes 2 of 7,509 others for danger; at 0.8 talks had too many false.
 */
const believedFrom = 0.86

/** Who is in danger states it, in more than a word. */
const leastPetition = 0.35
const leastLength = 8

/** Talk in which danger is told of, not cried out. */
const calm: readonly Cue[] = [
  'joke',
  'elsewhere',
  'rumour',
  'notice',
  'trade',
  'chain',
  'thanks',
  'done',
  'withdrawn',
  'explained',
  'punchline',
  'relieved',
]

const over =
  /人(?:都)?没事|没大碍|(?:已经?|都|给)[^,，。]{0,4}[关灭救醒]|[灭浇扑][灭了]了?|找[到着]了|虚惊|道歉|不好意思/

/** Which danger the words sound like; any other category of danger is told by what the words name. */
const dangerOf: Readonly<Record<string, Danger>> = {
  '0803': 'gas',
  '0203': 'gas',
  '0804': 'fire',
  '0802': 'fire',
  '0805': 'lift',
  '0302': 'lift',
  '0808': 'fight',
  '0807': 'fight',
  '0902': 'fight',
  '0202': 'electric',
  '0104': 'water',
}
const named: readonly (readonly [Danger, RegExp])[] = [
  ['suicide', /药|死|绝|活|割|再见|遗|照顾|对不起|[楼天]顶|天台|栏杆|护栏|桥|窗台|窗沿/],
  ['water', /[河江海湖塘]|水[里库沟面]|淹|溺|沉/],
  ['electric', /[电麻]/],
  ['child', /孩|娃|宝|[男女]儿|孙|崽|伢|细路|囡/],
]

/** Whether a danger may be heard in words at all, whatever they sound like: what is asked first, for it costs little. */
export const mayHearDanger = (text: string, petition: number, cues: ReadonlySet<Cue>): boolean =>
  petition >= leastPetition &&
  text.length >= leastLength &&
  !over.test(text) &&
  !calm.some((cue) => cues.has(cue))

/** A danger that no sign is known for, by the model's opinion of the words; null when it is none or not now. */
export function dangerByModel(
  text: string,
  { danger, petition, categories }: Pick<Verdict, 'danger' | 'petition' | 'categories'>,
  cues: ReadonlySet<Cue>,
): { danger: Danger; because: string } | null {
  if (danger < believedFrom || !mayHearDanger(text, petition, cues)) return null
  const kind =
    dangerOf[categories[0]?.code ?? ''] ?? named.find(([, words]) => words.test(text))?.[0]
  return { danger: kind ?? 'medical', because: `听着像险情 ${Math.round(100 * danger)}%` }
}
