import type { TaskAction, TaskView } from '../../../src/domain/cards/card-view.ts'
import { returnReasons } from '../../../src/domain/petition/return-reason.ts'
import {
  actionWords,
  daysWords,
  extensionDays,
  formWords,
  submitWords,
} from '../../../src/texts/cards/task-words.ts'
import { returnReasonWords } from '../../../src/texts/words.ts'
import {
  button,
  type Element,
  form,
  input,
  type On,
  row,
  select,
  small,
  submit,
} from './elements.ts'
import { safe } from './safe-words.ts'

/** An action that wants words first: its button opens a form. */
export type FormAction = Exclude<TaskAction, 'accept' | 'takePart'>

const longestReason = 300
const longestResult = 1_000
/** With more the card would have more elements than Lark takes. */
const mostDestinations = 40

/** The buttons of a task, and the one form that is open. */
export function taskControls(view: TaskView, open: FormAction | null): Element[] {
  const { may } = view
  if (may.length === 0) return []
  const on: On = { kind: 'task', petition: view.petition, version: view.version }
  const opened = shownForm(view, open)
  const buttons = may
    .filter((action) => action !== opened)
    .map((action) =>
      action === 'accept' || action === 'takePart'
        ? button(action, on, { label: actionWords.accept, type: 'primary' })
        : button(`open_${action}`, on, { label: actionWords[action] }),
    )
  return [
    ...(buttons.length > 0 ? [row(buttons)] : []),
    ...(opened === null ? [] : [taskForm(opened, view, on)]),
    ...(opened !== null && opened === open
      ? [button('look', on, { label: formWords.cancel })]
      : []),
  ]
}

/** Whoever has it in hand will resolve it, as a rule: that form stands open by itself. */
function shownForm({ may, status }: TaskView, open: FormAction | null): FormAction | null {
  if (open !== null) return may.includes(open) ? open : null
  const hasInHand = status === 'handling' && may.includes('askHelp')
  if (hasInHand && may.includes('resolve')) return 'resolve'
  return may.includes('finishPart') ? 'finishPart' : null
}

const taskForm = (action: FormAction, view: TaskView, on: On): Element =>
  form(`f_${action}`, [...asked(action, view), submit(`do_${action}`, on, submitWords[action])])

function asked(action: FormAction, { destinations }: TaskView): Element[] {
  switch (action) {
    case 'return':
      return [
        select('reason', formWords.returnReason, reasons, true),
        input('note', formWords.note, longestReason, false),
      ]
    case 'transfer': {
      const options = destinations
        .slice(0, mostDestinations)
        .map(({ code, name }) => ({ value: code, label: safe(name, 60) }))
      return [
        select('to', formWords.transferTo, options, true),
        input('reason', formWords.transferReason, longestReason, true),
      ]
    }
    case 'askExtension':
      return [
        select('days', formWords.days, days, true),
        input('reason', formWords.extensionReason, longestReason, true),
      ]
    case 'approveExtension':
      return [select('days', formWords.daysGiven, days, false)]
    case 'refuseExtension':
      return [input('reason', formWords.refusalReason, longestReason, true)]
    case 'askHelp':
      return [input('text', formWords.help, longestReason, true)]
    case 'finishPart':
      return [
        small(formWords.photoHint),
        input('result', formWords.partResult, longestResult, true),
      ]
    case 'refusePart':
      return [input('reason', formWords.partReason, longestReason, true)]
    case 'resolve':
      return [small(formWords.photoHint), input('result', formWords.result, longestResult, true)]
  }
}

const days = extensionDays.map((n) => ({ value: String(n), label: daysWords(n) }))

const reasons = returnReasons.map((code) => ({ value: code, label: returnReasonWords[code] }))
