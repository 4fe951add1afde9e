import type { ErrandDraft } from '../errands/errand.ts'
import type { ErrandId, PetitionId } from '../ids.ts'
import type { Draft } from '../voices/voice.ts'

/** What we asked somebody, in one chat, and wait to hear. One at a time. */
export type Question =
  | { readonly kind: 'place'; readonly petition: PetitionId }
  /** "Is it the same as `other`?" */
  | { readonly kind: 'same'; readonly petition: PetitionId; readonly other: PetitionId }
  /** "Does the neighbour agree that you speak for them?" */
  | { readonly kind: 'consent'; readonly petition: PetitionId }
  /** "Do you want this registered?", of the messages from `sinceAt` on. */
  | { readonly kind: 'sense'; readonly sinceAt: Date }
  /** "Did that help?", after the answer `entry` to what was said from `sinceAt` on. */
  | { readonly kind: 'answered'; readonly entry: string; readonly sinceAt: Date }
  /** "Shall we take away what we keep of you?" */
  | { readonly kind: 'erase' }
  /** "Shall it go out like this?" */
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** "No head touches money: shall the grid worker come?" */
  | { readonly kind: 'errand'; readonly draft: ErrandDraft; readonly askedAt: Date }
  /** "Which of the two is not wanted any more?" */
  | {
      readonly kind: 'notWanted'
      readonly petition: PetitionId
      readonly errand: ErrandId
      readonly askedAt: Date
    }
  /** A command of staff that lacked its reason. */
  | {
      readonly kind: 'reason'
      readonly petition: PetitionId
      readonly command: 'return' | 'transfer'
    }
