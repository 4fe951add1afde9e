import { petitionId } from '../../../src/domain/ids.ts'
import { returnReasons } from '../../../src/domain/petition/return-reason.ts'
import {
  type CardKind,
  type CardOrder,
  type CardPress,
  cardKinds,
} from '../../../src/flows/ports/cards.ts'
import { type Score, scores } from '../../../src/texts/cards/rating-words.ts'
import { returnReasonWords } from '../../../src/texts/words.ts'
import type { Press } from '../accept.ts'
import type { FormAction } from './task-forms.ts'

/** What a press means: an order, or only that a form is to be shown. */
export interface ReadPress extends Pick<CardPress, 'kind' | 'petition' | 'version' | 'order'> {
  /** What is open when it is drawn without having been obeyed. */
  readonly open: FormAction | Score | null
}

/** Three stars and more say all; with fewer we ask why before it counts. */
const saysAll: readonly Score[] = [3, 4, 5]
/** `满意` and better means that it is solved, as in words. */
const meansSolved: readonly Score[] = [4, 5]

/**
 * Reads a press by what its button carries, and by its name where that was lost on the way. Null for what none of our
 * buttons sends. Everything in it but who pressed may be made up: it only says what is wanted.
 */
export function readPress({ name, value, form }: Press): ReadPress | null {
  const [, called, version] = /^([a-z_]+?(?:_\d)?)_v(\d+)$/i.exec(name) ?? []
  const action = typeof value.a === 'string' ? value.a : called
  if (action === undefined) return null
  const wanted = wantedBy(action, form)
  if (!wanted) return null
  const v = typeof value.v === 'number' ? value.v : version === undefined ? null : Number(version)
  const kind: CardKind = cardKinds.find((known) => known === value.k) ?? kindOf(action)
  const petition = typeof value.p === 'string' && value.p !== '' ? petitionId(value.p) : null
  return { kind, petition, version: v, ...wanted }
}

const kindOf = (action: string): CardKind => (/rate/.test(action) ? 'rating' : 'task')

function wantedBy(action: string, form: Press['form']): Pick<ReadPress, 'order' | 'open'> | null {
  const words = (field: string) => textOf(form[field])
  const does = (order: CardOrder, open: ReadPress['open'] = null) => ({ order, open })
  const opens = (open: ReadPress['open']) => ({ order: null, open })
  const star = scores.find((n) => action === `rate_${n}`)
  if (star !== undefined) {
    const solved = meansSolved.includes(star) ? true : null
    return saysAll.includes(star)
      ? does({ kind: 'rate', solved, score: star, reason: null })
      : opens(star)
  }
  switch (action) {
    case 'look':
      return opens(null)
    case 'accept':
      return does({ kind: 'accept' })
    case 'open_return':
    case 'open_transfer':
    case 'open_askExtension':
    case 'open_approveExtension':
    case 'open_refuseExtension':
    case 'open_askHelp':
    case 'open_resolve':
    case 'open_finishPart':
    case 'open_refusePart':
      return opens(action.slice('open_'.length) as FormAction)
    case 'do_return':
      return does(returned(words('reason'), words('note')), 'return')
    case 'do_transfer':
      return does({ kind: 'transfer', to: words('to'), reason: words('reason') }, 'transfer')
    case 'do_askExtension': {
      const days = daysOf(words('days'))
      return does({ kind: 'askExtension', days, reason: words('reason') }, 'askExtension')
    }
    case 'do_approveExtension':
      return does({ kind: 'approveExtension', days: daysOf(words('days')) }, 'approveExtension')
    case 'do_refuseExtension':
      return does({ kind: 'refuseExtension', reason: words('reason') }, 'refuseExtension')
    case 'do_askHelp':
      return does({ kind: 'askHelp', text: words('text') }, 'askHelp')
    case 'do_resolve':
      return does({ kind: 'resolve', result: words('result') }, 'resolve')
    case 'takePart':
      return does({ kind: 'takePart' })
    case 'do_finishPart':
      return does({ kind: 'finishPart', result: words('result') }, 'finishPart')
    case 'do_refusePart':
      return does({ kind: 'refusePart', reason: words('reason') }, 'refusePart')
    case 'do_rate': {
      const score = scores.find((n) => String(n) === words('score')) ?? null
      const solved = words('solved') === '' ? null : words('solved') === 'yes'
      return does({ kind: 'rate', solved, score, reason: words('comment') || null }, score)
    }
    default:
      return null
  }
}

function daysOf(choice: string): number | null {
  const days = Number.parseInt(choice, 10)
  return days > 0 && days < 100 ? days : null
}

const longest = 1_000

/** Fields are texts, or lists of one where a client sends a choice as many. */
const textOf = (field: unknown): string =>
  typeof field === 'string'
    ? field.trim().slice(0, longest)
    : Array.isArray(field)
      ? textOf(field[0])
      : ''

/** Cards that were sent before reasons had codes name them by their place in the list. `other` needs words. */
function returned(choice: string, note: string): CardOrder {
  const code = returnReasons.find((known, i) => choice === known || choice === String(i))
  const label = code && returnReasonWords[code]
  const reason = code === 'other' ? note : [label, note].filter(Boolean).join('：')
  return { kind: 'return', reason, ...(code && { code }) }
}
