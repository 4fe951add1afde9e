import type { Move } from './move.ts'
import type { Situation } from './situation.ts'

/** So long after it was dismissed or taken back a plain sentence registers it again. */
const insistableMs = 30 * 24 * 3_600_000
const longest = 30

const wordsOfIt =
  /(?:重新|恢复)登记|(?:再|还是)登记(?:一下|一次|吧)|(?:还是|仍然?|还)(?:要|需要?|得)(?:你们)?(?:处理|办理|登记|管一?管)/

/** "重新登记": what was dismissed, or what the speaker took back, is registered after all. Null when nothing was. */
export function insists({ words, own, numbered, at }: Situation): readonly Move[] | null {
  if (words.length > longest || !wordsOfIt.test(words)) return null
  const ended = own.filter(
    (p) => p.status === 'withdrawn' && at.getTime() - p.withdrawnAt.getTime() <= insistableMs,
  )
  const petition = numbered ? ended.find(({ id }) => id === numbered.id) : ended[0]
  return petition
    ? [
        {
          kind: 'act',
          petition,
          steps: [{ command: { kind: 'insist' }, by: 'speaker' }],
          answer: 'dispatched',
          outcome: 'insisted',
        },
      ]
    : null
}
