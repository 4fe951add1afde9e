import { best } from './belongs.ts'
import type { Draft } from './draft.ts'
import type { Heard } from './heard.ts'

/** Whether a speaker says that his matter is done, or that there never was one. */
export const endsIt = (heard: Heard, own: readonly Draft[]): boolean =>
  isOver(heard, own) || isTakenBackAsJoke(heard, own)

/** Marks the speaker's matter that is meant as settled; it stays in the talk, so that nobody has seen a ghost. */
export function settle(heard: Heard, own: readonly Draft[]): void {
  const draft = best(heard, own) ?? own.at(-1)
  if (draft) draft.settledBy ??= heard.text
}

function isOver({ cues, strength, text }: Heard, own: readonly Draft[]): boolean {
  if (cues.has('withdrawn')) return true
  if (!cues.has('done') || strength >= 0.6) return false
  return (
    own.some(({ danger }) => danger === null) &&
    !/(?:没|不|还|又)(?:修|弄|搞|换|解决|处理)/.test(text)
  )
}

const punchline = /骗你|逗你|开(?:个|句)?玩笑|愚人节|犯困|困得|瞌睡|哈欠|别当真|吓到(?:你们|了)吧/

/** Only plain words take back a call for help; laughing does not. */
function isTakenBackAsJoke({ text, emergency }: Heard, own: readonly Draft[]): boolean {
  return emergency === null && own.at(-1)?.danger != null && punchline.test(text)
}
