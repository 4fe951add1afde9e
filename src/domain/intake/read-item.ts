import type { Rulebook } from '../street/rulebook.ts'
import type { ItemCommand } from '../voices/item.ts'
import { momentAhead } from './moment-ahead.ts'

/** What somebody in office says of items that neighbours talk about. */
export type SaidOfItem =
  | { readonly kind: 'list' }
  | { readonly kind: 'raise'; readonly title: string }
  /** `number` null: the one that waits to be taken up. */
  | { readonly kind: 'command'; readonly number: number | null; readonly command: ItemCommand }
  /** A poll about it. */
  | { readonly kind: 'ask'; readonly number: number; readonly text: string }
  /** A meeting without its time. */
  | { readonly kind: 'unclear' }

const listing =
  /^(?:看看?|查看?)?(?:一下)?议事(?:项目|事项)?(?:情况|清单|列表|进展|有哪些)[?？。\s]*$/
const taking = /^(?:同意)?(?:作为)?议事(?:项目)?(?:第?(\d{1,5})号)?(?:立项|同意|可以)?[。.!！\s]*$/
const of = /^议事(?:项目)?第?(\d{1,5})号[\s,，:：]*([\s\S]+)$/
const raising = /^(?:新建|发起|提一?个|新增)?议事(?:项目|事项)?\s*[:：]\s*([\s\S]{4,60})$/
const dropping = /^(?:不议了?|不立项?|不作为议事(?:项目)?|算了|撤销|取消)(?:[\s,，:：]+([\s\S]*))?$/
const deciding = /^(?:决定|议定|结论|通过)(?:了)?[\s,，:：]*([\s\S]{4,})$/
const talked = /^(?:已经?|都)?(?:议过了?|开过会了?|讨论过了?|已议|开完了?)[。\s]*$/
const asking = /^(?:征集意见|意见征集|征求意见|投票)\s*[:：]\s*([\s\S]+)$/

/** "议事", "议事3号 3月10日下午3点在社区会议室开会", "议事3号 决定：…"; null when it is nothing of this. */
export function readItem(words: string, at: Date, book: Rulebook): SaidOfItem | null {
  const said = words.trim()
  if (listing.test(said)) return { kind: 'list' }
  const taken = taking.exec(said)
  if (taken) return command(numberOf(taken[1]), { kind: 'take' })
  const [, numbered, rest = ''] = of.exec(said) ?? []
  const number = numberOf(numbered)
  if (number !== null) return ofItem(number, rest.trim(), at, book)
  const raised = raising.exec(said)?.[1]
  return raised === undefined ? null : { kind: 'raise', title: raised.trim() }
}

function ofItem(number: number, rest: string, at: Date, book: Rulebook): SaidOfItem {
  const dropped = dropping.exec(rest)
  if (dropped) return command(number, { kind: 'drop', reason: dropped[1]?.trim() ?? '' })
  const decision = deciding.exec(rest)?.[1]
  if (decision) return command(number, { kind: 'resolve', decision: decision.trim() })
  if (talked.test(rest)) return command(number, { kind: 'discuss' })
  const text = asking.exec(rest)?.[1]
  if (text) return { kind: 'ask', number, text: text.trim() }
  const when = momentAhead(rest, at, book)
  if (!when) return { kind: 'unclear' }
  const place = /在([^,，。\s]{2,20}?)(?:开会|议事|商量|讨论|碰头|见面)/.exec(rest)?.[1] ?? ''
  return command(number, { kind: 'meet', meetingAt: when.moment, place })
}

const numberOf = (said: string | undefined) => (said === undefined ? null : Number(said))

const command = (number: number | null, of: ItemCommand): SaidOfItem => ({
  ...{ kind: 'command', number, command: of },
})
