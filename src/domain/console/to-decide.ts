import { mayDecideExtension } from '../people/above.ts'
import { standings } from '../people/in-charge.ts'
import type { Staff } from '../people/roles.ts'
import { extendedBy } from '../petition/decide-time.ts'
import { helpAskedBesides } from '../petition/help.ts'
import type { HelpAsked } from '../petition/help-asked.ts'
import { type JointPart, openParts } from '../petition/joint/joint-work.ts'
import { type ExtensionAsked, isInHand, type Petition } from '../petition/petition.ts'
import type { Rulebook } from '../street/rulebook.ts'

/** What somebody asks of those above, and waits for. */
export type ToDecide =
  /** 延期申请; `movesTo`: the limit that it would become, null where no days were said or they are too many. */
  | {
      readonly kind: 'extension'
      readonly asked: ExtensionAsked
      readonly dueAt: Date
      readonly movesTo: Date | null
    }
  /** 求助: answered, or others are called to assist. */
  | { readonly kind: 'help'; readonly asked: readonly HelpAsked[] }
  /** 退回协办: released, or asked of them again. */
  | { readonly kind: 'partSentBack'; readonly part: JointPart }

/** Whether anything of a petition waits for anybody's decision. */
export const waitsForDecision = (petition: Petition): boolean =>
  isInHand(petition) &&
  (petition.extensionAsked !== undefined ||
    petition.helpAsked !== undefined ||
    partsSentBack(petition).length > 0)

/** What of a petition waits for the decision of one of those who may give it. */
export function toDecide(
  petition: Petition,
  staff: Staff,
  at: Date,
  book: Rulebook,
): readonly ToDecide[] {
  if (!isInHand(petition)) return []
  const by = { kind: 'person', id: staff.id, staff } as const
  const is = standings(by, petition, book)
  const { extensionAsked: asked, resolveDueAt: dueAt } = petition
  const found: ToDecide[] = []
  if (asked && mayDecideExtension(by, petition, book)) {
    const extended = asked.days === null ? null : extendedBy(asked.days, petition, at, book)
    const movesTo = extended?.ok ? extended.value.resolveDueAt : null
    found.push({ kind: 'extension', asked, dueAt, movesTo })
  }
  if (!is.has('dispatcher') && !is.has('supervisor')) return found
  const help = helpAskedBesides(staff.id, petition)
  if (help.length > 0) found.push({ kind: 'help', asked: help })
  for (const part of partsSentBack(petition)) found.push({ kind: 'partSentBack', part })
  return found
}

const partsSentBack = (petition: Petition): readonly JointPart[] =>
  isInHand(petition) ? openParts(petition.joint).filter(({ sentBack }) => sentBack) : []
