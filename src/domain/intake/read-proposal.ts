/** What is said of a proposal for the catalogue: `同意目录建议3号`, `不同意目录建议3：……`. */
export interface SaidOfProposal {
  readonly proposal: number
  readonly accepted: boolean
  readonly reason: string
}

const yes = '同意|采纳|接受|批准|通过'
const noes = '不同意|不采纳|不接受|不批准|不通过|驳回|拒绝|否决'
const named = '(?:派单)?目录建议\\s*(?:第)?(\\d{1,5})\\s*号?'
const ruling = new RegExp(`^(?:(${noes})|(?:${yes}))${named}[ ,，。:：;；]*([\\s\\S]*)$`)
const turned = new RegExp(
  `^${named}[ ,，:：]*(?:(${noes})|(?:${yes}))(?:了)?[ ,，。:：;；]*([\\s\\S]*)$`,
)

/** null for anything else. */
export function readProposal(words: string): SaidOfProposal | null {
  const text = words.slice(0, 300).trim()
  const first = ruling.exec(text)
  const [refusal, number, reason] = first
    ? [first[1], first[2], first[3]]
    : swapped(turned.exec(text))
  if (number === undefined) return null
  return {
    proposal: Number(number),
    accepted: refusal === undefined,
    reason: (reason ?? '').replace(/[ ,，。;；]+$/, ''),
  }
}

const swapped = (found: RegExpExecArray | null) => [found?.[2], found?.[1], found?.[3]]
