import { daysIn } from './reply-task.ts'
import { saidNumber } from './said-number.ts'
import { normalise } from './text.ts'

/** What somebody in office says of the time that a petition takes, and of the help that was asked for. */
export type SaidOfTime =
  /** `days`: null where only yes is said. */
  | { readonly kind: 'approve'; readonly days: number | null }
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'interim'; readonly text: string }
  /** To who asked for help. */
  | { readonly kind: 'help'; readonly text: string }

const longest = 500
const more = '(?:延期?|延长|延时|宽限)'
const yes = '(?:同意|批准|准予?|可以|批了?|通过|准了)'
const noes = '(?:不(?:予|能|可以|可|得|再)?(?:同意|批准?|准许?|通过|延期?)|驳回|不行)'
const filler = '(?:[该这此]件?|他们?|你们?|您|的|了|再|其|本次|申请|一下|吧|请|也|就|先|我们?)*'

const refusing = new RegExp(
  `^${filler}(?:${noes}${filler}${more}?|${more}${filler}${noes})${filler}(?:$|[ ,，。.:：;；!！、(（])(.*)$`,
)
const approving = new RegExp(`^${filler}(?:${yes}${filler}${more}|${more}${filler}${yes})(.*)$`)
const doubting =
  /[?？]|吗|是否|能不能|可不可以|请(?:求|领导)?(?:批准|同意)|希望|申请延|等(?:待)?(?:批|审)/
const interim =
  /^(?:先)?(?:作个?|做个?|给个?)?(?:阶段性?|初步|中期)(?:的)?(?:答复|回复|反馈)(?:一下)?[ ,，:：、]*([\s\S]*)$/

const helping = /^(?:答复|回复)求助[ ,，:：、]*([\s\S]*)$/

/** Takes `同意延期5天`, `不同意延期：节前要修好`, `阶段性答复：配件已订，周五到`, `答复求助：我来联系交警`; null for anything else. */
export function readRuling(words: string): SaidOfTime | null {
  const { rest } = saidNumber(words.slice(0, longest))
  const raw = rest.replace(/^[ ,，。:：]+|\s+$/g, '')
  const text = normalise(raw).trim()
  const answer = interim.exec(raw)
  if (answer) return { kind: 'interim', text: (answer[1] ?? '').trim() }
  const help = helping.exec(raw)
  if (help) return { kind: 'help', text: (help[1] ?? '').trim() }
  if (!new RegExp(more).test(text) || doubting.test(text)) return null
  const refused = refusing.exec(raw) ?? refusing.exec(text)
  if (refused) return { kind: 'refuse', reason: trimmed(refused[1] ?? '') }
  return approving.test(text) ? { kind: 'approve', days: daysIn(text) } : null
}

const trimmed = (text: string) =>
  text
    .replace(/^[ ,，。:：;；!！、]+|[ ,，。:：;；!！)）]+$/g, '')
    .replace(/^(?:因为|理由是?|原因是?)[ :：]*/, '')
