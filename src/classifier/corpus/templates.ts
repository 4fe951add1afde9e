import type { Topic } from '../../domain/intake/lexicon/topic.ts'
import type { MatterKind } from '../../domain/street/rulebook.ts'
import { slots } from './slots.ts'

/** A way of putting a matter. `{thing}`, `{fault}`, `{say}` come from the topic, all else from the slots. */
interface Template {
  readonly text: string
  /** The kind it makes of any category; absent: the category's own. */
  readonly kind?: MatterKind
}

const reports = `{home}{thing}{fault}
{thing}{fault}{lasting}
{home}{thing}{fault} {lasting}{unanswered}
{thing}{fault}{tail}
{say}
{say}{tail}
{home}{say}
{home}{say} {lasting}
{call} {thing}{fault} {ask}
{call} {home}{say} {ask}
{home}的{thing}{lasting}{fault}，{ask}
{thing}又{fault} {tail}
{open}{home}{thing}{fault}{effect}
{home}{say}，{effect}，{ask}
{open}{say} {lasting}了 {unanswered}
{thing}怎么又{fault}了
谁管管{home}{thing}吧 {fault} {effect}
{relay}{home}{thing}{fault}
{say} {unanswered} {tail}
{formal}{home}{thing}{fault}，{lasting}，{effect}。{history}，{unanswered}。{please}。
{formal}{home}{say}，{effect}，{history}，{please}，谢谢。
{home}附近{thing}{fault}，{effect}，{please}
关于{home}{say}的问题`
const wishes = `{call} {say} {wishEnd}
{open}{say}
{say}{wishEnd}
{say}
{relay}{say}
{family}{thing}{fault}，{wishEnd}
{thing}{fault} {wishEnd}
{thing}{fault} {lasting}
{family}{say}，{effectPoor}
{formal}{family}{thing}{fault}，{effectPoor}，{please}。
{formal}{say}，{family}{thing}{fault}，{history}，{please}。`
const questions = `请问{say}
{call} 请问{thing}{fault}
问一下{say}{questionEnd}
咨询一下 {thing}{fault}
{thing}{fault}啊
{thing}{fault} {questionEnd}
想问问{thing}{fault}
{family}想{say} {questionEnd}
{say}
{say} {questionEnd}
{formal}我想咨询{thing}{fault}，{say}，{questionEnd}，盼回复。`
const ideas = `{say} {thing}{fault}
建议{say}
{open}{say}，{thing}{fault}
{thing}{fault} {ideaEnd}
能不能{say}
{call} {say} {ideaEnd}
希望{home}{say}
{formal}{home}{thing}{fault}，{say}，{ideaEnd}，{please}。`
const quarrels = `{say}
{open}{say} {tail}
{say} {wishEnd}
{thing}{fault} {lasting}
{family}{thing}{fault} {tail}
{relay}{say}
{call} {say} {quarrelEnd}
{thing}{fault}，{quarrelEnd}
{formal}{family}{thing}{fault}，{say}，{history}，{quarrelEnd}，{please}。
{say}，{lasting}了，{quarrelEnd}`
const thanks = `{say}
{thing}{fault} {say}
{say} {thing}{fault}
{call} {say}，{thing}{fault}
{thing}{fault}，{praiseEnd}
{thing}帮我们解决了难题，{say}
{formal}{thing}{fault}，{say}，{praiseEnd}。`

const list = (text: string): Template[] => text.split('\n').map((line) => ({ text: line }))

const byKind = {
  report: list(reports),
  complaint: list(reports),
  request: list(wishes),
  consult: list(questions),
  suggestion: list(ideas),
  dispute: list(quarrels),
  praise: list(thanks),
} as const satisfies Record<MatterKind, readonly Template[]>

/** Ways that turn a matter of any category into another kind. */
const turns: readonly Template[] = [
  { text: '请问{home}{thing}归谁管', kind: 'consult' },
  { text: '咨询一下{thing}坏了找哪个部门', kind: 'consult' },
  { text: '建议{home}{thing}定期检查', kind: 'suggestion' },
  { text: '建议{home}增加{thing}', kind: 'suggestion' },
  { text: '希望{home}能加装{thing} {ideaEnd}', kind: 'suggestion' },
  { text: '我要投诉 {say} {unanswered}', kind: 'complaint' },
  { text: '求助 {say} {effectPoor} 帮帮忙', kind: 'request' },
]

const turned: ReadonlySet<MatterKind> = new Set(['report', 'complaint'])

/** Fills `count` templates of a topic with words drawn by `random`. */
export function matters(topic: Topic, count: number, random: () => number) {
  const own: readonly Template[] = byKind[topic.kind]
  return Array.from({ length: count }, (_, i) => {
    const isTurn = turned.has(topic.kind) && i % 12 === 11
    const template = pick(isTurn ? turns : own, random)
    return { text: fill(template.text, topic, random), kind: template.kind ?? topic.kind }
  })
}

/** Puts words in the place of `{slots}`. */
export function fill(template: string, topic: Topic | null, random: () => number): string {
  return template.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'thing') return pick(topic?.things ?? slots.anything, random)
    if (slot === 'fault') return pick(topic?.faults ?? slots.anything, random)
    if (slot === 'say') return pick(topic?.says ?? slots.anything, random)
    const choices = (slots as Record<string, readonly string[]>)[slot]
    if (!choices) throw new Error(`no words for {${slot}}`)
    return fill(pick(choices, random), topic, random)
  })
}

export const pick = <T>(list: readonly T[], random: () => number): T =>
  list[Math.floor(random() * list.length)] as T
