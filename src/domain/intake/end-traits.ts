import type { Draft } from './draft.ts'
import type { Heard } from './heard.ts'
import { type Before, draftTraits, messageTraits } from './link-traits.ts'
import { bothOf, measuring, type Traits } from './traits.ts'

/** An end that may be meant: whose words, of what. */
interface Ending {
  readonly heard: Heard
  readonly draft: Draft
  readonly own: boolean
}

const yes = (is: boolean): number => (is ? 1 : 0)

const measureEnding = measuring<Ending>({
  'end own': ({ own }) => yes(own),
  'end own done': ({ heard, own }) => yes(own && heard.cues.has('done')),
  'end own relieved': ({ heard, own }) => yes(own && heard.cues.has('relieved')),
  'end own explained': ({ heard, own }) => yes(own && heard.cues.has('explained')),
  'end danger done': ({ heard, draft }) => yes(draft.danger !== null && heard.cues.has('done')),
  'end danger explained': ({ heard, draft }) =>
    yes(draft.danger !== null && heard.cues.has('explained')),
  'end still': ({ heard }) =>
    yes(/(?:没|不|还|又|只)(?:修|弄|搞|换|解决|处理|完全|有|是)|才(?:好|修)/.test(heard.text)),
})

/** What speaks for it that a message ends a matter. */
export const endTraits = (heard: Heard, draft: Draft, before: Before): Traits =>
  bothOf(
    bothOf(messageTraits(heard, before), draftTraits(heard, draft, before)),
    measureEnding({ heard, draft, own: heard.message.from === draft.reporter }),
  )
