import { courtesy, surname } from './surnames.ts'

/** What a number counts, by the word after it. A gate (`2门`) is a stair only right after its building. */
export type DoorWord = 'building' | 'unit' | 'gate' | 'floor' | 'room' | 'number' | 'lane' | 'group'

/** `3号` that is a date, an exit, a bus line or a phone. */
const noHouseNumber = [
  '(?:楼|线|院|桌|机|电池|车|出口|码|来电)',
  '门(?![口前外面店市脸])',
  '(?:开始|动身|之前|以前|之后|以后|起|停|到现在)',
  '(?:晚上?|早上|上午|下午|中午|凌晨)',
].join('|')
const figure = '[\\d零〇一二两三四五六七八九十百]'
/** `302张奶奶`, `202的窗户`: a bare number that is somebody's flat. */
const dweller = [
  '屋|家|(?:又|天天|半夜|一直|老是|把(?![手关门])|那小?两口|装修|楼上|楼下|漏水)',
  '的?(?:窗|住户|业主|那家|那户|阳台|租客|邻居|房东)',
  `的?${surname}${courtesy}`,
].join('|')

/** The words after a number by their first character; of those the first that fits. */
const words: readonly (readonly [first: string, word: DoorWord, pattern: string])[] = [
  ['号', 'building', `号楼|号(?=\\s*(?:${figure}{1,6}|[甲乙丙丁])\\s*单元)`],
  // as a hurried thumb writes 号楼, 栋, 幢, 座
  ['号', 'building', '号[喽搂篓](?!水)'],
  ['洞', 'building', `洞(?=\\s*${figure}{1,2}\\s*单|楼[上下门道]|门口)`],
  ['动', 'building', `动(?=\\s*${figure}{1,2}\\s*单|楼[上下门道])`],
  ['撞', 'building', `撞(?=\\s*${figure}{1,2}\\s*单|楼|门口)`],
  ['坐', 'building', '坐(?=的?[电店]梯|大[堂厅]|地下室|楼下)'],
  ['号', 'room', '号房(?![租价产贷])'],
  ['号', 'number', `号(?!\\s*(?:${noHouseNumber}))`],
  ['栋', 'building', '栋楼?'],
  ['幢', 'building', '幢楼?'],
  ['座', 'building', '座(?![位谈机椅])'],
  ['#', 'building', '#楼?'],
  ['排', 'building', '(?<!一)排(?![队水污烟气位练查骨除风出放列名序])'],
  ['楼', 'building', '楼栋'],
  ['楼', 'floor', '楼(?!群|盘|市)'],
  ['层', 'floor', '层'],
  ['单', 'unit', '单[元源园员圆缘]'],
  ['但', 'unit', '但元'],
  ['丹', 'unit', '丹元'],
  ['门', 'unit', '门(?=[\\s\\d,，。.!！;；的里栋一二三四五六七八九]|$)'],
  ['门', 'gate', '门(?![口禁诊面牌框外前卫课])'],
  ['室', 'room', '室'],
  ['房', 'room', '房(?![租价产贷])'],
  ['户', 'room', '户'],
  ['弄', 'lane', '弄(?![得到成好坏清了])'],
  ['组', 'group', '组(?![织成合装员长图])'],
  ['队', 'group', '队(?![长员伍友])'],
  ['社', 'group', '社(?![区会保交团员工长])'],
]

const byFirst = new Map<string, { readonly word: DoorWord; readonly pattern: RegExp }[]>()
for (const [first, word, pattern] of words) {
  const alternatives = byFirst.get(first) ?? []
  alternatives.push({ word, pattern: new RegExp(`(?:${pattern})`, 'yu') })
  byFirst.set(first, alternatives)
}
const ofSomebody = new RegExp(dweller, 'yu')

/** The word that begins at a position and where it ends; null where none does. */
export function doorWordAt(text: string, at: number): { word: DoorWord; to: number } | null {
  for (const { word, pattern } of byFirst.get(text.charAt(at)) ?? []) {
    pattern.lastIndex = at
    if (pattern.test(text)) return { word, to: pattern.lastIndex }
  }
  return null
}

/** Whether what follows a bare number says that it is somebody's flat. */
export function isDwellerAt(text: string, at: number): boolean {
  ofSomebody.lastIndex = at
  return ofSomebody.test(text)
}
