import type { CategoryCode, DepartmentCode, UnitCode } from '../ids.ts'
import type { Place } from './place.ts'

/** What we asked, or what the speaker is in the middle of, when a reply comes. */
export const replyContexts = ['survey', 'confirm', 'ask_place', 'task', 'idle'] as const
export type ReplyContext = (typeof replyContexts)[number]

/**
 * What a reply means. `petition` is the number said in it ("1027号"), when one is said. `other` in any context means
 * that it does not answer what was asked: it is then read like any message.
 */
export type Reply = { readonly petition: number | null } & (
  | {
      readonly act: 'rate'
      readonly solved: boolean | null
      readonly score: 1 | 2 | 3 | 4 | 5 | null
      readonly reason: string | null
    }
  | { readonly act: 'reopen'; readonly reason: string }
  | { readonly act: 'decline' }
  | { readonly act: 'yes' }
  | { readonly act: 'no' }
  | {
      readonly act: 'amend'
      readonly place: Place | null
      readonly category: CategoryCode | null
      readonly text: string
    }
  | { readonly act: 'withdraw'; readonly reason: string }
  | { readonly act: 'place'; readonly place: Place }
  | { readonly act: 'accept' }
  | { readonly act: 'resolve'; readonly note: string }
  | { readonly act: 'return'; readonly reason: string }
  | {
      readonly act: 'transfer'
      readonly to: DepartmentCode | UnitCode | null
      readonly reason: string
    }
  | { readonly act: 'extend'; readonly days: number | null; readonly reason: string }
  | { readonly act: 'ask_help'; readonly text: string }
  | { readonly act: 'note'; readonly text: string }
  /** 进度, 修了没 */
  | { readonly act: 'status' }
  /** 我的任务, 待办 */
  | { readonly act: 'tasks' }
  /** 催一下 */
  | { readonly act: 'urge' }
  /** 不是同一件, 别算我 */
  | { readonly act: 'unjoin' }
  | { readonly act: 'new' }
  | { readonly act: 'help' }
  | { readonly act: 'handover_to_human' }
  | { readonly act: 'thanks' }
  | { readonly act: 'other' }
)
